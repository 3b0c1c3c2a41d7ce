"""Values over time: columns, and lines with their names at their ends."""

from collections.abc import Sequence
from decimal import Decimal
from itertools import pairwise

from ..partial_dates import NoSuchDate, first_day
from .scales import Scale, scale
from .shapes import Point, Series
from .sheet import ATTENTION, INK, MUTED, NAMES, PAPER, SMALL, TINTS, Sheet, element, words
from .text_width import shortened, text_width
from .words import values, word

HEIGHT = 190
BELOW = 24
LONGEST_NAME = 150


def grid(sheet: Sheet, across: Scale, left: float, right: float) -> None:
    """Quiet lines with their values at the left."""
    for tick in across.ticks:
        y = across.at(tick)
        sheet.line(left, y, right, y)
        sheet.add(words(left - 8, y + 4, sheet.measure.short(tick), size=SMALL, fill=MUTED, anchor="end"))


def axis_width(sheet: Sheet, across: Scale) -> float:
    """Room for the values of the ticks."""
    return max(text_width(sheet.measure.short(tick), SMALL) for tick in across.ticks) + 12


def target_words(sheet: Sheet) -> str:
    """« cible 80 % », or nothing."""
    goal = sheet.chart.target
    return "" if goal is None else f"{word('target', sheet.language)} {sheet.measure.short(goal)}"


def target_line(sheet: Sheet, across: Scale, left: float, right: float) -> None:
    """A dashed line to reach."""
    if sheet.chart.target is not None:
        y = across.at(sheet.chart.target)
        sheet.line(left, y, right, y, stroke=INK, dash="5 4")


def columns(sheet: Sheet) -> None:
    """A column a period; several series stand side by side; the target is named at the right."""
    series = sheet.chart.series
    sheet.heading()
    if len(series) > 1:
        sheet.key([(TINTS[place % len(TINTS)], item.name) for place, item in enumerate(series)])
    bottom = sheet.top + 14 + HEIGHT
    across = scale(values(sheet.chart), bottom, sheet.top + 14)
    goal = target_words(sheet)
    left, right = axis_width(sheet, across), sheet.width - (text_width(goal, SMALL) + 10 if goal else 0)
    grid(sheet, across, left, right)
    slot = (right - left) / max(len(series[0].points), 1)
    placed = [
        (point, place, left + slot * index)
        for place, item in enumerate(series)
        for index, point in enumerate(item.points)
        if point.value is not None
    ]
    for point, place, x in placed:
        column(sheet, across, point, x, slot, place)
    if across.low < 0:
        sheet.line(left, across.at(Decimal(0)), right, across.at(Decimal(0)), stroke=MUTED)
    target_line(sheet, across, left, right)
    for point, place, x in placed:
        column_value(sheet, across, point, x, slot, place)
    labels_below(sheet, [point.label for point in series[0].points], left, slot, bottom)
    if sheet.chart.target is not None:
        sheet.add(words(right + 8, across.at(sheet.chart.target) + 4, goal, size=SMALL))
    sheet.top = bottom + BELOW


def column_box(sheet: Sheet, x: float, slot: float, place: int) -> tuple[float, float]:
    """Left edge and width of a column within its slot."""
    count = len(sheet.chart.series)
    width = min(slot * 0.64, 64 * count) / count
    return x + (slot - width * count) / 2 + width * place, width


def column(sheet: Sheet, across: Scale, point: Point, x: float, slot: float, place: int) -> None:
    """One column."""
    start, width = column_box(sheet, x, slot, place)
    y, ground = across.at(point.value or Decimal(0)), across.at(Decimal(0))
    fill = ATTENTION if point.attention else TINTS[place % len(TINTS)]
    gap = 1 if len(sheet.chart.series) > 1 else 0
    top, tall = min(y, ground), abs(ground - y)
    sheet.bar(start + gap, top, width - 2 * gap, tall, fill=fill, illustrative=point.illustrative)


def column_value(sheet: Sheet, across: Scale, point: Point, x: float, slot: float, place: int) -> None:
    """The value on top of its column, where there is room for it."""
    start, width = column_box(sheet, x, slot, place)
    count = len(sheet.chart.series)
    text = sheet.measure.short(point.value or Decimal(0))
    if text_width(text, SMALL) <= slot / count + 2:
        value = point.value or Decimal(0)
        y = across.at(value) + (16 if value < 0 else -6)
        sheet.add(halo(start + width / 2, y, text, bold=count == 1))


def halo(x: float, y: float, text: str, *, bold: bool) -> str:
    """Words in the middle, edged with paper so that a line behind does not strike them through."""
    edge = words(x, y, text, size=SMALL, fill=PAPER, anchor="middle", bold=bold)
    edge = edge.replace("<text ", f'<text stroke="{PAPER}" stroke-width="4" aria-hidden="true" ', 1)
    return edge + words(x, y, text, size=SMALL, anchor="middle", bold=bold)


def labels_below(sheet: Sheet, labels: list[str], left: float, slot: float, bottom: float) -> None:
    """Labels under the marks; where they are too many, every second, third …"""
    widest = max((text_width(label, SMALL) for label in labels), default=0) + 10
    every = max(1, -(-int(widest) // max(int(slot), 1)))
    for index, label in enumerate(labels):
        if index % every == 0:
            half = text_width(label, SMALL) / 2
            middle = min(left + slot * (index + 0.5), sheet.width - half - 1)
            sheet.add(words(middle, bottom + 18, label, size=SMALL, fill=MUTED, anchor="middle"))


def lines(sheet: Sheet) -> None:
    """One line a series; its name and last value at its end, as the target's."""
    series = [item for item in sheet.chart.series if any(point.value is not None for point in item.points)]
    sheet.heading()
    bottom = sheet.top + 14 + HEIGHT
    across = scale(values(sheet.chart), bottom, sheet.top + 14, from_zero=False)
    ends = line_ends(sheet, series, across)
    left = axis_width(sheet, across)
    right = sheet.width - 14 - max(text_width(text, SMALL, bold=True) for text, _, _ in ends)
    grid(sheet, across, left, right)
    along = placed_along(series, left + 14, right - 6)
    target_line(sheet, across, left, right)
    for place, item in enumerate(series):
        line(sheet, across, along, item, TINTS[place % len(TINTS)])
    for (text, colour, _), y in zip(ends, apart([y for _, _, y in ends]), strict=True):
        sheet.add(words(right + 10, y + 4, text, size=SMALL, fill=colour, bold=colour != INK))
    time_labels(sheet, along, bottom)
    sheet.top = bottom + BELOW


def line_ends(sheet: Sheet, series: Sequence[Series], across: Scale) -> list[tuple[str, str, float]]:
    """What stands at the right: words, their colour and height."""
    named = len(series) > 1
    ends = [
        (end_label(sheet, item, named), NAMES[place % len(NAMES)], across.at(last_value(item)))
        for place, item in enumerate(series)
    ]
    if sheet.chart.target is not None:
        ends.append((target_words(sheet), INK, across.at(sheet.chart.target)))
    return ends


def line(sheet: Sheet, across: Scale, along: dict[str, float], item: Series, colour: str) -> None:
    """The stretches between values that are there, then the dots."""
    stretch: list[str] = []
    path: list[str] = []
    for point in item.points:
        if point.value is None:
            path, stretch = [*path, *stretch], []
            continue
        move = "L" if stretch else "M"
        stretch.append(f"{move}{along[point.label]:.1f} {across.at(point.value):.1f}")
    path += stretch
    dash = "5 3" if all(point.illustrative for point in item.points) else None
    sheet.add(
        element("path", d="".join(path), fill="none", stroke=colour, stroke_width=2, stroke_dasharray=dash)
    )
    for point in item.points:
        if point.value is not None:
            fill = ATTENTION if point.attention else colour
            x, y = along[point.label], across.at(point.value)
            sheet.dot(x, y, radius=4, fill=fill, illustrative=point.illustrative)


def last_value(item: Series) -> Decimal:
    """The last value that is there."""
    return next(point.value for point in reversed(item.points) if point.value is not None)


def end_label(sheet: Sheet, item: Series, named: bool) -> str:
    """What stands at a line's end: its name where there are several, and its last value."""
    value = sheet.measure.short(last_value(item))
    return f"{shortened(item.name, SMALL, LONGEST_NAME)} {value}" if named and item.name else value


def placed_along(series: Sequence[Series], left: float, right: float) -> dict[str, float]:
    """Where each label stands: by its date where all have one, else at even steps."""
    order = {point.label: point.when or point.label for item in series for point in item.points}
    try:
        days = {label: first_day(when).toordinal() for label, when in order.items()}
    except NoSuchDate:
        days = {label: place for place, label in enumerate(order)}
    low, high = min(days.values()), max(days.values())
    span = high - low or 1
    return {label: left + (day - low) / span * (right - left) for label, day in days.items()}


def time_labels(sheet: Sheet, along: dict[str, float], bottom: float) -> None:
    """Labels under the line, those left out that would touch the one before."""
    free = -1.0
    for label, x in sorted(along.items(), key=lambda pair: pair[1]):
        half = text_width(label, SMALL) / 2
        if x - half > free:
            sheet.add(words(x, bottom + 18, label, size=SMALL, fill=MUTED, anchor="middle"))
            free = x + half + 8


def apart(heights: Sequence[float], least: float = 16) -> list[float]:
    """The heights moved down where two would touch."""
    moved = list(heights)
    order = sorted(range(len(moved)), key=lambda place: moved[place])
    for before, after in pairwise(order):
        moved[after] = max(moved[after], moved[before] + least)
    return moved
