"""The plan drawn: bars in time, and a tile for each region."""

import datetime as dt
from collections.abc import Sequence
from decimal import Decimal
from html import escape

from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from taama.places.country import country
from taama.places.models import Area
from taama.web.charts import Cell, Chart, data_table, draw
from taama.web.charts.scales import Scale, years
from taama.web.charts.sheet import ACCENT, ATTENTION, GRID, INK, MUTED, PAPER, SMALL, box, element, words
from taama.web.charts.text_width import shortened
from taama.web.languages import in_language
from taama.web.partial_dates import first_day, last_day

from .queries import Line
from .rules import Standing

# Drawn for the narrow page: the same words stay large enough on a phone.
WIDTH = 440
ROW = 36
HEAD = 30
FILLS = {
    Standing.LATE: ATTENTION,
    Standing.AT_RISK: "#b9862b",
    Standing.ON_COURSE: ACCENT,
    Standing.OVER: "#8a9693",
}


def gantt(lines: Sequence[Line], language: str, today: dt.date) -> SafeString:
    """Each activity with a date as a bar under its title, milestones as diamonds, today as a line."""
    dated = [one for one in lines if one.activity.starts_on or one.activity.ends_on]
    if not dated:
        return mark_safe("")
    along = years([*(day for one in dated for day in span_of(one, today)), today], 0, WIDTH)
    height = HEAD + ROW * len(dated) + 6
    marks = [
        *grid(along, height),
        *(mark for n, one in enumerate(dated) for mark in bar(n, one, along, language, today)),
    ]
    now = round(along.at(Decimal(today.toordinal())), 1)
    marks.append(element("line", x1=now, y1=HEAD - 8, x2=now, y2=height, stroke=INK, stroke_dasharray="2 3"))
    alt = ngettext("%(count)s activity in time", "%(count)s activities in time", len(dated)) % {
        "count": len(dated)
    }
    drawn = element(
        "svg", "".join(marks), xmlns="http://www.w3.org/2000/svg", viewBox=f"0 0 {WIDTH} {height}", width=WIDTH,
        height=height, role="img", aria_label=alt, font_family="Noto Sans, sans-serif",
    )  # fmt: skip
    return mark_safe(drawn)


def span_of(line: Line, today: dt.date) -> tuple[dt.date, dt.date]:
    """First and last day; an open start begins with the end, an open end runs to today or the start."""
    one = line.activity
    start = first_day(one.starts_on or one.ends_on)
    return start, last_day(one.ends_on) if one.ends_on else max(today, start)


def grid(along: Scale, height: int) -> list[str]:
    """A line a year, its number above."""
    marks = []
    for tick in along.ticks:
        x = along.at(tick)
        marks.append(element("line", x1=x, y1=HEAD - 8, x2=x, y2=height, stroke=GRID))
        marks.append(words(x + 3, 14, str(dt.date.fromordinal(int(tick)).year), size=SMALL, fill=MUTED))
    return marks


def bar(row: int, line: Line, along: Scale, language: str, today: dt.date) -> list[str]:
    """Title, bar and milestones of one activity; dashed where it is illustrative."""
    start, end = span_of(line, today)
    y = HEAD + ROW * row
    left, right = (along.at(Decimal(day.toordinal())) for day in (start, end))
    title = shortened(in_language(line.activity.title, language), SMALL, WIDTH - 4)
    stroke, dash = (INK, "3 2") if line.activity.is_illustrative else (None, None)
    drawn = box(left, y + 18, max(right - left, 3), 9, fill=FILLS[line.standing], stroke=stroke, dash=dash)
    said = element("title", escape(f"{title}: {line.standing.label}", quote=False))
    return [words(2, y + 12, title, size=SMALL), element("g", said + drawn), *diamonds(line, along, y + 22.5)]


def diamonds(line: Line, along: Scale, y: float) -> list[str]:
    """A milestone on the day it is due, filled once it is reached."""
    marks = []
    for one in line.activity.milestones.all():
        x = along.at(Decimal(last_day(one.due_on).toordinal()))
        if 0 <= x <= WIDTH:
            fill = INK if one.reached_on else PAPER
            marks.append(element("path", d=f"M{x:.0f} {y - 5:.0f}l5 5-5 5-5-5z", fill=fill, stroke=INK))
    return marks


def where(lines: Sequence[Line], language: str) -> tuple[SafeString, tuple[tuple[str, ...], ...], int]:
    """(map of tiles, its rows, activities for the whole country): how many activities lie in each region."""
    regions = [
        one
        for one in Area.objects.in_edition(country().boundary_edition, level=1)
        if one.tile_row is not None
    ]
    counts = {area.code: 0 for area in regions}
    nation = 0
    for line in lines:
        codes = {area.code for area in line.activity.areas.all()}
        nation += not codes
        for code in codes & counts.keys():
            counts[code] += 1
    cells = tuple(
        Cell(one.tile_column or 0, one.tile_row or 0, one.name, Decimal(counts[one.code]), one.name)
        for one in regions
    )
    title = _("Activities by region")
    chart = Chart("map", title, _("Map of tiles: how many activities lie in each region."), cells=cells)
    return mark_safe(draw(chart, language, WIDTH)), data_table(chart, language), nation
