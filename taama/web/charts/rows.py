"""A row a thing: ranked bars, stacked parts, what each source says, dated events."""

import datetime as dt
from decimal import Decimal

from ..formatting import partial_date, qualified
from ..partial_dates import first_day, last_day
from .scales import Scale, scale, years
from .shapes import Point
from .sheet import ACCENT, ATTENTION, GRID, INK, MUTED, PAPER, SIZE, SMALL, Sheet, element, words
from .text_width import text_width, wrapped
from .words import values, word

LABELS = 236
PARTS = {
    "done": (ACCENT, PAPER),
    "under_way": ("#6fae94", INK),
    "starting": ("#cfe3d9", INK),
    "stalled": ("#b4462f", PAPER),
    "no_data": ("#e8ebea", INK),
    "": ("#6fae94", INK),
}


def label_width(points: tuple[Point, ...], bold: bool = False) -> float:
    """Room for the labels at the left: what the longest needs, but no more than a third of the sheet."""
    return min(LABELS, max(text_width(point.label, SIZE, bold=bold) for point in points) * 1.05 + 4)


def row_label(sheet: Sheet, point: Point, width: float, middle: float, note: str = "") -> None:
    """A label over at most two lines with its note under it, centred on the row."""
    lines = wrapped(point.label, SIZE, width)
    y = middle + 4.5 - (len(lines) - 1) * 8 - (8 if note else 0)
    for text in lines:
        sheet.add(words(0, y, text))
        y += 16
    if note:
        sheet.add(words(0, y, wrapped(note, SMALL, width, 1)[0], size=SMALL, fill=MUTED))


def bars(sheet: Sheet) -> None:
    """A bar a category, longest label at the left, value at its end."""
    points = sheet.chart.points
    sheet.heading()
    left = label_width(points) + 12
    room = max(text_width(sheet.measure.short(p.value or Decimal(0)), SIZE, bold=True) for p in points) + 10
    along = scale(values(sheet.chart), left, sheet.width - room)
    start = sheet.top
    for point in points:
        tall = 36 if len(wrapped(point.label, SIZE, left - 12)) > 1 else 28
        row_label(sheet, point, left - 12, sheet.top + tall / 2)
        bar(sheet, along, point, sheet.top + tall / 2)
        sheet.top += tall
    sheet.line(along.at(Decimal(0)), start, along.at(Decimal(0)), sheet.top, stroke=MUTED)
    if sheet.chart.target is not None:
        target(sheet, along, start)


def bar(sheet: Sheet, along: Scale, point: Point, middle: float) -> None:
    """One bar with its value; words where there is none."""
    ground = along.at(Decimal(0))
    if point.value is None:
        sheet.add(words(ground + 8, middle + 4.5, word("no_data", sheet.language), size=SMALL, fill=MUTED))
        return
    end = along.at(point.value)
    fill = ATTENTION if point.attention else ACCENT
    low, high = min(end, ground), max(end, ground)
    sheet.bar(low, middle - 8, high - low, 16, fill=fill, illustrative=point.illustrative)
    sheet.add(words(high + 7, middle + 4.5, sheet.measure.short(point.value), bold=True))


def target(sheet: Sheet, along: Scale, start: float) -> None:
    """A dashed line to reach, its word below."""
    value = sheet.chart.target or Decimal(0)
    x = along.at(value)
    sheet.line(x, start, x, sheet.top + 4, stroke=INK, dash="5 4")
    text = f"{word('target', sheet.language)} {sheet.measure.short(value)}"
    sheet.top += 20
    sheet.add(words(x, sheet.top - 2, text, size=SMALL, anchor="middle"))


def stacked(sheet: Sheet) -> None:
    """A bar a row, cut into parts; each part bears its number where there is room."""
    series = sheet.chart.series
    sheet.key([(PARTS[item.tone][0], item.name) for item in series])
    labels = series[0].points
    left = label_width(labels) + 12
    columns = [[item.points[row].value or Decimal(0) for item in series] for row in range(len(labels))]
    along = scale([sum(parts, Decimal(0)) for parts in columns], left, sheet.width - 36)
    for row, point in enumerate(labels):
        tall = 36 if len(wrapped(point.label, SIZE, left - 12)) > 1 else 26
        row_label(sheet, point, left - 12, sheet.top + tall / 2)
        stack(sheet, along, row, sheet.top + tall / 2)
        sheet.top += tall


def stack(sheet: Sheet, along: Scale, row: int, middle: float) -> None:
    """The parts of one bar and their sum at its end."""
    total = Decimal(0)
    for item in sheet.chart.series:
        point = item.points[row]
        if not point.value:
            continue
        start, end = along.at(total), along.at(total + point.value)
        fill, ink = PARTS[item.tone]
        sheet.bar(start, middle - 8, end - start - 1, 16, fill=fill, illustrative=point.illustrative)
        text = sheet.measure.short(point.value)
        if text_width(text, SMALL) + 6 <= end - start:
            sheet.add(words((start + end) / 2, middle + 4.5, text, size=SMALL, fill=ink, anchor="middle"))
        total += point.value
    sheet.add(words(along.at(total) + 7, middle + 4.5, sheet.measure.short(total), bold=True))


def ranges(sheet: Sheet) -> None:
    """What each source says: a dot or a span a row, in the source's own words; dates on a line of years."""
    points = sheet.chart.points
    dated = sheet.chart.is_dated
    sheet.heading()
    left = label_width(points) + 24
    room = max(text_width(said(sheet, point, dated), SIZE, bold=True) for point in points) + 14
    along = years([first_day(p.when) for p in points], left, sheet.width - room) if dated else None
    along = along or scale(values(sheet.chart), left, sheet.width - room, from_zero=False, ticks=3)
    start, sheet.top = sheet.top, sheet.top + 4
    marks = len(sheet.parts)
    for point in points:
        tall = 28 + 16 * (len(wrapped(point.label, SIZE, left - 24)) - 1) + (16 if point.note else 0)
        row_label(sheet, point, left - 24, sheet.top + tall / 2, point.note)
        said_mark(sheet, along, point, sheet.top + tall / 2, dated)
        sheet.top += tall
    behind = len(sheet.parts)
    range_grid(sheet, along, start, dated)
    sheet.parts[marks:] = sheet.parts[behind:] + sheet.parts[marks:behind]
    sheet.top += 22


def range_grid(sheet: Sheet, along: Scale, start: float, dated: bool) -> None:
    """Quiet upright lines with their values below."""
    for tick in along.ticks:
        x = along.at(tick)
        sheet.line(x, start, x, sheet.top + 2)
        text = str(dt.date.fromordinal(int(tick)).year) if dated else sheet.measure.short(tick)
        sheet.add(words(x, sheet.top + 18, text, size=SMALL, fill=MUTED, anchor="middle"))


def span(point: Point, dated: bool) -> tuple[Decimal, Decimal] | None:
    """The lowest and the highest the source can mean."""
    if dated:
        return Decimal(first_day(point.when).toordinal()), Decimal(last_day(point.when).toordinal())
    if point.value is None:
        return None
    return point.value, point.value if point.high is None else point.high


def said(sheet: Sheet, point: Point, dated: bool) -> str:
    """The value in the source's words: more than, nearly, between."""
    if dated:
        return partial_date(point.when, sheet.language)
    if point.value is None:
        return word("no_data", sheet.language)
    scaled = sheet.measure.scaled(point.value)
    high = None if point.high is None else sheet.measure.scaled(point.high)
    qualifier = "between" if high is not None else point.qualifier
    unit = "percent" if sheet.measure.is_percent else "count"
    return qualified(scaled, unit, sheet.language, qualifier, high)


def said_mark(sheet: Sheet, along: Scale, point: Point, middle: float, dated: bool) -> None:
    """A dot, a span, or a dot with an arrow where the source says “more than”."""
    ends = span(point, dated)
    colour = ATTENTION if point.attention else ACCENT
    if ends is None:
        end = along.start
    else:
        low, end = along.at(ends[0]), along.at(ends[1])
        if end - low > 12:
            sheet.bar(low, middle - 5, end - low, 10, fill=colour, illustrative=point.illustrative)
        else:
            sheet.dot((low + end) / 2, middle, radius=6, fill=colour, illustrative=point.illustrative)
        if point.qualifier in {"more_than", "at_least"} and point.high is None:
            arrow = f"M{end + 9:.1f} {middle - 4:.1f}l5 4l-5 4"
            sheet.add(element("path", d=arrow, fill="none", stroke=colour, stroke_width=1.8))
            end += 8
    sheet.add(words(end + 13, middle + 4.5, said(sheet, point, dated), bold=True))


def timeline(sheet: Sheet) -> None:
    """Dated events, one under the other, in order."""
    events = sorted(sheet.chart.points, key=lambda point: (point.when, point.label))
    dates = [partial_date(point.when, sheet.language) if point.when else "" for point in events]
    rail = max(text_width(text, SIZE, bold=True) for text in dates) + 22
    first = sheet.top + 12
    for point, date in zip(events, dates, strict=True):
        event(sheet, point, date, rail)
    spine = element("line", x1=rail, y1=first, x2=rail, y2=sheet.top - 14, stroke=GRID, stroke_width=2)
    sheet.parts.insert(0, spine)


def event(sheet: Sheet, point: Point, date: str, rail: float) -> None:
    """A date, a dot on the rail, what happened, and its note."""
    middle = sheet.top + 12
    colour = ATTENTION if point.attention else ACCENT
    sheet.add(words(rail - 18, middle + 4.5, date, anchor="end", bold=True))
    sheet.dot(rail, middle, fill=colour, illustrative=point.illustrative)
    y = middle + 4.5
    for text in wrapped(point.label, SIZE, sheet.width - rail - 24, 3):
        sheet.add(words(rail + 18, y, text))
        y += 17
    for text in wrapped(point.note, SMALL, sheet.width - rail - 24, 2) if point.note else ():
        sheet.add(words(rail + 18, y, text, size=SMALL, fill=MUTED))
        y += 16
    sheet.top = y + 2
