"""How sure it is that a long text is partly about an objective: a sentence of substance, not a word by the way.

Two things are weighed, both fitted on labelled texts by `python -m taama.evidence.gold.fitting` and kept as data:
words that go with an objective, heard sentence by sentence, and a formula that joins them with the phrases.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache
from math import exp, log1p, log2, sqrt
from operator import mul
from pathlib import Path
from sys import byteorder
from typing import NamedTuple

from .learned import KEPT
from .stems import REMEMBERED, words_of

KEPT_IN = Path(__file__).parent / "phrases" / "substance.json"
SENTENCE_END = re.compile(r"[.!?;\n](?:(?<!\n)(?=\s)|(?<=\n)(?=\s*\n|[-•–*]))")
# Shorter stretches (a number, an initial) say nothing by themselves.
SENTENCE = 4
# A sentence is heard from these log-odds on; the words of it that speak loudest are shown, and how loud they must be.
HEARD_FROM, LEAST = -2.4, -0.2
# Objectives have numbers from 1; a field of packed words holds so much when nothing was said.
FIELDS, FIELD, NOTHING = 24, 32, 1 << 31
EMPTY = sum(NOTHING << FIELD * number for number in range(FIELDS))
SHOWN, LOUD = 3, 0.5
# Where a text says what it is about: title and first lines.
LEAD = 220
USUAL = 600
WORD = re.compile(r"\S+")

Speaking = Mapping[str, Sequence[tuple[int, float]]]


class Heard(NamedTuple):
    """How loud the loudest sentence speaks for an objective, and where it stands."""

    loud: float
    start: int
    end: int


SILENCE = Heard(0.0, 0, 0)


class Facts(NamedTuple):
    """What is known of one objective in a text: the evidence of its phrases, where it stands, what else speaks."""

    evidence: float
    sentences: int
    share: float
    leads: bool
    lead: float
    mentioned: bool
    length: int
    loud: float

    def weighed(self) -> tuple[float, ...]:
        """The facts as the formula takes them, 1 for what always holds first."""
        return (
            1.0,
            log1p(self.evidence),
            log1p(self.sentences),
            self.share,
            float(self.leads),
            log1p(self.lead),
            float(self.mentioned),
            log2(max(self.length / USUAL, 1)),
            self.loud,
        )


class Packs(dict[str, int]):
    """All that a word says in one number, so that a sentence is one addition for each word.

    A field of 32 bits for each objective holds its weight in hundredths, the lowest counts the words that speak.
    Words are remembered as they are met.
    """

    def __init__(self, words: Speaking) -> None:
        super().__init__()
        self.stems = {stem: self.packed(told) for stem, told in words.items()}

    def packed(self, told: Sequence[tuple[int, float]]) -> int:
        """One word: it counts, and says so much of each objective."""
        return 1 + sum(round(100 * weight) << FIELD * number for number, weight in told)

    def sums(self, words: Iterable[str]) -> list[int]:
        """How many of the words speak, then what they say of each objective, in hundredths."""
        total = EMPTY + sum(map(self.__getitem__, words))
        fields = memoryview(total.to_bytes(4 * FIELDS, byteorder)).cast("I").tolist()
        return fields if byteorder == "little" else fields[::-1]

    def __missing__(self, word: str) -> int:
        if len(self) > REMEMBERED:
            self.clear()
        self[word] = self.stems.get(KEPT[word], 0)
        return self[word]


@dataclass(frozen=True, slots=True)
class Substance:
    """Words by stem with the objectives they speak for or against, where each objective starts, and the formula."""

    words: Speaking
    starts: Mapping[int, float]
    formula: tuple[float, ...]
    enough: float
    packs: Packs = field(repr=False, compare=False)

    def odds(self, facts: Facts) -> float:
        """Log-odds that the text is about the objective."""
        return float(sum(map(mul, self.formula, facts.weighed())))

    def heard(self, folded: str, ends: Sequence[int]) -> dict[int, Heard]:
        """The loudest sentence for each objective."""
        loudest: dict[int, Heard] = {}
        start = 0
        for end in ends:
            words = folded[start:end].split()
            for number, loud in self.spoken(words) if len(words) >= SENTENCE else ():
                if loud > loudest.get(number, SILENCE).loud:
                    loudest[number] = Heard(loud, start, end)
            start = end
        return loudest

    def spoken(self, words: list[str]) -> list[tuple[int, float]]:
        """What one sentence says: each word counts once, less in a sentence of many."""
        sums = self.packs.sums(set(words))
        part = 100 * sqrt(sums[0] - NOTHING)
        least = NOTHING + LEAST * part
        if max(sums) <= least:
            return []
        louds = [
            (number, (said - NOTHING) / part + self.starts[number] - HEARD_FROM)
            for number, said in enumerate(sums)
            if number and said > least
        ]
        return [told for told in louds if told[1] > 0]

    def shown(self, folded: str, number: int, heard: Heard) -> list[tuple[int, int]]:
        """The words of the loudest sentence that speak most for the objective."""
        louds = []
        for match in WORD.finditer(folded, heard.start, heard.end):
            loud = dict(self.words.get(KEPT[match[0]], ())).get(number, 0.0)
            if loud >= LOUD:
                louds.append((-loud, match.span()))
        return [span for _, span in sorted(louds)[:SHOWN]]


def sentence_ends(text: str) -> list[int]:
    """Where each sentence, item or paragraph ends."""
    return [*(match.end() for match in SENTENCE_END.finditer(text)), len(text)]


def folded(text: str) -> str:
    """The text as stems are looked up in it: as long as the text."""
    return " ".join(words_of(text))


def sure(odds: float) -> float:
    """The chance that log-odds stand for."""
    return round(1 / (1 + exp(-max(-30.0, min(30.0, odds)))), 3)


@cache
def shipped_substance() -> Substance:
    """What was fitted and comes with Taama."""
    kept = json.loads(KEPT_IN.read_text(encoding="utf-8"))
    words = {stem: list(zip(told[::2], told[1::2], strict=True)) for stem, told in kept["words"].items()}
    starts = {int(number): start for number, start in kept["starts"].items()}
    return Substance(words, starts, tuple(kept["formula"]), kept["enough"], Packs(words))
