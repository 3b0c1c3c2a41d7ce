"""Money: stages apart, conversion by dated rates alone, what has no rate named."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from taama.plans.rules import Amount, DatedRate, Stage, converted, total_of

PARITY = DatedRate("EUR", "XOF", Decimal("655.957"), "1999-01-01")
DOLLAR = DatedRate("USD", "XOF", Decimal(600), "2024", "2024")
RATES = [PARITY, DOLLAR]


def amount(value, currency="XOF", year=2024, stage=Stage.PLANNED):
    return Amount(Decimal(value), currency, year, stage)


@pytest.mark.parametrize(
    ("given_amount", "into", "value"),
    [
        (amount(5), "XOF", "5"),
        (amount(1000, "EUR"), "XOF", "655957"),
        (amount(655957), "EUR", "1000.00"),
        (amount(10, "USD"), "XOF", "6000"),
        (amount("655957", "USD"), "EUR", "600000.00"),
    ],
)
def test_amounts_are_converted_either_way_and_through_a_third_currency(given_amount, into, value):
    assert total_of([given_amount], into, RATES).value == Decimal(value)


@pytest.mark.parametrize("year", [2023, 2025])
def test_a_year_no_rate_covers_is_left_out_and_named(year):
    total = total_of([amount(10, "USD", year), amount(7)], "XOF", RATES)

    assert (total.value, total.missing, total.count) == (7, (amount(10, "USD", year),), 2)
    assert not total.is_complete


def test_a_rate_that_covers_part_of_a_year_does_not_count():
    partly = DatedRate("USD", "XOF", Decimal(600), "2024-02", "2024")

    assert converted(amount(1, "USD"), "XOF", [partly]) is None


def test_the_newest_of_two_rates_is_used_and_printed():
    newer = DatedRate("USD", "XOF", Decimal(610), "2024-01-01", "2024")

    total = total_of([amount(1, "USD")], "XOF", [DatedRate("USD", "XOF", Decimal(500), "2020"), newer])

    assert (total.value, total.used) == (610, (newer,))


def test_stages_are_never_added_together():
    with pytest.raises(ValueError, match="never added"):
        total_of([amount(1), amount(1, stage=Stage.SPENT)], "XOF", RATES)


@given(st.lists(st.integers(0, 10**12), max_size=20))
def test_a_sum_in_its_own_currency_is_the_plain_sum(values):
    assert total_of([amount(one) for one in values], "XOF", []).value == sum(values)


@given(st.integers(0, 10**12))
def test_there_and_back_is_the_same_to_the_cent(cents):
    value = Decimal(cents) / 100
    there = converted(Amount(value, "EUR", 2024, Stage.SPENT), "XOF", RATES)[0]

    assert total_of([Amount(there, "XOF", 2024, Stage.SPENT)], "EUR", RATES).value == value
