"""What a person says of a round, or writes into a form, before it is a record."""

import datetime as dt
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal

from taama.monitoring.models import Indicator
from taama.partners.models import Organisation
from taama.places.models import Area
from taama.plans.models import Activity

from .cells import Cell
from .rules import Given


@dataclass(frozen=True)
class RoundCard:
    """A round as the coordinator announces it."""

    title: Mapping[str, str]
    period_start: str
    period_end: str
    deadline: dt.datetime
    code: str = ""
    is_illustrative: bool = False


@dataclass(frozen=True)
class RequestCard:
    """What one organisation is to be asked: an indicator with its areas and parts, or an activity."""

    organisation: Organisation
    indicator: Indicator | None = None
    activity: Activity | None = None
    areas: Sequence[Area] = ()
    parts: Sequence[str] = ("",)
    with_total: bool = False
    is_share: bool = False


@dataclass(frozen=True)
class DraftCard:
    """What somebody wrote at one place; `seen` is the draft they had before them, empty for none."""

    cell: Cell
    given: str = Given.EMPTY
    value: Decimal | None = None
    state: str = ""
    written: str = ""
    reason: str = ""
    note: str = ""
    passing: str = ""
    passed: Sequence[str] = ()
    seen: str = ""


WORDS = ("given", "value", "state", "written", "reason", "note", "passing")
