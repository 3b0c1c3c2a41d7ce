"""What a chart is, before it is drawn: values, series, cells. Frozen; no drawing here."""

from dataclasses import dataclass
from decimal import Decimal
from typing import Literal

Kind = Literal["columns", "bars", "line", "range", "stacked", "timeline", "map"]
Tone = Literal["", "done", "under_way", "starting", "stalled", "no_data"]
KINDS = ("columns", "bars", "line", "range", "stacked", "timeline", "map")


class UnsoundChart(ValueError):
    """The chart cannot be drawn; the text says why."""


@dataclass(frozen=True)
class Point:
    """One value. `high` makes it a span; `when` is a partial date; `attention` colours what needs a look."""

    label: str
    value: Decimal | None = None
    high: Decimal | None = None
    qualifier: str = "exactly"
    illustrative: bool = False
    note: str = ""
    when: str = ""
    attention: bool = False


@dataclass(frozen=True)
class Series:
    """Values that belong together; `tone` gives the parts of a stacked chart their colour."""

    name: str
    points: tuple[Point, ...] = ()
    tone: Tone = ""


@dataclass(frozen=True)
class Cell:
    """One tile of the map: a short label to print, the whole name to read out."""

    column: int
    row: int
    label: str
    value: Decimal | None = None
    name: str = ""
    illustrative: bool = False


@dataclass(frozen=True)
class Chart:
    """A chart to draw: `alt` tells in a sentence what it shows; `target` draws a line to reach."""

    kind: Kind
    title: str
    alt: str
    unit: str = "count"
    series: tuple[Series, ...] = ()
    cells: tuple[Cell, ...] = ()
    target: Decimal | None = None

    def __post_init__(self) -> None:
        if self.kind not in KINDS:
            raise UnsoundChart(f"chart kind “{self.kind}” is none of: {', '.join(KINDS)}")
        if not self.alt.strip():
            raise UnsoundChart(f"chart “{self.title}” has no text for those who cannot see it")
        labels = [tuple(point.label for point in series.points) for series in self.series]
        if self.kind in {"columns", "stacked"} and len(set(labels)) > 1:
            raise UnsoundChart(f"chart “{self.title}” has series whose labels differ")

    @property
    def points(self) -> tuple[Point, ...]:
        """All points of all series."""
        return tuple(point for series in self.series for point in series.points)

    @property
    def is_dated(self) -> bool:
        """Whether its points are dates rather than numbers."""
        return bool(self.points) and all(point.when and point.value is None for point in self.points)

    @property
    def is_illustrative(self) -> bool:
        """Whether any value is illustrative."""
        return any(point.illustrative for point in self.points) or any(
            cell.illustrative for cell in self.cells
        )
