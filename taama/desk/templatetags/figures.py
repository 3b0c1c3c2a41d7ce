"""A figure in words: its value with the source's own hedge, its time, its place, its breakdown."""

from collections.abc import Sequence
from typing import Any

from django import template
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from taama.evidence.models import Finding
from taama.monitoring.models import Observation
from taama.web import formatting
from taama.web.charts import sparkline
from taama.web.languages import in_language

from ..access import shown_as

register = template.Library()


def reader() -> str:
    """The reader's language, two letters."""
    return (get_language() or "fr").split("-")[0]


@register.filter
def said(figure: Finding | Observation) -> str:
    """The value in words: « plus de 18 000 personnes », « juin 2020 »."""
    if isinstance(figure, Observation):
        return formatting.quantity(figure.value, figure.indicator.unit, reader())
    if figure.value is None:
        return formatting.partial_date(figure.date_value, reader())
    return formatting.qualified(
        figure.value, figure.question.unit, reader(), figure.qualifier, figure.value_high
    )


@register.filter
def told_of(figure: Finding | Observation) -> str:
    """The time it speaks of; empty where the source gives none."""
    if isinstance(figure, Observation):
        return formatting.period(figure.time_start, figure.time_end, reader())
    start, end = (figure.period_start, figure.period_end) if figure.period_start else (figure.as_of, figure.as_of)
    return formatting.period(start, end, reader()) if start or end else ""


@register.filter
def place(figure: Finding | Observation) -> str:
    """The place, an area with its code; the world where the source names no country."""
    if figure.area:
        return f"{figure.area.name} ({figure.area.code})"
    return in_language(figure.country.name, reader()) if figure.country else _("the world")


@register.filter
def spark(values: Sequence[Any]) -> SafeString:
    """A line the size of a word; drawn by us from numbers, so safe."""
    return mark_safe(sparkline(list(values)))


@register.simple_tag(takes_context=True)
def shown(context: template.Context, person: Any) -> str:
    """A person's name for those who sign in, the role for the public."""
    return shown_as(person, context["user"])
