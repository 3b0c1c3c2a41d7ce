"""Reading the plan: its current edition, activities by objective, milestones that are late."""

import datetime as dt
import uuid
from collections import Counter, defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from itertools import chain

from django.db.models import QuerySet

from taama.compact.models import Item
from taama.compact.queries import objectives
from taama.compact.rules import ItemKind
from taama.evidence.models import Citation
from taama.journal.models import Entry
from taama.journal.queries import entries_about
from taama.partners.models import Organisation

from ..models import Activity, Edition, Milestone
from ..rules import Status, is_late


def current_edition() -> Edition | None:
    """The edition of the plan in force; None before any is loaded."""
    return Edition.objects.filter(is_current=True).select_related("plan").order_by("plan__code").first()


def activities_of(edition: Edition) -> QuerySet[Activity]:
    """The activities of an edition by code, with all that a list shows."""
    found: QuerySet[Activity] = Activity.objects.filter(edition=edition).order_by("code")
    return with_ties(found)


def activities_serving(item: Item) -> QuerySet[Activity]:
    """Current activities tied to an objective, or to one of its actions."""
    return with_ties(Activity.objects.current().serving(item.pk))


def activity(code: str) -> Activity | None:
    """An activity of the current edition by its code, with all that its page shows."""
    found: Activity | None = Activity.objects.current().with_page().filter(code=code).first()
    return found


def activities_by_code() -> dict[str, Activity]:
    """The activities of current editions by code, for those who read files that name them."""
    return {found.code: found for found in Activity.objects.current()}


def with_ties(activities: QuerySet[Activity]) -> QuerySet[Activity]:
    """Activities with lead, axis and what they serve, in a fixed number of queries."""
    return activities.select_related("lead", "axis").prefetch_related("serves")


def late_milestones(on: dt.date) -> list[Milestone]:
    """Milestones of current, open activities that are due and not reached, the longest overdue first."""
    waiting = Milestone.objects.filter(reached_on="", activity__edition__is_current=True)
    waiting = waiting.exclude(activity__status__in=(Status.COMPLETED, Status.CANCELLED))
    found = waiting.select_related("activity__lead").order_by("due_on", "code")
    return [milestone for milestone in found if is_late(milestone.due_on, milestone.reached_on, on)]


def status_counts() -> dict[uuid.UUID, Counter[str]]:
    """How many current activities stand in each state, by objective, actions counted to theirs; one query."""
    ties = Activity.objects.current().order_by().values_list(
        "pk", "status", "serves__pk", "serves__kind", "serves__parent"
    )  # fmt: skip
    seen: set[tuple[uuid.UUID, uuid.UUID]] = set()
    counts: dict[uuid.UUID, Counter[str]] = defaultdict(Counter)
    for pk, status, item, kind, parent in ties:
        objective = parent if kind == ItemKind.ACTION else item
        if objective and (pk, objective) not in seen:
            seen.add((pk, objective))
            counts[objective][status] += 1
    return dict(counts)


@dataclass(frozen=True)
class Wanted:
    """What a reader asked the list for; empty means all."""

    status: str = ""
    lead: str = ""
    objective: str = ""


@dataclass(frozen=True)
class Group:
    """An objective with the activities that serve it."""

    objective: Item
    activities: list[Activity]


@dataclass(frozen=True)
class PlanPage:
    """All that the plan's page shows."""

    edition: Edition
    groups: list[Group]
    counts: list[tuple[Status, int]]
    leads: list[Organisation]
    objectives: list[Item]
    total: int
    shown: int
    late: int


def plan_page(edition: Edition, wanted: Wanted, on: dt.date) -> PlanPage:
    """The plan by objective, the activities that answer what was asked."""
    everything = list(activities_of(edition).prefetch_related("milestones"))
    chosen = [one for one in everything if answers(one, wanted)]
    counted = Counter(one.status for one in everything)
    milestones = chain.from_iterable(one.milestones.all() for one in everything if one.is_open)
    every_objective = objectives()
    return PlanPage(
        edition=edition,
        groups=grouped(chosen, [one for one in every_objective if wanted.objective in ("", one.code)]),
        counts=[(status, counted[status]) for status in Status if counted[status]],
        leads=sorted({one.lead for one in everything}, key=lambda lead: lead.code),
        objectives=every_objective,
        total=len(everything),
        shown=len(chosen),
        late=sum(is_late(one.due_on, one.reached_on, on) for one in milestones),
    )


def answers(activity: Activity, wanted: Wanted) -> bool:
    """Whether an activity is what the reader asked for."""
    return (
        wanted.status in ("", activity.status)
        and wanted.lead in ("", activity.lead.code)
        and (not wanted.objective or wanted.objective in objective_codes(activity))
    )


def objective_codes(activity: Activity) -> set[str]:
    """Numbers of the objectives an activity serves, itself or through an action: 8(d) is of 8."""
    return {item.code.partition("(")[0] for item in activity.serves.all()}


def grouped(activities: list[Activity], under: list[Item]) -> list[Group]:
    """By objective, in the Compact's order; an activity stands under each it serves."""
    by_objective: Mapping[str, list[Activity]] = defaultdict(list)
    for one in activities:
        for code in objective_codes(one):
            by_objective[code].append(one)
    return [Group(item, by_objective[item.code]) for item in under if by_objective[item.code]]


def touched_by_people() -> frozenset[uuid.UUID]:
    """What somebody changed one by one, activities and all that belongs to them: a load leaves it alone."""
    entries = Entry.objects.filter(record_type__startswith="plans.")
    entries = entries.exclude(record_type__in=("plans.plan", "plans.edition"))
    return frozenset(uuid.UUID(pk) for pk in entries.values_list("record_id", flat=True))


def newest_entry(activity: Activity) -> int:
    """Number of the newest journal entry about an activity; 0 where there is none."""
    return entries_about(activity).values_list("seq", flat=True).first() or 0


@dataclass(frozen=True)
class Step:
    """A milestone, and whether it is late."""

    milestone: Milestone
    is_late: bool


@dataclass(frozen=True)
class ActivityPage:
    """All that an activity's page shows."""

    activity: Activity
    objectives: list[Item]
    actions: list[Item]
    steps: list[Step]
    citation: Citation | None


def activity_page(found: Activity, on: dt.date) -> ActivityPage:
    """One activity with what it serves, its steps and the passage it rests on."""
    items = sorted(found.serves.all(), key=lambda item: (item.position, item.code))
    steps = [Step(one, is_late(one.due_on, one.reached_on, on)) for one in found.milestones.all()]
    return ActivityPage(
        found,
        [item for item in items if item.kind == ItemKind.OBJECTIVE],
        [item for item in items if item.kind == ItemKind.ACTION],
        steps if found.is_open else [Step(step.milestone, False) for step in steps],
        Citation.objects.with_source().filter(pk=found.citation_id).first() if found.citation_id else None,
    )
