"""The objectives of the Compact a text speaks of, whole or passage by passage, each with the words that say so."""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from math import exp, exp2, log, log2
from operator import itemgetter
from typing import NamedTuple, TypeVar

from .learned import SILENT, Learned
from .mentions import Mention, find_mentions
from .phrases import MEDIUM, Hit, Phrase, Phrases, counted, shipped_phrases, shows_context
from .substance import LEAD, SILENCE, Facts, Heard, Substance, folded, sentence_ends, sure
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
# A lettered action is told where this share of all that speaks for actions is its own.
CLEARLY = 0.6
# Where no phrase speaks, and where phrases leave no doubt: the learned part can still move these.
UNHEARD, CERTAIN = 0.06, 0.985


@dataclass(slots=True)
class Signs:
    """What speaks for one objective in a stretch: phrases where they stand, and mentions by number.

    `most` is what they would say if repetition counted in full: never less than what they do say.
    """

    hits: list[Hit] = field(default_factory=list)
    phrases: list[Phrase] = field(default_factory=list)
    mentions: list[Mention] = field(default_factory=list)
    most: float = 0.0

    def score(self, enough: float) -> float:
        """How sure all signs together are where so much evidence is as likely right as wrong."""
        return round(1 - exp2(-self.evidence() / enough), 3)

    def evidence(self) -> float:
        """What all signs together say; repetition adds less and less."""
        evidence = MENTIONED if self.mentions else 0.0
        if len(self.phrases) == 1:
            evidence += WORTH[self.phrases[0].weight]
        else:
            for phrase, times in Counter(self.phrases).items():
                evidence += WORTH[phrase.weight] * (1 + REPEATED * log2(times))
        return evidence

    def action(self) -> str:
        """The lettered action, where one clearly leads."""
        worths: dict[str, float] = {}
        for phrase in self.phrases:
            if phrase.action:
                worths[phrase.action] = worths.get(phrase.action, 0.0) + WORTH[phrase.weight]
        letter, worth = max(worths.items(), key=itemgetter(1), default=("", 0.0))
        return letter if worth >= WORTH[MEDIUM] and worth > CLEARLY * sum(worths.values()) else ""

    def worth_before(self, lead: int) -> float:
        """What the phrases say that begin before this place."""
        pairs = zip(self.hits, self.phrases, strict=True)
        return sum(WORTH[phrase.weight] for hit, phrase in pairs if hit.start < lead)

    def spans(self) -> list[tuple[int, int]]:
        """Where the signs stand."""
        return [sign[:2] for sign in (*self.hits, *self.mentions)]

    def keys(self) -> list[str]:
        """The phrases by their keys."""
        return [hit.entry.key for hit in self.hits]


NO_SIGNS = Signs()


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
    text: str,
    *,
    model: Learned | None = None,
    phrases: Phrases | None = None,
    apart: Sequence[Span] = (),
    substance: Substance | None = None,
) -> list[ToldObjective]:
    """The objectives a text speaks of, the surest first. `apart` are stretches that do not count (letterheads).

    With `substance` a text longer than a passage is asked what it is about: a little surer, three times as slow.
    """
    document = whole(text, phrases, apart)
    return told_of_all(document, model, substance) if substance else told(document, model)


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
    found, text = (phrases or shipped_phrases()).found(text), blanked(text, apart)
    if apart:
        found = [hit for hit in found if not text[hit.start : hit.end].isspace()]
    hits, mentions = counted(found), find_mentions(text)
    least = 1 if mentions or shows_context(found) else MEDIUM
    return Stretch(text, 0, outside(hits, mentions) if mentions else hits, mentions, least)


def blanked(text: str, apart: Sequence[Span]) -> str:
    """The text as long as before, empty lines where nothing counts."""
    kept, at = [], 0
    for span in sorted(apart, key=lambda span: span.start):
        kept.append(text[at : span.start])
        kept.append("\n" * (span.end - max(at, span.start)))
        at = max(at, span.end)
    return "".join(kept) + text[at:] if apart else text


def outside(hits: Sequence[Hit], mentions: Sequence[Mention]) -> list[Hit]:
    """The hits that lie in no mention. Mentions stand in order and do not overlap."""
    starts = [-1, *(mention.start for mention in mentions)]
    ends = [-1, *(mention.end for mention in mentions)]
    return [hit for hit in hits if hit.end > ends[bisect_right(starts, hit.start) - 1]]


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


def enough_in(length: int) -> float:
    """The evidence that is as likely right as wrong in a text of this length."""
    return ENOUGH * (1 + GROWING * log2(max(length / PASSAGE, 1)))


def told(stretch: Stretch, model: Learned | None) -> list[ToldObjective]:
    """What the signs of a stretch tell, joined with what the learned part says of its words."""
    by_number, enough = by_objective(stretch), enough_in(len(stretch.text))
    if model:
        objectives = joined_with_learned(stretch, by_number, model)
    else:
        objectives = [
            ToldObjective(number, signs.score(enough), why(signs.spans()), signs.action())
            for number, signs in by_number.items()
            if signs.most >= enough
        ]
    suggested = [objective for objective in objectives if objective.score >= SUGGESTED]
    return sorted(suggested, key=lambda objective: (-objective.score, objective.number))


def told_of_all(document: Stretch, model: Learned | None, substance: Substance) -> list[ToldObjective]:
    """What a whole text tells: one longer than a passage is asked for substance, not only for words."""
    if len(document.text) <= PASSAGE:
        return told(document, model)
    objectives = substantial(document, substance, model)
    return sorted(objectives, key=lambda objective: (-objective.score, objective.number))


def substantial(document: Stretch, substance: Substance, model: Learned | None) -> Iterator[ToldObjective]:
    """The objectives a long text is partly about; words alone count only where migration is the subject."""
    ends, words = sentence_ends(document.text), folded(document.text)
    heard = substance.heard(words, ends) if document.least < MEDIUM else {}
    opinions = model.opinions(document.text) if model else {}
    by_number = by_objective(document)
    facts = facts_of(document, by_number, heard, ends, opinions.keys())
    for number, known in facts.items():
        signs, opinion = by_number.get(number, NO_SIGNS), opinions.get(number, SILENT)
        odds = substance.odds(known) + opinion.margin
        score = sure(odds + model.doubt(number, signs.keys()) if model else odds)
        if score >= substance.enough:
            loud = substance.shown(words, number, heard[number]) if number in heard else []
            yield ToldObjective(number, score, why([*signs.spans(), *opinion.spans, *loud]), signs.action())


def facts_of(
    document: Stretch,
    by_number: dict[int, Signs],
    heard: dict[int, Heard],
    ends: list[int],
    others: Iterable[int] = (),
) -> dict[int, Facts]:
    """What is known of each objective that anything in the text speaks for."""
    said = {number: signs.evidence() for number, signs in by_number.items()}
    most, all_said = max(said.values(), default=0.0), sum(said.values()) or 1.0
    lead, length = lead_of(document.text), len(document.text)
    facts = {}
    for number in {*said, *heard, *others}:
        signs, evidence = by_number.get(number, NO_SIGNS), said.get(number, 0.0)
        facts[number] = Facts(
            evidence=evidence,
            sentences=len({bisect_right(ends, hit.start) for hit in signs.hits}),
            share=evidence / all_said,
            leads=0 < evidence == most,
            lead=signs.worth_before(lead),
            mentioned=bool(signs.mentions),
            length=length,
            loud=heard.get(number, SILENCE).loud,
        )
    return facts


def lead_of(text: str) -> int:
    """Where title and first lines end."""
    return len(text) - len(text.lstrip()) + LEAD


def joined_with_learned(stretch: Stretch, by_number: dict[int, Signs], model: Learned) -> list[ToldObjective]:
    """Objectives of phrases and of learned words: the score moved by both, all reasons together."""
    opinions, enough, at = model.opinions(stretch.text), enough_in(len(stretch.text)), stretch.at
    objectives = []
    for number in by_number.keys() | opinions.keys():
        signs, opinion = by_number.get(number, NO_SIGNS), opinions.get(number, SILENT)
        score = joined(signs.score(enough), opinion.margin + model.doubt(number, signs.keys()))
        if score >= SUGGESTED:
            spans = signs.spans() + [(at + start, at + end) for start, end in opinion.spans]
            objectives.append(ToldObjective(number, score, why(spans), signs.action()))
    return objectives


def by_objective(stretch: Stretch) -> dict[int, Signs]:
    """The signs of a stretch by objective."""
    by_number: dict[int, Signs] = {}
    for hit in stretch.hits:
        for phrase in hit.entry.tells:
            if phrase.weight >= stretch.least:
                signs = by_number.get(phrase.number) or by_number.setdefault(phrase.number, Signs())
                signs.hits.append(hit)
                signs.phrases.append(phrase)
                signs.most += WORTH[phrase.weight]
    for mention in stretch.mentions:
        for number in mention.numbers:
            signs = by_number.setdefault(number, Signs())
            signs.mentions.append(mention)
            signs.most += MENTIONED
    return by_number


def joined(score: float, margin: float) -> float:
    """The score of the phrases moved by what the learned part says."""
    if not margin:
        return score
    score = min(max(score, UNHEARD), CERTAIN)
    return round(1 / (1 + exp(-(log(score / (1 - score)) + margin))), 3)


def why(spans: Sequence[tuple[int, int]]) -> tuple[Span, ...]:
    """The places that speak for it in order, at most a dozen."""
    return tuple(Span(*span) for span in sorted(dict.fromkeys(spans))[:SPOKEN])


def shared_out(signs: Sequence[Sign], spans: Sequence[Span], starts: list[int]) -> dict[int, list[Sign]]:
    """Signs by the passage that holds them."""
    shared: dict[int, list[Sign]] = defaultdict(list)
    for sign in signs:
        index = bisect_right(starts, sign.start) - 1
        if index >= 0 and sign.end <= spans[index].end:
            shared[index].append(sign)
    return shared
