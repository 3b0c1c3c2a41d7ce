"""End somebody's roles and signing in: `manage.py close_account --email …`."""

from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.utils import timezone
from django.utils.translation import gettext as _

from taama.accounts.changes import close_account
from taama.accounts.models import User
from taama.journal.actors import Program

WORDS = Program("close-account")


class Command(BaseCommand):
    """Parses, finds the person, calls the change."""

    help = "End every role of a person and their signing in. What they did stays in the journal."

    def add_arguments(self, parser: CommandParser) -> None:
        """Whose account."""
        parser.add_argument("--email", required=True)

    def handle(self, *args: Any, **options: Any) -> None:
        """One line; nothing is written for an unknown address."""
        person = User.objects.filter(email__iexact=options["email"], is_active=True).first()
        if person is None:
            raise CommandError(_("Nobody signs in with this address."))
        close_account(user=person, on=timezone.localdate(), by=WORDS)
        self.stdout.write(_("The account is closed and its roles have ended."))
