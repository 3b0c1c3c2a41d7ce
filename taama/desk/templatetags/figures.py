"""A figure in words: its value with the source's own hedge, its time, its place, its breakdown."""

from django import template
from django.utils.translation import ngettext

from taama.desk import wording
from taama.desk.queries.objective import TrendLine
from taama.evidence.models import Finding
from taama.evidence.wording import answer_in_words, place_in_words, time_in_words
from taama.monitoring.models import Observation
from taama.monitoring.wording import value_in_words
from taama.web import formatting
from taama.web.languages import in_language
from taama.web.templatetags.taama import reader

register = template.Library()


@register.filter
def said(figure: Finding | Observation) -> str:
    """The value in words: « plus de 18 000 personnes », « juin 2020 »."""
    if isinstance(figure, Observation):
        return value_in_words(figure, reader())
    return answer_in_words(figure, reader())


@register.filter
def told_of(figure: Finding | Observation) -> str:
    """The time it speaks of; empty where the source gives none."""
    if isinstance(figure, Observation):
        return formatting.period(figure.time_start, figure.time_end, reader())
    return time_in_words(figure, reader())


@register.filter
def told_where(figure: Finding | Observation) -> str:
    """The place: an area with its code, the country, or the world."""
    if isinstance(figure, Finding):
        return place_in_words(figure, reader())
    area = figure.area
    return f"{area.name} ({area})" if area else in_language(figure.country.name, reader())


@register.filter
def publisher(value: Observation) -> str:
    """Who says so: the publisher of the document behind it, or the organisation that reported it."""
    return wording.publisher_of(value, reader())


@register.filter
def change_said(one: TrendLine) -> str:
    """By how much the newest value differs from the one before: « +380 »."""
    assert one.trend is not None
    change, unit = one.trend.change, one.line.indicator.unit
    said = formatting.quantity(change, "count" if unit == "percent" else unit, reader())
    signed = f"+{said}" if change > 0 else said
    if unit != "percent":
        return signed
    # Between two shares of a hundred lie points, not parts of a hundred.
    return ngettext("%(change)s point", "%(change)s points", int(abs(change))) % {"change": signed}


@register.filter
def breakable(text: str) -> str:
    """The same words, which may break before the unit: for large letters on a narrow card."""
    return text.replace(formatting.NBSP, " ")


@register.simple_tag
def owed(milestones: int, answers: int) -> str:
    """What an organisation owes, in words."""
    return wording.owed_in_words(milestones, answers)


@register.simple_tag
def needed(kind: str, missing: int) -> str:
    """What a date needs and is missing, in words."""
    return wording.need_in_words(kind, missing)


@register.filter
def time_left(days: int | None) -> str:
    """How far a day is, in words."""
    return wording.time_left(days)
