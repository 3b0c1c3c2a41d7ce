"""Files beside the plan's own that a country may have: duties, money, results, risks, updates. Nothing written here."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from django.db.models import Model
from django.utils.translation import gettext as _

from taama.evidence.models import Citation
from taama.partners.models import Organisation
from taama.web.languages import texts_of
from taama.web.tables import Row

from ..models import BudgetLine, Duty, ExpectedResult, Rate, Risk, StatusUpdate
from ..rules import DutyRole, Matter, Stage, Status
from ..rules.money import CURRENCIES
from .plan import ActivityFile, ActivityReader, unique_rows

LEVELS = ("1", "2", "3")


@dataclass(frozen=True)
class KeptRow:
    """A line that becomes a record: `key` names it within its kind, `activity` and `ties` hold activity codes."""

    row: Row
    model: type[Model]
    key: tuple[str, ...]
    values: Mapping[str, Any]
    activity: str = ""
    ties: tuple[str, ...] | None = None


@dataclass
class Known:
    """What codes of these files stand for."""

    activities: Mapping[str, ActivityFile]
    reader: ActivityReader
    partners: Mapping[str, Organisation] = field(init=False)
    citations: Mapping[str, Citation] = field(init=False)

    def __post_init__(self) -> None:
        self.partners, self.citations = self.reader.partners, self.reader.citations


def read_further(folder: Path, known: Known) -> tuple[KeptRow, ...]:
    """Every line of the files that are there; a file that is absent says nothing."""
    return tuple(
        read(row, known)
        for name, (columns, key, read) in FILES.items()
        if (folder / name).exists()
        for row in unique_rows(folder / name, columns, key)
    )


def duty(row: Row, known: Known) -> KeptRow:
    """Who answers for what."""
    matter = row.one_of("matter", Matter.values)
    values = {
        "organisation": row.known("organisation", known.partners),
        "matter": matter,
        "indicator": row["about"] if matter == Matter.INDICATOR else "",
        "role": row.one_of("role", DutyRole.values),
        "words": texts_of(row.cells, "words"),
        "began_on": row.partial_date("began_on"),
        "ended_on": row.partial_date("ended_on"),
        "person": row["person"],
        "source": row["source"],
        "is_illustrative": row.yes("illustrative"),
    }
    activity = ""
    if matter == Matter.ACTIVITY:
        row.known("about", known.activities)
        activity = row["about"]
    return KeptRow(row, Duty, tuple(row[name] for name in FILES["duties.csv"][1]), values, activity)


def budget_line(row: Row, known: Known) -> KeptRow:
    """Money of one year."""
    row.known("activity", known.activities)
    amount = row.decimal("amount")
    if amount is None or amount < 0:
        raise row.bad("amount", _("Give an amount that is zero or more."))
    values = {
        "year": row.integer("year"),
        "funder": row.known("funder", known.partners) if row["funder"] else None,
        "stage": row.one_of("stage", Stage.values),
        "amount": amount,
        "currency": row.one_of("currency", CURRENCIES),
        "is_illustrative": row.yes("illustrative"),
    }
    return KeptRow(
        row, BudgetLine, tuple(row[name] for name in FILES["budget.csv"][1]), values, row["activity"]
    )


def rate(row: Row, known: Known) -> KeptRow:
    """What a currency was worth."""
    values = {
        "currency": row.one_of("currency", CURRENCIES),
        "quote": row.one_of("quote", CURRENCIES),
        "value": row.decimal("value"),
        "valid_from": row.partial_date("valid_from"),
        "valid_to": row.partial_date("valid_to"),
        "source": row["source"],
        "is_illustrative": row.yes("illustrative"),
    }
    return KeptRow(row, Rate, tuple(row[name] for name in FILES["rates.csv"][1]), values)


def result(row: Row, known: Known) -> KeptRow:
    """What is to be different."""
    row.known_list("activities", known.activities)
    values = {
        "code": row["code"],
        "objective": row.known("objective", known.reader.items),
        "title": texts_of(row.cells, "title"),
        "assumption": texts_of(row.cells, "assumption"),
        "indicators": row.codes("indicators"),
        "position": row.line,
        "is_illustrative": row.yes("illustrative"),
    }
    return KeptRow(row, ExpectedResult, (row["code"],), values, ties=tuple(row.codes("activities")))


def risk(row: Row, known: Known) -> KeptRow:
    """What may go wrong."""
    row.known("activity", known.activities)
    values = {
        "title": texts_of(row.cells, "title"),
        "likelihood": int(row.one_of("likelihood", LEVELS)),
        "impact": int(row.one_of("impact", LEVELS)),
        "answer": texts_of(row.cells, "answer"),
        "owner": row.known("owner", known.partners),
        "opened_on": row.partial_date("opened_on"),
        "closed_on": row.partial_date("closed_on"),
        "outcome": texts_of(row.cells, "outcome"),
        "is_illustrative": row.yes("illustrative"),
    }
    return KeptRow(row, Risk, (row["activity"], row["code"]), values, row["activity"])


def update(row: Row, known: Known) -> KeptRow:
    """How an activity stood."""
    row.known("activity", known.activities)
    values = {
        "on": row.partial_date("on"),
        "status": row.one_of("status", Status.values),
        "progress": row.integer("progress"),
        "words": texts_of(row.cells, "words"),
        "organisation": row.known("organisation", known.partners),
        "citation": row.known("citation", known.citations) if row["citation"] else None,
        "is_illustrative": row.yes("illustrative"),
    }
    return KeptRow(
        row, StatusUpdate, (row["activity"], row["on"], row["organisation"]), values, row["activity"]
    )


Reader = Callable[[Row, Known], KeptRow]
FILES: dict[str, tuple[tuple[str, ...], tuple[str, ...], Reader]] = {
    "duties.csv": (
        (
            "organisation",
            "matter",
            "about",
            "role",
            "began_on",
            "ended_on",
            "person",
            "illustrative",
            "source",
        ),
        ("organisation", "matter", "about", "role", "began_on"),
        duty,
    ),
    "rates.csv": (
        ("currency", "quote", "value", "valid_from", "valid_to", "illustrative", "source"),
        ("currency", "quote", "valid_from"),
        rate,
    ),
    "budget.csv": (
        ("activity", "year", "funder", "stage", "amount", "currency", "illustrative"),
        ("activity", "year", "funder", "stage", "currency"),
        budget_line,
    ),
    "results.csv": (("code", "objective", "activities", "indicators", "illustrative"), ("code",), result),
    "risks.csv": (
        ("activity", "code", "likelihood", "impact", "owner", "opened_on", "closed_on", "illustrative"),
        ("activity", "code"),
        risk,
    ),
    "updates.csv": (
        ("activity", "on", "status", "progress", "organisation", "citation", "illustrative"),
        ("activity", "on", "organisation"),
        update,
    ),
}
