"""The plan as an Excel file, under heads that the way back in knows."""

import datetime as dt
import io
from collections.abc import Iterable
from typing import Any

import xlsxwriter
from django.utils.translation import gettext as _

from taama.web.languages import in_language

from ..models import Activity, Edition
from ..queries import Line


def heads() -> dict[str, str]:
    """What stands over each column."""
    return {
        "code": _("code"),
        "title_fr": _("title, in French"),
        "title_en": _("title, in English"),
        "description_fr": _("description, in French"),
        "description_en": _("description, in English"),
        "serves": _("serves"),
        "axis": _("axis"),
        "lead": _("lead"),
        "participants": _("takes part"),
        "areas": _("areas"),
        "starts_on": _("starts"),
        "ends_on": _("ends"),
        "status": _("status"),
        "planned_amount": _("planned amount"),
        "currency": _("currency"),
        "standing": _("standing"),
        "progress": _("progress"),
        "illustrative": _("illustrative"),
    }


def workbook_of(edition: Edition, lines: Iterable[Line], language: str) -> bytes:
    """Activities, milestones and money of an edition, a sheet each; an illustrative row says so."""
    out, lines = io.BytesIO(), list(lines)
    options = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False}
    with xlsxwriter.Workbook(out, options) as book:
        title = in_language(edition.plan.title, language)
        book.set_properties({"title": f"{title} ({edition.label})", "created": dt.datetime(2026, 1, 1)})
        bold = book.add_format({"bold": True, "text_wrap": True, "valign": "top"})
        write(book.add_worksheet(_("Activities")), list(heads().values()), map(activity_row, lines), bold)
        steps = [one for line in lines for one in milestone_rows(line.activity, language)]
        write(
            book.add_worksheet(_("Milestones")),
            [_("activity"), _("milestone"), _("due"), _("reached")],
            steps,
            bold,
        )
        money = [one for line in lines for one in money_rows(line.activity)]
        columns = [
            _("activity"),
            _("year"),
            _("funder"),
            _("stage"),
            _("amount"),
            _("currency"),
            _("illustrative"),
        ]
        write(book.add_worksheet(_("Money")), columns, money, bold)
    return out.getvalue()


def write(sheet: Any, columns: list[str], rows: Iterable[list[Any]], bold: Any) -> None:
    """Heads, then rows; numbers stay numbers."""
    sheet.write_row(0, 0, columns, bold)
    sheet.freeze_panes(1, 1)
    sheet.set_column(0, len(columns) - 1, 20)
    for number, row in enumerate(rows, start=1):
        sheet.write_row(number, 0, row)


def activity_row(line: Line) -> list[Any]:
    """One activity, codes as the way back in reads them."""
    one = line.activity
    texts = [
        one.title.get("fr", ""),
        one.title.get("en", ""),
        one.description.get("fr", ""),
        one.description.get("en", ""),
    ]
    items = sorted(one.serves.all(), key=lambda item: (item.position, item.code))
    return [
        one.code, *texts, "; ".join(item.code for item in items), one.axis.code if one.axis else "", one.lead.code,
        "; ".join(partner.code for partner in one.participants.all()),
        "; ".join(area.code for area in one.areas.all()), one.starts_on, one.ends_on,
        str(one.get_status_display()), float(one.planned_amount) if one.planned_amount is not None else "",
        one.currency, str(line.standing.label), "" if line.progress is None else line.progress,
        yes(one.is_illustrative),
    ]  # fmt: skip


def milestone_rows(activity: Activity, language: str) -> list[list[Any]]:
    """Its milestones."""
    return [
        [activity.code, in_language(one.title, language), one.due_on, one.reached_on]
        for one in activity.milestones.all()
    ]


def money_rows(activity: Activity) -> list[list[Any]]:
    """Its budget lines."""
    return [
        [
            activity.code, one.year, one.funder.code if one.funder else "", str(one.get_stage_display()),
            float(one.amount), one.currency, yes(one.is_illustrative),
        ]
        for one in activity.budget_lines.all()
    ]  # fmt: skip


def yes(is_so: bool) -> str:
    """A word where it is so, nothing where it is not."""
    return _("yes") if is_so else ""
