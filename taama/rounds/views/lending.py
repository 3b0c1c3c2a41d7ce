"""Who stands in for whom."""

import uuid

from django.contrib import messages
from django.http import HttpRequest, HttpResponseBase
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from taama.rounds import access, changes
from taama.rounds.forms import DelegationForm
from taama.rounds.queries.people import delegations_about
from taama.web.audience import audience
from taama.web.refusals import Refused

from .people import person, today


@audience(*access.LENDING)
def delegations(request: HttpRequest) -> HttpResponseBase:
    """Who stands in for whom, and a form to name somebody."""
    by = person(request)
    form = DelegationForm(request.POST or None, organisations=access.organisations_lent_by(by), giver=by)
    if request.method == "POST" and form.is_valid():
        try:
            changes.delegate(**form.cleaned_data, by=by)
        except Refused as refusal:
            form.add_error(None, str(refusal))
        else:
            messages.success(request, _("The form is lent for these days."))
            return redirect("rounds:delegations")
    context = {"form": form, "delegations": delegations_about(by), "today": today()}
    return render(request, "rounds/delegations.html", context)


@audience(*access.LENDING)
@require_POST
def delegation_end(request: HttpRequest, pk: uuid.UUID) -> HttpResponseBase:
    """Take a form back before its time."""
    found = access.delegation_to_end(request.user, pk)
    changes.end_delegation(delegation=found, on=today(), by=person(request))
    messages.success(request, _("The form is taken back."))
    return redirect("rounds:delegations")
