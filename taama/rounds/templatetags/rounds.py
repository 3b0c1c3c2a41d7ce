"""Filters of the pages of rounds: answers, remarks, parts and moments in words."""

import datetime as dt
from collections.abc import Mapping
from decimal import Decimal

from django import template
from django.utils import timezone
from django.utils.translation import gettext as _

from taama.plans.rules import Status
from taama.rounds import wording
from taama.rounds.checks import Remark
from taama.rounds.models import Draft, PassedWarning
from taama.rounds.queries import Line
from taama.rounds.rules import Completeness, Counted
from taama.web import formatting
from taama.web.templatetags.taama import reader

register = template.Library()


@register.filter
def typed(value: Decimal | str | None) -> str:
    """A number as a field bears it: read back, it is the same number; a template gives "" where there is no draft."""
    if not isinstance(value, Decimal):
        return ""
    whole, _point, decimals = f"{value:f}".partition(".")
    decimals = decimals.rstrip("0")
    return f"{whole}.{decimals.ljust(4, '0') if len(decimals) == 3 else decimals}" if decimals else whole


@register.filter
def remark_said(remark: Remark | PassedWarning) -> str:
    """What a check found, in words."""
    return wording.remark_in_words(remark.code, remark.detail, reader())


@register.filter
def part_said(part: str) -> str:
    """A part of the total in words."""
    return wording.part_in_words(part)


@register.filter
def moment(value: dt.datetime) -> str:
    """A day, an hour and whose hour it is."""
    return wording.moment_in_words(timezone.localtime(value), reader())


@register.filter
def draft_said(draft: Draft) -> str:
    """What somebody answered, with its unit."""
    if draft.state:
        return str(Status(draft.state).label)
    if draft.value is not None and draft.request.indicator is not None:
        return formatting.quantity(draft.value, draft.request.indicator.unit, reader())
    return draft.written or str(draft.get_given_display())


@register.filter
def told_to(line: Line, is_own: bool) -> Draft | None:
    """What a reader sees at a place: the organisation its drafts, others only what was handed in."""
    return line.draft if is_own else line.handed


@register.filter
def counted(completeness: Completeness, name: str) -> int:
    """How many answers count as this."""
    return completeness.counts[Counted(name)]


@register.filter
def percent(share: int | None) -> str:
    """A share, or a dash where nothing was owed."""
    return "–" if share is None else _("%(share)s%%") % {"share": share}


@register.filter
def at(texts: Mapping[str, str], key: str) -> str:
    """The text at a key; empty where there is none."""
    return texts.get(key, "")
