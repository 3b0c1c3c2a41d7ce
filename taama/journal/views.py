"""The page of the journal."""

from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from taama.web.audience import audience

from .access import READERS
from .forms import EntriesForm
from .queries import latest_entries, verdict

ON_A_PAGE = 50


@audience(*READERS)
def journal(request: HttpRequest) -> HttpResponse:
    """All entries, newest first, and whether the chain holds."""
    form = EntriesForm(request.GET)
    entries = Paginator(latest_entries().filter(**form.narrowing), ON_A_PAGE)
    context = {
        "form": form,
        "page": entries.get_page(request.GET.get("page")),
        "is_narrowed": bool(form.narrowing),
        "verdict": verdict(asked="verify" in request.GET),
    }
    return render(request, "journal/journal.html", context)
