"""An indicator's values as a line the size of a word."""

from collections.abc import Sequence
from decimal import Decimal

from django import template
from django.utils.safestring import SafeString, mark_safe

from taama.web.charts import sparkline

register = template.Library()


@register.filter
def small_line(values: Sequence[Decimal]) -> SafeString:
    """The line, beside the newest value that says it; drawn by us from numbers, so safe."""
    return mark_safe(sparkline(list(values)))
