"""Rounds of a sample folder: what is asked, what is answered, who stands in."""

import datetime as dt
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import TypeVar

from django.utils import timezone
from django.utils.translation import gettext as _

from taama.monitoring.models import Indicator
from taama.monitoring.queries import indicators_by_code
from taama.partners.models import Organisation
from taama.partners.queries import organisations_by_code
from taama.places.country import country
from taama.places.models import Area
from taama.places.queries import areas_by_code
from taama.plans.models import Activity
from taama.plans.queries import activities_by_code
from taama.web.languages import texts_of
from taama.web.tables import Row, read_rows

from .cards import RequestCard, RoundCard
from .rules import Given, Outcome
from .written import Read, read_answer

T = TypeVar("T")

ROUND_COLUMNS = (
    "code", "title_fr", "title_en", "period_start", "period_end", "opened_on", "deadline", "closed_on", "closing_note",
    "illustrative",
)  # fmt: skip
REQUEST_COLUMNS = ("round", "organisation", "indicator", "activity", "areas", "with_total", "parts")
ANSWER_COLUMNS = (
    "round", "organisation", "asked", "area", "part", "answer", "reason", "note", "passing", "submitted_at", "outcome",
    "judged_at", "comment",
)  # fmt: skip
STAND_IN_COLUMNS = ("organisation", "email", "starts_on", "ends_on")
DRAFTED = "draft"


@dataclass(frozen=True)
class AnswerRow:
    """One answer of the sample: of which request, where, what, and what became of it."""

    row: Row
    organisation: str
    asked: str
    area: str
    part: str
    read: Read
    state: str
    submitted_at: dt.datetime | None
    outcome: str
    judged_at: dt.datetime | None


class RoundReader:
    """Reads the files of one folder; unknown codes are refused with file and line."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.organisations: Mapping[str, Organisation] = organisations_by_code()
        self.indicators: Mapping[str, Indicator] = indicators_by_code()
        self.activities: Mapping[str, Activity] = activities_by_code()
        self.areas: Mapping[str, Area] = areas_by_code(country().boundary_edition)

    def rounds(self) -> Iterator[tuple[Row, RoundCard]]:
        """Every round with its line."""
        for row in read_rows(self.folder / "rounds.csv", ROUND_COLUMNS):
            deadline = moment(row, "deadline")
            if deadline is None:
                raise row.bad("deadline", _("A round has a deadline."))
            yield (
                row,
                RoundCard(
                    texts_of(row.cells, "title"),
                    row.partial_date("period_start"),
                    row.partial_date("period_end"),
                    deadline,
                    code=row["code"],
                    is_illustrative=row.yes("illustrative"),
                ),
            )

    def requests(self, code: str) -> list[RequestCard]:
        """What a round asks, in the order of the file."""
        rows = read_rows(self.folder / "round_requests.csv", REQUEST_COLUMNS)
        return [self.request(row) for row in rows if row["round"] == code]

    def request(self, row: Row) -> RequestCard:
        """One of them."""
        return RequestCard(
            row.known("organisation", self.organisations),
            row.known("indicator", self.indicators) if row["indicator"] else None,
            row.known("activity", self.activities) if row["activity"] else None,
            areas=row.known_list("areas", self.areas),
            parts=["" if part == "total" else part for part in row["parts"].split(";") if part] or [""],
            with_total=row.yes("with_total"),
        )

    def answers(self, code: str) -> list[AnswerRow]:
        """The answers given in a round, in the order of the file."""
        rows = read_rows(self.folder / "round_answers.csv", ANSWER_COLUMNS)
        return [self.answer(row) for row in rows if row["round"] == code]

    def answer(self, row: Row) -> AnswerRow:
        """One of them: a number, a word that there is none, or the state of an activity."""
        is_activity = row["asked"] in self.activities and row["asked"] not in self.indicators
        unit = "" if is_activity else row.known("asked", self.indicators).unit
        word = Given(row["answer"]) if row["answer"] in (Given.WITHHELD, Given.NOT_APPLICABLE) else None
        read = Read(word or Given.EMPTY) if word or is_activity else read_answer(row["answer"], unit)
        outcomes = (DRAFTED, *Outcome.values)
        return AnswerRow(
            row,
            row["organisation"],
            row["asked"],
            row["area"],
            row["part"],
            Read(Given.VALUE) if is_activity else read,
            row["answer"] if is_activity else "",
            moment(row, "submitted_at"),
            row.one_of("outcome", outcomes),
            moment(row, "judged_at"),
        )


def moment(row: Row, column: str) -> dt.datetime | None:
    """A day and an hour of the country; None where the cell is empty."""
    if not row[column]:
        return None
    try:
        return timezone.make_aware(dt.datetime.fromisoformat(row[column]))
    except ValueError:
        sentence = _("“%(text)s” is no moment. Write 2026-07-20T18:00.")
        raise row.bad(column, sentence % {"text": row[column]}) from None
