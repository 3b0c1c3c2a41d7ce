"""Pages of the plan: all of it, one activity, and the forms of those who answer for it."""

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponseBase
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _

from taama.accounts.models import User
from taama.accounts.roles import Role
from taama.web.audience import audience
from taama.web.refusals import NotAllowedNow

from .. import access, changes, queries
from ..forms import ActivityForm, MilestoneForm, ReachedForm, WantedForm, wanted_from


@audience("public")
def plan(request: HttpRequest) -> HttpResponseBase:
    """The plan by objective; the address says which part of it."""
    edition = queries.current_edition()
    if edition is None:
        return render(request, "plans/plan.html", {"page": None})
    page = queries.plan_page(edition, wanted_from(request.GET), timezone.localdate())
    form = WantedForm(request.GET)
    form.offer(page)
    context = {"page": page, "form": form, "may_add": access.may_add(request.user)}
    return render(request, "plans/plan.html", context)


@audience("public")
def activity(request: HttpRequest, code: str) -> HttpResponseBase:
    """One activity with everything."""
    found = access.activity_to_read(code)
    context = {
        "page": queries.activity_page(found, timezone.localdate()),
        "may_edit": access.may_edit(request.user, found),
    }
    return render(request, "plans/activity.html", context)


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


def writer(request: HttpRequest) -> User:
    """The person who signs in; the page's audience has seen to it."""
    assert isinstance(request.user, User)
    return request.user
