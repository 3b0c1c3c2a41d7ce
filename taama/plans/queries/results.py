"""The logframe's side of the plan: objectives, results, activities, milestones, and codes of indicators."""

import datetime as dt
import uuid
from collections import defaultdict
from dataclasses import dataclass

from django.db.models import QuerySet

from taama.compact.models import Item
from taama.compact.queries import objectives

from ..models import Edition, ExpectedResult
from .standing import Line, lines_of


@dataclass(frozen=True)
class ResultLine:
    """An expected result with its activities as they stand."""

    result: ExpectedResult
    lines: list[Line]


@dataclass(frozen=True)
class Frame:
    """An objective with its results, and the activities that serve it under no result."""

    objective: Item
    results: list[ResultLine]
    loose: list[Line]


def results_of(edition: Edition) -> QuerySet[ExpectedResult]:
    """The expected results of an edition, in order, with their objective and activities."""
    found: QuerySet[ExpectedResult] = ExpectedResult.objects.filter(edition=edition)
    return found.select_related("objective").prefetch_related("activities")


def results_by_objective(edition: Edition) -> dict[str, list[ExpectedResult]]:
    """Expected results by the number of their objective, for rooms above that know the values."""
    found: dict[str, list[ExpectedResult]] = defaultdict(list)
    for one in results_of(edition):
        found[one.objective.code].append(one)
    return dict(found)


def indicator_codes(edition: Edition) -> set[str]:
    """Every code of an indicator that a result or a duty names."""
    return {code for one in ExpectedResult.objects.filter(edition=edition) for code in one.indicators}


def logframe(edition: Edition, on: dt.date) -> list[Frame]:
    """Every objective that has a result or an activity."""
    lines = {one.activity.pk: one for one in lines_of(edition, on)}
    by_objective = results_by_objective(edition)
    frames = [frame(item, by_objective.get(item.code, []), lines) for item in objectives()]
    return [one for one in frames if one.results or one.loose]


def frame(item: Item, results: list[ExpectedResult], lines: dict[uuid.UUID, Line]) -> Frame:
    """One objective."""
    held = {activity.pk for result in results for activity in result.activities.all()}
    return Frame(
        item,
        [ResultLine(one, [lines[a.pk] for a in one.activities.all() if a.pk in lines]) for one in results],
        [one for pk, one in lines.items() if pk not in held and one.objectives[:1] == [item.code]],
    )
