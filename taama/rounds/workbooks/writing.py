"""The form as an Excel workbook: exactly its rows, what may be filled in open and the rest protected."""

import datetime as dt
import io
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import xlsxwriter
from django.utils import timezone
from django.utils.translation import gettext as _

from taama.plans.rules import Status
from taama.rounds.models import Draft
from taama.rounds.queries import FormPage, Line
from taama.rounds.rules import Given
from taama.rounds.wording import moment_in_words
from taama.web import formatting
from taama.web.languages import in_language

from .layout import (
    CODES_ROW,
    COLUMNS,
    FIRST_ROW,
    FORM,
    GIVEN,
    HEADING_ROW,
    HIDDEN_SHEET,
    KEY,
    NOTE,
    PASSING,
    REASON,
    SEEN,
    TO_FILL,
    VALUE,
)

WIDTHS = {KEY: 4, SEEN: 4, "title": 44, "where": 26, "unit": 14, "last": 22, VALUE: 14, GIVEN: 18, "help": 60}
INTEGERS = frozenset({"persons", "households", "movements", "areas", "count"})
PLAIN, OPEN = {"text_wrap": True}, {"locked": False, "bg_color": "#FFF6D6", "border": 1}
LOCKING = {"select_locked_cells": True, "format_columns": True, "format_rows": True}


def workbook_of(page: FormPage, language: str) -> bytes:
    """The workbook of a form, in this language; locked answers are not in it."""
    out = io.BytesIO()
    options = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False}
    with xlsxwriter.Workbook(out, options) as book:
        book.set_properties(
            {"title": in_language(page.round.title, language), "created": dt.datetime(2026, 1, 1)}
        )
        sheet = book.add_worksheet(_("Form"))
        write_head(book, sheet, page, language)
        styles = [book.add_format({**style, "valign": "top"}) for style in (PLAIN, OPEN)]
        for number, line in enumerate(open_lines(page)):
            write_line(Pen(sheet, FIRST_ROW - 1 + number, language, *styles), line)
        sheet.protect("", LOCKING)
        write_hidden(book.add_worksheet(HIDDEN_SHEET), page, language)
    return out.getvalue()


def open_lines(page: FormPage) -> list[Line]:
    """What can still be answered."""
    return [line for line in page.lines if not line.is_locked]


def headings() -> dict[str, str]:
    """What stands over each column."""
    return {
        KEY: "", SEEN: "",
        "title": _("What is asked"),
        "where": _("Where, whom"),
        "unit": _("Unit"),
        "last": _("Last value"),
        VALUE: _("Your answer"),
        GIVEN: _("No number because"),
        REASON: _("Reason, for the ministry"),
        NOTE: _("Note, published with the value"),
        PASSING: _("Why the number is right all the same"),
        "help": _("What is meant"),
    }  # fmt: skip


def write_head(book: Any, sheet: Any, page: FormPage, language: str) -> None:
    """Whose form it is, how it is filled in, the names of the columns."""
    bold, wrap = (
        book.add_format({"bold": True, "font_size": 14}),
        book.add_format({"text_wrap": True, "bold": True}),
    )
    sheet.write_string(0, 2, in_language(page.round.title, language), bold)
    until = moment_in_words(timezone.localtime(page.deadline), language)
    sheet.write_string(1, 2, f"{in_language(page.organisation.name, language)} · {_('until')} {until}")
    sheet.write_string(
        2, 2, _("Write into the yellow cells. An empty cell means not reported; zero is an answer.")
    )
    sheet.write_string(
        3, 2, _("Do not add, move or merge cells. Save as .xlsx and upload the file where you found it.")
    )
    told = headings()
    for column, code in enumerate(COLUMNS):
        sheet.write_string(CODES_ROW - 1, column, code)
        sheet.write_string(HEADING_ROW - 1, column, told[code], wrap)
        sheet.set_column(column, column, WIDTHS.get(code, 28), None, {"hidden": code in (KEY, SEEN)})
    sheet.set_row(CODES_ROW - 1, None, None, {"hidden": True})
    sheet.freeze_panes(HEADING_ROW, 3)
    sheet.set_landscape()
    sheet.fit_to_pages(1, 0)
    sheet.repeat_rows(HEADING_ROW - 1)


@dataclass(frozen=True)
class Pen:
    """Writes one row, cell by cell, by the code of its column."""

    sheet: Any
    row: int
    language: str
    plain: Any
    open: Any

    def write(self, code: str, value: object) -> None:
        """One cell: numbers as numbers, all else as text; never a formula."""
        column, style = COLUMNS.index(code), self.open if code in TO_FILL else self.plain
        if value is None or value == "":
            self.sheet.write_blank(self.row, column, None, style)
        elif isinstance(value, str):
            self.sheet.write_string(self.row, column, value, style)
        else:
            self.sheet.write_number(self.row, column, value, style)

    def choose(self, code: str, rule: Mapping[str, object]) -> None:
        """What a cell takes; another word is warned of, not forbidden."""
        column = COLUMNS.index(code)
        self.sheet.data_validation(self.row, column, self.row, column, {"error_type": "warning", **rule})


def write_line(pen: Pen, line: Line) -> None:
    """One answer that is asked for, with what was drafted."""
    draft = line.draft or Draft()
    pen.write(KEY, line.cell.key)
    pen.write(SEEN, str(line.draft.pk) if line.draft else "")
    pen.write("where", line.where)
    for code, value in ((REASON, draft.reason), (NOTE, draft.note), (PASSING, draft.passing)):
        pen.write(code, value)
    if line.request.indicator is not None:
        write_value(pen, line, draft)
    else:
        write_state(pen, line, draft)


def write_value(pen: Pen, line: Line, draft: Draft) -> None:
    """A number, or why there is none."""
    of = line.request.indicator
    assert of is not None
    pen.write("title", in_language(of.title, pen.language))
    pen.write("unit", formatting.unit(of.unit, pen.language) or _("number"))
    pen.write("last", last_said(line, pen.language))
    pen.write("help", in_language(of.definition, pen.language))
    pen.write(VALUE, draft.written or draft.value)
    pen.write(
        GIVEN, str(Given(draft.given).label) if draft.given in (Given.NOT_APPLICABLE, Given.WITHHELD) else ""
    )
    pen.choose(VALUE, number_rule(of.unit))
    pen.choose(
        GIVEN, {"validate": "list", "source": [str(Given.NOT_APPLICABLE.label), str(Given.WITHHELD.label)]}
    )


def number_rule(unit: str) -> dict[str, object]:
    """Which numbers a unit takes."""
    if unit == "percent":
        return {"validate": "decimal", "criteria": "between", "minimum": 0, "maximum": 100}
    kind = "integer" if unit in INTEGERS else "decimal"
    return {"validate": kind, "criteria": ">=", "value": 0 if unit in INTEGERS else -(10**18)}


def write_state(pen: Pen, line: Line, draft: Draft) -> None:
    """How far an activity is."""
    activity = line.request.activity
    assert activity is not None
    pen.write("title", in_language(activity.title, pen.language))
    pen.write("last", str(activity.get_status_display()))
    pen.write("help", in_language(activity.description, pen.language))
    pen.write(VALUE, str(Status(draft.state).label) if draft.state else "")
    pen.write(GIVEN, "")
    pen.choose(VALUE, {"validate": "list", "source": [str(one.label) for one in Status]})


def last_said(line: Line, language: str) -> str:
    """The value before, with its time."""
    if line.last is None:
        return ""
    time = formatting.period(line.last.time_start, line.last.time_end, language)
    return f"{formatting.number(line.last.number, language)} ({time})"


def write_hidden(sheet: Any, page: FormPage, language: str) -> None:
    """For which round and organisation the workbook was made."""
    facts = {
        "form": FORM, "round": page.round.code, "organisation": page.organisation.code,
        "period": f"{page.round.period_start}/{page.round.period_end}", "language": language,
    }  # fmt: skip
    for row, (name, value) in enumerate(facts.items()):
        sheet.write_string(row, 0, name)
        sheet.write_string(row, 1, value)
    sheet.very_hidden()
