"""From a chart to its SVG text."""

from collections.abc import Callable

from .over_time import columns, lines
from .rows import bars, ranges, stacked, timeline
from .shapes import Chart
from .sheet import MUTED, SIZE, WIDTH, Sheet, words
from .tiles import tiles
from .words import values, word

DRAWN: dict[str, Callable[[Sheet], None]] = {
    "columns": columns,
    "bars": bars,
    "line": lines,
    "range": ranges,
    "stacked": stacked,
    "timeline": timeline,
    "map": tiles,
}


def draw(chart: Chart, language: str, width: int = WIDTH) -> str:
    """The chart as SVG text, the same each time; where it has no value, words say so."""
    sheet = Sheet(chart, language, width)
    if is_empty(chart):
        say_empty(sheet)
    else:
        DRAWN[chart.kind](sheet)
    return sheet.svg()


def is_empty(chart: Chart) -> bool:
    """Whether there is nothing to draw."""
    if chart.kind == "timeline":
        return not chart.points
    if chart.kind == "range" and chart.is_dated:
        return False
    if chart.kind == "map":
        return not chart.cells
    return not chart.points or not values(chart)


def say_empty(sheet: Sheet) -> None:
    """Words in place of marks."""
    sheet.add(
        words(sheet.width / 2, 40, word("empty", sheet.language), size=SIZE, fill=MUTED, anchor="middle")
    )
    sheet.top = 64
