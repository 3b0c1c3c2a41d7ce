"""The form as an Excel workbook: out, and in again."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.csrf import csrf_exempt, csrf_protect
from django.views.decorators.http import require_safe

from taama.evidence.uploads import SizeLimit
from taama.rounds import access, changes
from taama.rounds.forms import UploadForm
from taama.rounds.queries import FormPage, form_page
from taama.rounds.workbooks.opening import book_in
from taama.rounds.workbooks.understanding import Understood, understood
from taama.rounds.workbooks.writing import workbook_of
from taama.web.audience import audience
from taama.web.refusals import BadInput
from taama.web.templatetags.taama import reader

from .filling import tell
from .people import person, today

XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


@audience("signed_in")
@require_safe
def workbook(request: HttpRequest, code: str, organisation: str) -> HttpResponseBase:
    """The form with exactly its rows, to be filled in without a line."""
    found, whose = access.form_to_fill(request.user, code, organisation, today())
    answer = HttpResponse(workbook_of(form_page(found, whose), reader()), content_type=XLSX)
    answer["Content-Disposition"] = f'attachment; filename="{code}-{organisation}.xlsx"'
    answer["Cache-Control"] = "private, no-store"
    return answer


@audience("signed_in")
@csrf_exempt
def workbook_upload(request: HttpRequest, code: str, organisation: str) -> HttpResponseBase:
    """Take a filled-in workbook; its size is looked at before it is read, so the token is checked a step later."""
    request.upload_handlers.insert(0, SizeLimit(request))
    return upload_form(request, code, organisation)


@csrf_protect
def upload_form(request: HttpRequest, code: str, organisation: str) -> HttpResponseBase:
    """The form for the file, or what was made of it."""
    found, whose = access.form_to_fill(request.user, code, organisation, today())
    page, form = form_page(found, whose), UploadForm(request.POST or None, request.FILES or None)
    read = taken(request, page, form) if request.method == "POST" and form.is_valid() else None
    if read is not None and not read.faults and not read.notes:
        return redirect("rounds:form", code, organisation)
    context = {"round": found, "organisation": whose, "form": form, "read": read}
    return render(request, "rounds/workbook_upload.html", context)


def taken(request: HttpRequest, page: FormPage, form: UploadForm) -> Understood | None:
    """What was read, its good answers kept as drafts, all in one step; None where the file cannot be read."""
    try:
        read = understood(book_in(form.cleaned_data["workbook"]), page)
    except BadInput as refusal:
        form.add_error("workbook", str(refusal))
        return None
    saved = changes.save_drafts(page=page, cards=read.cards, by=person(request), through="workbook")
    tell(request, page, saved)
    if saved.locked:
        sentence = ngettext(
            "%(count)s answer is handed in already and was left as it is.",
            "%(count)s answers are handed in already and were left as they are.",
            len(saved.locked),
        )
        messages.warning(request, sentence % {"count": len(saved.locked)})
    if read.faults:
        messages.warning(request, _("Some cells could not be read. All other answers are kept."))
    return read
