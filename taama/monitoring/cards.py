"""What a file or a person says of a value, before it is an observation."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from decimal import Decimal

from taama.evidence.models import Document, Finding
from taama.evidence.vocabularies import Deduplicated
from taama.partners.models import Organisation
from taama.places.models import Area, Country

from .models import Indicator
from .rules import Answer, ObservationStatus, breakdown_text


@dataclass(frozen=True)
class ValueSource:
    """Where a value comes from: a finding, a document, or the organisation that reports it."""

    finding: Finding | None = None
    document: Document | None = None
    organisation: Organisation | None = None
    note: str = ""
    is_illustrative: bool = False


@dataclass(frozen=True)
class ObservationCard:
    """One value with its place, time, breakdown and source; a stock starts and ends on its as-of date."""

    indicator: Indicator
    value: Decimal | None
    country: Country
    time_start: str
    time_end: str
    area: Area | None = None
    breakdown: Mapping[str, str] = field(default_factory=dict)
    deduplicated: str = Deduplicated.UNKNOWN
    source: ValueSource = field(default_factory=ValueSource)
    status: str = ObservationStatus.SUBMITTED
    answer: str = Answer.VALUE
    contributor: Organisation | None = None

    @property
    def about(self) -> tuple[str, ...]:
        """What the value is about, without the value: two with the same contradict or replace each other."""
        place = str(self.area) if self.area else self.country.iso3
        whose = (self.contributor.code,) if self.contributor else ()
        part = breakdown_text(self.breakdown)
        return (self.indicator.code, place, self.time_start, self.time_end, part, *whose)


@dataclass(frozen=True)
class OverlapCard:
    """Who, where, when, how many at most, and how it is known."""

    one: Organisation
    other: Organisation
    time_start: str
    time_end: str
    at_most: Decimal
    why: str
    area: Area | None = None
    is_illustrative: bool = False
