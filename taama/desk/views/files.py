"""The data of every chart and table as CSV."""

from django.http import Http404, HttpRequest, HttpResponseBase
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from taama.compact.queries import objective as objective_numbered
from taama.monitoring.models import Observation
from taama.monitoring.queries import indicator as indicator_coded
from taama.web.audience import audience
from taama.web.languages import in_language
from taama.web.templatetags.taama import reader

from ..access import area_to_read
from ..forms import known_at
from ..queries.overview import OverviewRow, overview
from ..queries.values import Address, value_head, value_rows, values_for, values_in, values_of
from ..sheets import Cell, csv_file


def says_who(request: HttpRequest) -> Address:
    """From an observation to the whole address of its page."""

    def address(one: Observation) -> str:
        return request.build_absolute_uri(reverse("desk:observation", args=[one.pk]))

    return address


@audience("public")
@require_safe
def overview_csv(request: HttpRequest) -> HttpResponseBase:
    """The overview as a file, in the order asked for."""
    page = overview(timezone.localdate(), request.GET.get("sort", ""))
    head = [
        _("objective number"), _("Objective"), _("Where it stands"), _("Activities"), _("Indicators"), _("Fresh data"),
        _("Planned"), _("currency"), _("Accepted findings"), _("kinds it has nothing of"),
    ]  # fmt: skip
    return csv_file("overview", head, (overview_row(row) for row in page.rows))


def overview_row(row: OverviewRow) -> tuple[Cell, ...]:
    """One objective as cells; no amount where nobody plans any."""
    planned = row.planned
    return (
        int(row.item.code), in_language(row.item.short, reader()), str(row.progress.label),
        row.standing.activities, row.standing.indicators, row.fresh, planned.value if planned else None,
        planned.currency if planned else "", row.evidence, row.gaps,
    )  # fmt: skip


@audience("public")
@require_safe
def objective_csv(request: HttpRequest, number: int) -> HttpResponseBase:
    """Every answer of an objective's indicators, now or as known on a day."""
    item = objective_numbered(number)
    if item is None:
        raise Http404(str(number))
    found = values_for(item, known_at(request))
    return csv_file(f"objective-{number}", value_head(), value_rows(found, reader(), says_who(request)))


@audience("public")
@require_safe
def indicator_csv(request: HttpRequest, code: str) -> HttpResponseBase:
    """Every answer of an indicator, now or as known on a day."""
    indicator = indicator_coded(code)
    if indicator is None:
        raise Http404(code)
    found = values_of(indicator, known_at(request))
    return csv_file(code, value_head(), value_rows(found, reader(), says_who(request)))


@audience("public")
@require_safe
def region_csv(request: HttpRequest, edition: str, code: str) -> HttpResponseBase:
    """Every answer for a region."""
    found = values_in(area_to_read(edition, code))
    return csv_file(f"{edition}-{code}", value_head(), value_rows(found, reader(), says_who(request)))
