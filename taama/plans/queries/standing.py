"""How activities stand against their dates, with the reasons; whatever it needs is prefetched once."""

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal

from django.db.models import Prefetch, QuerySet

from ..models import Activity, BudgetLine, Duty, Edition, StatusUpdate
from ..rules import Reason, Standing, Step, is_standing, reasons_for, standing_of


@dataclass(frozen=True)
class Line:
    """An activity as lists show it."""

    activity: Activity
    standing: Standing
    reasons: tuple[Reason, ...]
    progress: int | None

    @property
    def objectives(self) -> list[str]:
        """Numbers of the objectives it serves, itself or through an action: 8(d) is of 8."""
        codes = {item.code.partition("(")[0] for item in self.activity.serves.all()}
        return sorted(codes, key=lambda code: (len(code), code))

    @property
    def share(self) -> Decimal | None:
        """Its progress from 0 to 1."""
        return None if self.progress is None else Decimal(self.progress) / 100


def with_everything(activities: QuerySet[Activity]) -> QuerySet[Activity]:
    """Activities with all that lists, filters and totals ask of them, in a fixed number of queries."""
    return activities.select_related("lead", "axis", "edition__plan").prefetch_related(
        "serves",
        "participants",
        "areas",
        "milestones",
        "risks",
        Prefetch("duties", Duty.objects.select_related("organisation")),
        Prefetch("budget_lines", BudgetLine.objects.select_related("funder")),
        Prefetch("updates", StatusUpdate.objects.only("id", "activity_id", "on", "progress", "written_at")),
    )


def lines_of(edition: Edition, on: dt.date) -> list[Line]:
    """Every activity of an edition by code, with its standing on a day."""
    found = with_everything(Activity.objects.filter(edition=edition).order_by("code"))
    return [line(one, on) for one in found]


def line(activity: Activity, on: dt.date) -> Line:
    """One activity with its standing."""
    steps = [Step(one.due_on, one.reached_on) for one in activity.milestones.all()]
    risks = [int(one.level) for one in activity.risks.all() if one.is_open]
    reasons = reasons_for(activity.status, activity.starts_on, activity.ends_on, steps, risks, on)
    return Line(
        activity, standing_of(activity.status, reasons), reasons, newest_progress(activity.updates.all())
    )


def newest_progress(updates: Iterable[StatusUpdate]) -> int | None:
    """The newest progress anybody gave; None where nobody did."""
    given = [one for one in updates if one.progress is not None]
    newest = max(given, key=lambda one: (one.on, one.written_at), default=None)
    return newest.progress if newest else None


def roles_in(activity: Activity, on: dt.date) -> dict[str, set[str]]:
    """Codes of organisations by the role they have in an activity on a day, the plan's own word among them."""
    roles: dict[str, set[str]] = {"lead": {activity.lead.code}, "contributes": set()}
    roles["contributes"] |= {one.code for one in activity.participants.all()}
    for duty in activity.duties.all():
        if is_standing(duty.began_on, duty.ended_on, on):
            roles.setdefault(duty.role, set()).add(duty.organisation.code)
    return roles
