"""Answers as people write them."""

import pytest

from taama.rounds.cells import Cell, NoSuchCell, cell_of
from taama.rounds.written import read_answer


@pytest.mark.parametrize(
    ("text", "unit", "value"),
    [
        ("1 234,5", "xof", "1234.5"),
        ("1\u202f234", "persons", "1234"),
        ("0", "persons", "0"),
        ("12 %", "percent", "12"),
        ("12%", "percent", "12"),
        ("−3", "persons", "-3"),
    ],
)
def test_a_number(text, unit, value):
    read = read_answer(text, unit)
    assert (read.given, str(read.value), read.trouble) == ("value", value, "")


@pytest.mark.parametrize("text", ["", "  ", "n.d.", "ND", "n/d", "–", "…", "non disponible"])
def test_no_data_is_left_empty_and_never_zero(text):
    read = read_answer(text, "persons")
    assert (read.given, read.value, read.written) == ("empty", None, "")


@pytest.mark.parametrize("text", ["s.o.", "Sans objet", "n/a"])
def test_not_applicable(text):
    assert read_answer(text, "persons").given == "not_applicable"


@pytest.mark.parametrize(
    ("text", "unit", "trouble"),
    [
        ("beaucoup", "persons", "no_number"),
        ("12 %", "persons", "percent"),
        ("1,234", "persons", "two_numbers"),
        ("1.23456", "xof", "too_exact"),
        ("9" * 21, "persons", "too_exact"),
        ("31/12/2025", "persons", "no_number"),
        ("#DIV/0!", "persons", "no_number"),
    ],
)
def test_what_is_no_answer_is_kept_as_it_was_written(text, unit, trouble):
    read = read_answer(text, unit)
    assert (read.value, read.written, read.trouble) == (None, text, trouble)


def test_a_key_goes_and_comes_back():
    cell = Cell(cell_of("0" * 32 + "::").request, "ML07", "age=0-17|sex=female")
    assert cell_of(cell.key) == cell


@pytest.mark.parametrize(
    "key", ["", "x", "0" * 31 + "::", "0" * 32, "0" * 32 + ":ML 07:", "0" * 32 + "::a;b"]
)
def test_a_text_that_is_no_key(key):
    with pytest.raises(NoSuchCell):
        cell_of(key)
