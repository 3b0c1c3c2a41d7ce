"""How values are combined and progress is judged: tables in, answers out."""

from decimal import Decimal

import pytest

from taama.monitoring.rules import (
    Dated,
    NoSuchBreakdown,
    NoSuchReference,
    Reference,
    Standing,
    breakdown_of,
    breakdown_text,
    may_be_validated,
    progress,
    reached,
    reference_of,
    share_of_way,
    target_met,
)


def standing(**counts) -> Standing:
    names = "activities completed ongoing halted indicators indicators_with_data targets_met targets"
    return Standing(**(dict.fromkeys(names.split(), 0) | counts))


MET = {"indicators": 1, "indicators_with_data": 1, "targets": 1, "targets_met": 1}


@pytest.mark.parametrize(
    ("counts", "expected"),
    [
        ({}, "no_data"),
        ({"activities": 4, "indicators": 3, "targets": 2}, "no_data"),
        ({"activities": 2, "halted": 2}, "no_data"),
        ({"activities": 1, "ongoing": 1}, "starting"),
        ({"activities": 1, "completed": 1}, "starting"),
        ({"indicators": 1, "indicators_with_data": 1}, "starting"),
        ({"activities": 2, "indicators": 1, "indicators_with_data": 1}, "starting"),
        ({"activities": 1, "ongoing": 1, "indicators": 1}, "starting"),
        ({"activities": 1, "ongoing": 1, "indicators": 1, "indicators_with_data": 1}, "under_way"),
        ({"activities": 1, "completed": 1, "indicators": 2, "indicators_with_data": 1}, "under_way"),
        ({"activities": 3, "ongoing": 1, "halted": 2, "indicators": 1, "indicators_with_data": 1}, "stalled"),
        ({"activities": 2, "ongoing": 1, "halted": 1, "indicators": 1, "indicators_with_data": 1}, "under_way"),
        ({"activities": 1, "halted": 1, "indicators": 1, "indicators_with_data": 1}, "stalled"),
        (
            {"activities": 2, "completed": 2} | MET,
            "done",
        ),
        (
            {"activities": 3, "completed": 2, "halted": 1, "indicators": 1, "indicators_with_data": 1, "targets": 1}
            | {"targets_met": 1},
            "done",
        ),
        (
            {"activities": 2, "completed": 2} | MET | {"targets": 2},
            "under_way",
        ),
        ({"activities": 2, "completed": 2, "indicators": 1, "indicators_with_data": 1}, "under_way"),
        (
            {"activities": 3, "completed": 2} | MET,
            "under_way",
        ),
        ({"activities": 2, "indicators": 1, "indicators_with_data": 1, "targets": 1, "targets_met": 1}, "starting"),
    ],
)  # fmt: skip
def test_progress_by_the_printed_rule(counts, expected):
    assert progress(standing(**counts)) == expected


def test_without_data_nothing_is_ever_green():
    for halted in range(4):
        for targets in range(3):
            unknown = standing(activities=3, halted=halted, indicators=2, targets=targets, targets_met=0)

            assert progress(unknown) not in {"done", "under_way", "starting"}


def dated(*rows: tuple[str, str, str]) -> list[Dated]:
    return [Dated(Decimal(value), start, end) for value, start, end in rows]


QUARTERS = dated(("10", "2024-01", "2024-03"), ("0", "2024-04", "2024-06"), ("5", "2024-07", "2024-09"))


@pytest.mark.parametrize(
    ("values", "combine", "kind", "expected"),
    [
        ([], "latest", "flow", None),
        ([], "sum", "flow", None),
        (QUARTERS, "latest", "flow", 5),
        (QUARTERS, "sum", "flow", 15),
        (QUARTERS, "mean", "flow", 5),
        (QUARTERS[:2], "latest", "flow", 0),
        (dated(("0", "2024", "2024")), "sum", "flow", 0),
        (QUARTERS, "sum", "stock", None),
        (QUARTERS, "mean", "cumulative", None),
        (dated(("7", "2023-12-31", "2023-12-31"), ("9", "2024-12-31", "2024-12-31")), "latest", "stock", 9),
        ([*QUARTERS, *dated(("15", "2024", "2024"))], "sum", "flow", None),
        (dated(("1", "2023", "2023"), ("2", "2024-01-01", "2024-12-31")), "sum", "flow", 3),
    ],
)
def test_what_is_reached_by_the_rule(values, combine, kind, expected):
    assert reached(values, combine, kind) == expected


@pytest.mark.parametrize(
    ("value", "target", "direction", "expected"),
    [
        (10, 10, "up", True), (9, 10, "up", False), (11, 10, "up", True),
        (10, 10, "down", True), (9, 10, "down", True), (11, 10, "down", False),
        (0, 0, "down", True), (0, 1, "up", False), (10, 10, "none", True), (9, 10, "none", False),
    ],
)  # fmt: skip
def test_target_met_in_the_indicators_direction(value, target, direction, expected):
    assert target_met(Decimal(value), Decimal(target), direction) is expected


@pytest.mark.parametrize(
    ("baseline", "value", "target", "expected"),
    [(0, 5, 10, "0.5"), (10, 5, 0, "0.5"), (0, 12, 10, "1.2"), (5, 3, 10, "-0.4"), (3, 3, 3, None)],
)
def test_share_of_the_way_from_baseline_to_target(baseline, value, target, expected):
    share = share_of_way(Decimal(baseline), Decimal(value), Decimal(target))

    assert share == (None if expected is None else Decimal(expected))


@pytest.mark.parametrize(
    ("text", "expected"),
    [("", {}), ("sex=female", {"sex": "female"}), ("sex=male|age=0-17", {"age": "0-17", "sex": "male"})],
)
def test_breakdowns_are_read_with_sorted_names(text, expected):
    assert list(breakdown_of(text).items()) == list(expected.items())
    assert breakdown_of(breakdown_text(expected)) == expected


@pytest.mark.parametrize("text", ["sex", "sex=", "=female", "sex=male|sex=female", "sex=male|age"])
def test_what_is_no_breakdown_is_refused(text):
    with pytest.raises(NoSuchBreakdown):
        breakdown_of(text)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("idps-mali", Reference("idps-mali")),
        ("idps-mali@2022", Reference("idps-mali", "2022")),
        ("idps-mali@2022#ML07", Reference("idps-mali", "2022", "ML07")),
        ("idps-mali#ML07", Reference("idps-mali", "", "ML07")),
        ("jobs@2024-06[sex=female]", Reference("jobs", "2024-06", "", "sex=female")),
        ("jobs@2024#ML07[sex=male|age=18+]", Reference("jobs", "2024", "ML07", "age=18+|sex=male")),
        ("jobs@2024#sex=female", Reference("jobs", "2024", "", "sex=female")),
    ],
)
def test_references_are_read(text, expected):
    assert reference_of(text) == expected


@pytest.mark.parametrize(
    "text", ["", "Jobs", "jobs@", "jobs@ten", "jobs#", "jobs[sex]", "jobs 2022", "jobs#ML 07"]
)
def test_what_is_no_reference_is_refused(text):
    with pytest.raises(NoSuchReference):
        reference_of(text)


def test_four_eyes_judge_a_value():
    assert may_be_validated(None, "b")
    assert may_be_validated("a", "b")
    assert not may_be_validated("a", "a")
