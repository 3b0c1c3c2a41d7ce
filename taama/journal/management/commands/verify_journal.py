"""Verify the journal's chain: one line; exit code 0 where it holds, 1 where it does not."""

from typing import Any

from django.core.management.base import BaseCommand, CommandError
from django.utils.translation import gettext as _

from taama.journal.queries import verification


class Command(BaseCommand):
    """Walks the whole chain and says the first bad entry."""

    help = "Verify the journal's chain: exit code 0 where it holds, 1 where it does not."

    def handle(self, *args: Any, **options: Any) -> None:
        """One line, whatever is found."""
        found = verification()
        if found.fault is not None:
            raise CommandError(str(found.fault))
        sentence = _("The chain holds: %(entries)s entries, head %(head)s.")
        self.stdout.write(sentence % {"entries": found.entries, "head": found.head[:16]})
