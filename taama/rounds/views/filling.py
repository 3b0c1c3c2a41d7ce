"""The focal point's pages: the form, evidence for an answer."""

from pathlib import Path

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponseBase
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.csrf import csrf_exempt, csrf_protect

from taama.evidence.cards import DocumentCard
from taama.evidence.changes import receive_document
from taama.evidence.models import Document
from taama.evidence.uploads import SizeLimit
from taama.evidence.vocabularies import DocumentKind
from taama.plans.rules import Status
from taama.rounds import access, changes
from taama.rounds.changes import Saved, SubmissionRefused
from taama.rounds.forms import EvidenceForm, chosen_draft, written_cards
from taama.rounds.models import ReportingRound
from taama.rounds.queries import FormPage, form_page
from taama.rounds.rules import is_late
from taama.rounds.wording import moment_in_words
from taama.web.audience import audience
from taama.web.languages import in_language
from taama.web.refusals import NotAllowedNow, Refused
from taama.web.templatetags.taama import reader

from .people import now, person, today


@audience("signed_in")
def form(request: HttpRequest, code: str, organisation: str) -> HttpResponseBase:
    """An organisation's form: shown, kept, handed in."""
    if request.method == "POST":
        found, whose = access.form_to_fill(request.user, code, organisation, today())
        return posted(request, form_page(found, whose))
    found, whose = access.form_to_read(request.user, code, organisation, today())
    return shown(request, form_page(found, whose))


def shown(request: HttpRequest, page: FormPage, troubles: dict[str, str] | None = None) -> HttpResponseBase:
    """The form as it stands."""
    is_own = access.fills_in(request.user, page.organisation, today())
    context = {
        "page": page,
        "troubles": troubles or {},
        "is_own": is_own,
        "may_fill": is_own and page.round.is_open,
        "is_late": is_late(page.deadline, now()),
        "states": Status.choices,
    }
    return render(request, "rounds/form.html", context)


def posted(request: HttpRequest, page: FormPage) -> HttpResponseBase:
    """Keep what was written first, whatever was asked for; then do that."""
    settle(request, page)
    saved = changes.save_drafts(page=page, cards=written_cards(request.POST, page), by=person(request))
    tell(request, page, saved)
    action, _sign, key = request.POST.get("then", "").partition("|")
    page = form_page(page.round, page.organisation)
    if action == "submit" and page.round.is_open:
        return handed_in(request, page)
    if action == "evidence":
        return redirect("rounds:evidence", page.round.code, page.organisation.code, key)
    if action == "workbook":
        return redirect("rounds:workbook", page.round.code, page.organisation.code)
    return redirect("rounds:form", page.round.code, page.organisation.code)


def settle(request: HttpRequest, page: FormPage) -> None:
    """Let the chosen of two people's answers stand."""
    for line in page.lines:
        chosen = chosen_draft(request.POST, line)
        if chosen is not None:
            changes.settle_drafts(line=line, chosen=chosen, by=person(request))


def handed_in(request: HttpRequest, page: FormPage) -> HttpResponseBase:
    """The form after it was handed in, or with what stands in the way."""
    try:
        changes.submit_form(page=page, by=person(request))
    except SubmissionRefused as refusal:
        messages.warning(request, str(refusal))
        return shown(request, page, dict(refusal.troubles))
    except NotAllowedNow as refusal:
        messages.warning(request, str(refusal))
    else:
        messages.success(request, _("Handed in. A validator looks at it now."))
    return redirect("rounds:form", page.round.code, page.organisation.code)


def tell(request: HttpRequest, page: FormPage, saved: Saved) -> None:
    """Say what was kept, and what happened meanwhile."""
    messages.success(request, _("Your draft is kept.") if saved.new else _("Nothing new to keep."))
    if saved.rivals:
        messages.warning(
            request,
            ngettext(
                "Somebody else answered %(count)s of these meanwhile. Both answers are kept: choose one below.",
                "Somebody else answered %(count)s of these meanwhile. Both answers are kept: choose below.",
                len(saved.rivals),
            )
            % {"count": len(saved.rivals)},
        )
    if not ReportingRound.objects.get(pk=page.round.pk).is_open:
        messages.warning(
            request, _("The round was closed meanwhile: your draft is kept, and cannot be handed in.")
        )
    elif is_late(page.deadline, now()):
        told = moment_in_words(timezone.localtime(page.deadline), reader())
        sentence = _("The deadline has passed (%(moment)s). You can still hand in; it counts as late.")
        messages.warning(request, sentence % {"moment": told})


@audience("signed_in")
@csrf_exempt
def evidence(request: HttpRequest, code: str, organisation: str, key: str) -> HttpResponseBase:
    """A document for an answer; a file's size is looked at before it is read, so the token is checked a step later."""
    request.upload_handlers.insert(0, SizeLimit(request))
    return evidence_form(request, code, organisation, key)


@csrf_protect
def evidence_form(request: HttpRequest, code: str, organisation: str, key: str) -> HttpResponseBase:
    """A held document for an answer, or a file that is held from now on."""
    found, whose = access.form_to_fill(request.user, code, organisation, today())
    line = form_page(found, whose).line(key)
    if line is None:
        raise Http404(key)
    asked = EvidenceForm(request.POST or None, request.FILES or None)
    if request.method == "POST" and asked.is_valid():
        try:
            document = chosen_document(request, asked, in_language(whose.name, "fr"))
            changes.attach_evidence(line=line, document=document, by=person(request))
        except Refused as refusal:
            asked.add_error("upload", str(refusal))
        else:
            messages.success(request, _("The evidence is kept with the answer."))
            return redirect("rounds:form", code, organisation)
    context = {"round": found, "organisation": whose, "line": line, "form": asked}
    return render(request, "rounds/evidence.html", context)


def chosen_document(request: HttpRequest, asked: EvidenceForm, publisher: str) -> Document | None:
    """The document chosen, or the one the file becomes; none takes the evidence away."""
    upload = asked.cleaned_data["upload"]
    if not upload:
        chosen: Document | None = asked.cleaned_data["document"]
        return chosen
    card = DocumentCard(
        title=asked.cleaned_data["title"] or Path(upload.name).stem,
        publisher=publisher,
        kind=DocumentKind.REPORT,
        published_on=today().isoformat(),
        language=reader(),
    )
    return receive_document(upload=upload, card=card, by=person(request))
