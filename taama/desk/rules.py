"""Which journal verbs the public may read, in which words, and how many of a kind become one line. Plain Python."""

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass
from itertools import groupby

from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext_lazy

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
