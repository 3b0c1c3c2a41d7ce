"""Editions of a plan, old and new, and what one says otherwise than another."""

from dataclasses import dataclass
from typing import Any

from django.utils.translation import get_language

from taama.web.languages import in_language

from ..models import Activity, Edition
from ..rules import Comparison, compare
from .standing import with_everything


@dataclass(frozen=True)
class ComparisonPage:
    """Two editions side by side."""

    before: Edition
    after: Edition
    comparison: Comparison
    old: dict[str, Activity]
    new: dict[str, Activity]


def editions() -> list[Edition]:
    """Every edition of the plan, the newest first."""
    return list(Edition.objects.select_related("plan", "revises").order_by("-number"))


def edition_numbered(number: int) -> Edition | None:
    """An edition by its number."""
    return Edition.objects.filter(number=number).select_related("plan", "revises").first()


def draft_edition() -> Edition | None:
    """The edition that is being revised, if any."""
    return Edition.objects.filter(is_draft=True).select_related("plan", "revises").first()


def activity_of(edition: Edition, code: str) -> Activity | None:
    """An activity of any edition, with all that its page shows."""
    found: Activity | None = Activity.objects.filter(edition=edition, code=code).with_page().first()
    return found


def comparison_page(before: Edition, after: Edition) -> ComparisonPage:
    """What the later edition says otherwise than the earlier."""
    old, new = by_code(before), by_code(after)
    said = compare({c: described(a) for c, a in old.items()}, {c: described(a) for c, a in new.items()})
    return ComparisonPage(before, after, said, old, new)


def by_code(edition: Edition) -> dict[str, Activity]:
    """The activities of an edition by code."""
    return {one.code: one for one in with_everything(Activity.objects.filter(edition=edition))}


def described(activity: Activity) -> dict[str, Any]:
    """What an edition says of an activity, field by field, in the reader's words."""
    language = get_language() or "fr"
    return {
        "title": in_language(activity.title, language),
        "description": in_language(activity.description, language),
        "lead": in_language(activity.lead.name, language),
        "participants": names(activity.participants.all(), language),
        "serves": sorted(item.code for item in activity.serves.all()),
        "axis": in_language(activity.axis.title, language) if activity.axis else "",
        "areas": sorted(area.name for area in activity.areas.all()),
        "starts_on": activity.starts_on,
        "ends_on": activity.ends_on,
        "status": str(activity.get_status_display()),
        "planned_amount": (activity.planned_amount, activity.currency)
        if activity.planned_amount is not None
        else None,
        "milestones": sorted(
            (one.due_on, in_language(one.title, language)) for one in activity.milestones.all()
        ),
        "budget": budget(activity),
    }


def names(organisations: Any, language: str) -> list[str]:
    """Names of organisations in order."""
    return sorted(in_language(one.name, language) for one in organisations)


def budget(activity: Activity) -> list[tuple[int, str, str, Any, str]]:
    """Its budget lines in order."""
    return sorted(
        (one.year, one.funder.code if one.funder else "", one.stage, one.amount, one.currency)
        for one in activity.budget_lines.all()
    )
