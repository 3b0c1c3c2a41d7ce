"""Filters of the pages that show values: the value and its breakdown in words, a line the size of a word."""

from collections.abc import Mapping, Sequence
from decimal import Decimal

from django import template
from django.utils.safestring import SafeString, mark_safe

from taama.monitoring import wording
from taama.monitoring.models import Observation
from taama.monitoring.queries import progress_rule
from taama.web import formatting
from taama.web.charts import sparkline
from taama.web.templatetags.taama import reader

register = template.Library()


@register.filter
def small_line(values: Sequence[Decimal]) -> SafeString:
    """The line, beside the newest value that says it; drawn by us from numbers, so safe."""
    return mark_safe(sparkline(list(values)))


@register.filter
def value_said(one: Observation) -> str:
    """The value in words, with its source's hedge."""
    return wording.value_in_words(one, reader())


@register.filter
def number_said(one: Observation) -> str:
    """The same without its unit, for a table whose head names it."""
    return wording.number_in_words(one, reader())


@register.filter
def breakdown_said(breakdown: Mapping[str, str]) -> str:
    """The parts in words."""
    return wording.breakdown_in_words(breakdown)


@register.filter
def broken_down_by(kind: str) -> str:
    """The name of a breakdown in words; of several, each."""
    return " × ".join(wording.breakdown_name(name) for name in kind.split("|"))


@register.filter
def rule_said(rule: str) -> str:
    """The rule of an indicator in words."""
    return wording.rule_in_words(rule)


@register.filter
def why_said(why: str) -> str:
    """Why a value is not in a figure."""
    return wording.why_in_words(why)


@register.simple_tag
def progress_share(name: str) -> str:
    """A share that the country has set in the rule for progress: « 50 % »."""
    share: Decimal = getattr(progress_rule(), name)
    return formatting.quantity(share * 100, "percent", reader())
