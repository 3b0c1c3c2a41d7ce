"""The chart as rows of text: for tables beside it and for those who read rather than look."""

from ..formatting import partial_date, qualified, unit
from .shapes import Cell, Chart, Point
from .words import word

Rows = tuple[tuple[str, ...], ...]


def data_table(chart: Chart, language: str = "en") -> Rows:
    """Header and rows, values exact and in the reader's writing; illustrative ones say so."""
    if chart.kind == "map":
        return ((word("area", language), heading(chart, language)), *cell_rows(chart, language))
    if chart.kind == "timeline":
        header = (word("date", language), word("event", language), word("note", language))
        return (header, *event_rows(chart, language))
    if chart.kind == "range":
        header = (word("source", language), word("value", language), word("note", language))
        return (header, *source_rows(chart, language))
    return series_rows(chart, language)


def heading(chart: Chart, language: str) -> str:
    """The unit, or « valeur » where there is none."""
    return unit(chart.unit, language) or word("value", language)


def said(chart: Chart, point: Point | Cell, language: str) -> str:
    """The value in words, with the sign of an illustrative one."""
    if point.value is None:
        return word("no_data", language)
    code = "percent" if chart.unit == "percent" else "count"
    if isinstance(point, Cell):
        text = qualified(point.value, code, language)
    else:
        qualifier = "between" if point.high is not None else point.qualifier
        text = qualified(point.value, code, language, qualifier, point.high)
    return f"{text} ({word('illustrative', language)})" if point.illustrative else text


def cell_rows(chart: Chart, language: str) -> Rows:
    """A row a tile, from the highest value down, unknown ones last."""
    ranked = sorted(chart.cells, key=lambda cell: (cell.value is None, -(cell.value or 0), cell.label))
    return tuple((cell.name or cell.label, said(chart, cell, language)) for cell in ranked)


def event_rows(chart: Chart, language: str) -> Rows:
    """A row an event, in order of time."""
    ordered = sorted(chart.points, key=lambda point: (point.when, point.label))
    return tuple(
        (partial_date(point.when, language) if point.when else "", point.label, point.note)
        for point in ordered
    )


def source_rows(chart: Chart, language: str) -> Rows:
    """A row a source."""
    return tuple(
        (
            point.label,
            partial_date(point.when, language) if chart.is_dated else said(chart, point, language),
            point.note,
        )
        for point in chart.points
    )


def series_rows(chart: Chart, language: str) -> Rows:
    """A row a label, a column a series."""
    names = [series.name or heading(chart, language) for series in chart.series]
    by_label: dict[str, list[str]] = {}
    for place, series in enumerate(chart.series):
        for point in series.points:
            row = by_label.setdefault(point.label, [""] * len(chart.series))
            row[place] = said(chart, point, language)
    return ((word("label", language), *names), *((name, *row) for name, row in by_label.items()))
