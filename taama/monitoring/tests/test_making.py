"""A figure and how it is made: from records, as known now and on an earlier day, and on its page."""

import datetime as dt
from dataclasses import replace
from decimal import Decimal

import pytest
from django.utils import timezone

from taama.journal.changes import open_change, record
from taama.monitoring.changes import (
    ValueSource,
    correct_observation,
    record_observation,
    validate_observation,
)
from taama.monitoring.making import figure_made
from taama.monitoring.models import Method
from taama.monitoring.rollup import Cell, Coverage, Why
from taama.monitoring.rules import Answer
from taama.places.models import Crosswalk
from tests.cast import STAGE

from .factories import area, card, indicator, observation

EDITION = "mli-2023"


def figure(of, place="", start="2024", end="2024", known_at=None):
    return figure_made(of, Cell(place, start, end), edition=EDITION, known_at=known_at)


def test_regions_make_the_nation_and_silence_is_no_zero(cast):
    jobs = indicator(rule="sum")
    for code, amount in (("ML01", 10), ("ML03", 5)):
        observation(jobs, amount, cast=cast, area=area(code))
    area("ML02")

    found = figure(jobs)

    assert found.made.value == 15
    assert found.made.coverage == Coverage(2, 3)


def test_an_answer_without_a_value_is_shown_and_never_added(cast):
    jobs = indicator(rule="sum")
    observation(jobs, 10, cast=cast, area=area("ML01"))
    withheld = replace(card(jobs, 0, area=area("ML02")), value=None, answer=Answer.WITHHELD)
    secret = record_observation(card=withheld, by=cast.focal_point)
    validate_observation(observation=secret, by=cast.validator)

    found = figure(jobs)

    assert found.made.value == 10
    assert [(one.answer, left.why) for one, left in found.left_out] == [("withheld", Why.WITHHELD)]


def test_a_late_correction_changes_the_figure_and_not_what_was_known_before(cast):
    jobs = indicator(rule="sum")
    old = observation(jobs, 10, cast=cast, area=area("ML01"))
    between = timezone.now()
    new = correct_observation(
        observation=old, value=Decimal(12), source=ValueSource(is_illustrative=True), by=cast.coordinator
    )
    validate_observation(observation=new, by=cast.validator)

    assert figure(jobs).made.value == 12
    assert figure(jobs, known_at=between).made.value == 10
    assert figure(jobs, known_at=between - dt.timedelta(days=1)).made.value is None


def test_a_chain_of_corrections_leaves_one_value(cast):
    jobs = indicator(rule="sum")
    standing = observation(jobs, 1, cast=cast, area=area("ML01"))
    for amount in (2, 3, 4):
        standing = validate_observation(
            observation=correct_observation(
                observation=standing,
                value=Decimal(amount),
                source=ValueSource(is_illustrative=True),
                by=cast.coordinator,
            ),
            by=cast.validator,
        )
    assert figure(jobs).made.value == 4


def test_an_area_of_other_boundaries_counts_only_where_the_ground_is_the_same(cast):
    jobs = indicator(rule="sum")
    old, new = area("ML07", "mli-2021"), area("ML07")
    unknown = area("ML01", "mli-2021")
    with open_change():
        tie = Crosswalk(from_area=old, to_area=new, kind="exact", source="tests")
        tie.full_clean()
        tie.save()
        record("tests.prepared", tie, by=STAGE)
    observation(jobs, 3, cast=cast, area=old)
    observation(jobs, 100, cast=cast, area=unknown)

    found = figure(jobs)

    assert found.made.value == 3
    assert [left.why for _, left in found.left_out] == [Why.OTHER_BOUNDARIES]


def test_a_ratio_is_recomputed_from_the_sums_of_both_indicators(cast):
    asked = indicator("asked", rule="sum")
    helped = indicator("helped", rule="ratio", base=asked, unit="percent")
    for code, above, below in (("ML01", 1, 2), ("ML02", 9, 98)):
        observation(asked, below, cast=cast, area=area(code))
        observation(helped, above, cast=cast, area=area(code))

    assert figure(helped).made.value == Decimal("0.1")


def test_a_share_of_regions_is_not_added_to_a_share_of_the_nation(cast):
    share = indicator("share", unit="percent", kind="stock", rule="latest")
    observation(share, 60, cast=cast, area=area("ML01"))
    observation(share, 30, cast=cast, area=area("ML02"))

    found = figure(share)

    assert found.made.value is None
    assert {left.why for _, left in found.left_out} == {Why.NOT_ADDED}
    assert figure(share, place="ML01").made.value == 60


def test_values_of_two_methods_are_not_made_into_one(cast):
    jobs = indicator(rule="sum")
    with open_change():
        for label, since in (("first", "2020"), ("second", "2024-07")):
            method = Method(indicator=jobs, label=label, valid_from=since, sheet={"fr": label})
            method.full_clean()
            method.save()
            record("tests.prepared", method, by=STAGE)
    observation(jobs, 5, "2024-01/2024-06", cast=cast)
    observation(jobs, 7, "2024-07/2024-12", cast=cast)

    found = figure(jobs)

    assert found.made.value == 7
    assert [left.why for _, left in found.left_out] == [Why.OTHER_METHOD]


@pytest.fixture
def regions(cast):
    jobs = indicator(rule="sum")
    kayes = area("ML01")
    observation(jobs, 10, cast=cast, area=kayes)
    observation(jobs, 4, cast=cast, area=kayes, breakdown={"sex": "female"})
    observation(jobs, 5, cast=cast, area=area("ML03"))
    area("ML02")
    return jobs


def test_the_page_lists_every_input_and_what_was_left_out(regions, client):
    page = client.get("/en/indicators/jobs/made/?start=2024&end=2024").content.decode()

    assert "15\u00a0people" in page
    assert "2 of 3 regions" in page
    assert "counted already" in page


def test_the_page_looks_back(regions, client):
    page = client.get("/en/indicators/jobs/made/?start=2024&end=2024&known=2020-01-01").content.decode()

    assert "That is not zero" in page
    assert "as known on" in page


@pytest.mark.parametrize("asked", ["start=2025&end=2024", "place=XX", "known=never", "start=soon"])
def test_a_question_that_cannot_be_asked_is_said(regions, client, asked):
    answer = client.get(f"/en/indicators/jobs/made/?{asked}")

    assert answer.status_code == 200
    assert "errorlist" in answer.content.decode()


def test_the_cost_does_not_grow_with_the_regions(regions, client, cast, django_assert_max_num_queries):
    for number in range(4, 12):
        observation(regions, 1, cast=cast, area=area(f"ML{number:02}"))
    with django_assert_max_num_queries(12):
        client.get("/en/indicators/jobs/made/")
