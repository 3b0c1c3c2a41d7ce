"""An indicator's values as a chart and its rows."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext as _

from taama.web import formatting
from taama.web.charts import Chart, Point, Series, data_table, draw
from taama.web.languages import in_language

from .models import Indicator, Observation
from .queries import IndicatorLine
from .rules import Combine
from .wording import breakdown_in_words, hedged_by

FEW = 12
# Drawn for the narrow page: the same words stay large enough on a phone.
PHONE = 440


@dataclass(frozen=True)
class Drawing:
    """A chart as SVG, and what it shows in rows."""

    svg: SafeString
    rows: tuple[tuple[str, ...], ...]


def series_drawing(line: IndicatorLine, values: Sequence[Observation], language: str) -> Drawing:
    """The whole country's values over time; the target only where it is of the same measure as a value."""
    measured = line.target if line.indicator.rule == Combine.LATEST else None
    return drawing(
        line.indicator,
        "columns" if len(values) <= FEW else "line",
        [point(one, time_label(one, language, is_short=len(values) > FEW)) for one in values],
        language,
        target=measured.value if measured else None,
    )


def time_label(one: Observation, language: str, *, is_short: bool) -> str:
    """The period in words; where marks stand close, the year, or the month in which it ends."""
    period = formatting.period(one.time_start, one.time_end, language)
    if not is_short or len(period) == len("2026"):
        return period
    return formatting.partial_date(one.time_end[:7], language)


def area_drawing(of: Indicator, values: Sequence[Observation], language: str) -> Drawing:
    """The newest value of each area as bars, the highest first."""
    ordered = sorted(values, key=lambda one: -one.number)
    return drawing(of, "bars", [point(one, one.area.name if one.area else "") for one in ordered], language)


def part_drawing(of: Indicator, values: Sequence[Observation], language: str) -> Drawing:
    """The parts of a breakdown as bars."""
    return drawing(of, "bars", [point(one, breakdown_in_words(one.breakdown)) for one in values], language)


def drawing(of: Indicator, kind: str, points: Iterable[Point], language: str, **shape: object) -> Drawing:
    """Chart and rows."""
    title = in_language(of.title, language)
    alt = _("Values of the indicator “%(title)s”; the table beside it gives each.") % {"title": title}
    chart = Chart(kind, title, alt, of.unit, (Series("", tuple(points)),), **shape)  # type: ignore[arg-type]
    return Drawing(mark_safe(draw(chart, language, PHONE)), data_table(chart, language))


def point(one: Observation, label: str) -> Point:
    """One value as a mark, hedged as its source hedges it."""
    qualifier = finding.qualifier if (finding := hedged_by(one)) else "exactly"
    return Point(label, one.value, None, qualifier, one.is_illustrative, when=one.time_end)
