"""When findings disagree, and how marks cut a text: tables in, answer out."""

from decimal import Decimal
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from taama.evidence.rules import (
    Answer,
    bounds,
    disagree,
    ends_before_it_begins,
    groups_that_disagree,
    occurrences,
    plain_part,
    says_the_same,
    segments,
    stretches_of_words,
)


def said(value, qualifier="exactly", start="", end=None, kind="stock", high=None):
    """A number as a source says it."""
    top = None if high is None else Decimal(high)
    return Answer(Decimal(value), top, qualifier, "", start, start if end is None else end, kind)


def on(date):
    """A date as a source says it."""
    return Answer(date=date)


DISAGREE = {
    "two totals of one year": (said(350110, start="2021"), said(326135, start="2021")),
    "a year and a month within it": (said(100, start="2021"), said(200, start="2021-06")),
    "about 6 million and 6.7 million": (said(6_000_000, "about", "2025"), said(6_700_000, start="2025")),
    "about 6 million and 6.7 million without a year": (said(6_000_000, "about", "2025"), said(6_700_000)),
    "about 409,000 is no 414,524": (said(409_000, "about", "2025"), said(414_524, start="2025")),
    "about 700 and 793 billion": (
        said(700 * 10**9, "about", "2023", kind="flow"),
        said(793 * 10**9, start="2023", kind="flow"),
    ),
    "between 4 and 6, and 6.7": (said(4, "between", "2025", high=6), said("6.7", start="2025")),
    "more than 18,000 and 12,166 in one period": (
        said(18000, "more_than", "2019", "2022", "flow"),
        said(12166, start="2019", end="2022", kind="flow"),
    ),
    "at least 50, and 40": (said(50, "at_least", "2024"), said(40, start="2024")),
    "nearly 100, and 120": (said(100, "nearly", "2024"), said(120, start="2024")),
    "a period written in years and in days": (
        said(10, start="2022", kind="flow"),
        said(20, start="2022-01-01", end="2022-12-31", kind="flow"),
    ),
    "one event counted twice": (said(6, start="2023-03-13", kind="event"), said(7, kind="event")),
    "June of two years": (on("2020-06"), on("2021-06")),
    "two years": (on("2017"), on("2018")),
    "a month and a day outside it": (on("2021-06"), on("2021-07-01")),
    "zero and one": (said(0, start="2024"), said(1, start="2024")),
}
AGREE = {
    "the same": (said(379932, start="2022"), said(379932, start="2022")),
    "about 361,000 and 360,591": (said(361_000, "about", "2024"), said(360_591, start="2024")),
    "two years of a stock": (said(350110, start="2021"), said(379932, start="2022")),
    "more than 18,000 against 12,166 of another period": (
        said(18000, "more_than", "2019", "2022", "flow"),
        said(12166, start="2018-01", end="2019-08-15", kind="flow"),
    ),
    "a year and its month, as flows": (
        said(1000, start="2022", kind="flow"),
        said(90, start="2022-05", kind="flow"),
    ),
    "a running total that grew": (
        said(837, start="2017", end="2021-09-29", kind="cumulative"),
        said(1379, start="2017-01-01", end="2022-10-31", kind="cumulative"),
    ),
    "a running total without an end": (
        said(8169, start="2017-05", end="", kind="cumulative"),
        said(12173, start="2017", end="2019-04-12", kind="cumulative"),
    ),
    "a flow without a period": (said(5, kind="flow"), said(9, start="2016", kind="flow")),
    "more than 4 million, and 6": (said(4, "more_than", "2015"), said(6, start="2015")),
    "at least 117, and 900": (said(117, "at_least", "2018"), said(900, start="2018")),
    "nearly 6 and between 4 and 6": (said(6, "nearly", "2025"), said(4, "between", "2025", high=6)),
    "a year and a day in it": (on("2021"), on("2021-06-15")),
    "a number and a date": (said(3, start="2021"), on("2020")),
}


@pytest.mark.parametrize("case", DISAGREE)
def test_they_cannot_both_be_true(case):
    one, other = DISAGREE[case]

    assert disagree(one, other)
    assert disagree(other, one)


@pytest.mark.parametrize("case", AGREE)
def test_they_can_both_be_true(case):
    one, other = AGREE[case]

    assert not disagree(one, other)
    assert not disagree(other, one)


@pytest.mark.parametrize(
    ("value", "qualifier", "low", "high"),
    [
        (346_000, "about", 345_500, 346_500),
        (6_000_000, "about", 5_500_000, 6_500_000),
        (10_000, "about", 9_000, 11_000),
        (7, "nearly", "6.5", 7),
        ("5.5", "about", "5.45", "5.55"),
        (18_000, "more_than", 18_000, 36_000),
        (117, "at_least", 117, None),
        (100, "less_than", 50, 100),
        (0, "about", 0, 0),
    ],
)
def test_a_hedge_is_read_by_the_digits_given(value, qualifier, low, high):
    assert bounds(said(value, qualifier)) == (Decimal(low), None if high is None else Decimal(high))


def test_at_most_has_no_lower_end():
    assert bounds(said(100, "at_most")) == (None, 100)


numbers = st.decimals(min_value=0, max_value=10**12, places=2)


@given(
    numbers, st.sampled_from(["exactly", "about", "nearly", "more_than", "less_than", "at_least", "at_most"])
)
def test_nobody_contradicts_themselves(value, qualifier):
    answer = Answer(value, None, qualifier, "", "2024", "2024")

    assert not disagree(answer, answer)


@given(st.lists(st.integers(0, 5), max_size=7))
def test_groups_hold_each_answer_once_and_only_those_contradicted(values):
    answers = [said(value, start="2024") for value in values]

    found = [index for group in groups_that_disagree(answers) for index in group]

    assert len(found) == len(set(found))
    assert bool(found) == (len(set(values)) > 1)


def test_groups_hang_together_by_disagreement():
    answers = [
        said(10, start="2021"), said(20, start="2021"), said(10, start="2021"),
        said(5, start="2022"), said(6, start="2022"), said(7, start="2023"),
    ]  # fmt: skip

    assert groups_that_disagree(answers) == [[0, 1, 2], [3, 4]]


def test_an_undated_stock_is_held_against_recent_ones_only():
    answers = [said(647_426, start="1990"), said(6_700_000), said(4_000_000, start="2020")]

    assert groups_that_disagree(answers) == [[1, 2]]


def test_says_the_same_is_one_value_for_one_time():
    assert says_the_same([said(5, start="2024"), said(9, start="2024"), said(5, start="2024")])
    assert not says_the_same([said(5, start="2024"), said(5, start="2023")])


@pytest.mark.parametrize(
    ("start", "end", "turned"),
    [("2022", "2021", True), ("2022-05", "2022", False), ("2022-05-06", "2022-05-05", True),
     ("2022", "", False), ("", "2022", False), ("soon", "2021", False)],
)  # fmt: skip
def test_a_period_runs_forward(start, end, turned):
    assert ends_before_it_begins(start, end) is turned


def test_marks_may_overlap_and_every_character_stays():
    parts = segments(0, 10, [("a", 2, 6), ("b", 4, 8), ("outside", 20, 30)])

    assert [(part.start, part.end, part.marks) for part in parts] == [
        (0, 2, ()), (2, 4, ("a",)), (4, 6, ("a", "b")), (6, 8, ("b",)), (8, 10, ()),
    ]  # fmt: skip


@given(st.lists(st.tuples(st.just("m"), st.integers(0, 30), st.integers(0, 30)), max_size=6))
def test_segments_cover_the_stretch_without_gap(marks):
    parts = segments(5, 25, marks)

    assert parts[0].start == 5
    assert parts[-1].end == 25
    assert all(one.end == other.start for one, other in pairwise(parts))


def test_occurrences_count_overlapping_ones():
    assert occurrences("aa", "aaa") == [0, 1]
    assert occurrences("", "aaa") == []


@pytest.mark.parametrize(
    ("text", "plain"),
    [
        ("# Un titre", "Un titre"),
        ("*Une fiche.*", "Une fiche."),
        ("Rien # de *cela*", "Rien # de *cela*"),
        ("#", "#"),
    ],
)
def test_a_heading_is_shown_without_its_signs(text, plain):
    start, end = plain_part(text)

    assert text[start:end] == plain


def test_words_are_found_with_other_spaces_between_them():
    text = "a compté 12\u202f166 personnes,\nen 2024"

    assert stretches_of_words("12 166 personnes, en", text) == [(9, 29)]
    assert stretches_of_words("12\u202f166", text) == [(9, 15)]
    assert stretches_of_words("12166", text) == []
    assert stretches_of_words("  ", text) == []
