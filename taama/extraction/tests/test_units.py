"""Currencies, shares, nouns and their units."""

import pytest

from taama.extraction.folding import fold
from taama.extraction.units import NOUNS, currency_before, currency_behind, guessed_unit, percent_behind

BEHIND = [
    ("5 FCFA", "xof"),
    ("5 F CFA", "xof"),
    ("5FCFA", "xof"),
    ("5 francs CFA", "xof"),
    ("5 de francs CFA", "xof"),
    ("5 XOF", "xof"),
    ("5 CFA francs", "xof"),
    ("5 d’euros", "eur"),
    ("5 €", "eur"),
    ("5€", "eur"),
    ("5 EUR", "eur"),
    ("5 dollars", "usd"),
    ("5 de dollars américains", "usd"),
    ("5 US dollars", "usd"),
    ("5 USD", "usd"),
    ("5 US$", "usd"),
    ("5 $", "usd"),
]


@pytest.mark.parametrize(("text", "unit"), BEHIND)
def test_currency_behind_a_number(text, unit):
    found = currency_behind(fold(text), 1)

    assert found is not None
    assert found[1] == unit


@pytest.mark.parametrize(
    ("text", "unit"),
    [
        ("US$ 5", "usd"),
        ("$5", "usd"),
        ("USD 5", "usd"),
        ("€5", "eur"),
        ("EUR 5", "eur"),
        ("XOF 5", "xof"),
        ("CFAF 5", "xof"),
    ],
)
def test_currency_before_a_number(text, unit):
    folded = fold(text)

    assert currency_before(folded, folded.index("5")) == (0, unit)


@pytest.mark.parametrize("text", ["5 francs suisses", "5 fois", "5 euphorbes", "5 cfao", "5 dons"])
def test_other_words_are_no_currency(text):
    assert currency_behind(fold(text), 1) is None


@pytest.mark.parametrize(
    "text", ["5 %", "5%", "5\u00a0%", "5 pour cent", "5 per cent", "5 percent", "5 p. 100"]
)
def test_share_behind_a_number(text):
    assert percent_behind(fold(text), 1) == len(text)


def test_a_word_in_p_is_no_share():
    assert percent_behind("5 personnes", 1) == 0


@pytest.mark.parametrize(
    ("noun", "unit"),
    [
        ("migrants", "persons"),
        ("pdi", "persons"),
        ("burkinabe", "persons"),
        ("menages", "households"),
        ("mouvements", "movements"),
        ("cercles", "areas"),
        ("pays", "count"),
        ("lits", "count"),
    ],
)
def test_unit_of_a_noun(noun, unit):
    assert NOUNS[noun] == unit


def test_an_unknown_trade_is_of_persons_an_unknown_thing_a_count():
    assert (guessed_unit("electriciens"), guessed_unit("cocotiers")) == ("persons", "count")
