"""CSV files: accents, numbers, and no formula."""

import csv
import io
from decimal import Decimal

import pytest

from taama.desk.sheets import csv_lines, harmless, written


@pytest.mark.parametrize(
    "text", ["=1+1", "+33", "-2", "@SUM(A1)", "\t=1", " =1", "\u00a0=1", "＝1", "\rx", "\n=HYPERLINK(1)"]
)
def test_what_may_be_a_formula_becomes_a_text(text):
    assert harmless(text) == f"'{text}"


@pytest.mark.parametrize("text", ["", "Gao", "1 = 1", "l’eau", "2024-06", "ML07", "a-b"])
def test_other_texts_stay_as_they_are(text):
    assert harmless(text) == text


@pytest.mark.parametrize(
    ("cell", "said"),
    [(Decimal("-2.5000"), "-2.5"), (Decimal("1200.0000"), "1200"), (Decimal(0), "0"), (0, 0), (None, "")],
)
def test_numbers_stay_numbers_and_nothing_is_not_zero(cell, said):
    assert written(cell) == said


def test_a_spreadsheet_reads_the_file_as_it_was_meant():
    text = "".join(csv_lines(["à", "b"], [("é, “x”\nz", Decimal("-1.50")), ("=1", None)]))

    assert text.startswith("\ufeff")
    rows = list(csv.reader(io.StringIO(text.removeprefix("\ufeff"), newline="")))
    assert rows == [["à", "b"], ["é, “x”\nz", "-1.5"], ["'=1", ""]]
