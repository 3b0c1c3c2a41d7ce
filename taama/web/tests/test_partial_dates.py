"""Dates as exact as their source."""

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from taama.web.partial_dates import NoSuchDate, first_day, last_day, may_be_the_same


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("2021", dt.date(2021, 1, 1), dt.date(2021, 12, 31)),
        ("2020-02", dt.date(2020, 2, 1), dt.date(2020, 2, 29)),
        ("2021-06-15", dt.date(2021, 6, 15), dt.date(2021, 6, 15)),
    ],
)
def test_a_partial_date_spans_all_it_can_mean(text, first, last):
    assert (first_day(text), last_day(text)) == (first, last)


@pytest.mark.parametrize(
    "text", ["", "21", "2021-13", "2021-02-30", "2021-6", "15/08/2021", "2021-06-15T00", "२०२१"]
)
def test_what_is_no_date_is_refused(text):
    with pytest.raises(NoSuchDate):
        last_day(text)


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [("2021", "2021-06", True), ("2020-06", "2021-06", False), ("2021-06", "2021-06-30", True)],
)
def test_two_dates_agree_when_they_can_mean_one_day(one, other, same):
    assert may_be_the_same(one, other) is same
    assert may_be_the_same(other, one) is same


@given(st.dates(min_value=dt.date(1000, 1, 1)))
def test_a_whole_day_is_itself(day):
    assert first_day(day.isoformat()) == last_day(day.isoformat()) == day
