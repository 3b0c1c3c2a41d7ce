"""Charts the size of a word, for lists and cards."""

from collections.abc import Sequence
from decimal import Decimal

from .sheet import ACCENT, GRID, INK, element


def small(width: int, height: int, alt: str, marks: str) -> str:
    """A small drawing: an image where it has words, else an ornament beside the words that say it."""
    spoken = {"role": "img", "aria_label": alt} if alt else {"aria_hidden": "true"}
    return element(
        "svg",
        marks,
        xmlns="http://www.w3.org/2000/svg",
        viewBox=f"0 0 {width} {height}",
        width=width,
        height=height,
        class_="chart-tiny",
        **spoken,
    )


def sparkline(values: Sequence[Decimal | None], alt: str = "") -> str:
    """A line the size of a word, with a dot on the last value; a gap where a value is missing."""
    known = [value for value in values if value is not None]
    if not known:
        return small(120, 28, alt, element("line", x1=4, y1=14, x2=116, y2=14, stroke=GRID))
    low, span = min(known), (max(known) - min(known)) or Decimal(1)
    step = 112 / max(len(values) - 1, 1)
    places = [
        None if value is None else (4 + index * step, 23 - float((value - low) / span) * 18)
        for index, value in enumerate(values)
    ]
    path = "".join(
        f"{'M' if index == 0 or places[index - 1] is None else 'L'}{place[0]:.1f} {place[1]:.1f}"
        for index, place in enumerate(places)
        if place
    )
    x, y = next(place for place in reversed(places) if place)
    drawn = element("path", d=path, fill="none", stroke=ACCENT, stroke_width=1.8)
    return small(120, 28, alt, drawn + element("circle", cx=x, cy=y, r=3, fill=ACCENT))


def progress_bar(share: Decimal | None, target: Decimal | None = None, alt: str = "") -> str:
    """A bar filled by a share from 0 to 1, with a notch at the target; empty where nothing is known."""
    marks = element("rect", y=4, width=160, height=8, rx=4, fill=GRID)
    if share:
        marks += element("rect", y=4, width=160 * within(share), height=8, rx=4, fill=ACCENT)
    if target is not None:
        x = 160 * within(target)
        marks += element("line", x1=x, y1=0, x2=x, y2=16, stroke=INK, stroke_width=2)
    return small(160, 16, alt, marks)


def within(share: Decimal) -> float:
    """The share, held between nothing and all."""
    return float(min(max(share, Decimal(0)), Decimal(1)))
