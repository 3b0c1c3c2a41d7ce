"""The room's place in Django: after each migration the guards are put back in place."""

from typing import Any

from django.apps import AppConfig
from django.db import connections
from django.db.models.signals import post_migrate


class JournalRoom(AppConfig):
    """Names the room and keeps the guards."""

    name = "taama.journal"
    label = "journal"

    def ready(self) -> None:
        """A migration may rebuild a table and lose its triggers: the last room's signal restores all."""
        post_migrate.connect(restore_guards, dispatch_uid="journal-guards")


def restore_guards(using: str, **kwargs: Any) -> None:
    """Install the guards on this database."""
    from .guards import install  # models are not loaded yet when this module is

    install(connections[using])
