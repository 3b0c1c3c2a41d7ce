"""What the public may read of the journal, in which words; when a value is fresh, a trend good, a week over.

Plain Python.
"""

import calendar
import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal
from itertools import groupby

from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext_lazy

from taama.monitoring.rules import Dated, Direction, Frequency
from taama.web.partial_dates import first_day, last_day

PUBLIC_VERBS = {
    "evidence.document.received": ngettext_lazy("Document received", "%(count)s documents received", "count"),
    "evidence.finding.marked": ngettext_lazy("Finding marked", "%(count)s findings marked", "count"),
    "evidence.finding.judged": ngettext_lazy("Finding judged", "%(count)s findings judged", "count"),
    "evidence.conflict.ruled": ngettext_lazy(
        "Ruling on a conflict", "%(count)s rulings on conflicts", "count"
    ),
    "evidence.findings.loaded": ngettext_lazy("Findings loaded", "Findings loaded %(count)s times", "count"),
    "plans.plan.loaded": ngettext_lazy("Plan loaded", "Plan loaded %(count)s times", "count"),
    "plans.activity.added": ngettext_lazy("Activity added", "%(count)s activities added", "count"),
    "plans.activity.edited": ngettext_lazy("Activity edited", "%(count)s activities edited", "count"),
    "plans.milestone.reached": ngettext_lazy("Milestone reached", "%(count)s milestones reached", "count"),
    "monitoring.observations.loaded": ngettext_lazy(
        "Values loaded", "Values loaded %(count)s times", "count"
    ),
    "monitoring.observation.validated": ngettext_lazy(
        "Value validated", "%(count)s values validated", "count"
    ),
    "reviews.review.loaded": ngettext_lazy("Review loaded", "Review loaded %(count)s times", "count"),
    "reviews.section.written": ngettext_lazy("Section written", "%(count)s sections written", "count"),
    "reviews.review.compiled": ngettext_lazy("Review compiled", "%(count)s reviews compiled", "count"),
}
# A load of many records names one of them in its entry, by chance: only these speak of one thing.
OF_MANY = frozenset({"evidence.findings.loaded", "monitoring.observations.loaded"})

PILES = {
    "suggestions": _("Documents with suggestions to judge"),
    "findings": _("Findings that await a verdict"),
    "observations": _("Values that await validation"),
    "milestones": _("Milestones past their day"),
    "sections": _("Sections without a text"),
}


@dataclass(frozen=True)
class Happening:
    """One entry, as little of it as grouping needs."""

    seq: int
    verb: str
    on: dt.date


@dataclass(frozen=True)
class Bundle:
    """Entries of one verb and day, told as one; `newest` is the entry to name when it stands alone."""

    newest: int
    verb: str
    on: dt.date
    count: int

    @property
    def is_of_one(self) -> bool:
        """Whether it can be named: one entry, about one record."""
        return self.count == 1 and self.verb not in OF_MANY


def bundles(happenings: Iterable[Happening]) -> list[Bundle]:
    """Neighbouring entries of one verb and day as one, newest first; the same subject's repeats count each."""
    grouped = groupby(happenings, key=lambda happening: (happening.verb, happening.on))
    return [
        Bundle(members[0].seq, verb, on, len(members))
        for (verb, on), group in grouped
        if (members := list(group))
    ]


def in_words(bundle: Bundle) -> str:
    """What was done, in the reader's language."""
    return str(PUBLIC_VERBS[bundle.verb] % {"count": bundle.count})


# A value is fresh for two periods after its own: the next one, and the one in which that is collected.
FRESH_MONTHS = {Frequency.MONTH: 2, Frequency.QUARTER: 6, Frequency.YEAR: 24}
FRESH_MONTHS_OTHERWISE = 60


def is_fresh(time_end: str, frequency: str, on: dt.date) -> bool:
    """Whether a value that speaks of a time until `time_end` (a partial date) is young enough on a day."""
    months = (
        FRESH_MONTHS.get(Frequency(frequency), FRESH_MONTHS_OTHERWISE)
        if frequency
        else FRESH_MONTHS_OTHERWISE
    )
    return months_later(last_day(time_end), months) >= on


def months_later(day: dt.date, months: int) -> dt.date:
    """The same day so many months later; the last of its month stays the last."""
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    length = calendar.monthrange(year, month + 1)[1]
    is_last = day.day == calendar.monthrange(day.year, day.month)[1]
    return dt.date(year, month + 1, length if is_last else min(day.day, length))


# Quarters and months differ by a day or three, years by one; more than that is another kind of period.
ALIKE, LEAP_DAYS = Decimal("0.05"), 3


@dataclass(frozen=True)
class Trend:
    """From one value to the next: by how much, and whether that is the way one wants to go."""

    change: Decimal
    is_better: bool | None


def trend_of(before: Dated, now: Dated, direction: str) -> Trend | None:
    """A value against the one before it; None where one period is longer than the other: they do not compare."""
    lengths = [length_days(before), length_days(now)]
    if max(lengths) - min(lengths) > max(lengths) * ALIKE + LEAP_DAYS:
        return None
    change = now.value - before.value
    if not change or direction == Direction.NONE:
        return Trend(change, None)
    return Trend(change, (change > 0) == (direction == Direction.UP))


def length_days(one: Dated) -> int:
    """How many days a value speaks of."""
    return (last_day(one.end) - first_day(one.start)).days


def monday_of(day: dt.date) -> dt.date:
    """The Monday on or before a day."""
    return day - dt.timedelta(days=day.weekday())
