"""How well objectives are found on labelled passages and on texts of the gold set, never without the baseline.

The floors are below what was measured when they were set; `objective_scores` says how.
"""

import csv
from collections import defaultdict
from pathlib import Path

import pytest

from taama.extraction.baseline import FIVE, five_words
from taama.extraction.learned import learned_from
from taama.extraction.objectives import find_objectives
from taama.extraction.tests.objective_scores import numbers as numbers_of
from taama.extraction.tests.objective_scores import passages, score

SAMPLE = Path(__file__).parents[3] / "sample" / "mali"


def numbers(text, model=None):
    return frozenset(objective.number for objective in find_objectives(text, model=model))


def scored(rows, tagger=numbers):
    return score((row.objectives, frozenset(tagger(row.text))) for row in rows)


def test_the_gold_covers_all():
    for language in ("fr", "en"):
        rows = passages(language=language)
        for number in range(1, 24):
            assert sum(number in row.objectives for row in rows) >= 6, (language, number)
        assert sum(not row.objectives for row in rows) >= 30
        assert sum(len(row.objectives) > 1 for row in rows) >= 15


def test_a_third_is_held_out():
    assert 0.25 < len(passages(held_out=True)) / len(passages()) < 0.42


@pytest.mark.parametrize("language", ["fr", "en"])
def test_held_out_passages(language):
    result = scored(passages(language=language, held_out=True))
    assert result.f1 >= 0.88
    assert result.macro_f1 >= 0.85
    assert result.precision >= 0.85
    assert result.recall >= 0.85


def test_french_and_english_are_found_alike():
    french, english = (scored(passages(language=language)) for language in ("fr", "en"))
    assert abs(french.f1 - english.f1) <= 0.03


def test_the_learned_part_does_no_harm_on_what_is_held_out():
    learned = learned_from((row.text, row.objectives) for row in passages(held_out=False))
    rows = passages(held_out=True)
    assert scored(rows, lambda text: numbers(text, learned)).f1 >= scored(rows).f1 - 0.02


@pytest.mark.parametrize("language", ["fr", "en"])
def test_five_words_are_beaten_by_far(language):
    rows = passages(language=language, held_out=True)
    baseline = scored(rows, five_words)
    assert 0.4 <= baseline.f1 <= scored(rows).f1 - 0.2


def test_the_baseline_has_five_words_each():
    assert sorted(FIVE) == list(range(1, 24))
    assert all(len(words.split()) == 5 for words in FIVE.values())


def test_near_misses_are_seldom_tagged():
    misses = [row.text for row in passages() if not row.objectives]
    assert sum(bool(numbers(text)) for text in misses) <= 4


def test_a_score_that_finds_nothing_or_the_wrong_one():
    assert score([({1}, {2})]).f1 == 0
    assert score([({1}, {1, 2})]).precision == 0.5
    assert score([({1, 2}, {1})]).macro_f1 == 0.5


def sample_documents():
    """The sheets of the Mali sample with the objectives of their findings: not all they speak of."""
    told = defaultdict(set)
    with (SAMPLE / "findings.csv").open(encoding="utf-8", newline="") as findings:
        for row in csv.DictReader(findings):
            told[row["document"]] |= numbers_of(row["objectives"])
    sheets = sorted((SAMPLE / "documents").glob("*.md"))
    return [(told[sheet.stem], sheet.read_text(encoding="utf-8")) for sheet in sheets if told[sheet.stem]]


def test_sheets_of_the_sample():
    sheets = sample_documents()
    result = score((told, numbers(text)) for told, text in sheets)
    baseline = score((told, frozenset(five_words(text))) for told, text in sheets)

    assert len(sheets) >= 45
    assert result.recall >= 0.58
    assert result.f1 >= baseline.f1 + 0.1
