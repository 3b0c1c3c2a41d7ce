"""The queue: one suggestion in focus, one verdict at a time, then the next."""

from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_POST, require_safe

from taama.accounts.models import User
from taama.compact.queries import objectives
from taama.evidence.models import Document, Passage
from taama.web.audience import audience

from . import changes, queries
from .access import JUDGING, suggestion_to_judge
from .forms import AcceptForm, MendForm
from .models import Suggestion
from .queries import Filters, Focus, filters_of
from .vocabularies import Confidence, SuggestionJudgement, SuggestionKind

DOCUMENTS_OFFERED = 40


@audience(*JUDGING)
@require_safe
def queue(request: HttpRequest) -> HttpResponse:
    """What waits, the surest first; the first one, or the one asked for, in focus."""
    filters = filters_of(request.GET)
    waiting = list(queries.queue(filters)[: queries.NEXT_SHOWN + 1])
    chosen = asked_for(request) or next(iter(waiting), None)
    return show(request, filters, chosen, [one for one in waiting if one != chosen])


def asked_for(request: HttpRequest) -> Suggestion | None:
    """The suggestion the address names; None where it names none."""
    named = request.GET.get("focus", "")
    try:
        return suggestion_to_judge(request.user, UUID(named)) if named else None
    except ValueError:
        raise Http404(named) from None


def show(
    request: HttpRequest,
    filters: Filters,
    chosen: Suggestion | None,
    others: list[Suggestion],
    form: AcceptForm | None = None,
) -> HttpResponse:
    """The page of the queue."""
    focus = queries.focus_on(chosen) if chosen else None
    if focus is not None and focus.becomes_a_finding and form is None:
        form = AcceptForm(focus=focus)
    shown = {
        "filters": filters,
        "focus": focus,
        "form": form,
        "others": others[: queries.NEXT_SHOWN],
        "progress": queries.progress(filters),
        "kinds": SuggestionKind.choices,
        "steps": Confidence.choices,
        "objectives": objectives(),
        "documents": queries.documents_waiting()[:DOCUMENTS_OFFERED],
        "last": queries.last_verdict_of(acting(request).pk),
    }
    return render(request, "suggestions/queue.html", shown)


def acting(request: HttpRequest) -> User:
    """The person whose word it is."""
    assert isinstance(request.user, User)
    return request.user


def to_the_next(request: HttpRequest, focus: Suggestion | None = None) -> HttpResponseRedirect:
    """Back to the same part of the queue."""
    parts = [filters_of(request.GET).as_address, f"focus={focus.pk}" if focus else ""]
    query = "&".join(part for part in parts if part)
    return redirect(reverse("suggestions:queue") + (f"?{query}" if query else ""))


@audience(*JUDGING)
@require_POST
def judge(request: HttpRequest, pk: UUID) -> HttpResponse:
    """Accept, reject or leave unsure; then the next one."""
    suggestion = suggestion_to_judge(request.user, pk)
    judgement = request.POST.get("judgement", "")
    if judgement == SuggestionJudgement.ACCEPTED:
        return accept(request, suggestion)
    verb = {
        SuggestionJudgement.REJECTED.value: changes.reject_suggestion,
        SuggestionJudgement.UNSURE.value: changes.doubt_suggestion,
    }.get(judgement)
    if verb is not None:
        verb(suggestion=suggestion, by=acting(request), why=request.POST.get("why", "")[:1000])
        messages.success(request, _("Your verdict is kept."))
    return to_the_next(request)


def accept(request: HttpRequest, suggestion: Suggestion) -> HttpResponse:
    """What the suggestion becomes, or the page again where the question is missing."""
    focus = queries.focus_on(suggestion)
    form = AcceptForm(request.POST, focus=focus) if focus.becomes_a_finding else None
    if form is not None and not form.is_valid():
        return show(request, filters_of(request.GET), suggestion, [], form)
    answering = form.answering() if form is not None else None
    verdict = changes.accept_suggestion(suggestion=suggestion, by=acting(request), answering=answering)
    messages.success(request, said_of(focus, verdict.finding.code if verdict.finding else ""))
    return to_the_next(request)


def said_of(focus: Focus, finding_code: str) -> str:
    """What was made of it, in a sentence."""
    if finding_code:
        return _("Kept as the finding “%(code)s”.") % {"code": finding_code}
    if focus.objective is not None:
        return _("Objective %(number)s is confirmed for this passage.") % {"number": focus.objective.code}
    return _("Your verdict is kept.")


@audience(*JUDGING)
def mend(request: HttpRequest, pk: UUID) -> HttpResponse:
    """The form of marking by hand, filled in by the machine."""
    suggestion = suggestion_to_judge(request.user, pk)
    focus = queries.focus_on(suggestion)
    if not focus.becomes_a_finding:
        return to_the_next(request, suggestion)
    passage = Passage.objects.with_words().get(pk=suggestion.passage_id)
    form = MendForm(request.POST or None, suggestion=suggestion, passage=passage, chosen=focus.chosen)
    if form.is_valid():
        verdict = changes.accept_suggestion(
            suggestion=suggestion, by=acting(request), answering=form.answering()
        )
        assert verdict.finding is not None
        messages.success(request, said_of(focus, verdict.finding.code))
        return to_the_next(request)
    back = f"{reverse('suggestions:queue')}?focus={suggestion.pk}"
    crumbs = [(_("Suggestions"), back), (_("Mend"), "")]
    return render(request, "suggestions/mend.html", {"form": form, "passage": passage, "crumbs": crumbs})


@audience(*JUDGING)
@require_POST
def take_back(request: HttpRequest) -> HttpResponse:
    """Take back one's last verdict; its suggestion is in focus again."""
    verdict = changes.take_back_verdict(by=acting(request))
    messages.success(request, _("Your last verdict is taken back, and what it made with it."))
    return to_the_next(request, verdict.suggestion)


@audience(*JUDGING)
@require_POST
def accept_objectives(request: HttpRequest, slug: str) -> HttpResponse:
    """Confirm every objective suggested of one document."""
    document = get_object_or_404(Document, slug=slug)
    number = changes.accept_objectives(document=document, by=acting(request))
    sentence = ngettext("%(count)s objective is confirmed.", "%(count)s objectives are confirmed.", number)
    messages.success(request, sentence % {"count": number})
    return to_the_next(request)
