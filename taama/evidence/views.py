"""The pages of documents, passages and conflicts."""

from uuid import UUID

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import FileResponse, Http404, HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.csrf import csrf_exempt, csrf_protect
from django.views.decorators.http import require_safe

from taama.accounts.models import User
from taama.compact.queries import objectives
from taama.web.audience import audience
from taama.web.languages import in_language
from taama.web.refusals import BadInput

from . import changes, queries
from . import search as searching
from .access import (
    ADDING,
    JUDGING,
    citation_to_withdraw,
    document_to_download,
    finding_to_judge,
    insist_on_judge,
    may_add,
    may_judge,
    passage_to_mark,
    tag_to_withdraw,
)
from .afterwards import go_through_new_documents
from .changes import Outcome
from .forms import CitationForm, DocumentForm, RulingForm, VerdictForm
from .held_copies import not_let_in
from .marking import FindingForm, QuestionForm
from .models import Document
from .uploads import SizeLimit
from .vocabularies import DocumentKind, PassageStatus

PER_PAGE = 25


@audience("public")
@require_safe
def documents(request: HttpRequest) -> HttpResponse:
    """Held documents, by kind and words."""
    kind, words = request.GET.get("kind", ""), request.GET.get("words", "").strip()
    found = queries.documents(kind if kind in DocumentKind.values else "", words)
    page = Paginator(found, PER_PAGE).get_page(request.GET.get("page"))
    shown = {"page": page, "kinds": DocumentKind.choices, "kind": kind, "words": words}
    return render(request, "evidence/documents.html", shown | {"may_add": may_add(request.user)})


@audience("public")
@require_safe
def search(request: HttpRequest) -> HttpResponse:
    """Passages that hold the words asked for."""
    asked = searching.asked_in(request.GET)
    found = searching.search(asked)
    page = Paginator(found.ranked, searching.PER_PAGE).get_page(request.GET.get("page"))
    shown = {
        "asked": asked,
        "dates_unread": searching.has_unread_dates(request.GET, asked),
        "found": found,
        "page": page,
        "hits": found.hits(page.start_index() - 1, page.end_index()),
        "apart": [] if found.number else searching.standing_apart(found.phrases),
        "choices": searching.choices(),
        "objectives": objectives(),
        "statuses": PassageStatus.choices,
        "crumbs": [(_("Documents"), reverse("evidence:documents")), (_("Search"), "")],
    }
    return render(request, "evidence/search.html", shown)


@audience("public")
@require_safe
def document(request: HttpRequest, slug: str) -> HttpResponse:
    """One document: its card, its text, what was found in it."""
    page = queries.document_page(slug)
    if page is None:
        raise Http404(slug)
    may = {"may_add": may_add(request.user), "may_judge": may_judge(request.user)}
    crumbs = [(_("Documents"), reverse("evidence:documents")), (page.document.title, "")]
    return render(request, "evidence/document.html", {"page": page, "crumbs": crumbs} | may)


@audience("signed_in")
@require_safe
def document_copy(request: HttpRequest, slug: str) -> HttpResponseBase:
    """The held copy, to save; never shown inside the site."""
    held = document_to_download(request.user, slug)
    answer = FileResponse(
        held.file.open("rb"),
        as_attachment=True,
        filename=held.original_name,
        content_type="application/octet-stream",
    )
    answer["X-Content-Type-Options"] = "nosniff"
    answer["Cache-Control"] = "private, no-store"
    return answer


@audience(*ADDING)
@csrf_exempt
def document_add(request: HttpRequest) -> HttpResponse:
    """Add documents; sizes are looked at before anything is read, so the token is checked a step later."""
    limit = SizeLimit(request)
    request.upload_handlers.insert(0, limit)
    return document_form(request, limit)


@csrf_protect
def document_form(request: HttpRequest, limit: SizeLimit) -> HttpResponse:
    """The form, or the documents it made."""
    form = DocumentForm(request.POST or None, request.FILES or None)
    outcomes = receive(request, form, limit.dropped) if request.method == "POST" else []
    held = [one.document for one in outcomes if one.document is not None]
    if not held:
        return render(request, "evidence/document_add.html", {"form": form})
    go_through_new_documents()
    if len(outcomes) == 1:
        messages.success(request, _("The document is held. Now mark what it says, or cite it."))
        return redirect("evidence:document", held[0].slug)
    say_what_became(request, outcomes)
    return redirect("evidence:documents")


def receive(request: HttpRequest, form: DocumentForm, dropped: list[str]) -> list[Outcome]:
    """What became of each file; where none was held, the reasons stand beside the field."""
    if dropped:
        form.errors.pop("upload", None)
    too_large = [Outcome(name, refusal=BadInput("document.too_large", not_let_in())) for name in dropped]
    if not form.is_valid():
        refuse_all(form, too_large)
        return []
    outcomes = too_large
    if uploads := form.cleaned_data.get("upload"):
        outcomes += changes.receive_documents(uploads=uploads, card=form.card(), by=acting(request))
    if not any(one.document for one in outcomes):
        refuse_all(form, outcomes)
    return outcomes


def refuse_all(form: DocumentForm, outcomes: list[Outcome]) -> None:
    """Each refusal beside the field, with the name of its file if there are several."""
    for one in outcomes:
        form.add_error("upload", said_of(one) if len(outcomes) > 1 else str(one.refusal))


def said_of(outcome: Outcome) -> str:
    """What became of a file, in a sentence that begins with its name."""
    if outcome.document is not None:
        return _("%(name)s: held as “%(title)s”.") % {"name": outcome.name, "title": outcome.document.title}
    return _("%(name)s: %(reason)s") % {"name": outcome.name, "reason": outcome.refusal}


def say_what_became(request: HttpRequest, outcomes: list[Outcome]) -> None:
    """A sentence for each file, those refused first."""
    for one in sorted(outcomes, key=lambda one: one.document is not None):
        tell = messages.success if one.document else messages.warning
        tell(request, said_of(one))


def acting(request: HttpRequest) -> User:
    """The person whose word it is."""
    assert isinstance(request.user, User)
    return request.user


@audience(*ADDING)
@require_safe
def cite(request: HttpRequest, slug: str) -> HttpResponse:
    """Choose the passage to cite or mark."""
    page = queries.document_page(slug)
    if page is None:
        raise Http404(slug)
    return render(request, "evidence/cite.html", {"page": page, "crumbs": document_crumbs(page.document)})


def document_crumbs(held: Document) -> list[tuple[str, str]]:
    """The way back to a document."""
    address = reverse("evidence:document", args=[held.slug])
    return [(_("Documents"), reverse("evidence:documents")), (held.title, address)]


@audience(*ADDING)
def passage_cite(request: HttpRequest, slug: str, position: int) -> HttpResponse:
    """Cite exact words of a passage."""
    passage = passage_to_mark(request.user, slug, position)
    form = CitationForm(request.POST or None, passage=passage)
    if form.is_valid():
        note = form.cleaned_data["note"]
        citation = changes.cite_passage(
            passage=passage, start=form.start, end=form.end, note=note, by=acting(request)
        )
        messages.success(request, _("Cited as “%(code)s”.") % {"code": citation.code})
        return redirect(f"{reverse('evidence:document', args=[slug])}#p{position}")
    shown = {"form": form, "passage": passage, "crumbs": document_crumbs(passage.reading.document)}
    return render(request, "evidence/passage_cite.html", shown)


@audience(*ADDING)
def passage_mark(request: HttpRequest, slug: str, position: int) -> HttpResponse:
    """Mark words of a passage as a finding."""
    passage = passage_to_mark(request.user, slug, position)
    form = FindingForm(request.POST or None, passage=passage)
    if form.is_valid():
        finding = changes.mark_finding(
            passage=passage, start=form.start, end=form.end, card=form.card(), by=acting(request)
        )
        messages.success(request, _("Marked as “%(code)s”.") % {"code": finding.code})
        return redirect(f"{reverse('evidence:document', args=[slug])}#p{position}")
    shown = {"form": form, "passage": passage, "crumbs": document_crumbs(passage.reading.document)}
    return render(request, "evidence/passage_mark.html", shown)


@audience(*ADDING)
def citation_withdraw(request: HttpRequest, code: str) -> HttpResponse:
    """Withdraw a citation, after asking once."""
    citation = citation_to_withdraw(request.user, code)
    if request.method == "POST":
        changes.withdraw_citation(citation=citation, by=acting(request))
        messages.success(request, _("The citation is withdrawn."))
        return redirect("evidence:document", citation.document.slug)
    shown = {"citation": citation, "crumbs": document_crumbs(citation.document)}
    return render(request, "evidence/citation_withdraw.html", shown)


@audience(*ADDING)
def tag_withdraw(request: HttpRequest, pk: UUID) -> HttpResponse:
    """Withdraw a tag, after asking once."""
    tag = tag_to_withdraw(request.user, pk)
    if request.method == "POST":
        changes.withdraw_tag(tag=tag, by=acting(request))
        messages.success(request, _("The tag is withdrawn."))
        return redirect("evidence:document", tag.document.slug)
    shown = {"tag": tag, "crumbs": document_crumbs(tag.document)}
    return render(request, "evidence/tag_withdraw.html", shown)


@audience(*JUDGING)
def finding_judge(request: HttpRequest, code: str) -> HttpResponse:
    """Accept, reject or doubt a finding."""
    finding = finding_to_judge(request.user, code)
    form = VerdictForm(request.POST or None)
    if form.is_valid():
        changes.judge_finding(finding=finding, by=acting(request), **form.cleaned_data)
        messages.success(request, _("Your verdict is kept."))
        return redirect("desk:finding", code)
    shown = {"finding": finding, "card": queries.source_card(finding), "form": form}
    return render(
        request, "evidence/finding_judge.html", shown | {"crumbs": document_crumbs(finding.document)}
    )


@audience(*ADDING)
def question_add(request: HttpRequest) -> HttpResponse:
    """Add a question that findings can answer."""
    form = QuestionForm(request.POST or None)
    if form.is_valid():
        changes.ask_question(card=form.card(), by=acting(request))
        messages.success(request, _("The question is added. Findings can answer it now."))
        return redirect("evidence:documents")
    return render(request, "evidence/question_add.html", {"form": form})


@audience("public")
@require_safe
def conflicts(request: HttpRequest) -> HttpResponse:
    """Every question on which sources disagree."""
    return render(request, "evidence/conflicts.html", {"conflicts": queries.conflicts()})


@audience("public")
def conflict(request: HttpRequest, code: str) -> HttpResponse:
    """The sources on one question side by side; those who judge may rule."""
    page = queries.conflict_page(code)
    if page is None:
        raise Http404(code)
    sides = [(rivals, ruling_form(request, rivals.conflict)) for rivals in page.rivals]
    if request.method == "POST":
        insist_on_judge(request.user)
        if any(form is not None and rule(request, rivals.conflict, form) for rivals, form in sides):
            return redirect("evidence:conflict", code)
    crumbs = [
        (_("Conflicts"), reverse("evidence:conflicts")),
        (in_language(page.question.wording, get_language() or ""), ""),
    ]
    return render(request, "evidence/conflict.html", {"page": page, "sides": sides, "crumbs": crumbs})


def ruling_form(request: HttpRequest, found: queries.Conflict) -> RulingForm | None:
    """The form for one group of findings, filled if it is the one that was sent; None for those who only read."""
    if not may_judge(request.user):
        return None
    empty = RulingForm(conflict=found)
    return RulingForm(request.POST, conflict=found) if empty.add_prefix("between") in request.POST else empty


def rule(request: HttpRequest, found: queries.Conflict, form: RulingForm) -> bool:
    """Whether the form was sent, was good, and is now a ruling."""
    if not form.is_valid():
        return False
    outcome, stands = form.outcome()
    choice = changes.Choice(outcome, form.cleaned_data["reason"], stands, form.translations())
    changes.rule_on_conflict(findings=found.findings, choice=choice, by=acting(request))
    messages.success(request, _("Your ruling is kept. The other findings stay on the page."))
    return True
