"""Seeing where things stand: the overview, regions, an objective on one sheet."""

from django.http import HttpRequest, HttpResponseBase
from django.shortcuts import render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from taama.places.country import country
from taama.web.audience import audience
from taama.web.templatetags.taama import reader

from ..access import area_to_read
from ..drawing import coverage_map, where_it_lies
from ..queries.overview import Overview, overview
from ..queries.regions import region_page, regions_page


def columns(page: Overview) -> list[tuple[str, str, bool]]:
    """(name, label, whether it holds numbers) of the columns there is something to show in."""
    found = [
        ("number", _("Objective"), False), ("progress", _("Where it stands"), False),
        ("activities", _("Activities"), True), ("indicators", _("Indicators"), True),
        ("fresh", _("Fresh data"), True), ("money", _("Planned"), True), ("evidence", _("Accepted findings"), True),
    ]  # fmt: skip
    return [one for one in found if one[0] != "money" or page.has_money]


@audience("public")
@require_safe
def overview_page(request: HttpRequest) -> HttpResponseBase:
    """Each objective with what it has of each kind, thin ones first."""
    page = overview(timezone.localdate(), request.GET.get("sort", ""))
    return render(
        request, "desk/overview.html", {"page": page, "columns": columns(page), "country": country()}
    )


@audience("public")
@require_safe
def regions(request: HttpRequest) -> HttpResponseBase:
    """The regions and how well each is covered."""
    page = regions_page(country().boundary_edition)
    return render(
        request, "desk/regions.html", {"page": page, "drawing": coverage_map(page.regions, reader())}
    )


@audience("public")
@require_safe
def region(request: HttpRequest, edition: str, code: str) -> HttpResponseBase:
    """One region: every indicator with its answer there, and what is not known."""
    area = area_to_read(edition, code)
    page = region_page(area, timezone.now())
    return render(request, "desk/region.html", {"page": page, "drawing": where_it_lies(page.areas, area)})
