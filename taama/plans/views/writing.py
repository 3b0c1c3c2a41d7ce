"""Small forms of those who answer for the plan: duties, money, updates, risks, results."""

import uuid

from django.http import HttpRequest, HttpResponseBase
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from taama.accounts.roles import Role
from taama.web.audience import audience

from .. import access, changes
from ..forms import (
    CloseRiskForm,
    DayForm,
    DutyForm,
    MendMoneyForm,
    MoneyForm,
    RateForm,
    ResultForm,
    RiskForm,
    UpdateForm,
)
from ..models import BudgetLine, Risk
from .answering import answered, writer

LEADING = (Role.COORDINATOR, Role.FOCAL_POINT)


def page_of(code: str) -> str:
    """The address of an activity."""
    return reverse("plans:activity", args=[code])


@audience(Role.COORDINATOR)
def duty_add(request: HttpRequest, code: str) -> HttpResponseBase:
    """Give an organisation a part in an activity."""
    found = access.activity_to_edit(request.user, code)
    form = DutyForm(request.POST or None, activity=found)
    return answered(
        request, form, lambda: changes.give_duty(card=form.card(), by=writer(request)),
        title=_("Give a duty"), back=page_of(code),
    )  # fmt: skip


@audience(Role.COORDINATOR)
def organisation_duty_add(request: HttpRequest, code: str) -> HttpResponseBase:
    """Give an organisation a mandate, or a duty for an indicator."""
    found = access.organisation_to_read(code)
    form = DutyForm(request.POST or None, organisation=found)
    return answered(
        request, form, lambda: changes.give_duty(card=form.card(), by=writer(request)),
        title=_("Give a duty"), back=reverse("plans:organisation", args=[code]),
    )  # fmt: skip


@audience(Role.COORDINATOR)
def duty_end(request: HttpRequest, pk: uuid.UUID) -> HttpResponseBase:
    """Say on which day a duty ended."""
    duty = access.duty_to_end(request.user, pk)
    form = DayForm(request.POST or None, today=timezone.localdate())
    return answered(
        request, form, lambda: changes.end_duty(duty=duty, on=form.cleaned_data["on"], by=writer(request)),
        title=_("End a duty"), back=reverse("plans:organisation", args=[duty.organisation.code]),
        lead=str(duty.get_role_display()),
    )  # fmt: skip


@audience(*LEADING)
def update_add(request: HttpRequest, code: str) -> HttpResponseBase:
    """Say how an activity stands."""
    found = access.activity_to_edit(request.user, code)
    today = timezone.localdate()
    form = UpdateForm(request.POST or None, activity=found, today=today, initial={"on": today.isoformat()})
    return answered(
        request, form,
        lambda: changes.add_update(activity=found, card=form.card(), by=writer(request), at=timezone.now()),
        title=_("Say how it stands"), back=page_of(code),
    )  # fmt: skip


@audience(*LEADING)
def risk_add(request: HttpRequest, code: str) -> HttpResponseBase:
    """Write down what may go wrong."""
    found = access.activity_to_edit(request.user, code)
    today = timezone.localdate()
    form = RiskForm(request.POST or None, today=today, initial={"on": today.isoformat(), "owner": found.lead})
    return answered(
        request, form, lambda: changes.open_risk(activity=found, card=form.card(), by=writer(request)),
        title=_("Add a risk"), back=page_of(code),
    )  # fmt: skip


@audience(*LEADING)
def risk_close(request: HttpRequest, pk: uuid.UUID) -> HttpResponseBase:
    """Close a risk, with the reason."""
    risk = access.part_to_edit(request.user, Risk, pk)
    assert isinstance(risk, Risk)
    form = CloseRiskForm(request.POST or None, today=timezone.localdate())
    return answered(
        request, form,
        lambda: changes.close_risk(
            risk=risk, on=form.cleaned_data["on"], outcome=form.said("outcome"), by=writer(request)
        ),
        title=_("Close a risk"), back=page_of(risk.activity.code),
    )  # fmt: skip


@audience(*LEADING)
def budget_add(request: HttpRequest, code: str) -> HttpResponseBase:
    """Add a budget line to an activity."""
    found = access.activity_to_edit(request.user, code)
    form = MoneyForm(request.POST or None)
    return answered(
        request, form, lambda: changes.add_budget_line(activity=found, card=form.card(), by=writer(request)),
        title=_("Add a budget line"), back=page_of(code),
    )  # fmt: skip


@audience(*LEADING)
def budget_mend(request: HttpRequest, pk: uuid.UUID) -> HttpResponseBase:
    """Mend the amount of a budget line."""
    line = access.part_to_edit(request.user, BudgetLine, pk)
    assert isinstance(line, BudgetLine)
    form = MendMoneyForm(request.POST or None, line=line)
    return answered(
        request, form, lambda: changes.mend_budget_line(line=line, by=writer(request), **form.cleaned_data),
        title=_("Mend a budget line"), back=page_of(line.activity.code),
        lead=f"{line.year} · {line.get_stage_display()} · {line.currency}",
    )  # fmt: skip


@audience(Role.COORDINATOR)
def rate_add(request: HttpRequest) -> HttpResponseBase:
    """Add a dated rate."""
    form = RateForm(request.POST or None)
    return answered(
        request, form, lambda: changes.add_rate(card=form.card(), by=writer(request)),
        title=_("Add a rate"), back=reverse("plans:money"),
    )  # fmt: skip


@audience(Role.COORDINATOR)
def result_add(request: HttpRequest) -> HttpResponseBase:
    """Add an expected result."""
    edition = access.edition_to_add_to(request.user)
    form = ResultForm(request.POST or None, edition=edition)
    return answered(
        request, form, lambda: changes.add_result(edition=edition, card=form.card(), by=writer(request)),
        title=_("Add an expected result"), back=reverse("plans:logframe"),
    )  # fmt: skip


@audience(Role.COORDINATOR)
def result_edit(request: HttpRequest, code: str) -> HttpResponseBase:
    """Edit an expected result."""
    result = access.result_to_edit(request.user, code)
    form = ResultForm(request.POST or None, edition=result.edition, result=result)
    return answered(
        request, form, lambda: changes.edit_result(result=result, card=form.card(), by=writer(request)),
        title=_("Edit an expected result"), back=reverse("plans:logframe"),
    )  # fmt: skip
