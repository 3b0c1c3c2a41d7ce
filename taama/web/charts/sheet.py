"""The sheet a chart is drawn on: SVG with presentation attributes only, as the pages' policy demands."""

import hashlib
from dataclasses import dataclass, field
from html import escape

from .shapes import Chart
from .text_width import text_width
from .words import Measure, measure, word

INK = "#1b2b2a"
MUTED = "#5d6b69"
GRID = "#d9dfdd"
ACCENT = "#0b6e4f"
ATTENTION = "#c8553d"
PAPER = "#ffffff"
TINTS = (ACCENT, "#7fb39f", "#34495e", "#b9a36b")
# The tints again, dark enough for words.
NAMES = (ACCENT, "#3f7d66", "#34495e", "#7a6524")
FONT = "Noto Sans, sans-serif"
WIDTH = 640
SIZE = 13
SMALL = 12


def element(name: str, content: str = "", **attributes: str | float | None) -> str:
    """One SVG element; attribute values are escaped, `content` is markup already."""
    pairs = "".join(
        f' {key.rstrip("_").replace("_", "-")}="{escape(written(value))}"'
        for key, value in attributes.items()
        if value is not None
    )
    return f"<{name}{pairs}>{content}</{name}>" if content else f"<{name}{pairs}/>"


def written(value: str | float | None) -> str:
    """A number to a tenth of a unit, without trailing zeros."""
    if isinstance(value, str) or value is None:
        return value or ""
    return f"{value:.1f}".rstrip("0").rstrip(".").replace("-0", "0", 1 if abs(value) < 0.05 else 0)


def words(
    x: float,
    y: float,
    text: str,
    *,
    size: int = SIZE,
    fill: str = INK,
    anchor: str = "start",
    bold: bool = False,
) -> str:
    """One line of words; y is the baseline."""
    return element(
        "text",
        escape(text, quote=False),
        x=x,
        y=y,
        font_size=size,
        fill=fill,
        text_anchor=None if anchor == "start" else anchor,
        font_weight="700" if bold else None,
    )


def dashed_box(x: float, y: float, width: float, height: float, fill: str, radius: float) -> str:
    """A tile whose value is illustrative."""
    return box(x, y, width, height, fill=fill, radius=radius, stroke=INK, dash="4 3")


def box(
    x: float,
    y: float,
    width: float,
    height: float,
    *,
    fill: str,
    radius: float = 2,
    stroke: str | None = None,
    dash: str | None = None,
) -> str:
    """A box with softened corners."""
    return element(
        "rect",
        x=x,
        y=y,
        width=max(width, 0),
        height=max(height, 0),
        rx=radius,
        fill=fill,
        stroke=stroke,
        stroke_dasharray=dash,
    )


@dataclass
class Sheet:
    """Marks collected from top to bottom; `top` is the first free line."""

    chart: Chart
    language: str
    width: int = WIDTH
    top: float = 0
    parts: list[str] = field(default_factory=list)

    @property
    def measure(self) -> Measure:
        """How this chart writes its values."""
        return measure(self.chart, self.language)

    @property
    def hatch(self) -> str:
        """Id of the hatched pattern: the same for the same chart."""
        return f"hatch-{hashlib.sha256(repr(self.chart).encode()).hexdigest()[:10]}"

    @property
    def outlined(self) -> bool:
        """Whether colour already means something, so that illustrative values are dashed rather than hatched."""
        return self.chart.kind in {"map", "stacked"} or len(self.chart.series) > 1

    @property
    def dotted(self) -> bool:
        """Whether illustrative values are dots."""
        spans = any(point.illustrative and point.high is not None for point in self.chart.points)
        return self.chart.kind in {"line", "timeline"} or (self.chart.kind == "range" and not spans)

    def add(self, *marks: str) -> None:
        """Put marks on the sheet."""
        self.parts.extend(marks)

    def line(
        self, x1: float, y1: float, x2: float, y2: float, *, stroke: str = GRID, dash: str | None = None
    ) -> None:
        """A thin straight line."""
        self.add(element("line", x1=x1, y1=y1, x2=x2, y2=y2, stroke=stroke, stroke_dasharray=dash))

    def bar(
        self,
        x: float,
        y: float,
        width: float,
        height: float,
        *,
        fill: str = ACCENT,
        illustrative: bool = False,
    ) -> None:
        """A bar; hatched and dashed where its value is illustrative."""
        if illustrative and self.outlined:
            self.add(dashed_box(x, y, width, height, fill, 2))
        elif illustrative:
            self.add(box(x, y, width, height, fill=f"url(#{self.hatch})", stroke=ACCENT, dash="4 2"))
        else:
            self.add(box(x, y, width, height, fill=fill))

    def dot(
        self, x: float, y: float, *, radius: float = 5, fill: str = ACCENT, illustrative: bool = False
    ) -> None:
        """A dot; an open, dashed ring where its value is illustrative."""
        self.add(
            element(
                "circle",
                cx=x,
                cy=y,
                r=radius,
                fill=PAPER if illustrative else fill,
                stroke=fill if illustrative else PAPER,
                stroke_width=1.5,
                stroke_dasharray="2 1.5" if illustrative else None,
            )
        )

    def heading(self) -> None:
        """The unit, small and quiet, above the marks."""
        if self.measure.name:
            self.add(words(0, self.top + 12, self.measure.name, size=SMALL, fill=MUTED))
            self.top += 24

    def key(self, entries: list[tuple[str, str]]) -> None:
        """Swatches with names, where a mark cannot bear its own."""
        x = 0.0
        for fill, name in entries:
            width = 18 + text_width(name, SMALL) + 22
            if x and x + width > self.width:
                x, self.top = 0.0, self.top + 20
            outline = GRID if fill == PAPER else None
            self.add(box(x + 0.5, self.top + 2.5, 11, 11, fill=fill, stroke=outline))
            self.add(words(x + 18, self.top + 12, name, size=SMALL, fill=MUTED))
            x += width
        self.top += 28

    def say_illustrative(self) -> None:
        """The word beside the pattern, so that the pattern is not the only sign."""
        self.top += 6
        if self.dotted:
            self.dot(8, self.top + 8, illustrative=True)
        else:
            self.bar(0.5, self.top + 2.5, 15, 11, fill=PAPER, illustrative=True)
        self.add(words(23, self.top + 12, word("illustrative", self.language), size=SMALL, fill=MUTED))
        self.top += 18

    def svg(self) -> str:
        """The finished drawing."""
        if self.chart.is_illustrative:
            self.say_illustrative()
        pattern = self.pattern() if f"url(#{self.hatch})" in "".join(self.parts) else ""
        title = element("title", escape(self.chart.title, quote=False) or " ")
        height = round(self.top + 4)
        return element(
            "svg",
            title + pattern + "".join(self.parts),
            xmlns="http://www.w3.org/2000/svg",
            viewBox=f"0 0 {self.width} {height}",
            width=self.width,
            height=height,
            class_="chart",
            role="img",
            aria_label=self.chart.alt,
            font_family=FONT,
        )

    def pattern(self) -> str:
        """Slanted lines of the accent on paper."""
        strokes = element("rect", width=6, height=6, fill=PAPER) + element(
            "path", d="M-1 1l2-2M0 6l6-6M5 7l2-2", stroke=ACCENT, stroke_width=1.2
        )
        drawn = element("pattern", strokes, id=self.hatch, width=6, height=6, patternUnits="userSpaceOnUse")
        return element("defs", drawn)
