"""Late, at risk, on course: tables in, answers out."""

import datetime as dt

import pytest

from taama.plans.rules import (
    REASONS,
    Reason,
    Standing,
    Step,
    is_standing,
    reasons_for,
    risk_level,
    standing_of,
)
from taama.plans.rules.standing import lies_in_year

TODAY = dt.date(2025, 6, 15)


def judged(status="ongoing", starts_on="2024", ends_on="2026", steps=(), risks=()):
    reasons = reasons_for(status, starts_on, ends_on, [Step(*one) for one in steps], risks, TODAY)
    return standing_of(status, reasons), reasons


@pytest.mark.parametrize(
    ("told", "standing", "reasons"),
    [
        ({}, Standing.ON_COURSE, ()),
        ({"steps": [("2025-06-14",)]}, Standing.LATE, (Reason.MILESTONE_LATE,)),
        ({"steps": [("2025-06",)]}, Standing.ON_COURSE, ()),
        ({"steps": [("2025-07-15",)]}, Standing.AT_RISK, (Reason.MILESTONE_NEAR,)),
        ({"steps": [("2025-07-16",)]}, Standing.ON_COURSE, ()),
        ({"steps": [("2025-06-14", "2025-06-10")]}, Standing.ON_COURSE, ()),
        ({"ends_on": "2025-06-14"}, Standing.LATE, (Reason.PAST_ITS_END,)),
        ({"status": "yet_to_start", "starts_on": "2025-06-14"}, Standing.LATE, (Reason.NOT_STARTED,)),
        ({"status": "yet_to_start", "starts_on": "2025"}, Standing.ON_COURSE, ()),
        ({"status": "suspended"}, Standing.AT_RISK, (Reason.SUSPENDED,)),
        ({"risks": [3]}, Standing.AT_RISK, (Reason.HIGH_RISK,)),
        ({"risks": [1, 2]}, Standing.ON_COURSE, ()),
        ({"status": "completed", "ends_on": "2020", "risks": [3]}, Standing.OVER, ()),
        ({"status": "cancelled", "steps": [("2020",)]}, Standing.OVER, ()),
    ],
)
def test_standing_follows_from_the_written_rules(told, standing, reasons):
    assert judged(**told) == (standing, reasons)


def test_each_reason_makes_late_or_at_risk_and_not_both():
    told = [reason for reasons in REASONS.values() for reason in reasons]

    assert sorted(told) == sorted(Reason)


@pytest.mark.parametrize(
    ("likelihood", "impact", "level"),
    [(1, 1, 1), (1, 2, 1), (1, 3, 2), (2, 2, 2), (2, 3, 3), (3, 3, 3), (3, 1, 2)],
)
def test_a_risk_is_likelihood_times_impact(likelihood, impact, level):
    assert risk_level(likelihood, impact) == level


@pytest.mark.parametrize(
    ("began", "ended", "stands"),
    [
        ("", "", True),
        ("2025-06", "", True),
        ("2025-07", "", False),
        ("", "2025-06", True),
        ("", "2025-06-14", False),
    ],
)
def test_a_duty_stands_from_its_first_to_its_last_possible_day(began, ended, stands):
    assert is_standing(began, ended, TODAY) is stands


@pytest.mark.parametrize(
    ("starts", "ends", "year", "lies"),
    [
        ("2024-03", "2026", "2025", True), ("2024", "2026", "2027", False), ("2024", "", "2030", True),
        ("", "", "2024", False), ("", "2024", "2023", False), ("2024", "2026", "no", False),
    ],
)  # fmt: skip
def test_an_activity_lies_in_its_years(starts, ends, year, lies):
    assert lies_in_year(starts, ends, year) is lies
