"""Reading places: an area only by its code and edition together."""

from django.utils.translation import gettext as _

from taama.web.refusals import BadInput

from .models import Area, Country, Crosswalk
from .rules import EditionMissing, area_code


def countries_by_code() -> dict[str, Country]:
    """All countries by ISO 3166 alpha-3 code."""
    return {country.iso3: country for country in Country.objects.all()}


def areas_by_code(edition: str) -> dict[str, Area]:
    """The areas of one boundary edition by code."""
    return {area.code: area for area in Area.objects.in_edition(edition).select_related("edition")}


def area(text: str) -> Area:
    """The area that `edition:code` names; a bare or unknown code is refused with the reason."""
    try:
        wanted = area_code(text)
    except EditionMissing as error:
        sentence = _(
            "“%(code)s” needs its boundary edition, as in mli-2023:%(code)s: "
            "the same code means different places in different editions."
        )
        raise BadInput("places.edition_missing", sentence % {"code": text}) from error
    found: Area | None = Area.objects.filter(edition__code=wanted.edition, code=wanted.code).first()
    if found is None:
        raise BadInput("places.unknown_area", _("No area has the code %(code)s.") % {"code": wanted})
    return found


def areas_on_tiles(edition: str) -> list[Area]:
    """The regions of an edition that have a seat in the tile map."""
    return list(Area.objects.in_edition(edition, level=1).exclude(tile_column=None))


def later_areas(area: Area) -> list[Crosswalk]:
    """Where the ground of this area lies in later editions, doubts included."""
    return list(Crosswalk.objects.filter(from_area=area).select_related("to_area__edition"))
