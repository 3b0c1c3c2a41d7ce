"""What is due when, what counts as answered, who may stand in for whom. Plain Python."""

import datetime as dt
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _

from taama.monitoring.rules import Frequency
from taama.web.partial_dates import first_day, last_day


class RoundStatus(TextChoices):
    """Whether answers are still taken."""

    OPEN = "open", _("open")
    CLOSED = "closed", _("closed")


class Given(TextChoices):
    """What stands in a field of the form; left empty is not reported, and never zero."""

    EMPTY = "empty", _("left empty")
    VALUE = "value", _("a value")
    NOT_APPLICABLE = "not_applicable", _("not applicable")
    WITHHELD = "withheld", _("withheld")


class Outcome(TextChoices):
    """What became of a submitted answer."""

    WAITING = "waiting", _("waits for validation")
    ACCEPTED = "accepted", _("accepted")
    RETURNED = "returned", _("returned")


class Counted(TextChoices):
    """As what an answer that is owed counts: five things that are never added up to one."""

    VALUE = "value", _("a value")
    NOT_APPLICABLE = "not_applicable", _("not applicable")
    WITHHELD = "withheld", _("withheld")
    NOT_REPORTED = "not_reported", _("not reported")
    NOT_YET_DUE = "not_yet_due", _("not yet due")


class Punctuality(TextChoices):
    """When an organisation handed in what it owed."""

    ON_TIME = "on_time", _("on time")
    LATE = "late", _("late")
    PARTLY = "partly", _("in part")
    MISSING = "missing", _("nothing yet")


def is_due(frequency: str, start: str, end: str) -> bool:
    """Whether an indicator of this frequency is due in a round of this period; one of no frequency is not."""
    last = last_day(end)
    if frequency == Frequency.MONTH:
        return True
    if frequency == Frequency.QUARTER:
        return months(start, end) >= 3
    return frequency == Frequency.YEAR and last.month == 12


def months(start: str, end: str) -> int:
    """How many months a period touches."""
    first, last = first_day(start), last_day(end)
    return (last.year - first.year) * 12 + last.month - first.month + 1


def time_asked(kind: str, frequency: str, start: str, end: str) -> tuple[str, str]:
    """The (start, end) a value is asked for: a stock on the last day, a yearly flow for its year."""
    first, last = first_day(start), last_day(end)
    if kind != "flow":
        return last.isoformat(), last.isoformat()
    if frequency == Frequency.YEAR:
        first = dt.date(last.year, 1, 1)
    return first.isoformat(), last.isoformat()


def is_late(deadline: dt.datetime, now: dt.datetime) -> bool:
    """Whether the deadline has passed; its very minute is in time."""
    return now > deadline


def counted_as(given: str, *, is_handed_in: bool, is_past: bool) -> Counted:
    """As what an owed answer counts: only what was handed in, and silence only once its time has passed."""
    if is_handed_in and given != Given.EMPTY:
        return Counted(given)
    return Counted.NOT_REPORTED if is_past else Counted.NOT_YET_DUE


def punctuality(handed_in: Sequence[dt.datetime], owed: int, deadline: dt.datetime) -> Punctuality:
    """When what was owed came in: the moments of the answers handed in, against the deadline."""
    if not handed_in:
        return Punctuality.MISSING
    if len(handed_in) < owed:
        return Punctuality.PARTLY
    return Punctuality.LATE if is_late(deadline, max(handed_in)) else Punctuality.ON_TIME


@dataclass(frozen=True)
class Completeness:
    """How many answers were owed, and as what each counts."""

    counts: dict[Counted, int]

    @property
    def owed(self) -> int:
        """All of them."""
        return sum(self.counts.values())

    @property
    def answered(self) -> int:
        """Those with an answer, of whichever kind; zero is a value."""
        return self.owed - self.counts[Counted.NOT_REPORTED] - self.counts[Counted.NOT_YET_DUE]

    @property
    def share(self) -> int | None:
        """In percent, rounded down: 99.6 is not complete; None where nothing was owed."""
        return self.answered * 100 // self.owed if self.owed else None

    def __add__(self, other: "Completeness") -> "Completeness":
        return Completeness({one: self.counts[one] + other.counts[one] for one in Counted})


def completeness(answers: Iterable[Counted]) -> Completeness:
    """Counted up."""
    found = list(answers)
    return Completeness({one: found.count(one) for one in Counted})


def stands_in(starts_on: dt.date, ends_on: dt.date, on: dt.date) -> bool:
    """Whether a delegation holds on a day; both its days count."""
    return starts_on <= on <= ends_on


def may_be_judged(submitted_by: object, by: object) -> bool:
    """Four eyes: nobody judges what they handed in."""
    return submitted_by != by
