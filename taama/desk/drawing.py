"""Drawings of the desk: where a region lies, and how many indicators each is covered by."""

from collections.abc import Iterable

from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext as _

from taama.places.models import Area
from taama.web.charts import Cell, Chart, draw
from taama.web.charts.sheet import ACCENT, FONT, GRID, INK, PAPER, box, element, words

WIDE, TALL, GAP = 44, 30, 3
PHONE = 440


def where_it_lies(areas: Iterable[Area], here: Area) -> SafeString:
    """The regions as tiles, this one filled; no drawing where it has no seat in the tile map."""
    seated = [one for one in areas if one.tile_column is not None and one.tile_row is not None]
    if not any(one.pk == here.pk for one in seated):
        return SafeString()
    left = min(one.tile_column or 0 for one in seated)
    top = min(one.tile_row or 0 for one in seated)
    tiles = [tile(one, left, top, is_here=one.pk == here.pk) for one in seated]
    width = (max(one.tile_column or 0 for one in seated) - left + 1) * WIDE
    height = (max(one.tile_row or 0 for one in seated) - top + 1) * TALL
    spoken = _("Where %(region)s lies among the regions") % {"region": here.name}
    return mark_safe(
        element(
            "svg", "".join(tiles), xmlns="http://www.w3.org/2000/svg", viewBox=f"0 0 {width} {height}",
            width=width, height=height, class_="chart", role="img", aria_label=spoken, font_family=FONT,
        )
    )  # fmt: skip


def tile(area: Area, left: int, top: int, *, is_here: bool) -> str:
    """One region: its first letters, the whole name for pointer and screen reader."""
    x, y = ((area.tile_column or 0) - left) * WIDE, ((area.tile_row or 0) - top) * TALL
    shape = box(x, y, WIDE - GAP, TALL - GAP, fill=ACCENT if is_here else PAPER, radius=3, stroke=GRID)
    label = words(
        x + (WIDE - GAP) / 2, y + TALL / 2 + 3, area.name[:3], size=11, fill=PAPER if is_here else INK,
        anchor="middle", bold=is_here,
    )  # fmt: skip
    return element("g", shape + label)


def coverage_map(regions: Iterable[tuple[Area, int]], language: str) -> SafeString:
    """How many indicators have a value in each region."""
    cells = tuple(
        Cell(one.tile_column, one.tile_row, one.name, count, one.name)  # type: ignore[arg-type]
        for one, count in regions
        if one.tile_column is not None and one.tile_row is not None
    )
    title = _("Indicators with a value, by region")
    spoken = _("Indicators with a value, by region; the list beside it gives each.")
    return mark_safe(draw(Chart("map", title, spoken, "count", cells=cells), language, PHONE))
