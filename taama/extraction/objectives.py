"""The objectives of the Compact a text speaks of, whole or passage by passage, each with the words that say so."""

from __future__ import annotations

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from math import exp, log, log2
from typing import NamedTuple, TypeVar

from .learned import Learned
from .mentions import Mention, find_mentions
from .phrases import MEDIUM, Hit, Phrase, Phrases, counted, shipped_phrases, shows_context
from .told import Span, ToldObjective

Sign = TypeVar("Sign", Hit, Mention)
# What a phrase of weight 0 to 3 adds, a number named outright, and how fast repetition adds less.
WORTH = (0.0, 0.25, 0.6, 1.5)
MENTIONED = 3.0
REPEATED = 0.5
# How much evidence is as likely right as wrong: little in a passage, more in a long text that names much by the way.
PASSAGE = 600
ENOUGH, GROWING = 0.58, 0.6
# Suggested from this score on: chosen for F1 on the passages for development.
SUGGESTED = 0.5
SPOKEN = 12
# Where no phrase speaks, and where phrases leave no doubt: the learned part can still move these.
UNHEARD, CERTAIN = 0.06, 0.985


@dataclass
class Signs:
    """What speaks for one objective in a stretch: phrases with where they stand, and mentions by number."""

    spans: list[tuple[int, int]] = field(default_factory=list)
    worths: dict[str, float] = field(default_factory=dict)
    times: dict[str, int] = field(default_factory=lambda: defaultdict(int))
    actions: dict[str, float] = field(default_factory=lambda: defaultdict(float))
    mentioned: int = 0

    def add(self, hit: Hit, phrase: Phrase) -> None:
        """One more phrase."""
        self.spans.append((hit.start, hit.end))
        worth = WORTH[phrase.weight]
        self.worths[hit.entry.key] = max(worth, self.worths.get(hit.entry.key, 0))
        self.times[hit.entry.key] += 1
        if phrase.action:
            self.actions[phrase.action] += worth

    def score(self, length: int) -> float:
        """How sure all signs together are in a text of this length."""
        evidence = sum(worth * (1 + REPEATED * log2(self.times[key])) for key, worth in self.worths.items())
        enough = ENOUGH * (1 + GROWING * log2(max(length / PASSAGE, 1)))
        return 1 - 0.5 ** ((evidence + (MENTIONED if self.mentioned else 0)) / enough)

    def action(self) -> str:
        """The lettered action, where one clearly leads."""
        if not self.actions:
            return ""
        letter, worth = max(self.actions.items(), key=lambda item: item[1])
        return letter if worth >= WORTH[2] and worth > 0.6 * sum(self.actions.values()) else ""


class Stretch(NamedTuple):
    """A text or passage that begins at `at`, its signs, and the least weight of a phrase that speaks."""

    text: str
    at: int
    hits: Sequence[Hit]
    mentions: Sequence[Mention]
    least: int


@dataclass(frozen=True, slots=True)
class Tags:
    """Objectives of a whole text, and of each of its passages."""

    document: list[ToldObjective]
    passages: list[list[ToldObjective]]


def find_objectives(
    text: str, *, model: Learned | None = None, phrases: Phrases | None = None, apart: Sequence[Span] = ()
) -> list[ToldObjective]:
    """The objectives a text speaks of, the surest first. `apart` are stretches that do not count (letterheads)."""
    return told(whole(text, phrases, apart), model)


def tags_of_passages(
    text: str,
    spans: Sequence[Span],
    *,
    model: Learned | None = None,
    phrases: Phrases | None = None,
    apart: Sequence[Span] = (),
) -> Tags:
    """Objectives of the text and of each passage, the text read once. Passages stand in order, without overlap."""
    document = whole(text, phrases, apart)
    return Tags(told(document, model), [told(passage, model) for passage in parted(document, spans)])


def whole(text: str, phrases: Phrases | None, apart: Sequence[Span]) -> Stretch:
    """The text with all phrases and mentions that count; a phrase inside a mention is part of it."""
    found = (phrases or shipped_phrases()).found(text)
    hits, mentions = counted(found), find_mentions(text)
    mentions = [mention for mention in mentions if not inside(mention, apart)]
    closed: list[Span | Mention] = [*apart, *mentions]
    hits = [hit for hit in hits if not inside(hit, closed)] if closed else hits
    least = 1 if mentions or shows_context(found) else MEDIUM
    return Stretch(text, 0, hits, mentions, least)


def parted(document: Stretch, spans: Sequence[Span]) -> list[Stretch]:
    """The passages of a text, each with its signs; what the whole is about holds for all."""
    starts = [span.start for span in spans]
    hits, mentions = shared_out(document.hits, spans, starts), shared_out(document.mentions, spans, starts)
    return [
        Stretch(
            document.text[span.start : span.end], span.start, hits[index], mentions[index], document.least
        )
        for index, span in enumerate(spans)
    ]


def told(stretch: Stretch, model: Learned | None) -> list[ToldObjective]:
    """What the signs of a stretch tell, joined with what the learned part says of its words."""
    by_number = by_objective(stretch)
    length, at = len(stretch.text), stretch.at
    scores = {number: signs.score(length) for number, signs in by_number.items()}
    opinions = model.opinions(stretch.text) if model else {}
    objectives = []
    for number in by_number.keys() | opinions.keys():
        signs, opinion = by_number.get(number, Signs()), opinions.get(number)
        score = scores.get(number, 0.0)
        if model:
            margin = (opinion.margin if opinion else 0.0) + model.doubt(number, signs.worths)
            score = joined(score, margin) if margin else score
        if score >= SUGGESTED:
            spans = signs.spans + [
                (at + start, at + end) for start, end in (opinion.spans if opinion else ())
            ]
            objectives.append(ToldObjective(number, round(score, 3), why(spans), signs.action()))
    return sorted(objectives, key=lambda objective: (-objective.score, objective.number))


def by_objective(stretch: Stretch) -> dict[int, Signs]:
    """The signs of a stretch by objective."""
    by_number: dict[int, Signs] = defaultdict(Signs)
    for mention in stretch.mentions:
        for number in mention.numbers:
            by_number[number].mentioned += 1
            by_number[number].spans.append((mention.start, mention.end))
    for hit in stretch.hits:
        for phrase in hit.entry.tells:
            if phrase.weight >= stretch.least:
                by_number[phrase.number].add(hit, phrase)
    return dict(by_number)


def joined(score: float, margin: float) -> float:
    """The score of the phrases moved by what the learned part says."""
    score = min(max(score, UNHEARD), CERTAIN)
    return 1 / (1 + exp(-(log(score / (1 - score)) + margin)))


def why(spans: Sequence[tuple[int, int]]) -> tuple[Span, ...]:
    """The places that speak for it in order, at most a dozen."""
    return tuple(Span(*span) for span in sorted(dict.fromkeys(spans))[:SPOKEN])


def inside(sign: Hit | Mention, spans: Iterable[Span | Mention]) -> bool:
    """Whether a sign lies in one of the stretches."""
    return any(span.start <= sign.start and sign.end <= span.end for span in spans)


def shared_out(signs: Sequence[Sign], spans: Sequence[Span], starts: list[int]) -> dict[int, list[Sign]]:
    """Signs by the passage that holds them."""
    shared: dict[int, list[Sign]] = defaultdict(list)
    for sign in signs:
        index = bisect_right(starts, sign.start) - 1
        if index >= 0 and sign.end <= spans[index].end:
            shared[index].append(sign)
    return shared
