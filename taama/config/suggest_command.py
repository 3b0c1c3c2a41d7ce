"""`taama evidence suggest`: go through held documents for what they seem to say."""

import argparse

from django.utils.translation import gettext as _

from taama.journal.actors import Program
from taama.suggestions.changes import propose_all

from .cli import DONE
from .terminal import say

WORDS = Program("evidence-suggest")


def run(options: argparse.Namespace) -> int:
    """Go through documents not gone through yet, or all of them; say what was found."""
    proposed = propose_all(by=WORDS, again=options.all)
    sentence = _("%(new)s suggestions wait for a person, %(known)s were known, %(withdrawn)s are withdrawn.")
    say(sentence % {"new": proposed.new, "known": proposed.known, "withdrawn": proposed.withdrawn})
    return DONE
