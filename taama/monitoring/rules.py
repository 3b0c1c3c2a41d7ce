"""How values are combined and progress is judged. Plain Python."""

from dataclasses import dataclass
from decimal import Decimal

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _


class Combine(TextChoices):
    """How values of several periods or areas make one."""

    LATEST = "latest", _("the latest value")
    SUM = "sum", _("the sum")
    MEAN = "mean", _("the mean")


class Direction(TextChoices):
    """Which way is better."""

    UP = "up", _("more is better")
    DOWN = "down", _("less is better")
    NONE = "none", _("neither")


class ObservationStatus(TextChoices):
    """How far a value has come; only validated ones are published."""

    SUBMITTED = "submitted", _("submitted")
    VALIDATED = "validated", _("validated")


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


def progress(standing: Standing) -> Progress:
    """The printed rule. No activity under way or done and no value is "no data", never green."""
    moving = standing.completed + standing.ongoing
    if not moving and not standing.indicators_with_data:
        return Progress.NO_DATA
    if standing.activities and standing.halted * 2 > standing.activities:
        return Progress.STALLED
    if is_done(standing):
        return Progress.DONE
    return Progress.UNDER_WAY if moving and standing.indicators_with_data else Progress.STARTING


def is_done(standing: Standing) -> bool:
    """All that was not halted is completed, and every target is met; there is at least one of each."""
    open_activities = standing.activities - standing.halted
    return bool(
        standing.completed
        and standing.completed == open_activities
        and standing.targets
        and standing.targets_met == standing.targets
    )


def target_met(value: Decimal, target: Decimal, direction: str) -> bool:
    """Whether a value reaches its target, in the indicator's direction."""
    return value <= target if direction == Direction.DOWN else value >= target


def share_of_way(baseline: Decimal, value: Decimal, target: Decimal) -> Decimal | None:
    """How much of the way from baseline to target is done (0 to 1, may exceed); None where they are equal."""
    return None if target == baseline else (value - baseline) / (target - baseline)
