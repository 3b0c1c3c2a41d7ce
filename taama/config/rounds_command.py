"""`taama rounds`: what a calendar starts each morning."""

import argparse

from django.utils import timezone
from django.utils.translation import ngettext

from taama.journal.actors import Program
from taama.rounds.changes import remind

from .terminal import say

WORDS = Program("rounds")


def run(options: argparse.Namespace) -> int:
    """Write to those who are late; run twice a day, nobody gets two letters."""
    assert options.action == "remind"
    sent = remind(now=timezone.now(), on=timezone.localdate(), by=WORDS)
    sentence = ngettext("%(count)s reminder was sent.", "%(count)s reminders were sent.", len(sent))
    say(sentence % {"count": len(sent)})
    return 0
