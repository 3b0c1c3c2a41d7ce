"""How well the machine's reading meets the labels: precision, recall, F1 per kind. Plain Python, nothing is read."""

from collections.abc import Callable, Collection, Iterable, Sequence
from dataclasses import dataclass, field
from itertools import combinations
from typing import Generic, TypeVar

from taama.evidence.gold.agreement import claim_agrees, details, finding_agrees, overlap
from taama.evidence.gold.labels import Labelled, LabelledClaim, LabelledFinding, LabelledName
from taama.extraction.told import Span, Told, ToldClaim, ToldFigure, ToldName

ToldT = TypeVar("ToldT", bound=Span)
LabelT = TypeVar("LabelT", LabelledFinding, LabelledClaim)
Place = tuple[str, int, int]
Pair = tuple[Place, Place]


@dataclass(frozen=True, slots=True)
class Score:
    """Counts of one kind: how much was said, how much of it is right; how much was asked, how much of it was found."""

    right: int = 0
    said: int = 0
    found: int = 0
    asked: int = 0

    def __add__(self, other: "Score") -> "Score":
        return Score(
            self.right + other.right,
            self.said + other.said,
            self.found + other.found,
            self.asked + other.asked,
        )

    @property
    def precision(self) -> float:
        """Share of what was said that is right; 1 where nothing was said."""
        return self.right / self.said if self.said else 1.0

    @property
    def recall(self) -> float:
        """Share of what was asked that was found; 1 where nothing was asked."""
        return self.found / self.asked if self.asked else 1.0

    @property
    def f1(self) -> float:
        """Harmonic mean of precision and recall."""
        both = self.precision + self.recall
        return 2 * self.precision * self.recall / both if both else 0.0


@dataclass(frozen=True, slots=True)
class Pairing(Generic[ToldT, LabelT]):
    """What was told against the labels of one document: what meets, what is false, what is missed."""

    met: tuple[tuple[ToldT, LabelT], ...]
    false: tuple[ToldT, ...]
    missed: tuple[LabelT, ...]

    def score(self, right: Callable[[ToldT, LabelT], bool] = lambda told, label: True) -> Score:
        """The counts; optional labels that were met count nowhere. `right` asks more of a match."""
        met = [right(told, label) for told, label in self.met if not label.optional]
        return Score(sum(met), len(met) + len(self.false), sum(met), len(met) + len(self.missed))


@dataclass(frozen=True, slots=True)
class Measured:
    """One document: its labels, what was told of it, and how they meet."""

    document: Labelled
    told: Told
    findings: Pairing[ToldFigure, LabelledFinding]
    claims: Pairing[ToldClaim, LabelledClaim]


@dataclass(slots=True)
class Summary:
    """Scores over many documents; `fields` are the shares right among matched findings."""

    documents: int = 0
    scores: dict[str, Score] = field(default_factory=dict)
    fields: dict[str, Score] = field(default_factory=dict)
    objectives_macro_f1: float = 1.0

    @property
    def false_findings_per_document(self) -> float:
        """How many findings are suggested that are none."""
        findings = self.scores["findings"]
        return (findings.said - findings.right) / self.documents if self.documents else 0.0


def measure(document: Labelled, told: Told) -> Measured:
    """How what was told of a document meets its labels."""
    return Measured(
        document,
        told,
        pair_up(told.figures, document.findings, finding_agrees),
        pair_up(told.claims, document.claims, claim_agrees),
    )


def pair_up(
    told: Sequence[ToldT], labels: Sequence[LabelT], agree: Callable[[ToldT, LabelT], bool]
) -> Pairing[ToldT, LabelT]:
    """Pairs that overlap and agree, one label each, those asked for first, the longest overlap first."""
    candidates = sorted(
        (label.optional, -overlap(one, label), i, j)
        for i, one in enumerate(told)
        for j, label in enumerate(labels)
        if overlap(one, label) and agree(one, label)
    )
    partner: dict[int, int] = {}
    for _, _, i, j in candidates:
        if i not in partner and j not in partner.values():
            partner[i] = j
    return Pairing(
        met=tuple((told[i], labels[j]) for i, j in sorted(partner.items())),
        false=tuple(one for i, one in enumerate(told) if i not in partner),
        missed=tuple(
            label for j, label in enumerate(labels) if j not in partner.values() and not label.optional
        ),
    )


def summary(measured: Sequence[Measured]) -> Summary:
    """Scores of all kinds over the documents."""
    return Summary(
        documents=len(measured),
        scores={
            "findings": total(one.findings.score() for one in measured),
            "findings, strict": total(one.findings.score(right_in_all) for one in measured),
            "claims": total(one.claims.score() for one in measured),
            "objectives": total(objectives_score(one) for one in measured),
            "names": total(names_score(one.told.names, one.document.names) for one in measured),
            "boilerplate": total(boilerplate_score(one) for one in measured),
        },
        fields=field_shares(measured),
        objectives_macro_f1=objectives_macro_f1(measured),
    )


def total(scores: Iterable[Score]) -> Score:
    """The counts added up."""
    return sum(scores, Score())


def right_in_all(told: ToldFigure, label: LabelledFinding) -> bool:
    """Whether qualifier, time, place, population and kind are right too; de-duplication is not asked."""
    return all(right for name, right in details(told, label).items() if name != "deduplicated")


def field_shares(measured: Iterable[Measured]) -> dict[str, Score]:
    """Of each detail, how often it is right among the findings that met."""
    shares: dict[str, Score] = {}
    for one in measured:
        for told, label in one.findings.met:
            for name, right in details(told, label).items():
                shares[name] = shares.get(name, Score()) + Score(right, 1, right, 1)
    return shares


def objectives_score(one: Measured) -> Score:
    """Objectives suggested for one document against those it speaks of."""
    return sets_score(objectives_told(one), one.document.objectives)


def objectives_told(one: Measured) -> set[int]:
    """The objectives suggested, without those that a reader could take either way."""
    return {objective.number for objective in one.told.objectives} - set(one.document.objectives_optional)


def objectives_macro_f1(measured: Sequence[Measured]) -> float:
    """The mean F1 of the objectives that occur in labels."""
    numbers = sorted({number for one in measured for number in one.document.objectives})
    each = [objective_score(number, measured).f1 for number in numbers]
    return sum(each) / len(each) if each else 1.0


def objective_score(number: int, measured: Iterable[Measured]) -> Score:
    """One objective over all documents."""
    return total(
        sets_score(
            {number} & objectives_told(one),
            {number} & set(one.document.objectives),
        )
        for one in measured
    )


def sets_score(said: Collection[int], asked: Collection[int]) -> Score:
    """One set against another."""
    both = len(set(said) & set(asked))
    return Score(both, len(set(said)), both, len(set(asked)))


def names_score(told: Sequence[ToldName], labels: Sequence[LabelledName]) -> Score:
    """A name told is right on a labelled mention; a label is found with any of its mentions."""
    right = sum(any(overlap(name, at) for label in labels for at in label.mentions) for name in told)
    found = sum(any(overlap(name, at) for name in told for at in label.mentions) for label in labels)
    return Score(right, len(told), found, len(labels))


def boilerplate_score(one: Measured) -> Score:
    """Characters of boilerplate; white space does not count."""
    text = one.document.text
    said, asked = characters(text, one.told.boilerplate), characters(text, one.document.boilerplate)
    return sets_score(said, asked)


def characters(text: str, spans: Iterable[Span]) -> set[int]:
    """The places of all visible characters in the spans."""
    return {at for span in spans for at in range(span.start, span.end) if not text[at].isspace()}


def conflicts_score(told: Collection[Pair], asked: Collection[Pair], traps: Collection[Pair] = ()) -> Score:
    """Pairs of (document, start, end) told to disagree: those that do are right, those on a trap are false.

    Not every pair of the set has a label: what was told of others counts nowhere.
    """
    right = sum(any(same_pair(pair, other) for other in asked) for pair in told)
    false = sum(any(same_pair(pair, other) for other in traps) for pair in told)
    found = sum(any(same_pair(pair, other) for pair in told) for other in asked)
    return Score(right, right + false, found, len(asked))


def pairs_told(between: Sequence[tuple[Place, str]]) -> list[Pair]:
    """The pairs that one conflict tells: places in different documents that say different things."""
    return [
        (place, other)
        for (place, said), (other, said_there) in combinations(between, 2)
        if place[0] != other[0] and not says_as_much(said, said_there)
    ]


def says_as_much(one: str, other: str) -> bool:
    """Whether two values or partial dates are the same, or one a day of the other's month or year."""
    return one == other or one.startswith(f"{other}-") or other.startswith(f"{one}-")


def same_pair(one: Pair, other: Pair) -> bool:
    """Whether two pairs lie on the same passages, in either order."""
    return any(all(map(same_place, one, turned)) for turned in (other, other[::-1]))


def same_place(one: Place, other: Place) -> bool:
    """Whether two places of documents overlap."""
    return one[0] == other[0] and bool(overlap(Span(*one[1:]), Span(*other[1:])))
