"""Rules: small tables in, answers out."""

import datetime as dt

import pytest

from taama.rounds.rules import (
    Counted,
    Punctuality,
    completeness,
    counted_as,
    is_due,
    is_late,
    may_be_judged,
    months,
    punctuality,
    stands_in,
    time_asked,
)

DEADLINE = dt.datetime(2026, 7, 15, 18, tzinfo=dt.UTC)
MINUTE = dt.timedelta(minutes=1)


@pytest.mark.parametrize(
    ("frequency", "start", "end", "due"),
    [
        ("month", "2026-05", "2026-05", True),
        ("quarter", "2026-04", "2026-06", True),
        ("quarter", "2026-05", "2026-05", False),
        ("year", "2026-04", "2026-06", False),
        ("year", "2026-10", "2026-12", True),
        ("year", "2026", "2026", True),
        ("occasional", "2026", "2026", False),
        ("", "2026", "2026", False),
    ],
)
def test_what_is_due_follows_from_frequency_and_period(frequency, start, end, due):
    assert is_due(frequency, start, end) is due


@pytest.mark.parametrize(
    ("start", "end", "count"),
    [("2026", "2026", 12), ("2026-04", "2026-06", 3), ("2026-12-31", "2027-01-01", 2)],
)
def test_a_period_touches_months(start, end, count):
    assert months(start, end) == count


@pytest.mark.parametrize(
    ("kind", "frequency", "asked"),
    [
        ("flow", "quarter", ("2026-10-01", "2026-12-31")),
        ("flow", "year", ("2026-01-01", "2026-12-31")),
        ("stock", "quarter", ("2026-12-31", "2026-12-31")),
        ("cumulative", "year", ("2026-12-31", "2026-12-31")),
    ],
)
def test_the_time_asked_is_a_period_for_flows_and_its_last_day_for_stocks(kind, frequency, asked):
    assert time_asked(kind, frequency, "2026-10", "2026-12") == asked


def test_the_very_minute_of_the_deadline_is_in_time():
    assert not is_late(DEADLINE, DEADLINE)
    assert is_late(DEADLINE, DEADLINE + MINUTE)


@pytest.mark.parametrize(
    ("given", "is_handed_in", "is_past", "counts"),
    [
        ("value", True, False, "value"),
        ("not_applicable", True, True, "not_applicable"),
        ("withheld", True, True, "withheld"),
        ("value", False, True, "not_reported"),
        ("value", False, False, "not_yet_due"),
        ("empty", True, True, "not_reported"),
        ("empty", False, False, "not_yet_due"),
    ],
)
def test_five_answers_count_as_five_things(given, is_handed_in, is_past, counts):
    assert counted_as(given, is_handed_in=is_handed_in, is_past=is_past) == counts


def test_completeness_counts_every_answer_and_rounds_down():
    whole = completeness(
        [Counted.VALUE] * 2 + [Counted.WITHHELD, Counted.NOT_REPORTED, Counted.NOT_YET_DUE, Counted.VALUE]
    )

    assert (whole.owed, whole.answered, whole.share) == (6, 4, 66)
    assert (whole + whole).counts[Counted.VALUE] == 6
    assert completeness([]).share is None
    assert completeness([Counted.VALUE] * 299 + [Counted.NOT_REPORTED]).share == 99


@pytest.mark.parametrize(
    ("handed_in", "owed", "when"),
    [
        ([], 2, Punctuality.MISSING),
        ([DEADLINE], 2, Punctuality.PARTLY),
        ([DEADLINE, DEADLINE], 2, Punctuality.ON_TIME),
        ([DEADLINE, DEADLINE + MINUTE], 2, Punctuality.LATE),
    ],
)
def test_punctuality_is_that_of_the_last_answer(handed_in, owed, when):
    assert punctuality(handed_in, owed, DEADLINE) == when


@pytest.mark.parametrize(("day", "holds"), [(1, False), (2, True), (5, True), (6, False)])
def test_a_stand_in_acts_on_both_border_days(day, holds):
    assert stands_in(dt.date(2026, 7, 2), dt.date(2026, 7, 5), dt.date(2026, 7, day)) is holds


def test_nobody_judges_their_own():
    assert not may_be_judged(1, 1)
    assert may_be_judged(1, 2)
