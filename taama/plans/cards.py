"""What a person or a file says of an activity or a milestone, before it is a record."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from decimal import Decimal

from taama.compact.models import Item
from taama.evidence.models import Citation
from taama.partners.models import Organisation
from taama.places.models import Area

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
