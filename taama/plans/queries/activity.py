"""One activity with everything its page shows."""

import datetime as dt
from dataclasses import dataclass

from taama.compact.models import Item
from taama.compact.rules import ItemKind
from taama.evidence.models import Citation

from ..models import Activity, Duty, ExpectedResult, Milestone, Risk, StatusUpdate
from ..rules import is_late, is_standing
from .money import ActivityMoney, activity_money
from .standing import Line, line


@dataclass(frozen=True)
class Step:
    """A milestone, and whether it is late."""

    milestone: Milestone
    is_late: bool


@dataclass(frozen=True)
class ActivityPage:
    """All that an activity's page shows."""

    activity: Activity
    line: Line
    objectives: list[Item]
    actions: list[Item]
    steps: list[Step]
    citation: Citation | None
    duties: list[Duty]
    former: list[Duty]
    updates: list[StatusUpdate]
    risks: list[Risk]
    closed: list[Risk]
    results: list[ExpectedResult]
    money: ActivityMoney


def activity_page(found: Activity, on: dt.date) -> ActivityPage:
    """One activity with what it serves, its steps and the passage it rests on."""
    items = sorted(found.serves.all(), key=lambda item: (item.position, item.code))
    steps = [Step(one, is_late(one.due_on, one.reached_on, on)) for one in found.milestones.all()]
    duties = list(found.duties.select_related("organisation").order_by("role", "began_on"))
    risks = list(found.risks.select_related("owner"))
    return ActivityPage(
        activity=found,
        line=line(found, on),
        objectives=[item for item in items if item.kind == ItemKind.OBJECTIVE],
        actions=[item for item in items if item.kind == ItemKind.ACTION],
        steps=steps if found.is_open else [Step(step.milestone, False) for step in steps],
        citation=cited(found.citation_id),
        duties=[one for one in duties if is_standing(one.began_on, one.ended_on, on)],
        former=[one for one in duties if not is_standing(one.began_on, one.ended_on, on)],
        updates=said_of(found),
        risks=[one for one in risks if one.is_open],
        closed=[one for one in risks if not one.is_open],
        results=list(found.results.select_related("objective")),
        money=activity_money(found),
    )


def cited(pk: object) -> Citation | None:
    """A citation with its source."""
    return Citation.objects.with_source().filter(pk=pk).first() if pk else None


def said_of(activity: Activity) -> list[StatusUpdate]:
    """What was said of it, newest first, with the passages that prove it."""
    return list(
        activity.updates.select_related(
            "organisation", "written_by", "citation__passage__reading__document"
        ).defer("citation__passage__reading__text")
    )
