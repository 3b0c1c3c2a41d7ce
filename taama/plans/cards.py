"""What a person or a file says of an activity or a milestone, before it is a record."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, fields
from decimal import Decimal
from typing import Any

from taama.compact.models import Item
from taama.evidence.models import Citation
from taama.partners.models import Organisation
from taama.places.models import Area

from .models import Activity
from .rules import Status


@dataclass(frozen=True)
class ActivityCard:
    """An activity: what it does, for which objectives and actions, by whom, where, when, for how much."""

    code: str
    title: Mapping[str, str]
    lead: Organisation
    serves: Sequence[Item]
    description: Mapping[str, str] = field(default_factory=dict)
    axis: Item | None = None
    participants: Sequence[Organisation] = ()
    areas: Sequence[Area] = ()
    starts_on: str = ""
    ends_on: str = ""
    status: str = Status.YET_TO_START
    planned_amount: Decimal | None = None
    currency: str = ""
    citation: Citation | None = None
    is_illustrative: bool = False


@dataclass(frozen=True)
class MilestoneCard:
    """A dated, checkable step."""

    code: str
    title: Mapping[str, str]
    due_on: str
    reached_on: str = ""


class Card:
    """A card whose fields are those of the record."""

    def values(self) -> dict[str, Any]:
        """Its fields by name, but for ties."""
        return {one.name: getattr(self, one.name) for one in fields(self) if not one.metadata.get("tie")}  # type: ignore[arg-type]


@dataclass(frozen=True)
class DutyCard(Card):
    """Who answers for what, from when."""

    organisation: Organisation
    matter: str
    role: str
    began_on: str
    ended_on: str = ""
    activity: Activity | None = None
    indicator: str = ""
    words: Mapping[str, str] = field(default_factory=dict)
    person: str = ""
    source: str = ""
    is_illustrative: bool = False


@dataclass(frozen=True)
class MoneyCard(Card):
    """What a funder gives in a year; no funder: none is found yet."""

    year: int
    funder: Organisation | None
    stage: str
    amount: Decimal
    currency: str
    source: str = ""
    is_illustrative: bool = False


@dataclass(frozen=True)
class RateCard(Card):
    """What one unit of a currency was worth in another."""

    currency: str
    quote: str
    value: Decimal
    valid_from: str
    valid_to: str
    source: str
    is_illustrative: bool = False


@dataclass(frozen=True)
class UpdateCard(Card):
    """How an activity stands on a day."""

    on: str
    status: str
    words: Mapping[str, str]
    organisation: Organisation
    progress: int | None = None
    citation: Citation | None = None
    is_illustrative: bool = False


@dataclass(frozen=True)
class RiskCard(Card):
    """What may go wrong."""

    title: Mapping[str, str]
    likelihood: int
    impact: int
    owner: Organisation
    opened_on: str
    answer: Mapping[str, str] = field(default_factory=dict)
    is_illustrative: bool = False


@dataclass(frozen=True)
class ResultCard(Card):
    """What is to be different for an objective."""

    code: str
    objective: Item
    title: Mapping[str, str]
    assumption: Mapping[str, str] = field(default_factory=dict)
    indicators: list[str] = field(default_factory=list)
    position: int = 0
    is_illustrative: bool = False
    activities: Sequence[Activity] = field(default=(), metadata={"tie": True})


@dataclass(frozen=True)
class EditionCard:
    """What a revised edition is called, and for when it is meant."""

    label: str
    valid_from: str
    valid_to: str = ""
    note: Mapping[str, str] = field(default_factory=dict)
