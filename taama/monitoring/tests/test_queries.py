"""Reading values: what counts as current, what is never added, what a reference finds."""

from decimal import Decimal

import pytest

from taama.compact.queries import objective
from taama.monitoring import queries
from taama.monitoring.changes import ValueSource, correct_observation, validate_observation
from taama.monitoring.rules import Progress
from taama.plans.tests.factories import activity
from taama.web.refusals import BadInput

from .factories import area, indicator, observation, target, waiting


def test_the_newest_is_by_its_last_day_whatever_its_exactness(cast):
    jobs = indicator(kind="stock")
    observation(jobs, 1, "2024-12", cast=cast)
    observation(jobs, 2, "2025-06-30", cast=cast)
    observation(jobs, 3, "2025", cast=cast)

    assert queries.current_value(jobs).value == 3
    assert [one.value for one in queries.series(jobs)] == [1, 2, 3]


def test_parts_never_stand_for_the_whole_nor_beside_it(cast):
    jobs = indicator()
    observation(jobs, 4, cast=cast, area=area())
    observation(jobs, 6, cast=cast, breakdown={"sex": "female"})

    assert queries.current_value(jobs) is None
    assert queries.series(jobs) == []

    observation(jobs, 10, cast=cast)
    assert [one.value for one in queries.series(jobs)] == [10]


def test_values_by_area_are_of_one_edition_and_newest(cast):
    jobs = indicator()
    observation(jobs, 4, "2023", cast=cast, area=area("ML09"))
    observation(jobs, 5, "2024", cast=cast, area=area("ML09"))
    observation(jobs, 6, "2024", cast=cast, area=area("ML09", "mli-2021"))

    assert [one.value for one in queries.values_by_area(jobs, "mli-2023")] == [5]
    assert [one.value for one in queries.values_by_area(jobs, "mli-2021")] == [6]


def test_values_by_breakdown_are_the_parts_of_the_newest_time(cast):
    jobs = indicator()
    observation(jobs, 1, "2023", cast=cast, breakdown={"sex": "female"})
    for sex, value in (("male", 3), ("female", 2)):
        observation(jobs, value, "2024", cast=cast, breakdown={"sex": sex})
    observation(jobs, 5, "2022", cast=cast, breakdown={"age": "0-17"})

    parts = queries.values_by_breakdown(jobs)

    assert {kind: [one.value for one in found] for kind, found in parts.items()} == {
        "age": [5],
        "sex": [2, 3],
    }


def test_a_line_measures_its_target_by_the_indicators_rule(cast, compact):
    jobs = indicator(rule="sum", numbers=(8,))
    first = observation(jobs, 10, "2023", cast=cast)
    observation(jobs, 20, "2024", cast=cast)
    target(jobs, 50, first)

    (line,) = queries.indicator_lines(objective(8))

    assert (line.current.value, line.series, line.reached) == (20, (10, 20), 30)
    assert (line.share, line.is_met) == (Decimal("0.5"), False)


def test_a_line_without_a_value_meets_no_target(cast, compact):
    mortality = indicator(direction="down", numbers=(8,))
    target(mortality, 0)

    (line,) = queries.indicator_lines(objective(8))

    assert (line.current, line.series, line.reached, line.share, line.is_met) == (None, (), None, None, False)


def test_each_objective_is_judged_in_a_fixed_number_of_queries(cast, compact, django_assert_num_queries):
    activity("one", numbers=(8, 21), status="ongoing")
    for number in range(4):
        jobs = indicator(f"jobs-{number}", numbers=(8,))
        observation(jobs, number, cast=cast)
        target(jobs, 100)

    with django_assert_num_queries(6):
        standings = queries.standing_by_objective()

    standing, judged = standings[objective(8).pk]
    assert (standing.activities, standing.indicators, standing.indicators_with_data, standing.targets) == (
        1,
        4,
        4,
        4,
    )
    assert judged == Progress.UNDER_WAY
    assert standings[objective(21).pk][1] == Progress.STARTING
    assert standings[objective(5).pk][1] == Progress.NO_DATA
    assert len(standings) == 23


def test_what_only_waits_is_no_data(cast, compact):
    waiting(indicator(numbers=(8,)), 5, cast=cast)

    assert queries.standing_by_objective()[objective(8).pk][1] == Progress.NO_DATA


@pytest.mark.parametrize(
    ("reference", "value"),
    [
        ("jobs", 30), ("jobs@2023", 20), ("jobs@2023-06", 20), ("jobs@2024#ML07", 12), ("jobs#ML07", 12),
        ("jobs@2024[sex=female]", 14), ("jobs@2024#sex=female", 14), ("jobs@1999", None), ("other", None),
        ("jobs@2023#ML07", None), ("jobs@2024#ML07[sex=female]", None),
    ],
)  # fmt: skip
def test_a_reference_finds_the_newest_value_of_that_time_and_part(cast, reference, value):
    jobs = indicator(kind="stock")
    observation(jobs, 20, "2023-06-30", cast=cast)
    observation(jobs, 30, "2024-06-30", cast=cast)
    observation(jobs, 12, "2024-06-30", cast=cast, area=area())
    observation(jobs, 99, "2024-06-30", cast=cast, area=area(edition="mli-2021"))
    observation(jobs, 14, "2024-06-30", cast=cast, breakdown={"sex": "female"})

    found = queries.observation_for(reference, edition="mli-2023")

    assert (found and found.value) == value


def test_a_text_that_is_no_reference_is_refused(db):
    with pytest.raises(BadInput):
        queries.observation_for("jobs 2022", edition="mli-2023")


def test_the_history_keeps_what_was_superseded(cast):
    jobs = indicator()
    old = observation(jobs, 5, cast=cast)
    new = correct_observation(
        observation=old, value=Decimal(6), source=ValueSource(is_illustrative=True), by=cast.coordinator
    )
    validate_observation(observation=new, by=cast.validator)
    waiting(jobs, 8, "2025", cast=cast)

    assert [one.value for one in queries.history_of(jobs)] == [6, 5]
    assert [one.value for one in queries.observations_waiting()] == [8]
