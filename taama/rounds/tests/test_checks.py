"""What is looked at before answers are handed in."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from taama.rounds.checks import Answered, remarks


def answered(value=None, key="a", **fields):
    given_value = {"given": "value", "value": Decimal(value)} if value is not None else {}
    return Answered(key, **({"unit": "persons"} | given_value | fields))


def codes(*answers):
    return [(one.key, one.code, one.level) for one in remarks(answers)]


@pytest.mark.parametrize(
    ("value", "fields", "found"),
    [
        (0, {}, []),
        (-1, {}, [("a", "negative", "error")]),
        (-1, {"unit": "xof"}, []),
        ("2.5", {}, [("a", "fraction", "error")]),
        ("2.5", {"unit": "xof"}, []),
        (101, {"unit": "percent"}, [("a", "percent", "error")]),
        (-1, {"unit": "percent"}, [("a", "percent", "error")]),
        (100, {"unit": "percent"}, []),
        (0, {"unit": "percent"}, []),
        ("0.12", {"unit": "percent"}, [("a", "small_percent", "warning")]),
        (30, {"last": Decimal(10)}, [("a", "jump", "warning")]),
        (29, {"last": Decimal(10)}, []),
        (10, {"last": Decimal(30)}, [("a", "jump", "warning")]),
        (0, {"last": Decimal(10)}, [("a", "jump", "warning")]),
        (6, {"last": Decimal(2)}, []),
        (12, {"last": Decimal(0)}, [("a", "jump", "warning")]),
        (40, {"elsewhere": ("DNDS",)}, [("a", "duplicate", "warning")]),
        (0, {"elsewhere": ("DNDS",)}, []),
    ],
)
def test_one_answer_alone(value, fields, found):
    assert codes(answered(value, **fields)) == found


@pytest.mark.parametrize(
    ("fields", "found"),
    [
        ({"given": "withheld"}, [("a", "no_reason", "error")]),
        ({"given": "withheld", "reason": " "}, [("a", "no_reason", "error")]),
        ({"given": "withheld", "reason": "Two persons only."}, []),
        ({"given": "not_applicable"}, []),
        ({"written": "beaucoup"}, [("a", "unreadable", "error")]),
        ({}, []),
    ],
)
def test_answers_without_a_number(fields, found):
    assert codes(answered(**fields)) == found


def split(total, women, men, **fields):
    return (
        answered(total, "t", **fields),
        answered(women, "w", part="sex=female", **fields),
        answered(men, "m", part="sex=male", **fields),
    )


@pytest.mark.parametrize(
    ("values", "found"),
    [
        ((10, 4, 6), []),
        ((10, 4, 7), [("t", "total:sex", "warning")]),
        ((10, 4, 5), [("t", "total:sex", "warning")]),
        ((10, 4, None), [("t", "parts_missing:sex", "warning")]),
        ((10, 11, None), [("t", "parts_missing:sex", "warning"), ("t", "total:sex", "warning")]),
        ((10, None, None), [("t", "parts_missing:sex", "warning")]),
        ((0, None, None), []),
        ((None, 4, 6), []),
        ((0, 0, 0), []),
    ],
)
def test_a_total_and_its_parts(values, found):
    assert codes(*split(*values)) == found


def test_the_warning_names_both_numbers():
    (remark,) = remarks(split(10, 4, 7))
    assert (remark.detail["total"], remark.detail["parts"]) == (10, 11)


def test_shares_of_parts_make_no_total():
    assert codes(*split(50, 40, 60, unit="percent")) == []


def test_each_breakdown_is_held_against_the_total_alone():
    young = answered(10, "y", part="age=0-17")
    assert codes(*split(10, 4, 6), young) == []


@pytest.mark.parametrize(
    ("country", "regions", "found"),
    [
        (9, (4, 5), []),
        (9, (4, 6), [("t", "total:area", "warning")]),
        (9, (4, None), [("t", "parts_missing:area", "warning")]),
    ],
)
def test_the_country_is_held_against_its_regions(country, regions, found):
    places = [answered(value, f"r{n}", place=f"ML0{n}") for n, value in enumerate(regions)]
    assert codes(answered(country, "t"), *places) == found


def test_places_are_not_mixed():
    here, there = split(10, 4, 6, place="ML01"), split(5, 1, 1, place="ML02")
    assert [one.detail["total"] for one in remarks([*here, *there])] == [5]


@given(st.lists(st.integers(0, 10**6), min_size=2, max_size=2))
def test_a_total_made_of_its_parts_is_never_remarkable(parts):
    assert not [code for _key, code, _level in codes(*split(sum(parts), *parts)) if code.startswith("total")]


@given(st.integers(0, 10**6), st.integers(0, 10**6), st.integers(1, 10**6))
def test_a_total_that_differs_always_is(women, men, more):
    """The control: the rule sees every difference."""
    assert ("t", "total:sex", "warning") in codes(*split(women + men + more, women, men))
