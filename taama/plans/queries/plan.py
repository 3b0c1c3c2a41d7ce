"""Reading the plan: its current edition, activities by objective, milestones that are late."""

import datetime as dt
import uuid
from collections import Counter, defaultdict

from django.db.models import QuerySet

from taama.compact.models import Item
from taama.compact.rules import ItemKind
from taama.journal.models import Entry
from taama.journal.queries import entries_about

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


def touched_by_people() -> frozenset[uuid.UUID]:
    """What somebody changed one by one, activities and all that belongs to them: a load leaves it alone."""
    entries = Entry.objects.filter(record_type__startswith="plans.")
    entries = entries.exclude(record_type__in=("plans.plan", "plans.edition"))
    return frozenset(uuid.UUID(pk) for pk in entries.values_list("record_id", flat=True))


def newest_entry(activity: Activity) -> int:
    """Number of the newest journal entry about an activity; 0 where there is none."""
    return entries_about(activity).values_list("seq", flat=True).first() or 0
