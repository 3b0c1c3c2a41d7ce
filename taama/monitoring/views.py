"""Pages of monitoring: indicators, one indicator, entering, correcting and judging values."""

import uuid

from django.contrib import messages
from django.http import HttpRequest, HttpResponseBase
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from taama.accounts.models import User
from taama.accounts.roles import Role
from taama.places.country import country
from taama.web.audience import audience
from taama.web.refusals import NotAllowedNow

from . import access, changes, drawing, queries
from .addition import added
from .forms import AdditionForm, CellForm, ObservationForm, OverlapForm, RefusalForm, SourceForm
from .making import figure_made, periods_of


@audience("public")
def indicators(request: HttpRequest) -> HttpResponseBase:
    """Every indicator under the objectives it serves."""
    context = {
        "groups": queries.indicators_by_objective(),
        "waiting": queries.observations_waiting().count() if access.may_validate(request.user) else 0,
    }
    return render(request, "monitoring/indicators.html", context)


@audience("public")
def indicator(request: HttpRequest, code: str) -> HttpResponseBase:
    """One indicator: what it is, its values, targets and history."""
    found = access.indicator_to_read(code)
    page = queries.indicator_page(found, country().boundary_edition)
    language = (get_language() or "fr").split("-")[0]
    context = {
        "indicator": found,
        "page": page,
        "drawing": drawing.series_drawing(page.line, page.values, language) if page.values else None,
        "areas": drawing.area_drawing(found, page.areas, language) if page.areas else None,
        "parts": [
            (kind, values[0], drawing.part_drawing(found, values, language))
            for kind, values in page.parts.items()
        ],
        "may_enter": access.may_enter(request.user),
    }
    return render(request, "monitoring/indicator.html", context)


@audience("public")
def figure_making(request: HttpRequest, code: str) -> HttpResponseBase:
    """How a figure is made: what it is made of, what was left out and why, now or as known on a day."""
    found = access.indicator_to_read(code)
    form = CellForm(request.GET)
    form.is_valid()
    figure = figure_made(found, form.cell(), edition=country().boundary_edition, known_at=form.known_at())
    context = {
        "indicator": found,
        "form": form,
        "figure": figure,
        "years": list(periods_of(found)),
        "overlaps": found.overlaps.select_related("one", "other", "area").filter(withdrawn_at=None),
        "may_declare": access.may_declare(request.user),
    }
    return render(request, "monitoring/figure_making.html", context)


@audience("public")
def addition(request: HttpRequest) -> HttpResponseBase:
    """Two indicators added, or the reasons why they are not."""
    form = AdditionForm(request.GET or None)
    asked = form.is_valid()
    result = added(form.cleaned_data["one"], form.cleaned_data["other"]) if asked else None
    return render(request, "monitoring/addition.html", {"form": form, "result": result})


@audience(Role.COORDINATOR)
def overlap_declare(request: HttpRequest, code: str) -> HttpResponseBase:
    """A form to say that two contributors may have counted the same people."""
    found = access.indicator_to_declare(request.user, code)
    form = OverlapForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        changes.declare_overlap(indicator=found, card=form.card(), by=person(request))
        messages.success(request, _("Declared. The lower bound takes it into account."))
        return redirect("monitoring:figure-making", code)
    return render(request, "monitoring/overlap_declare.html", {"indicator": found, "form": form})


@require_POST
@audience(Role.COORDINATOR)
def overlap_withdraw(request: HttpRequest, code: str, pk: uuid.UUID) -> HttpResponseBase:
    """Take a declaration back."""
    found = access.overlap_to_withdraw(request.user, code, pk)
    try:
        changes.withdraw_overlap(overlap=found, by=person(request))
    except NotAllowedNow as refusal:
        messages.error(request, str(refusal))
    else:
        messages.success(request, _("Withdrawn."))
    return redirect("monitoring:figure-making", code)


@audience(Role.COORDINATOR, Role.FOCAL_POINT)
def observation_add(request: HttpRequest, code: str) -> HttpResponseBase:
    """A form for a value."""
    found = access.indicator_to_enter(request.user, code)
    form = ObservationForm(request.POST or None, indicator=found, today=timezone.localdate())
    if request.method == "POST" and form.is_valid():
        by = person(request)
        try:
            entered = changes.record_observation(card=form.card(by), by=by)
        except NotAllowedNow as refusal:
            form.add_error(None, str(refusal))
        else:
            messages.success(
                request, _("The value is entered. It is shown once somebody else has validated it.")
            )
            return redirect("desk:observation", entered.pk)
    return render(request, "monitoring/observation_add.html", {"form": form, "indicator": found})


@audience(Role.COORDINATOR, Role.FOCAL_POINT)
def observation_correct(request: HttpRequest, code: str, pk: uuid.UUID) -> HttpResponseBase:
    """A form for another value of the same thing."""
    found = access.observation_to_correct(request.user, code, pk)
    form = SourceForm(request.POST or None, indicator=found.indicator)
    if request.method == "POST" and form.is_valid():
        by, value = person(request), form.cleaned_data["value"]
        try:
            changes.correct_observation(observation=found, value=value, source=form.source(by), by=by)
        except NotAllowedNow as refusal:
            form.add_error(None, str(refusal))
        else:
            messages.success(
                request, _("The correction is entered. It replaces the value once it is validated.")
            )
            return redirect("monitoring:indicator", code)
    return render(request, "monitoring/observation_correct.html", {"form": form, "observation": found})


@audience(Role.VALIDATOR)
def observations_waiting(request: HttpRequest) -> HttpResponseBase:
    """Values that wait for a validator."""
    waiting = list(queries.observations_waiting())
    return render(request, "monitoring/observations_waiting.html", {"waiting": waiting})


@audience(Role.VALIDATOR)
def observation_judge(request: HttpRequest, code: str, pk: uuid.UUID) -> HttpResponseBase:
    """A value that waits, to be validated or refused with a reason."""
    found = access.observation_to_validate(request.user, code, pk)
    form = RefusalForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        changes.refuse_observation(observation=found, why=form.cleaned_data["why"], by=person(request))
        messages.success(request, _("The value is refused; the reason is kept with it."))
        return redirect("monitoring:observations-waiting")
    return render(request, "monitoring/observation_judge.html", {"form": form, "observation": found})


@audience(Role.VALIDATOR)
@require_POST
def observation_validate(request: HttpRequest, code: str, pk: uuid.UUID) -> HttpResponseBase:
    """Validate a value."""
    found = access.observation_to_validate(request.user, code, pk)
    changes.validate_observation(observation=found, by=person(request))
    messages.success(request, _("The value is validated and published."))
    return redirect("monitoring:observations-waiting")


def person(request: HttpRequest) -> User:
    """The person who signs in; the page's audience has seen to it."""
    assert isinstance(request.user, User)
    return request.user
