"""`manage.py dbshell` is taken away on SQLite: the system's own shell could damage the file."""

from typing import Any

from django.core.management.base import CommandError
from django.core.management.commands.dbshell import Command as DjangoShell
from django.db import connections
from django.utils.translation import gettext as _


class Command(DjangoShell):
    """Refuses on SQLite, opens psql on PostgreSQL."""

    def handle(self, **options: Any) -> None:
        """Say why not, or go on as Django does."""
        if connections[options["database"]].vendor == "sqlite":
            raise CommandError(
                _(
                    "The system's sqlite3 program can damage this file. Ask the database through manage.py shell."
                )
            )
        super().handle(**options)
