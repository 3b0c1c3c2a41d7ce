"""When a value is fresh, which way a figure goes, when a week begins, what lies ahead."""

import datetime as dt
from decimal import Decimal

import pytest

from taama.desk.calendar import events_ahead
from taama.desk.rules import is_fresh, monday_of, months_later, trend_of
from taama.monitoring.rules import Dated


def day(text):
    return dt.date.fromisoformat(text)


@pytest.mark.parametrize(
    ("end", "frequency", "on", "fresh"),
    [
        ("2026-01", "month", "2026-03-31", True),
        ("2026-01", "month", "2026-04-01", False),
        ("2026-03-31", "quarter", "2026-09-30", True),
        ("2026-03-31", "quarter", "2026-10-01", False),
        ("2024", "year", "2026-12-31", True),
        ("2024", "year", "2027-01-01", False),
        ("2020", "occasional", "2025-12-31", True),
        ("2020", "", "2026-01-01", False),
    ],
)
def test_a_value_is_fresh_for_two_periods_after_its_own(end, frequency, on, fresh):
    assert is_fresh(end, frequency, day(on)) is fresh


@pytest.mark.parametrize(
    ("start", "months", "end"),
    [("2026-01-31", 1, "2026-02-28"), ("2024-02-29", 12, "2025-02-28"), ("2026-11-15", 2, "2027-01-15"),
     ("2026-02-28", 1, "2026-03-31")],
)  # fmt: skip
def test_the_last_of_a_month_stays_the_last(start, months, end):
    assert months_later(day(start), months) == day(end)


def year(value, of):
    return Dated(Decimal(value), f"{of}-01-01", f"{of}-12-31")


@pytest.mark.parametrize(
    ("before", "now", "direction", "better"),
    [(10, 12, "up", True), (12, 10, "up", False), (12, 10, "down", True), (10, 12, "none", None),
     (10, 10, "up", None)],
)  # fmt: skip
def test_a_trend_is_judged_in_the_indicators_direction(before, now, direction, better):
    found = trend_of(year(before, 2023), year(now, 2024), direction)

    assert found.change == now - before
    assert found.is_better is better


def test_a_quarter_is_not_held_against_a_year():
    quarter = Dated(Decimal(3), "2025-01-01", "2025-03-31")

    assert trend_of(year(12, 2024), quarter, "up") is None
    assert trend_of(quarter, Dated(Decimal(4), "2025-04-01", "2025-06-30"), "up") is not None


@pytest.mark.parametrize(
    ("on", "monday"),
    [("2026-11-23", "2026-11-23"), ("2026-11-29", "2026-11-23"), ("2026-01-01", "2025-12-29")],
)
def test_a_week_begins_on_its_monday(on, monday):
    assert monday_of(day(on)) == day(monday)


def test_the_nearest_date_comes_first_and_yearly_ones_come_back():
    before, after = events_ahead(day("2026-12-18")), events_ahead(day("2026-12-19"))

    assert (before[0].code, before[0].days_from(day("2026-12-18"))) == ("migrants-day", 0)
    assert after[0].code == "biennial-report-4"
    assert next(one for one in after if one.code == "migrants-day").when == "2027-12-18"


def test_a_date_known_to_the_year_has_no_count_of_days_and_what_is_over_is_gone():
    found = {one.code: one for one in events_ahead(day("2029-01-01"))}

    assert found["imrf-3"].days_from(day("2029-01-01")) is None
    assert "africa-review-3" not in found


def test_every_date_names_its_source_in_both_languages():
    for one in events_ahead(day("2026-01-01")):
        assert set(one.source) == set(one.name) == {"fr", "en"}
