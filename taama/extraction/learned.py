"""The learned part: which words go with which objective, counted from tags that a person confirmed.

Only counts are kept, so a confirmed text can be added or taken away at any time, and every weight can be explained:
it is how much likelier the word is in texts of the objective than in others.
"""

from __future__ import annotations

import json
from collections import Counter, defaultdict
from collections.abc import Collection, Iterable
from dataclasses import dataclass, field
from math import log
from typing import NamedTuple

from .stems import REMEMBERED, SMALL, Places, plain, stem

# A word is heard once this many texts held it and it is this much likelier (natural logarithm) in one kind.
HEARD_IN = 3
LIKELIER = 0.7
SMOOTHED = 0.5
# Words lean on one another: the strongest few speak, and not with their full weight.
SPEAKERS = 6
TEMPER = 0.35
# What any text says by chance, more so with more words than a passage has; and the most that may be said.
CHANCE = 1.0
USUAL = 40
FOR = 4.5
# A phrase is doubted once this many confirmed texts held it and fewer than half were of its objective.
DOUBTED_IN = 6
# How many confirmed texts of an objective before the learned part has half its say.
HALF_TRUSTED = 20


class Opinion(NamedTuple):
    """What the learned part says of an objective: log-odds, and the words that spoke for it (where, how much)."""

    margin: float
    words: tuple[tuple[str, float], ...]
    spans: tuple[tuple[int, int], ...]


SILENT = Opinion(0.0, (), ())


@dataclass
class Learned:
    """Counts of confirmed texts: all, by objective, by word or pair of words, and by both."""

    texts: int = 0
    labelled: Counter[int] = field(default_factory=Counter)
    seen: Counter[str] = field(default_factory=Counter)
    seen_with: dict[str, Counter[int]] = field(default_factory=lambda: defaultdict(Counter))
    _weights: dict[str, list[tuple[int, float]]] | None = field(default=None, repr=False, compare=False)

    def add(self, text: str, numbers: Collection[int]) -> None:
        """Learn from a text whose objectives a person confirmed (none: it speaks of no objective)."""
        self.count(text, numbers, 1)

    def remove(self, text: str, numbers: Collection[int]) -> None:
        """Forget a text that was added with these objectives."""
        self.count(text, numbers, -1)

    def count(self, text: str, numbers: Collection[int], step: int) -> None:
        """Add to or take from all counts."""
        self._weights = None
        self.texts += step
        tally(self.labelled, numbers, step)
        for feature in features(text).found:
            tally(self.seen, [feature], step)
            tally(self.seen_with[feature], numbers, step)
            if not self.seen_with[feature]:
                del self.seen_with[feature]

    def weights(self) -> dict[str, list[tuple[int, float]]]:
        """For each word heard, the objectives it speaks for or against; made anew after a change."""
        if self._weights is None:
            heard = (feature for feature, texts in self.seen.items() if texts >= HEARD_IN)
            weighed = {feature: self.weighed(feature) for feature in heard}
            self._weights = {feature: told for feature, told in weighed.items() if told}
        return self._weights

    def weighed(self, feature: str) -> list[tuple[int, float]]:
        """How much likelier the word is in texts of each objective, where that is much."""
        odds = ((number, self.log_odds(feature, number)) for number in self.seen_with.get(feature, ()))
        return [(number, weight) for number, weight in odds if weight >= LIKELIER]

    def log_odds(self, feature: str, number: int) -> float:
        """Likelihood of the word in texts of the objective against all others, smoothed."""
        both, texts = self.seen_with[feature][number], self.labelled[number]
        inside = (both + SMOOTHED) / (texts + 2 * SMOOTHED)
        outside = (self.seen[feature] - both + SMOOTHED) / (self.texts - texts + 2 * SMOOTHED)
        return log(inside / outside)

    def opinions(self, text: str) -> dict[int, Opinion]:
        """What the words of a text say, for each objective they speak for."""
        weights, told = self.weights(), features(text)
        spoken: dict[int, list[tuple[float, str]]] = defaultdict(list)
        for feature in told.found.keys() & weights.keys():
            for number, weight in weights[feature]:
                spoken[number].append((weight, feature))
        strongest = {number: sorted(heard, reverse=True)[:SPEAKERS] for number, heard in spoken.items()}
        margins = {number: self.margin(number, heard, told) for number, heard in strongest.items()}
        return {
            number: opinion(margin, strongest[number], told) for number, margin in margins.items() if margin
        }

    def margin(self, number: int, heard: list[tuple[float, str]], told: Features) -> float:
        """The strongest words together, less what any text says by chance; trusted as more is confirmed."""
        said = sum(weight for weight, _ in heard) / max(1.0, len(told.found) / USUAL)
        trust = self.labelled[number] / (self.labelled[number] + HALF_TRUSTED)
        return trust * max(0.0, min(FOR, TEMPER * said - CHANCE))

    def doubt(self, number: int, keys: Iterable[str]) -> float:
        """Log-odds against an objective where people found the best of its phrases wrong more often than right."""
        shares = [self.share(key, number) for key in keys if self.seen[key] >= DOUBTED_IN]
        best = max(shares, default=0.5)
        return min(0.0, log(best / (1 - best)))

    def share(self, key: str, number: int) -> float:
        """Of confirmed texts that hold a word or pair, how many are of the objective; smoothed."""
        return (self.seen_with.get(key, Counter())[number] + 1) / (self.seen[key] + 2)

    def as_json(self) -> str:
        """All counts, to be kept."""
        words = {
            feature: [self.seen[feature], dict(self.seen_with.get(feature, {}))]
            for feature in sorted(self.seen)
        }
        return json.dumps(
            {"texts": self.texts, "labelled": self.labelled, "words": words}, ensure_ascii=False
        )


def learned_from_json(kept: str) -> Learned:
    """What was kept, with all that was learned."""
    held = json.loads(kept)
    learned = Learned(held["texts"], numbered(held["labelled"]))
    for feature, (texts, by_number) in held["words"].items():
        learned.seen[feature] = texts
        if by_number:
            learned.seen_with[feature] = numbered(by_number)
    return learned


def learned_from(texts: Iterable[tuple[str, Collection[int]]]) -> Learned:
    """Of confirmed texts with their objectives."""
    learned = Learned()
    for text, numbers in texts:
        learned.add(text, numbers)
    return learned


def numbered(counts: dict[str, int]) -> Counter[int]:
    """Counts by objective: JSON has only text for keys."""
    return Counter({int(number): texts for number, texts in counts.items()})


def tally(counts: Counter[int] | Counter[str], keys: Iterable[int | str], step: int) -> None:
    """Count up or down; what falls to nothing is forgotten."""
    held: Counter[int | str] = counts  # type: ignore[assignment]
    for key in keys:
        held[key] += step
        if held[key] <= 0:
            del held[key]


class Kept(dict[str, str]):
    """The stem of each word that can teach, "" for numbers and small words; remembered as they are met."""

    def __missing__(self, word: str) -> str:
        if len(self) > REMEMBERED:
            self.clear()
        teaches = len(word) > 2 and word not in SMALL and not word[0].isdigit()
        self[word] = stem(word) if teaches else ""
        return self[word]


KEPT = Kept()


def opinion(margin: float, heard: list[tuple[float, str]], told: Features) -> Opinion:
    """With the words that spoke and where they stand."""
    words = tuple((feature, round(weight, 2)) for weight, feature in heard)
    return Opinion(margin, words, tuple(told.places.span(*told.found[feature]) for _, feature in heard))


class Features(NamedTuple):
    """Words (stems) and pairs of words of a text, each with the words it stands on first."""

    found: dict[str, tuple[int, int]]
    places: Places


def features(text: str) -> Features:
    """What a text can teach or be heard by."""
    words = plain(text).split(" ")
    stems = list(map(KEPT.__getitem__, words))
    kept = list(filter(None, stems))
    # Backwards, so that the first place is the one that stays.
    found = {f"{kept[at]} {kept[at + 1]}": (at, at + 1) for at in range(len(kept) - 2, -1, -1)}
    found.update((kept[at], (at, at)) for at in range(len(kept) - 1, -1, -1))
    return Features(found, Places(words, stems))
