"""`python -m taama.evidence.gold.fitting`: fit what `taama.extraction.substance` weighs, and say how well it does.

The words are fitted on labelled passages, the curated phrases and the titles of the Compact's objectives and actions;
the formula on the texts of the gold set up to the fiftieth. Blind texts are never opened. Scores are of five folds:
formula and threshold fitted on four, counted on the fifth; folds and order are fixed.
The words were fitted once on passages, not on these texts; but phrases were written, and what is weighed was chosen,
with these texts in sight: even by folds the scores say more good than a blind text will.
"""

import csv
import json
import sys
from collections import Counter
from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from math import exp, sqrt
from pathlib import Path
from random import Random
from typing import NamedTuple

from taama.evidence.gold.labels import HERE, LAST_SEEN, Labelled, read_labelled
from taama.evidence.gold.scoring import Score, sets_score, total
from taama.extraction.baseline import five_words
from taama.extraction.boilerplate import boilerplate_of
from taama.extraction.learned import KEPT
from taama.extraction.objectives import by_objective, facts_of, told, whole
from taama.extraction.phrases import MEDIUM, shipped_rows
from taama.extraction.stems import plain
from taama.extraction.substance import KEPT_IN, Facts, Packs, Substance, folded, sentence_ends

ROOM = Path(__file__).parents[2]
PASSAGES = ROOM / "extraction" / "tests" / "objective_passages.csv"
COMPACT = ROOM / "compact" / "data" / "gcm"
NUMBERS = range(1, 24)
# How much a passage counts for, and a phrase by its weight; a stem must stand in as many.
PASSAGE_WORTH, PHRASE_WORTH, SEEN_IN = 2.0, {1: 0.15, 2: 0.5, 3: 1.0}, 3
# Steps of fitting, and the pull towards nothing of a word and of the formula. Lighter words are dropped.
WORD_ROUNDS, WORD_PULL, LIGHT = 60, 0.5, 0.35
FORMULA_ROUNDS, FORMULA_PULL = 600, 1.0
STEP, FOLDS = 0.5, 5
THRESHOLDS = (0.3, 0.35, 0.4, 0.45, 0.5)

Row = tuple[dict[int, float], bool, float]


class Known(NamedTuple):
    """A labelled text with the facts of each objective."""

    document: Labelled
    facts: dict[int, Facts]


def main() -> None:
    """Fit, print the scores and keep what was fitted."""
    words, starts = fitted_words()
    packs = Packs(words)
    known = [known_of(one, Substance(words, starts, (), 1.0, packs)) for one in seen_documents()]
    for name, score in (*crossed(known), *beside(known)):
        sys.stdout.write(f"{name:28} {score.precision:.3f} {score.recall:.3f} {score.f1:.3f}\n")
    formula = fitted_formula(known)
    KEPT_IN.write_text(
        as_json(Substance(words, starts, formula, threshold(known, formula), packs)), encoding="utf-8"
    )


def seen_documents() -> list[Labelled]:
    """The texts that are not blind; the others are not even read."""
    paths = sorted(path for path in HERE.glob("??/*.toml") if int(path.stem) <= LAST_SEEN)
    return [read_labelled(path) for path in paths]


def known_of(document: Labelled, substance: Substance) -> Known:
    """A text with its facts, as they are made when it is read."""
    stretch = whole(document.text, None, boilerplate_of(document.text, ""))
    ends = sentence_ends(stretch.text)
    heard = substance.heard(folded(stretch.text), ends) if stretch.least < MEDIUM else {}
    return Known(document, facts_of(stretch, by_objective(stretch), heard, ends))


def fitted_words() -> tuple[dict[str, list[tuple[int, float]]], dict[int, float]]:
    """Words by stem with what they say for each objective, and where each objective starts."""
    examples = [(stems_of(text), numbers, worth) for text, numbers, worth in teaching()]
    seen = Counter(stem for stems, _, _ in examples for stem in stems)
    order = {stem: index for index, stem in enumerate(sorted(s for s in seen if seen[s] >= SEEN_IN), 1)}
    rows = [({0: 1.0, **bag(stems, order)}, numbers, worth) for stems, numbers, worth in examples]
    words: dict[str, list[tuple[int, float]]] = {stem: [] for stem in order}
    starts: dict[int, float] = {}
    for number in NUMBERS:
        asked = [(row, number in numbers, worth) for row, numbers, worth in rows]
        weights = logistic(asked, len(order) + 1, WORD_ROUNDS, WORD_PULL)
        starts[number] = round(weights[0], 2)
        for stem, index in order.items():
            if abs(weights[index]) >= LIGHT:
                words[stem].append((number, round(weights[index], 2)))
    return words, starts


def teaching() -> Iterator[tuple[str, Collection[int], float]]:
    """Texts with their objectives, and how much each counts for."""
    with PASSAGES.open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            yield (
                row["text"],
                {int(number) for number in row["objectives"].split("|") if number},
                PASSAGE_WORTH,
            )
    for language in ("fr", "en"):
        with (COMPACT / f"texts.{language}.csv").open(encoding="utf-8", newline="") as file:
            for row in csv.DictReader(file):
                number = row["code"].rstrip("abcdefghijklmno").rstrip(".")
                if number.isdigit() and int(number) in NUMBERS:
                    yield row["title"], {int(number)}, 1.0
    for phrase in shipped_rows():
        yield phrase.phrase, {phrase.number}, PHRASE_WORTH[phrase.weight]


def stems_of(text: str) -> list[str]:
    """The stems that can teach, each once, in a fixed order."""
    return sorted(set(filter(None, map(KEPT.__getitem__, plain(text).split()))))


def bag(stems: Iterable[str], order: dict[str, int]) -> dict[int, float]:
    """Known stems by index; each says less where there are many."""
    known = [order[stem] for stem in stems if stem in order]
    return {index: 1 / sqrt(len(known)) for index in known}


def logistic(rows: Sequence[Row], width: int, rounds: int, pull: float) -> list[float]:
    """Weights of a logistic formula, by gradients with a step of its own for each weight (Adagrad)."""
    weights, steepness = [0.0] * width, [1e-6] * width
    for _ in range(rounds):
        slopes = [0.0, *(pull * weight for weight in weights[1:])]
        for facts, is_so, worth in rows:
            odds = sum(weights[index] * fact for index, fact in facts.items())
            miss = worth * (1 / (1 + exp(-max(-30.0, min(30.0, odds)))) - is_so)
            for index, fact in facts.items():
                slopes[index] += miss * fact
        for index, slope in enumerate(slopes):
            steepness[index] += slope * slope
            weights[index] -= STEP * slope / sqrt(steepness[index])
    return weights


def fitted_formula(known: Iterable[Known]) -> tuple[float, ...]:
    """The formula over the facts; what could be argued either way teaches nothing."""
    rows: list[Row] = [
        (dict(enumerate(facts.weighed())), number in one.document.objectives, 1.0)
        for one in known
        for number, facts in one.facts.items()
        if number not in one.document.objectives_optional
    ]
    return tuple(round(weight, 3) for weight in logistic(rows, len(rows[0][0]), FORMULA_ROUNDS, FORMULA_PULL))


def threshold(known: Sequence[Known], formula: tuple[float, ...]) -> float:
    """From which score on objectives are told: the best F1 on the same texts."""
    return max(THRESHOLDS, key=lambda enough: told_score(known, formula_alone(formula, enough)).f1)


def formula_alone(formula: tuple[float, ...], enough: float) -> Substance:
    """The formula without words, for facts that are known already."""
    return Substance({}, {}, formula, enough, Packs({}))


def told_score(known: Iterable[Known], substance: Substance) -> Score:
    """How well a formula does on texts, all of them however short."""
    return total(score_of(one, said_by(one, substance)) for one in known)


def said_by(one: Known, substance: Substance) -> set[int]:
    """The objectives whose score is enough."""
    return {
        number
        for number, facts in one.facts.items()
        if 1 / (1 + exp(-substance.odds(facts))) >= substance.enough
    }


def score_of(one: Known, said: Collection[int]) -> Score:
    """What was said of a text against its labels."""
    return sets_score(set(said) - set(one.document.objectives_optional), one.document.objectives)


def crossed(known: Sequence[Known]) -> list[tuple[str, Score]]:
    """Scores of folds fitted without them: of all texts, and of those whose faults no rule writer read."""
    shuffled = sorted(known, key=lambda one: one.document.key)
    Random(7).shuffle(shuffled)  # noqa: S311 (not for secrecy)
    scores: list[tuple[Known, Score]] = []
    for fold in range(FOLDS):
        rest = [one for index, one in enumerate(shuffled) if index % FOLDS != fold]
        formula = fitted_formula(rest)
        substance = formula_alone(formula, threshold(rest, formula))
        scores += [(one, score_of(one, said_by(one, substance))) for one in shuffled[fold::FOLDS]]
    even: Callable[[Known], bool] = lambda one: not one.document.number % 2  # noqa: E731
    return [
        ("substance, five folds", total(score for _, score in scores)),
        ("  of these, even numbers", total(score for one, score in scores if even(one))),
    ]


def beside(known: Sequence[Known]) -> list[tuple[str, Score]]:
    """Phrases alone as a passage is read, and the five words of each objective."""
    even = [one for one in known if not one.document.number % 2]
    return [
        ("phrases alone", total(score_of(one, phrases_alone(one)) for one in known)),
        ("  of these, even numbers", total(score_of(one, phrases_alone(one)) for one in even)),
        ("five words", total(score_of(one, five_words(one.document.text)) for one in known)),
    ]


def phrases_alone(one: Known) -> set[int]:
    """What the phrases tell without the formula."""
    text = one.document.text
    return {objective.number for objective in told(whole(text, None, boilerplate_of(text, "")), None)}


def as_json(substance: Substance) -> str:
    """What is kept: a line for each word, so that a change is seen."""
    words = {stem: [part for pair in told for part in pair] for stem, told in substance.words.items() if told}
    lines = ",\n".join(f"  {json.dumps(stem)}: {json.dumps(told)}" for stem, told in sorted(words.items()))
    starts = json.dumps({str(number): start for number, start in substance.starts.items()})
    return (
        f'{{"formula": {json.dumps(substance.formula)},\n "enough": {substance.enough},\n'
        f' "starts": {starts},\n "words": {{\n{lines}\n }}}}\n'
    )


if __name__ == "__main__":
    main()
