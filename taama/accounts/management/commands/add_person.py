"""Add somebody who signs in, with a first role: `manage.py add_person --email … --name … --role … --organisation …`."""

import sys
from getpass import getpass
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.utils import timezone
from django.utils.translation import gettext as _

from taama.accounts.changes import PersonCard, Post, add_person
from taama.accounts.roles import Role
from taama.journal.actors import Program
from taama.partners.queries import organisations_by_code
from taama.web.refusals import Refused

WORDS = Program("add-person")


class Command(BaseCommand):
    """Parses, asks for the passphrase, calls the changes."""

    help = (
        "Add somebody who signs in, and give a first role. The passphrase is asked for, or read from a pipe."
    )

    def add_arguments(self, parser: CommandParser) -> None:
        """Who, and in which role for whom."""
        parser.add_argument("--email", required=True)
        parser.add_argument("--name", required=True)
        parser.add_argument("--title", default="", help="the person's function")
        parser.add_argument("--role", required=True, choices=Role.values)
        parser.add_argument("--organisation", required=True, help="the organisation's code")

    def handle(self, *args: Any, **options: Any) -> None:
        """A refusal is one sentence, and then nothing was written."""
        organisation = organisations_by_code().get(options["organisation"])
        if organisation is None:
            sentence = _("There is no organisation with the code “%(code)s”.")
            raise CommandError(sentence % {"code": options["organisation"]})
        card = PersonCard(options["email"], options["name"], options["title"])
        post = Post(Role(options["role"]), organisation, timezone.localdate())
        try:
            add_person(card=card, password=passphrase(), by=WORDS, post=post)
        except Refused as refusal:
            raise CommandError(str(refusal)) from refusal
        self.stdout.write(_("Added. Sign in and turn the second factor on."))


def passphrase() -> str:
    """Asked for without showing it; the first line where input is not a terminal."""
    if sys.stdin.isatty():
        return getpass(_("Passphrase (15 characters or more): "))
    return sys.stdin.readline().rstrip("\n")
