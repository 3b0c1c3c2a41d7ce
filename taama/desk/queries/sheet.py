"""An objective on one sheet: status, three key figures, activities, what is missing."""

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass
from typing import TypeAlias

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from taama.compact.models import Item
from taama.compact.queries import objective as objective_numbered
from taama.evidence.models import Finding
from taama.evidence.queries import findings_for
from taama.monitoring.models import Observation
from taama.monitoring.queries import IndicatorLine, indicator_lines, standing_by_objective
from taama.monitoring.rules import Progress, Standing
from taama.plans.models import Activity
from taama.plans.queries import activities_serving, late_milestones

from ..rules import is_fresh
from .monday import Few, few

FIGURES = 3
ACTIVITIES = 12

KeyFigure: TypeAlias = Observation | Finding


@dataclass(frozen=True)
class ObjectiveSheet:
    """All that the sheet of an objective says; `missing` and `counts` in the reader's words."""

    item: Item
    on: dt.date
    standing: Standing
    progress: Progress
    figures: list[KeyFigure]
    activities: Few[Activity]
    missing: list[str]
    counts: str

    @property
    def is_illustrative(self) -> bool:
        """Whether anything here is made up."""
        shown = [*self.activities.shown, *self.figures]
        return any(getattr(one, "is_illustrative", False) for one in shown)


def objective_sheet(number: int, on: dt.date) -> ObjectiveSheet | None:
    """The sheet of an objective; None where there is no such number."""
    item = objective_numbered(number)
    if item is None:
        return None
    standing, progress = standing_by_objective()[item.pk]
    lines, findings = indicator_lines(item), list(findings_for(item))
    activities = list(activities_serving(item))
    late = sum(one.activity in activities for one in late_milestones(on))
    return ObjectiveSheet(
        item=item,
        on=on,
        standing=standing,
        progress=progress,
        figures=key_figures(lines, findings),
        activities=few(activities, ACTIVITIES),
        missing=list(missing(standing, lines, len(findings), late, on)),
        counts=counts(standing),
    )


def key_figures(lines: Iterable[IndicatorLine], findings: Iterable[Finding]) -> list[KeyFigure]:
    """Three figures: values a source states before illustrative ones, those with a target first, then findings."""
    values = [line for line in lines if line.current is not None]
    values.sort(key=lambda line: (line.current.is_illustrative, line.target is None))  # type: ignore[union-attr]
    chosen = [line.current for line in values if line.current is not None][:FIGURES]
    newest = sorted(findings, key=lambda one: one.period_end or one.as_of or one.date_value, reverse=True)
    return [*chosen, *newest[: FIGURES - len(chosen)]]


def counts(standing: Standing) -> str:
    """Activities and indicators in a sentence."""
    done = ngettext(
        "%(count)s activity, %(done)s completed",
        "%(count)s activities, %(done)s completed",
        standing.activities,
    ) % {"count": standing.activities, "done": standing.completed}
    known = ngettext(
        "%(count)s indicator, %(data)s with data",
        "%(count)s indicators, %(data)s with data",
        standing.indicators,
    ) % {"count": standing.indicators, "data": standing.indicators_with_data}
    return f"{done} · {known}"


def missing(
    standing: Standing, lines: Iterable[IndicatorLine], findings: int, late: int, on: dt.date
) -> Iterable[str]:
    """What is missing, in words; nothing where nothing is."""
    found = list(lines)
    if not standing.activities:
        yield _("No activity serves this objective.")
    if not found:
        yield _("No indicator is tied to this objective.")
    if not findings:
        yield _("No finding is tied to this objective.")
    if silent := [line for line in found if line.current is None]:
        yield ngettext(
            "%(count)s indicator has no value for the country.",
            "%(count)s indicators have no value for the country.",
            len(silent),
        ) % {"count": len(silent)}
    if stale := [line for line in found if line.current and not fresh(line, on)]:
        yield ngettext(
            "%(count)s indicator has no fresh value.", "%(count)s indicators have no fresh value.", len(stale)
        ) % {"count": len(stale)}
    if without := [line for line in found if line.target is None]:
        yield ngettext(
            "%(count)s indicator has no target.", "%(count)s indicators have no target.", len(without)
        ) % {"count": len(without)}
    if late:
        yield ngettext(
            "%(count)s milestone is past its day.", "%(count)s milestones are past their day.", late
        ) % {"count": late}


def fresh(line: IndicatorLine, on: dt.date) -> bool:
    """Whether an indicator's newest value is young enough."""
    return line.current is not None and is_fresh(line.current.time_end, line.indicator.frequency, on)
