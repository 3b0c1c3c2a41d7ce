"""How good a round's data are, as a page and as a file."""

import csv
import io

from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from taama.rounds import access
from taama.rounds.queries.quality import QualityLine, quality_page
from taama.rounds.rules import Counted
from taama.web.audience import audience
from taama.web.languages import in_language
from taama.web.templatetags.taama import reader

from .people import now


@audience(*access.WATCHING)
@require_safe
def quality(request: HttpRequest, code: str) -> HttpResponseBase:
    """Completeness, timeliness, corrections, warnings passed."""
    found = access.round_to_watch(request.user, code)
    return render(request, "rounds/quality.html", {"quality": quality_page(found, now())})


@audience(*access.WATCHING)
@require_safe
def quality_csv(request: HttpRequest, code: str) -> HttpResponseBase:
    """The same as a table for a spreadsheet."""
    found = access.round_to_watch(request.user, code)
    text = io.StringIO()
    writer = csv.writer(text)
    writer.writerow(
        [
            _("organisation"),
            _("owed"),
            *(str(one.label) for one in Counted),
            _("in percent"),
            _("deadline"),
            _("handed in"),
            _("returned"),
            _("corrected"),
            _("warnings passed"),
        ]
    )
    for line in quality_page(found, now()).lines:
        writer.writerow([plain(cell) for cell in row_of(line)])
    answer = HttpResponse("\ufeff" + text.getvalue(), content_type="text/csv; charset=utf-8")
    answer["Content-Disposition"] = f'attachment; filename="{found.code}.csv"'
    return answer


def row_of(line: QualityLine) -> list[object]:
    """One organisation."""
    part = line.part
    counts = [part.completeness.counts[one] for one in Counted]
    share = part.completeness.share
    return [
        in_language(part.organisation.name, reader()), part.completeness.owed, *counts,
        "" if share is None else share, part.deadline.isoformat(), str(part.punctuality.label), line.sent_back,
        line.corrections, line.warnings,
    ]  # fmt: skip


def plain(cell: object) -> object:
    """A text that no spreadsheet takes for a formula."""
    return f"'{cell}" if isinstance(cell, str) and cell[:1] in "=+-@\t\r" and cell else cell
