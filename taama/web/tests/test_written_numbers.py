"""Numbers as people write them."""

from decimal import Decimal

import pytest

from taama.web.written_numbers import NoSuchNumber, TwoNumbers, number_written


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("0", "0"), ("12", "12"), (" 1234 ", "1234"), ("1 234", "1234"), ("1 234,5", "1234.5"), ("1,234.5", "1234.5"),
        ("1.234,5", "1234.5"), ("1234,5", "1234.5"), ("1234.5", "1234.5"), ("1\u202f234\u202f567", "1234567"),
        ("1\u00a0234,25", "1234.25"), ("1,234,567", "1234567"), ("1.234.567,8", "1234567.8"), ("0,125", "0.125"),
        ("0.125", "0.125"), ("−3,5", "-3.5"), ("-3.5", "-3.5"), (",5", "0.5"), ("1’234.5", "1234.5"),
        ("12,3456", "12.3456"),
    ],
)  # fmt: skip
def test_numbers_are_read_as_people_write_them(text, expected):
    assert number_written(text) == Decimal(expected)


@pytest.mark.parametrize(
    "text", ["", "-", "dix", "12 %", "1,2,3", "1.2.3", "12,34,567", "1,23.4,5", "1e5", "5,", "NaN"]
)
def test_what_is_no_number_is_refused(text):
    with pytest.raises(NoSuchNumber):
        number_written(text)


@pytest.mark.parametrize("text", ["1,234", "1.234", "12,345", "999.000", "-1,234"])
def test_a_number_that_can_be_read_in_two_ways_is_refused(text):
    with pytest.raises(TwoNumbers):
        number_written(text)
