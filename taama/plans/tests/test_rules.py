"""States, moves, lateness: tables in, answers out."""

import datetime as dt
from itertools import product

import pytest

from taama.plans.rules import Status, ends_before_it_starts, is_late, may_move, moves_from

ALLOWED = {
    ("yet_to_start", "ongoing"), ("yet_to_start", "suspended"), ("yet_to_start", "cancelled"),
    ("ongoing", "completed"), ("ongoing", "suspended"), ("ongoing", "cancelled"),
    ("suspended", "ongoing"), ("suspended", "cancelled"), ("completed", "ongoing"), ("cancelled", "yet_to_start"),
}  # fmt: skip


@pytest.mark.parametrize(("old", "new"), list(product(Status.values, repeat=2)))
def test_only_the_listed_moves_are_allowed(old, new):
    assert may_move(old, new) is (old == new or (old, new) in ALLOWED)


@pytest.mark.parametrize("status", Status.values)
def test_the_moves_offered_are_those_allowed_with_staying_first(status):
    offered = moves_from(status)

    assert offered[0] == status
    assert all(may_move(status, one) for one in offered)
    assert len(offered) == 1 + sum(old == status for old, _new in ALLOWED)


@pytest.mark.parametrize(
    ("due", "reached", "today", "late"),
    [
        ("2024-06-30", "", "2024-06-30", False), ("2024-06-30", "", "2024-07-01", True),
        ("2024-06", "", "2024-06-30", False), ("2024-06", "", "2024-07-01", True),
        ("2024", "", "2024-12-31", False), ("2024", "", "2025-01-01", True),
        ("2024", "2025-03", "2026-01-01", False),
    ],
)  # fmt: skip
def test_a_milestone_is_late_after_its_last_possible_day(due, reached, today, late):
    assert is_late(due, reached, dt.date.fromisoformat(today)) is late


@pytest.mark.parametrize(
    ("start", "end", "turned"),
    [
        ("2024", "2023", True), ("2024-06", "2024", False), ("2024-06-02", "2024-06-01", True), ("", "2023", False),
        ("2024", "", False), ("2024", "2024", False), ("no", "2024", False),
    ],
)  # fmt: skip
def test_a_span_is_turned_only_where_no_reading_is_in_order(start, end, turned):
    assert ends_before_it_starts(start, end) is turned
