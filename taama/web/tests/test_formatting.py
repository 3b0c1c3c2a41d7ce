"""Numbers and dates as each language writes them."""

from decimal import Decimal

import pytest

from taama.web.formatting import number, partial_date, period, qualified, quantity


@pytest.mark.parametrize(
    ("value", "french", "english"),
    [
        (Decimal("12166"), "12\u202f166", "12,166"),
        (Decimal("0.0000"), "0", "0"),
        (Decimal("45.0370"), "45,037", "45.037"),
        (Decimal("-1500.5"), "−1\u202f500,5", "−1,500.5"),
        (7, "7", "7"),
    ],
)
def test_numbers(value, french, english):
    assert (number(value, "fr"), number(value, "en")) == (french, english)


@pytest.mark.parametrize(
    ("text", "french", "english"),
    [
        ("2021", "2021", "2021"),
        ("2021-06", "juin\u00a02021", "June\u00a02021"),
        ("2022-05-06", "6\u00a0mai\u00a02022", "6\u00a0May\u00a02022"),
        ("2019-08-01", "1er\u00a0août\u00a02019", "1\u00a0August\u00a02019"),
    ],
)
def test_dates(text, french, english):
    assert (partial_date(text, "fr"), partial_date(text, "en")) == (french, english)


def test_a_whole_year_is_named_by_its_number():
    assert period("2022-01-01", "2022-12-31", "fr") == "2022"
    assert period("2018-01", "2019-08-15", "en") == "January\u00a02018 – 15\u00a0August\u00a02019"


@pytest.mark.parametrize(
    ("arguments", "french", "english"),
    [
        (
            (Decimal(18000), "persons", "more_than", None),
            "plus de 18\u202f000\u00a0personnes",
            "more than 18,000\u00a0people",
        ),
        (
            (Decimal(4_000_000), "persons", "between", Decimal(6_000_000)),
            "entre 4\u202f000\u202f000 et 6\u202f000\u202f000\u00a0de\u00a0personnes",
            "between 4,000,000 and 6,000,000\u00a0people",
        ),
        ((Decimal("18.3"), "percent", "exactly", None), "18,3\u00a0%", "18.3%"),
    ],
)
def test_qualified_values(arguments, french, english):
    value, unit, qualifier, high = arguments

    assert qualified(value, unit, "fr", qualifier, high) == french
    assert qualified(value, unit, "en", qualifier, high) == english


@pytest.mark.parametrize(
    ("value", "french"),
    [
        (Decimal("483300000000"), "483,3\u00a0milliards\u00a0de\u00a0FCFA"),
        (Decimal("1500000"), "1,5\u00a0million\u00a0de\u00a0FCFA"),
        (Decimal("52000"), "52\u202f000\u00a0FCFA"),
        (Decimal("1234567890"), "1\u202f234\u202f567\u202f890\u00a0FCFA"),
    ],
)
def test_money_is_shortened_only_where_nothing_is_lost(value, french):
    assert quantity(value, "xof", "fr") == french
