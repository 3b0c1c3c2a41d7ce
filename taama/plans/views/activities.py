"""Forms of an activity and its milestones, for those who answer for it."""

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponseBase
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _

from taama.accounts.roles import Role
from taama.web.audience import audience
from taama.web.refusals import NotAllowedNow

from .. import access, changes
from ..forms import ActivityForm, MilestoneForm, ReachedForm
from .answering import writer


@audience(Role.COORDINATOR)
def activity_add(request: HttpRequest) -> HttpResponseBase:
    """A form for a new activity."""
    edition = access.edition_to_add_to(request.user)
    form = ActivityForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        try:
            added = changes.add_activity(edition=edition, card=form.card(), by=writer(request))
        except NotAllowedNow as refusal:
            form.add_error(None, str(refusal))
        else:
            messages.success(request, _("The activity is added."))
            return redirect("plans:activity", added.code)
    return render(request, "plans/activity_edit.html", {"form": form, "activity": None})


@audience(Role.COORDINATOR, Role.FOCAL_POINT)
def activity_edit(request: HttpRequest, code: str) -> HttpResponseBase:
    """A form for what an activity is now."""
    found = access.activity_to_edit(request.user, code)
    form = ActivityForm(request.POST or None, activity=found, may_hand_on=access.may_add(request.user))
    if request.method == "POST" and form.is_valid():
        seen = form.cleaned_data["seen"]
        try:
            changes.edit_activity(activity=found, card=form.card(), by=writer(request), seen=seen)
        except NotAllowedNow as refusal:
            form.add_error(None, str(refusal))
        else:
            messages.success(request, _("The activity is saved."))
            return redirect("plans:activity", code)
    return render(request, "plans/activity_edit.html", {"form": form, "activity": found})


@audience(Role.COORDINATOR, Role.FOCAL_POINT)
def milestone_add(request: HttpRequest, code: str) -> HttpResponseBase:
    """A form for a new step of an activity."""
    found = access.activity_to_edit(request.user, code)
    form = MilestoneForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        try:
            changes.add_milestone(activity=found, card=form.card(), by=writer(request))
        except NotAllowedNow as refusal:
            form.add_error(None, str(refusal))
        else:
            return redirect("plans:activity", code)
    return render(request, "plans/milestone_add.html", {"form": form, "activity": found})


@audience(Role.COORDINATOR, Role.FOCAL_POINT)
def milestone_reached(request: HttpRequest, code: str, milestone: str) -> HttpResponseBase:
    """A form to say on which day a step was reached."""
    found = access.milestone_to_edit(request.user, code, milestone)
    if found.reached_on:
        raise Http404
    today = timezone.localdate()
    form = ReachedForm(request.POST or None, today=today, initial={"on": today.isoformat()})
    if request.method == "POST" and form.is_valid():
        changes.reach_milestone(milestone=found, on=form.cleaned_data["on"], by=writer(request))
        return redirect("plans:activity", code)
    return render(request, "plans/milestone_reached.html", {"form": form, "milestone": found})
