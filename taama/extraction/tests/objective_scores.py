"""How well objectives are found: precision, recall and F1 over labelled passages, and the labelled passages."""

import csv
from collections import Counter
from hashlib import sha256
from pathlib import Path
from typing import NamedTuple

GOLD = Path(__file__).parent / "objective_passages.csv"


class Passage(NamedTuple):
    language: str
    objectives: frozenset[int]
    text: str

    @property
    def is_held_out(self):
        """A third, by a hash of the text: never looked at while phrases are written."""
        return sha256(self.text.encode()).digest()[0] % 3 == 0


class Score(NamedTuple):
    precision: float
    recall: float
    f1: float
    macro_f1: float


def passages(*, language=None, held_out=None):
    with GOLD.open(encoding="utf-8", newline="") as file:
        rows = [
            Passage(row["language"], numbers(row["objectives"]), row["text"]) for row in csv.DictReader(file)
        ]
    return [row for row in rows if language in (None, row.language) and held_out in (None, row.is_held_out)]


def numbers(listed):
    return frozenset(int(number) for number in listed.split("|") if number)


def score(pairs):
    """Of (true, found) sets: micro precision, recall, F1, and macro F1 over the objectives that occur."""
    right, found, true = Counter(), Counter(), Counter()
    for gold, told in pairs:
        right.update(gold & told)
        found.update(told)
        true.update(gold)
    precision, recall = right.total() / max(found.total(), 1), right.total() / max(true.total(), 1)
    each = [
        f1(right[number] / found[number] if found[number] else 0, right[number] / true[number])
        for number in true
    ]
    return Score(precision, recall, f1(precision, recall), sum(each) / max(len(each), 1))


def f1(precision, recall):
    return 2 * precision * recall / (precision + recall) if precision + recall else 0.0
