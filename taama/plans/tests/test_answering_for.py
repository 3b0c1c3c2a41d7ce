"""Duties, money, updates, risks, results: outcome and journal, and what is refused."""

import datetime as dt
from decimal import Decimal

import pytest
from django.db import IntegrityError, transaction
from django.utils import timezone

from taama.compact.queries import objective
from taama.journal.changes import open_change
from taama.journal.models import Entry
from taama.partners.models import Organisation
from taama.plans import changes, queries
from taama.plans.changes import DutyCard, MoneyCard, RateCard, ResultCard, RiskCard, UpdateCard
from taama.plans.models import Activity, BudgetLine, Duty, Risk
from taama.web.refusals import BadInput, NotAllowedNow

from .factories import activity, both, card, edition

pytestmark = pytest.mark.usefixtures("compact")


def partner(code="ministry"):
    return Organisation.objects.get(code=code)


def refused(code, verb, **given):
    entries = Entry.objects.count()
    with pytest.raises((NotAllowedNow, BadInput)) as refusal:
        verb(**given)
    assert refusal.value.code == code
    assert Entry.objects.count() == entries


def newest():
    return Entry.objects.order_by("-seq").first()


def duty_card(of, role="lead", code="ministry", began_on="2025-03-01", **fields):
    return DutyCard(partner(code), "activity", role, began_on, activity=of, **fields)


def test_a_new_lead_ends_the_one_before_and_becomes_the_plans_own(cast):
    made = activity(lead="service")
    changes.give_duty(card=duty_card(made, code="service", began_on="2024"), by=cast.coordinator)

    changes.give_duty(card=duty_card(made, person="Invented Name"), by=cast.coordinator)

    assert Activity.objects.get().lead.code == "ministry"
    assert [one.ended_on for one in Duty.objects.order_by("began_on")] == ["2025-02-28", ""]
    given = Entry.objects.filter(verb="plans.duty.given").first()
    assert "Invented Name" not in str(given.payload)


def test_the_same_duty_twice_a_lead_ended_and_an_end_before_the_beginning_are_refused(cast):
    made = activity(lead="service")
    lead = changes.give_duty(card=duty_card(made), by=cast.coordinator)

    refused("plans.duty.exists", changes.give_duty, card=duty_card(made), by=cast.coordinator)
    refused("plans.duty.lead_needed", changes.end_duty, duty=lead, on="2025-05", by=cast.coordinator)
    wrong = duty_card(made, "informed", ended_on="2020")
    refused("plans.duty.fields", changes.give_duty, card=wrong, by=cast.coordinator)


def test_editing_the_lead_carries_the_dated_duty_over(cast):
    made = activity(lead="service")
    changes.give_duty(card=duty_card(made, code="service", began_on="2024"), by=cast.coordinator)

    changes.edit_activity(activity=made, card=card(lead="ministry"), by=cast.coordinator)

    assert Duty.objects.get(ended_on="").organisation.code == "ministry"


def test_a_duty_is_about_one_matter(cast):
    made = activity()

    with pytest.raises(IntegrityError), transaction.atomic(), open_change():
        Duty.objects.create(
            organisation=partner(), matter="activity", activity=made, indicator="x", role="lead"
        )
    mandate = DutyCard(partner(), "mandate", "lead", "2024")
    refused("plans.duty.fields", changes.give_duty, card=mandate, by=cast.coordinator)


def test_a_budget_line_stands_once_and_its_earlier_amount_stays_in_the_journal(cast):
    money = MoneyCard(2025, partner(), "planned", Decimal(100), "XOF")
    line = changes.add_budget_line(activity=activity(), card=money, by=cast.coordinator)

    refused(
        "plans.budget.exists",
        changes.add_budget_line,
        activity=line.activity,
        card=money,
        by=cast.coordinator,
    )
    changes.mend_budget_line(line=line, amount=Decimal(120), reason="typing", by=cast.coordinator)

    assert BudgetLine.objects.get().amount == 120
    assert (newest().verb, newest().payload["before"]) == ("plans.budget.mended", "100.00")
    spent = MoneyCard(2025, None, "spent", Decimal(1), "XOF")
    refused(
        "plans.budget.fields",
        changes.add_budget_line,
        activity=line.activity,
        card=spent,
        by=cast.coordinator,
    )


def test_a_rate_is_above_zero_between_two_currencies_and_once_a_day(cast):
    good = RateCard("EUR", "XOF", Decimal("655.957"), "1999-01-01", "", "parity")
    changes.add_rate(card=good, by=cast.coordinator)

    refused("plans.rate.exists", changes.add_rate, card=good, by=cast.coordinator)
    for values in (("EUR", "EUR", Decimal(1)), ("USD", "XOF", Decimal(0))):
        refused(
            "plans.rate.fields",
            changes.add_rate,
            card=RateCard(*values, "2024", "", "x"),
            by=cast.coordinator,
        )


def test_totals_keep_stages_apart_and_say_what_has_no_rate(cast):
    made = activity(planned_amount=Decimal(200), currency="XOF")
    for year, stage, amount, currency in (
        (2024, "planned", 100, "XOF"),
        (2024, "spent", 40, "XOF"),
        (2025, "planned", 5, "USD"),
    ):
        card_ = MoneyCard(year, partner(), stage, Decimal(amount), currency)
        changes.add_budget_line(activity=made, card=card_, by=cast.coordinator)

    page = queries.money_page(edition(), "funder", "XOF")

    assert [total.value for total in page.all.totals] == [100, 0, 40]
    assert [(one.value, one.currency) for one in page.missing] == [(5, "USD")]


def test_an_update_moves_the_activity_or_is_refused_with_it(cast):
    made = activity()
    words = UpdateCard("2025-05", "ongoing", {"fr": "Lancée."}, partner("service"), 20)
    changes.add_update(activity=made, card=words, by=cast.focal_point, at=timezone.now())

    assert Activity.objects.get().status == "ongoing"
    wrong = UpdateCard("2025-06", "yet_to_start", {"fr": "Non."}, partner("service"))
    refused(
        "plans.activity.move",
        changes.add_update,
        activity=made,
        card=wrong,
        by=cast.focal_point,
        at=timezone.now(),
    )
    silent = UpdateCard("2025-06", "ongoing", {}, partner("service"))
    refused(
        "plans.update.fields",
        changes.add_update,
        activity=made,
        card=silent,
        by=cast.focal_point,
        at=timezone.now(),
    )
    assert queries.lines_of(edition(), dt.date(2025, 6, 1))[0].progress == 20


def test_a_risk_is_opened_weighed_closed_and_then_stays(cast):
    told = RiskCard(both("flood"), 3, 3, partner(), "2025")
    risk = changes.open_risk(activity=activity(), card=told, by=cast.focal_point)
    changes.weigh_risk(risk=risk, likelihood=1, impact=2, by=cast.focal_point)
    refused(
        "plans.risk.fields", changes.close_risk, risk=risk, on="2020", outcome=both("no"), by=cast.focal_point
    )

    changes.close_risk(risk=risk, on="2025-09", outcome=both("dry"), by=cast.focal_point)

    assert (Risk.objects.get().level, Risk.objects.get().is_open) == (1, False)
    refused(
        "plans.risk.closed_already",
        changes.weigh_risk,
        risk=risk,
        likelihood=3,
        impact=3,
        by=cast.focal_point,
    )


def test_a_result_names_activities_and_codes_of_indicators_once(cast):
    told = ResultCard("heard", objective(8), both("Heard"), indicators=["returns"], activities=[activity()])
    result = changes.add_result(edition=edition(), card=told, by=cast.coordinator)

    refused("plans.result.exists", changes.add_result, edition=edition(), card=told, by=cast.coordinator)
    twice = ResultCard("heard", objective(8), both("Heard"), indicators=["a", "a"])
    refused("plans.result.fields", changes.edit_result, result=result, card=twice, by=cast.coordinator)
    assert queries.indicator_codes(edition()) == {"returns"}
    (frame,) = queries.logframe(edition(), dt.date(2025, 1, 1))
    assert [line.activity.code for line in frame.results[0].lines] == ["consular-cards"]
