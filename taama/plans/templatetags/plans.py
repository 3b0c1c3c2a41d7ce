"""Filters of the plan's pages: look-ups, names of fields and roles, values of a comparison in words."""

from collections.abc import Mapping
from decimal import Decimal
from typing import Any

from django import template
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from taama.web import formatting
from taama.web.languages import in_language
from taama.web.partial_dates import NoSuchDate

from ..rules import DutyRole, Ties
from ..rules.standing import RiskLevel

register = template.Library()

FIELD_NAMES = {
    "title": _("title"),
    "description": _("description"),
    "lead": _("lead"),
    "participants": _("takes part"),
    "serves": _("serves"),
    "axis": _("axis"),
    "areas": _("areas"),
    "starts_on": _("starts"),
    "ends_on": _("ends"),
    "status": _("status"),
    "planned_amount": _("planned amount"),
    "milestones": _("milestones"),
    "budget": _("budget lines"),
}
BADGES = {RiskLevel.HIGH: "stalled", RiskLevel.MEDIUM: "starting"}


def reader() -> str:
    """The reader's language, two letters."""
    return (get_language() or "fr").split("-")[0]


@register.filter
def at(records: Mapping[str, Any], key: str) -> Any:
    """What stands under a key."""
    return records.get(key)


@register.filter
def short_name(item: Any) -> str:
    """An item's short name."""
    return in_language(item.short or item.title, reader()) if item else ""


@register.filter
def role_name(role: str) -> str:
    """A role in words."""
    return str(DutyRole(role).label)


@register.filter
def risk_badge(level: int) -> str:
    """The look of a risk's level."""
    return BADGES.get(RiskLevel(level), "grey")


@register.filter
def field_name(name: str) -> Any:
    """A field of an activity in words."""
    return FIELD_NAMES.get(name, name)


@register.filter
def written(value: Any) -> str:
    """A value of a comparison as a person reads it; a dash where there is none."""
    if value in (None, "", [], ()):
        return "–"
    if isinstance(value, list):
        return " ; ".join(written(one) for one in value)
    if isinstance(value, tuple):
        return ", ".join(written(one) for one in value if one not in (None, ""))
    if isinstance(value, Decimal):
        return formatting.number(value, reader())
    return dated(str(value))


def dated(text: str) -> str:
    """A full partial date in words; any other text, a bare year too, as it is."""
    try:
        return formatting.partial_date(text, reader()) if "-" in text else text
    except (NoSuchDate, ValueError):
        return text


@register.simple_tag
def tie_is(ties: Ties, axis: str, objective: str) -> SafeString:
    """A tick where an axis is tied to an objective."""
    return mark_safe(" checked") if (axis, objective) in ties else mark_safe("")


@register.simple_tag
def times(start: str, end: str) -> str:
    """A period in words; nothing where neither end is known."""
    return formatting.period(start, end, reader()) if start or end else ""
