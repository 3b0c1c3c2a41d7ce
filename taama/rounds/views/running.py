"""The coordinator's pages: rounds, opening one, how far each organisation is, closing it."""

import uuid

from django.contrib import messages
from django.http import HttpRequest, HttpResponseBase
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_POST, require_safe

from taama.rounds import access, changes
from taama.rounds.forms import ClosingForm, ExtensionForm, RequestForm, RoundForm
from taama.rounds.models import Extension, Reminder, ReportingRound
from taama.rounds.queries import round_page, rounds_for
from taama.rounds.queries.judging import waiting_submissions
from taama.rounds.queries.proposals import proposal_for, proposals
from taama.web.audience import audience
from taama.web.refusals import NotAllowedNow

from .people import now, person, today


@audience("signed_in")
@require_safe
def rounds(request: HttpRequest) -> HttpResponseBase:
    """What this person owes, and every round for those who watch them."""
    user = person(request)
    context = {
        "owing": rounds_for(user, today(), now()),
        "rounds": list(ReportingRound.objects.all()) if access.may_watch(user) else [],
        "may_watch": access.may_watch(user),
        "may_run": access.may_run(user),
    }
    return render(request, "rounds/rounds.html", context)


@audience(*access.RUNNING)
def round_open(request: HttpRequest) -> HttpResponseBase:
    """A form for a new round; what each organisation owes is proposed."""
    form = RoundForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        card = form.card()
        asked = proposals(card.period_start, card.period_end)
        opened = changes.open_round(card=card, requests=asked, by=person(request))
        messages.success(request, _("The round is open. Look at what each organisation is asked for."))
        return redirect("rounds:round", opened.code)
    return render(request, "rounds/round_open.html", {"form": form})


@audience(*access.WATCHING)
@require_safe
def round(request: HttpRequest, code: str) -> HttpResponseBase:
    """How far each organisation is, and for the coordinator what can be done."""
    found = access.round_to_watch(request.user, code)
    context = {
        "page": round_page(found, now()),
        "may_run": access.may_run(request.user),
        "may_validate": access.may_validate(request.user),
        "reminders": Reminder.objects.filter(round=found).select_related("organisation", "recipient")[:20],
        "submissions": [one for one in waiting_submissions() if one.round_id == found.pk],
        "closing": ClosingForm(),
    }
    return render(request, "rounds/round.html", context)


@audience(*access.RUNNING)
def round_asked(request: HttpRequest, code: str, organisation: str) -> HttpResponseBase:
    """What one organisation is asked for; more time for it."""
    found = access.round_to_run(request.user, code)
    whose = access.organisation_by(organisation)
    form = ExtensionForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        why, deadline = form.cleaned_data["why"], form.deadline()
        try:
            changes.extend_deadline(
                round=found, organisation=whose, deadline=deadline, why=why, by=person(request)
            )
        except NotAllowedNow as refusal:
            form.add_error(None, str(refusal))
        else:
            messages.success(request, _("The organisation has more time."))
            return redirect("rounds:round", code)
    context = {
        "round": found,
        "organisation": whose,
        "requests": found.requests.filter(organisation=whose, is_dropped=False).select_related(
            "indicator", "activity"
        ),
        "extensions": Extension.objects.filter(round=found, organisation=whose),
        "form": form,
    }
    return render(request, "rounds/round_asked.html", context)


@audience(*access.RUNNING)
def request_add(request: HttpRequest, code: str) -> HttpResponseBase:
    """A form for one thing more that an organisation is asked for."""
    found = access.round_to_run(request.user, code)
    form = RequestForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        try:
            added = changes.add_request(
                round=found, card=proposal_for(**form.cleaned_data), by=person(request)
            )
        except NotAllowedNow as refusal:
            form.add_error(None, str(refusal))
        else:
            messages.success(request, _("The organisation is asked for it."))
            return redirect("rounds:round-asked", code, added.organisation.code)
    return render(request, "rounds/request_add.html", {"round": found, "form": form})


@audience(*access.RUNNING)
@require_POST
def request_drop(request: HttpRequest, code: str, pk: uuid.UUID) -> HttpResponseBase:
    """Ask for it no longer."""
    found = access.request_to_run(request.user, code, pk)
    changes.drop_request(request=found, by=person(request))
    messages.success(request, _("The organisation is asked for it no longer."))
    return redirect("rounds:round-asked", code, found.organisation.code)


@audience(*access.RUNNING)
@require_POST
def round_close(request: HttpRequest, code: str) -> HttpResponseBase:
    """Close the round, gaps and all."""
    found = access.round_to_run(request.user, code)
    gaps = round_page(found, now()).total
    missing = gaps.owed - gaps.answered
    changes.close_round(
        round=found, note=request.POST.get("note", "")[:1000], gaps=missing, by=person(request)
    )
    messages.success(
        request,
        ngettext(
            "The round is closed with %(count)s gap.", "The round is closed with %(count)s gaps.", missing
        )
        % {"count": missing},
    )
    return redirect("rounds:round", code)


@audience(*access.RUNNING)
@require_POST
def reminders_send(request: HttpRequest) -> HttpResponseBase:
    """Remind everybody who is late, once a day."""
    sent = changes.remind(now=now(), on=today(), by=person(request))
    messages.success(
        request,
        ngettext("%(count)s reminder was sent.", "%(count)s reminders were sent.", len(sent))
        % {"count": len(sent)},
    )
    return redirect("rounds:rounds")
