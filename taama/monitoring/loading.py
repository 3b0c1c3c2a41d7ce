"""A country's indicator files: reading and checking, nothing written here."""

from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal
from pathlib import Path

from django.utils.translation import gettext as _

from taama.compact.models import Item
from taama.compact.queries import items_by_code
from taama.evidence.models import Document, Finding
from taama.evidence.vocabularies import FigureKind
from taama.places.models import Area, Country
from taama.places.queries import areas_by_code, countries_by_code
from taama.plans.models import Activity
from taama.plans.queries import activities_by_code
from taama.web.partial_dates import first_day, last_day
from taama.web.tables import Row, read_rows

from .cards import ObservationCard, ValueSource
from .models import Indicator
from .queries import indicators_by_code
from .rules import (
    ADDS_PERIODS,
    Combine,
    Direction,
    Frequency,
    NoSuchBreakdown,
    ObservationStatus,
    breakdown_of,
)

INDICATOR_COLUMNS = (
    "code", "title_fr", "title_en", "definition_fr", "definition_en", "unit", "kind", "rule", "direction",
    "objectives", "sdg_target", "activities", "disaggregations", "frequency", "source_fr", "source_en",
    "illustrative",
)  # fmt: skip
OBSERVATION_COLUMNS = (
    "indicator", "value", "area_edition", "area_code", "country", "as_of", "period_start", "period_end",
    "breakdown", "status", "finding", "document", "note", "illustrative",
)  # fmt: skip
LOADED_STATES = [ObservationStatus.SUBMITTED.value, ObservationStatus.VALIDATED.value]
TARGET_COLUMNS = (
    "indicator", "area_edition", "area_code", "baseline_as_of", "value", "due_on", "illustrative", "source",
    "source_en",
)  # fmt: skip


def unique_rows(path: Path, columns: tuple[str, ...], key: tuple[str, ...]) -> Iterator[Row]:
    """The rows of a file; the same claim twice is refused with its line."""
    seen: set[tuple[str, ...]] = set()
    for row in read_rows(path, columns):
        claim = tuple(row[column] for column in key)
        if claim in seen:
            raise row.bad(key[0], _("“%(code)s” stands twice in this file.") % {"code": row[key[0]]})
        seen.add(claim)
        yield row


class IndicatorReader:
    """Turns rows into the values and ties of indicators; holds what codes stand for."""

    def __init__(self) -> None:
        self.objectives: Mapping[str, Item] = items_by_code("gcm")
        self.goals: Mapping[str, Item] = items_by_code("sdg")
        self.activities: Mapping[str, Activity] = activities_by_code()

    def values(self, row: Row) -> dict[str, object]:
        """The fields of a row that are words of a closed list, codes or lists."""
        kind = row.one_of("kind", FigureKind.values)
        if row.one_of("rule", Combine.values) in ADDS_PERIODS and kind != FigureKind.FLOW:
            raise row.bad("rule", _("Only the values of a flow may be added or averaged."))
        return {
            "code": row["code"],
            "unit": row["unit"],
            "kind": kind,
            "rule": row["rule"],
            "direction": row.one_of("direction", Direction.values),
            "sdg_target": row.known("sdg_target", self.goals) if row["sdg_target"] else None,
            "disaggregations": row.codes("disaggregations"),
            "frequency": row.one_of("frequency", ["", *Frequency.values]),
            "is_illustrative": row.yes("illustrative"),
        }

    def ties(self, row: Row) -> dict[str, Sequence[Item] | Sequence[Activity]]:
        """What a row ties the indicator to."""
        return {
            "objectives": row.known_list("objectives", self.objectives),
            "activities": row.known_list("activities", self.activities),
        }


class PlaceReader:
    """Turns the code of an area, with its edition, into the area."""

    def __init__(self) -> None:
        self.areas: dict[str, dict[str, Area]] = {}

    def area(self, row: Row) -> Area | None:
        """The area a row names; None where it names none."""
        if not row["area_code"]:
            return None
        edition = row["area_edition"]
        if not edition:
            raise row.bad("area_edition", _("An area code means nothing without its boundary edition."))
        if edition not in self.areas:
            self.areas[edition] = areas_by_code(edition)
        return row.known("area_code", self.areas[edition])


class ObservationReader:
    """Turns rows into observation cards; holds what codes stand for."""

    def __init__(self) -> None:
        self.indicators: Mapping[str, Indicator] = indicators_by_code()
        self.countries: Mapping[str, Country] = countries_by_code()
        self.findings: Mapping[str, Finding] = {one.code: one for one in Finding.objects.all()}
        self.documents: Mapping[str, Document] = {one.slug: one for one in Document.objects.all()}
        self.places = PlaceReader()

    def card(self, row: Row) -> ObservationCard:
        """The card of a row; a value without a source is refused unless it is illustrative."""
        indicator = row.known("indicator", self.indicators)
        start, end = self.time(row, indicator)
        country, area = self.place(row)
        finding = row.known("finding", self.findings) if row["finding"] else None
        document = row.known("document", self.documents) if row["document"] else None
        if not (finding or document or row.yes("illustrative")):
            raise row.bad("document", _("A value comes from a finding or a document, or is illustrative."))
        return ObservationCard(
            indicator=indicator,
            value=self.value(row),
            country=country,
            area=area,
            time_start=start,
            time_end=end,
            breakdown=self.breakdown(row, indicator),
            status=row.one_of("status", LOADED_STATES),
            source=ValueSource(finding, document, None, row["note"], row.yes("illustrative")),
        )

    def value(self, row: Row) -> Decimal:
        """The number of a row; an empty cell is no value and so no observation."""
        value = row.decimal("value")
        if value is None:
            raise row.bad(
                "value", _("A value that is missing is left out, not left empty; zero is written 0.")
            )
        return value

    def time(self, row: Row, indicator: Indicator) -> tuple[str, str]:
        """A stock has the day it was counted, a flow its period; the cumulative has either."""
        as_of = row.partial_date("as_of")
        start, end = row.partial_date("period_start"), row.partial_date("period_end")
        if as_of and not (start or end) and indicator.kind != FigureKind.FLOW:
            return as_of, as_of
        if start and end and not as_of and indicator.kind != FigureKind.STOCK:
            if first_day(start) > last_day(end):
                raise row.bad("period_end", _("This period ends before it begins."))
            return start, end
        column = "as_of" if indicator.kind == FigureKind.STOCK else "period_start"
        raise row.bad(
            column, _("A stock has a date (as_of), a flow a period with both ends, and never both.")
        )

    def place(self, row: Row) -> tuple[Country, Area | None]:
        """The country, and the area by edition and code together."""
        area = self.places.area(row)
        return (row.known("country", self.countries), None) if area is None else (self.country_of(area), area)

    def country_of(self, area: Area) -> Country:
        """The country an area lies in."""
        return next(one for one in self.countries.values() if one.pk == area.edition.country_id)

    def breakdown(self, row: Row, indicator: Indicator) -> Mapping[str, str]:
        """The breakdown of a row, by names the indicator lists."""
        try:
            breakdown = breakdown_of(row["breakdown"])
        except NoSuchBreakdown:
            raise row.bad("breakdown", _("Write a breakdown as “sex=female|age=0-17”.")) from None
        for name in breakdown:
            row.known_code("breakdown", name, dict.fromkeys(indicator.disaggregations))
        return breakdown


def read_observations(path: Path) -> list[tuple[Row, ObservationCard]]:
    """The observations of a file; two values for one thing in one file are refused."""
    reader = ObservationReader()
    seen: set[tuple[str, ...]] = set()
    found = []
    for row in read_rows(path, OBSERVATION_COLUMNS):
        card = reader.card(row)
        if card.about in seen:
            raise row.bad("value", _("This file has a value for this place, time and breakdown already."))
        seen.add(card.about)
        found.append((row, card))
    return found
