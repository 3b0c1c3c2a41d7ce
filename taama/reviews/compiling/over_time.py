"""Charts and maps of indicators: totals over time, parts of a whole, areas of one edition."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from taama.monitoring.models import Indicator, Observation
from taama.places.country import country
from taama.web.charts import Cell, Point, Series
from taama.web.charts.shapes import Tone
from taama.web.formatting import period
from taama.web.languages import in_language

from .drawing import Drawing, indicators

PART_TONES: tuple[Tone, ...] = ("done", "under_way", "starting", "stalled", "no_data")


def lines(drawing: Drawing) -> Iterable[Series]:
    """One series an indicator, over the same labels."""
    found = indicators(drawing)
    many = len(found) > 1
    for indicator in found:
        name = in_language(indicator.title, drawing.language) if many else ""
        yield Series(name, tuple(over_time(drawing, indicator)))


def over_time(drawing: Drawing, indicator: Indicator) -> Iterable[Point]:
    """The country's totals in order of time."""
    for one in drawing.ledger.material.series(indicator):
        drawing.value(one, indicator)
        yield Point(
            time_label(one.time_start, one.time_end, drawing.language),
            one.value,
            illustrative=one.is_illustrative,
        )


def time_label(start: str, end: str, language: str) -> str:
    """A quarter as Q1 2022, anything else as dates are written."""
    ends = {"03-31": 1, "06-30": 2, "09-30": 3, "12-31": 4}
    quarter = ends.get(end[5:])
    first = f"{end[:4]}-{quarter * 3 - 2:02d}-01" if quarter else ""
    if quarter and start in {end, first}:
        return pgettext("quarter of a year", "Q%(quarter)d %(year)s") % {"quarter": quarter, "year": end[:4]}
    return period(start, end, language)


def parts_over_time(drawing: Drawing) -> tuple[Series, ...]:
    """A series a part of one breakdown, a point a time."""
    material, name = drawing.ledger.material, drawing.card.data.get("breakdown", "")
    found: dict[str, dict[tuple[str, str], Observation]] = defaultdict(dict)
    for indicator in indicators(drawing):
        for one in reversed(material.observations.get(indicator.pk, ())):
            if one.area_id is None and list(one.breakdown) == [name]:
                found[one.breakdown[name]][(one.time_end, one.time_start)] = one
                drawing.value(one, indicator)
    times = sorted({time for values in found.values() for time in values})
    tones = dict(zip(sorted(found), PART_TONES, strict=False))
    return tuple(
        Series(
            part_name(part), tuple(part_point(drawing, found[part], time) for time in times), tone=tones[part]
        )
        for part in sorted(found)
    )


def part_name(part: str) -> str:
    """A part of a breakdown in words, or as the data writes it."""
    names = {"female": _("women"), "male": _("men"), "in": _("entries"), "out": _("exits")}
    return names.get(part, part)


def part_point(
    drawing: Drawing, values: Mapping[tuple[str, str], Observation], time: tuple[str, str]
) -> Point:
    """One part at one time; no value where none was given."""
    label = time_label(time[1], time[0], drawing.language)
    one = values.get(time)
    return Point(label, one.value, illustrative=one.is_illustrative) if one else Point(label)


def cells(drawing: Drawing) -> tuple[Cell, ...]:
    """A tile an area of one edition and level, with its value at one time."""
    data, material = drawing.card.data, drawing.ledger.material
    edition, level = data.get("edition", country().boundary_edition), data.get("area_level", 1)
    values: dict[Any, Observation] = {}
    for indicator in indicators(drawing):
        for one in reversed(material.observations.get(indicator.pk, ())):
            if one.area_id and not one.breakdown and one.time_end.startswith(data.get("at", "")):
                values[one.area_id] = one
    tiles = [area for area in material.areas if area.edition.code == edition and area.level == level]
    for area in tiles:
        if area.pk in values:
            drawing.value(values[area.pk], indicators(drawing)[0])
    return tuple(
        Cell(
            area.tile_column,
            area.tile_row,
            area.name,
            values[area.pk].value if area.pk in values else None,
            name=area.name,
            illustrative=area.pk in values and values[area.pk].is_illustrative,
        )
        for area in tiles
        if area.tile_column is not None and area.tile_row is not None
    )
