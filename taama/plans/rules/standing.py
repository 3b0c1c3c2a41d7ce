"""Whether an activity is late or at risk, by rules that pages print. Plain Python."""

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from django.db.models import IntegerChoices, TextChoices
from django.utils.translation import gettext_lazy as _

from taama.web.partial_dates import first_day, last_day

from .states import Status, is_late

NEAR_DAYS = 30


class Standing(TextChoices):
    """How an activity stands against its own dates."""

    LATE = "late", _("late")
    AT_RISK = "at_risk", _("at risk")
    ON_COURSE = "on_course", _("on course")
    OVER = "over", _("over")


class Reason(TextChoices):
    """Why it stands so: the rule, in words."""

    MILESTONE_LATE = "milestone_late", _("a milestone is past its day and not reached")
    PAST_ITS_END = "past_its_end", _("its last day is past and it is not completed")
    NOT_STARTED = "not_started", _("its first day is past and it has not started")
    SUSPENDED = "suspended", _("it is suspended")
    HIGH_RISK = "high_risk", _("an open risk is high")
    MILESTONE_NEAR = "milestone_near", _("a milestone is due within 30 days")


class RiskLevel(IntegerChoices):
    """Likelihood or impact of a risk."""

    LOW = 1, _("low")
    MEDIUM = 2, _("medium")
    HIGH = 3, _("high")


MAKES_LATE = (Reason.MILESTONE_LATE, Reason.PAST_ITS_END, Reason.NOT_STARTED)
REASONS: dict[Standing, tuple[Reason, ...]] = {
    Standing.LATE: MAKES_LATE,
    Standing.AT_RISK: tuple(reason for reason in Reason if reason not in MAKES_LATE),
}


@dataclass(frozen=True)
class Step:
    """When a milestone is due and was reached."""

    due_on: str
    reached_on: str = ""


def reasons_for(
    status: str, starts_on: str, ends_on: str, steps: Sequence[Step], risks: Sequence[int], on: dt.date
) -> tuple[Reason, ...]:
    """Every rule an open activity falls under on a day; `risks` are the levels of its open risks."""
    if status in (Status.COMPLETED, Status.CANCELLED):
        return ()
    holds: dict[Reason, Any] = {
        Reason.MILESTONE_LATE: any(is_late(step.due_on, step.reached_on, on) for step in steps),
        Reason.PAST_ITS_END: ends_on and last_day(ends_on) < on,
        Reason.NOT_STARTED: status == Status.YET_TO_START and starts_on and last_day(starts_on) < on,
        Reason.SUSPENDED: status == Status.SUSPENDED,
        Reason.HIGH_RISK: RiskLevel.HIGH in risks,
        Reason.MILESTONE_NEAR: any(is_near(step, on) for step in steps),
    }
    return tuple(reason for reason in Reason if holds[reason])


def is_near(step: Step, on: dt.date) -> bool:
    """Whether a milestone that is not reached is due within the coming days."""
    if step.reached_on or is_late(step.due_on, step.reached_on, on):
        return False
    return first_day(step.due_on) >= on and last_day(step.due_on) <= on + dt.timedelta(days=NEAR_DAYS)


def standing_of(status: str, reasons: Sequence[Reason]) -> Standing:
    """The standing that follows from the state and the reasons."""
    if status in (Status.COMPLETED, Status.CANCELLED):
        return Standing.OVER
    if any(reason in MAKES_LATE for reason in reasons):
        return Standing.LATE
    return Standing.AT_RISK if reasons else Standing.ON_COURSE


def risk_level(likelihood: int, impact: int) -> RiskLevel:
    """Likelihood times impact: 1 and 2 are low, 3 and 4 medium, 6 and 9 high."""
    product = likelihood * impact
    if product >= 6:
        return RiskLevel.HIGH
    return RiskLevel.MEDIUM if product >= 3 else RiskLevel.LOW


def lies_in_year(starts_on: str, ends_on: str, year: str) -> bool:
    """Whether an activity runs in a year; an open end runs on, no dates at all are in no year."""
    if not (starts_on or ends_on) or not year.isdigit():
        return False
    return (starts_on or ends_on)[:4] <= year and (not ends_on or year <= ends_on[:4])
