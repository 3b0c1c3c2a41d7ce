"""How values are combined and progress is judged. Plain Python."""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from itertools import pairwise

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _

from taama.web.partial_dates import first_day, last_day


class Combine(TextChoices):
    """How values of several periods or areas make one."""

    LATEST = "latest", _("the latest value")
    SUM = "sum", _("the sum")
    MEAN = "mean", _("the mean")
    WEIGHTED_MEAN = "weighted", _("the mean, each weighted")
    RATIO = "ratio", _("the ratio of the sums")
    MAXIMUM = "maximum", _("the greatest")
    DISTINCT = "distinct", _("the count of different persons")


ADDS_PERIODS = frozenset({Combine.SUM, Combine.MEAN})  # what only a flow may do
NEEDS_A_BASE = frozenset({Combine.WEIGHTED_MEAN, Combine.RATIO})


class Answer(TextChoices):
    """What was answered: a number (zero is one), or why there is none. Silence is no answer and no record."""

    VALUE = "value", _("a value")
    NOT_APPLICABLE = "not_applicable", _("not applicable")
    WITHHELD = "withheld", _("withheld")


class Counting(TextChoices):
    """How people come into a count: counts made in different ways are never added."""

    REGISTERED = "registered", _("persons registered")
    ASSISTED = "assisted", _("persons assisted")
    ESTIMATED = "estimated", _("estimates by key informants")
    OBSERVED = "observed", _("movements observed")
    ADMINISTRATIVE = "administrative", _("entries of an administrative register")
    SURVEYED = "surveyed", _("answers of a survey")


class Frequency(TextChoices):
    """How often a value is due."""

    MONTH = "month", _("every month")
    QUARTER = "quarter", _("every quarter")
    YEAR = "year", _("every year")
    OCCASIONAL = "occasional", _("from time to time")


class Direction(TextChoices):
    """Which way is better."""

    UP = "up", _("more is better")
    DOWN = "down", _("less is better")
    NONE = "none", _("neither")


class ObservationStatus(TextChoices):
    """How far a value has come; only validated ones are published."""

    SUBMITTED = "submitted", _("submitted")
    VALIDATED = "validated", _("validated")
    REFUSED = "refused", _("refused")


class Progress(TextChoices):
    """Where an objective stands, by the rule printed on its page."""

    DONE = "done", _("achieved")
    UNDER_WAY = "under_way", _("under way")
    STARTING = "starting", _("starting")
    STALLED = "stalled", _("stalled")
    NO_DATA = "no_data", _("no data")


@dataclass(frozen=True)
class Standing:
    """What an objective's progress is judged from."""

    activities: int
    completed: int
    ongoing: int
    halted: int
    indicators: int
    indicators_with_data: int
    targets_met: int
    targets: int


@dataclass(frozen=True)
class ProgressRule:
    """What a country can set in the rule for progress.

    `stalled_above`: the share of activities suspended or cancelled that is too much; `done_from`: the share of targets
    that must be met.
    """

    stalled_above: Decimal = Decimal("0.5")
    done_from: Decimal = Decimal(1)


def progress(standing: Standing, rule: ProgressRule = ProgressRule()) -> Progress:  # frozen
    """The printed rule. No activity under way or done and no value is "no data", never green."""
    moving = standing.completed + standing.ongoing
    if not moving and not standing.indicators_with_data:
        return Progress.NO_DATA
    if standing.halted > rule.stalled_above * standing.activities:
        return Progress.STALLED
    if is_done(standing, rule):
        return Progress.DONE
    return Progress.UNDER_WAY if moving and standing.indicators_with_data else Progress.STARTING


def is_done(standing: Standing, rule: ProgressRule) -> bool:
    """All that was not halted is completed, and enough targets are met; there is at least one of each."""
    open_activities = standing.activities - standing.halted
    return bool(
        standing.completed
        and standing.completed == open_activities
        and standing.targets
        and standing.targets_met >= rule.done_from * standing.targets
    )


def target_met(value: Decimal, target: Decimal, direction: str) -> bool:
    """Whether a value reaches its target, in the indicator's direction."""
    return value <= target if direction == Direction.DOWN else value >= target


def share_of_way(baseline: Decimal, value: Decimal, target: Decimal) -> Decimal | None:
    """How much of the way from baseline to target is done (0 to 1, may exceed); None where they are equal."""
    return None if target == baseline else (value - baseline) / (target - baseline)


@dataclass(frozen=True)
class Dated:
    """A value with the time it speaks of: partial dates."""

    value: Decimal
    start: str
    end: str


def reached(values: Sequence[Dated], combine: str, kind: str) -> Decimal | None:
    """What an indicator has reached by its rule, of values oldest first; None for none, and where none may be made.

    Stocks are never added, nor flows whose periods overlap: a person would be counted twice.
    """
    if not values:
        return None
    if combine == Combine.MAXIMUM:
        return max(one.value for one in values)
    if combine not in ADDS_PERIODS:
        return values[-1].value
    if kind != "flow" or overlap(values):
        return None
    total = sum((one.value for one in values), Decimal(0))
    return total if combine == Combine.SUM else total / len(values)


def overlap(values: Iterable[Dated]) -> bool:
    """Whether two of these periods share a day."""
    spans = sorted((first_day(one.start), last_day(one.end)) for one in values)
    return any(later[0] <= earlier[1] for earlier, later in pairwise(spans))


def share_day(one: tuple[str, str], other: tuple[str, str]) -> bool:
    """Whether two periods (start, end) share a day."""
    return first_day(one[0]) <= last_day(other[1]) and first_day(other[0]) <= last_day(one[1])


class NoSuchBreakdown(ValueError):
    """The text is no breakdown."""


def breakdown_of(text: str) -> dict[str, str]:
    """`sex=female|age=0-17` as a mapping with sorted names; NoSuchBreakdown if it is none."""
    parts = [part.partition("=") for part in text.split("|") if part.strip()]
    found = {name.strip(): value.strip() for name, _sign, value in parts}
    if len(found) != len(parts) or not all(name and value for name, value in found.items()):
        raise NoSuchBreakdown(text)
    return dict(sorted(found.items()))


def breakdown_text(breakdown: Mapping[str, str]) -> str:
    """A breakdown as it is written in files and references."""
    return "|".join(f"{name}={breakdown[name]}" for name in sorted(breakdown))


REFERENCE = re.compile(
    r"(?P<indicator>[a-z0-9-]+)(?:@(?P<time>\d[\d-]*))?"
    r"(?:#(?P<area>[A-Za-z0-9]+)(?!=))?(?:\[(?P<inside>[^\]]+)\]|#(?P<part>[^#\[\]]+=[^#\[\]]+))?"
)


class NoSuchReference(ValueError):
    """The text refers to no observation."""


@dataclass(frozen=True)
class Reference:
    """An observation as a text names it: indicator, time, area, breakdown; empty for the newest, the whole."""

    indicator: str
    time: str = ""
    area: str = ""
    breakdown: str = ""


def reference_of(text: str) -> Reference:
    """`INDICATOR`, `INDICATOR@2022`, `INDICATOR@2022#ML07`, `INDICATOR[sex=female]`, `INDICATOR#sex=female`.

    NoSuchReference if it is none.
    """
    found = REFERENCE.fullmatch(text.strip())
    if not found:
        raise NoSuchReference(text)
    try:
        breakdown = breakdown_text(breakdown_of(found["inside"] or found["part"] or ""))
    except NoSuchBreakdown as error:
        raise NoSuchReference(text) from error
    return Reference(found["indicator"], found["time"] or "", found["area"] or "", breakdown)


def may_be_validated(recorded_by: object, by: object) -> bool:
    """Four eyes: whoever entered a value does not validate it; one loaded from a file has no person."""
    return recorded_by is None or recorded_by != by
