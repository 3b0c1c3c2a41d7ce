"""The validator's pages: what waits, one submission answer by answer."""

import uuid

from django.contrib import messages
from django.http import HttpRequest, HttpResponseBase
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_safe

from taama.rounds import access, changes
from taama.rounds.models import Submission
from taama.rounds.queries.judging import judged_lines, waiting_submissions
from taama.rounds.rules import may_be_judged
from taama.web.audience import audience

from .people import person


@audience(*access.VALIDATING)
@require_safe
def submissions(request: HttpRequest) -> HttpResponseBase:
    """What waits for a validator, round by round."""
    return render(request, "rounds/submissions.html", {"submissions": waiting_submissions()})


@audience(*access.VALIDATING)
def submission(request: HttpRequest, code: str, pk: uuid.UUID) -> HttpResponseBase:
    """One submission: accept, or return answers with a comment each."""
    found = access.submission_to_judge(request.user, code, pk)
    if request.method == "POST":
        return judge(request, found)
    context = {
        "submission": found,
        "lines": judged_lines(found),
        "is_own": not may_be_judged(found.submitted_by_id, person(request).pk),
    }
    return render(request, "rounds/submission.html", context)


def judge(request: HttpRequest, found: Submission) -> HttpResponseBase:
    """Do what was asked: all without warnings, or answer by answer."""
    waiting = [line.answer for line in judged_lines(found) if line.is_waiting]
    if request.POST.get("then") == "clean":
        clean = [line.answer for line in judged_lines(found) if line.is_waiting and not line.warnings]
        accepted, returned = changes.judge_answers(accepted=clean, returned={}, by=person(request))
    else:
        chosen = {one: request.POST.get(f"judge-{one.pk.hex}", "") for one in waiting}
        comments = {one: request.POST.get(f"comment-{one.pk.hex}", "")[:1000] for one in waiting}
        accepted, returned = changes.judge_answers(
            accepted=[one for one, word in chosen.items() if word == "accept"],
            returned={one: comments[one] for one, word in chosen.items() if word == "return"},
            by=person(request),
        )
    tell(request, len(accepted), len(returned))
    rest = [line for line in judged_lines(found) if line.is_waiting]
    return (
        redirect("rounds:submission", found.round.code, found.pk) if rest else redirect("rounds:submissions")
    )


def tell(request: HttpRequest, accepted: int, returned: int) -> None:
    """Say what was done."""
    if accepted:
        sentence = ngettext("%(count)s answer was accepted.", "%(count)s answers were accepted.", accepted)
        messages.success(request, sentence % {"count": accepted})
    if returned:
        sentence = ngettext(
            "%(count)s answer was returned with its comment.",
            "%(count)s answers were returned with their comments.",
            returned,
        )
        messages.success(request, sentence % {"count": returned})
    if not accepted and not returned:
        messages.warning(request, _("Nothing was judged: choose for at least one answer."))
