"""`taama monday`: the Monday sheet, written into a folder or sent by e-mail, once a week to each."""

import argparse

from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from taama.desk.changes import send_sheet
from taama.desk.letters import WrittenSheet, written_sheet
from taama.desk.queries.monday import receivers
from taama.desk.rules import monday_of
from taama.journal.actors import Program
from taama.web.refusals import NotAllowedNow

from .cli import DONE
from .review_command import insist_on_folder
from .terminal import say

WORDS = Program("monday")


def run(options: argparse.Namespace) -> int:
    """Say the sheet; with --to also write it, with --send also send it."""
    on, now = timezone.localdate(), timezone.now()
    if options.to:
        insist_on_folder(options.to)
    sheet = written_sheet(on, now)
    if options.to:
        write(sheet, options)
    if options.send:
        send(sheet)
    if not options.to and not options.send:
        say(sheet.body)
    return DONE


def write(sheet: WrittenSheet, options: argparse.Namespace) -> None:
    """The files, each named on the terminal."""
    for one in sheet.files:
        path = options.to / one.name
        path.write_bytes(one.content)
        say(str(path))


def send(sheet: WrittenSheet) -> None:
    """The letters that have not gone out this week."""
    people = receivers()
    if not people:
        raise NotAllowedNow(
            "desk.letter.nobody", _("Nobody is a coordinator yet, and nobody asked for the sheet.")
        )
    week, now = monday_of(timezone.localdate()), timezone.now()
    sent = send_sheet(to=people, week=week, at=now, by=WORDS, send=sheet.send_to)
    say(ngettext("%(count)s letter sent.", "%(count)s letters sent.", len(sent)) % {"count": len(sent)})
    if again := len(people) - len(sent):
        had = ngettext(
            "%(count)s person has this week’s sheet already.",
            "%(count)s people have this week’s sheet already.",
            again,
        )
        say(had % {"count": again})
