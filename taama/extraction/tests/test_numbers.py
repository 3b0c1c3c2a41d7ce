"""Numbers in digits and in letters, and digits that are no numbers."""

from decimal import Decimal

import pytest

from taama.extraction.numbers import find_numbers

WRITTEN = [
    ("18 000", 18000),
    ("18\u00a0000", 18000),
    ("18\u202f000", 18000),
    ("160,000", 160000),
    ("45.037", 45037),
    ("1.303.511", 1303511),
    ("14,872,660", 14872660),
    ("1 303 511", 1303511),
    ("1,234.5", "1234.5"),
    ("1 234,5", "1234.5"),
    ("45.5", "45.5"),
    ("3,5", "3.5"),
    ("0,125", "0.125"),
    ("837", 837),
    ("1,2 million", 1200000),
    ("3,5 milliards", 3500000000),
    ("1,059 milliard", 1059000000),
    ("1.3 million", 1300000),
    ("2 milliards 992 millions", 2992000000),
    ("1 million 200 000", 1200000),
    ("12 mille", 12000),
    ("1.2 billion", 1200000000),
    ("deux", 2),
    ("dix-sept", 17),
    ("vingt et un", 21),
    ("soixante-dix", 70),
    ("soixante et onze", 71),
    ("quatre-vingts", 80),
    ("quatre-vingt-onze", 91),
    ("quatre-vingt-dix-sept", 97),
    ("cent douze", 112),
    ("deux cents", 200),
    ("mille deux cent trente-quatre", 1234),
    ("dix-sept mille deux cent huit", 17208),
    ("deux cent mille", 200000),
    ("trois millions cinq cent mille", 3500000),
    ("un million trois cent mille", 1300000),
    ("un million et demi", 1500000),
    ("un demi-million", 500000),
    ("half a million", 500000),
    ("twenty-three thousand", 23000),
    ("forty-two", 42),
    ("one hundred and five", 105),
    ("one hundred and twenty-three thousand four hundred and five", 123405),
    ("three million five hundred thousand", 3500000),
    ("two billion", 2000000000),
    ("cinquante (50)", 50),
    ("trois (03)", 3),
    ("deux mille trois cent quarante-cinq (2 345)", 2345),
]


@pytest.mark.parametrize(("written", "value"), WRITTEN)
def test_a_number_is_read_whole(written, value):
    text = f"Ce sont {written} personnes"

    (number,) = find_numbers(text)

    assert text[number.start : number.end] == written
    assert number.value == Decimal(value)


def test_a_comma_before_a_million_parts_thousands_in_english_only():
    (english,) = find_numbers("1,059 million people", language="en")
    (french,) = find_numbers("1,059 million de personnes", language="fr")

    assert (english.value, french.value) == (1059000000, 1059000)


def test_a_lone_mark_before_three_digits_keeps_both_readings():
    (number,) = find_numbers("45.037 %")

    assert (number.value, number.decimal) == (45037, Decimal("45.037"))


@pytest.mark.parametrize(
    "text",
    [
        "des milliers, des centaines, des dizaines",
        "several thousand, millions of people",
        "per cent, pour cent",
        "un migrant, une personne, one person, a person",
        "N° 000475/MMEIA-SG",
        "A/RES/73/195",
        "2014-0765/P-RM",
        "+223 20 22 58 30",
        "76 12 34 56",
        "10h30, 10:30, 24h/24",
        "5e, 23ème, 2nd, 10th",
        "objectif 5.5.3",
        "15.08.2019",
        "MLI07, G5, COVID-19, US-223",
        "5-year, 15-year-old",
        "12345678901234",
        "001234",
    ],
)
def test_digits_that_are_no_number(text):
    assert find_numbers(text) == []


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("trois et quatre", [3, 4]),
        ("de 4 à 6 millions", [4, 6000000]),
        ("10-15", [10, 15]),
        ("en 2019 284 025", [2019, 284025]),
        ("2019, 284,025", [2019, 284025]),
        ("deux, trois ou quatre cents", [2, 3, 400]),
        ("3,5 et 4,5", [Decimal("3.5"), Decimal("4.5")]),
    ],
)
def test_numbers_that_stand_side_by_side(text, values):
    found = [number.value for number in find_numbers(text)]

    assert found == values or found == values[1:]


@pytest.mark.parametrize(
    ("written", "value"), [("une centaine", 100), ("Une vingtaine", 20), ("a dozen", 12)]
)
def test_a_round_number_is_rough(written, value):
    (number,) = find_numbers(f"{written} de migrants")

    assert (number.value, number.is_rough) == (value, True)


def test_only_the_stretch_asked_for_is_read():
    text = "12 migrants, 34 femmes, 56 enfants"

    assert [number.value for number in find_numbers(text, at=5, end=20)] == [34]
