"""The Monday sheet as an e-mail: its words in every language of the house, the sheet itself attached."""

import datetime as dt
from dataclasses import dataclass

from django.conf import settings
from django.core.mail import EmailMessage
from django.utils.translation import override

from taama.accounts.models import User
from taama.web.fields import language_codes
from taama.web.paper.model import Heading, ItemList, Paragraph, Report, plain_text
from taama.web.paper.pdf import pdf

from .papers import monday_report
from .queries.monday import MondaySheet, monday_sheet

RULE = "\n\n---\n\n"


@dataclass(frozen=True)
class Enclosed:
    """A file of the letter."""

    name: str
    content: bytes


@dataclass(frozen=True)
class WrittenSheet:
    """The letter before it is addressed: nobody has said which language they read, so it bears all."""

    subject: str
    body: str
    files: tuple[Enclosed, ...]

    def send_to(self, person: User) -> None:
        """Hand it to the mail server."""
        letter = EmailMessage(self.subject, self.body, settings.DEFAULT_FROM_EMAIL, [person.email])
        for one in self.files:
            letter.attach(one.name, one.content, "application/pdf")
        letter.send()


def written_sheet(on: dt.date, now: dt.datetime) -> WrittenSheet:
    """The letter of a week: read once, set in each language."""
    sheet = monday_sheet(on, now)
    reports = [report_in(sheet, language) for language in language_codes()]
    return WrittenSheet(
        reports[0].title,
        RULE.join(words_of(report) for report in reports),
        tuple(Enclosed(file_name(sheet, report.language), pdf(report, layout="sheet")) for report in reports),
    )


def report_in(sheet: MondaySheet, language: str) -> Report:
    """The sheet in one language."""
    with override(language):
        return monday_report(sheet, language)


def file_name(sheet: MondaySheet, language: str) -> str:
    """Such as monday-2026-11-23-fr.pdf."""
    return f"monday-{sheet.week.isoformat()}-{language}.pdf"


def words_of(report: Report) -> str:
    """The report as plain text."""
    lines = [report.title, report.dateline, *([report.notice] if report.notice else [])]
    for block in report.blocks:
        if isinstance(block, Heading):
            lines += ["", block.text.upper()]
        if isinstance(block, Paragraph):
            lines.append(plain_text(block.runs))
        if isinstance(block, ItemList):
            lines += [f"- {plain_text(item)}" for item in block.items]
    return "\n".join(lines)
