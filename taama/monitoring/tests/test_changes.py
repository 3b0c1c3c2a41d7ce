"""Entering, validating, refusing and correcting values: outcome and journal."""

from decimal import Decimal

import pytest
from django.db import IntegrityError, transaction
from django.utils import timezone

from taama.journal.changes import open_change
from taama.journal.models import Entry
from taama.monitoring.changes import (
    TargetCard,
    ValueSource,
    correct_observation,
    record_observation,
    refuse_observation,
    set_target,
    validate_observation,
)
from taama.monitoring.models import Observation
from taama.monitoring.queries import current_value
from taama.web.refusals import BadInput, NotAllowedNow

from .factories import area, card, indicator, observation, waiting

MADE_UP = ValueSource(is_illustrative=True)


def refused(code, verb, **given):
    entries = Entry.objects.count()
    with pytest.raises((NotAllowedNow, BadInput)) as refusal:
        verb(**given)
    assert refusal.value.code == code
    assert Entry.objects.count() == entries


def newest_verb() -> str:
    return Entry.objects.order_by("-seq").values_list("verb", flat=True).first()


def test_an_entered_value_waits_and_is_not_published(cast):
    jobs = indicator()

    entered = waiting(jobs, 0, cast=cast)

    assert (entered.status, entered.recorded_by, entered.validated_at) == (
        "submitted",
        cast.focal_point,
        None,
    )
    assert newest_verb() == "monitoring.observation.recorded"
    assert current_value(jobs) is None


def test_validated_zero_is_a_value(cast):
    jobs = indicator()

    observation(jobs, 0, cast=cast)

    assert current_value(jobs).value == 0
    assert newest_verb() == "monitoring.observation.validated"


def test_whoever_entered_a_value_does_not_validate_it(cast):
    entered = record_observation(card=card(indicator(), 5), by=cast.validator)

    refused("monitoring.observation.four_eyes", validate_observation, observation=entered, by=cast.validator)

    assert Observation.objects.get().status == "submitted"


def test_a_value_is_judged_once(cast):
    judged = observation(indicator(), 5, cast=cast)

    refused(
        "monitoring.observation.judged_already", validate_observation, observation=judged, by=cast.validator
    )


def test_a_second_value_for_the_same_thing_is_a_correction(cast):
    jobs = indicator()
    observation(jobs, 5, cast=cast, breakdown={"sex": "female"})
    observation(jobs, 9, cast=cast)
    observation(jobs, 4, cast=cast, area=area())

    refused("monitoring.observation.exists", record_observation, card=card(jobs, 6), by=cast.coordinator)


def test_a_refused_value_makes_room_and_needs_a_reason(cast):
    jobs = indicator()
    wrong = waiting(jobs, 5000, cast=cast)
    refused(
        "monitoring.observation.no_reason", refuse_observation, observation=wrong, why=" ", by=cast.validator
    )

    refuse_observation(observation=wrong, why="Un zéro de trop.", by=cast.validator)

    assert newest_verb() == "monitoring.observation.refused"
    assert observation(jobs, 500, cast=cast).value == 500


def test_where_values_are_added_periods_do_not_overlap(cast):
    jobs = indicator(rule="sum")
    observation(jobs, 5, "2024-01/2024-03", cast=cast)
    waiting(jobs, 5, "2024-04/2024-06", cast=cast)

    refused("monitoring.observation.overlap", record_observation, card=card(jobs, 20), by=cast.coordinator)

    assert waiting(jobs, 7, "2025", cast=cast).time_end == "2025"


def test_a_correction_supersedes_once_validated_and_nothing_is_overwritten(cast):
    jobs = indicator()
    old = observation(jobs, 5, cast=cast)
    new = correct_observation(observation=old, value=Decimal(6), source=MADE_UP, by=cast.coordinator)
    assert current_value(jobs).value == 5

    validate_observation(observation=new, by=cast.validator)

    assert current_value(jobs) == new
    assert Observation.objects.get(pk=old.pk).value == 5
    refused(
        "monitoring.observation.not_current",
        correct_observation, observation=old, value=Decimal(7), source=MADE_UP, by=cast.coordinator,
    )  # fmt: skip


def test_of_two_corrections_one_is_validated(cast):
    old = observation(indicator(), 5, cast=cast)
    one, other = (
        correct_observation(observation=old, value=Decimal(value), source=MADE_UP, by=cast.coordinator)
        for value in (6, 7)
    )
    validate_observation(observation=one, by=cast.validator)

    refused("monitoring.observation.overtaken", validate_observation, observation=other, by=cast.validator)


def test_a_value_without_a_source_is_refused(cast):
    bare = card(indicator(), 5, source=ValueSource())

    refused("monitoring.observation.fields", record_observation, card=bare, by=cast.coordinator)


def test_a_period_that_ends_before_it_begins_is_refused(cast):
    turned = card(indicator(), 5, "2024-06/2024-01")

    refused("monitoring.observation.fields", record_observation, card=turned, by=cast.coordinator)


@pytest.mark.parametrize(
    "wrong",
    [
        {"status": "validated"},
        {"status": "validated", "validated_at": timezone.now()},
        {"validated_at": timezone.now()},
        {"status": "refused"},
        {"is_illustrative": False},
        {"time_start": "2025"},
    ],
)
def test_the_database_holds_what_it_can(cast, wrong):
    entered = waiting(indicator(), 5, cast=cast)

    with pytest.raises(IntegrityError), transaction.atomic(), open_change():
        Observation.objects.filter(pk=entered.pk).update(**wrong)


def test_a_target_set_again_for_its_date_is_changed(cast):
    jobs = indicator()
    baseline = observation(jobs, 5, "2020", cast=cast)
    set_target(indicator=jobs, card=TargetCard(Decimal(50), "2027", baseline, "Plan"), by=cast.coordinator)

    set_target(indicator=jobs, card=TargetCard(Decimal(60), "2027", baseline, "Plan"), by=cast.coordinator)

    assert [target.value for target in jobs.targets.all()] == [60]
    assert Entry.objects.filter(verb="monitoring.target.set").count() == 2
