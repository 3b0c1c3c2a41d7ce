"""What a text tells, as suggestions before they are records: one for each thing a person can say yes or no to."""

import bisect
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from taama.extraction.told import (
    Span,
    Told,
    ToldClaim,
    ToldFigure,
    ToldName,
    ToldObjective,
    ToldPlace,
    ToldTime,
)

from .spellings import KnownNames, Question, questions_of_alias
from .vocabularies import SuggestionKind

What = dict[str, Any]


@dataclass(frozen=True)
class Draft:
    """A suggestion to be made: `text[start:end]` are its words, `what` is plain JSON."""

    kind: str
    start: int
    end: int
    what: What
    score: float


def drafts_of(told: Told, text: str, passages: Sequence[Span], known: KnownNames) -> list[Draft]:
    """All that is worth a person's look, each within one passage and none from boilerplate."""
    found = [
        *(figure_draft(figure) for figure in told.figures),
        *(claim_draft(claim) for claim in told.claims),
        *objective_drafts(told.objectives, passages),
        *name_drafts(told.names),
        *(alias_draft(question) for question in questions_of_alias(text, told.names, known)),
    ]
    inside = (within_a_passage(draft, passages) for draft in found)
    return [draft for draft in inside if draft and not is_in(draft, told.boilerplate)]


def figure_draft(figure: ToldFigure) -> Draft:
    """A number with all that is said of it."""
    what: What = {
        "value": plain_number(figure.value),
        "value_to": None if figure.value_to is None else plain_number(figure.value_to),
        "qualifier": figure.qualifier,
        "unit": figure.unit,
        "what": figure.what,
        "population": figure.population,
        "kind": figure.kind,
        "deduplicated": figure.deduplicated,
        **place_and_time(figure.place, figure.time),
    }
    return Draft(SuggestionKind.FIGURE, figure.start, figure.end, what, figure.score)


def plain_number(value: Any) -> str:
    """A decimal as JSON keeps it, without a trailing zero or an exponent."""
    text = f"{value:f}"
    return text.rstrip("0").rstrip(".") if "." in text else text


def claim_draft(claim: ToldClaim) -> Draft:
    """A dated event."""
    what: What = {
        "subject": claim.subject,
        "predicate": claim.predicate,
        **place_and_time(claim.place, claim.time),
        "said_at": [claim.time.start, claim.time.end],
    }
    return Draft(SuggestionKind.CLAIM, claim.start, claim.end, what, claim.score)


def place_and_time(place: ToldPlace | None, time: ToldTime | None) -> What:
    """Where and when, as told; empty where the text is silent."""
    return {
        "place": {"name": place.name, "code": place.code, "edition": place.edition} if place else None,
        "as_of": time.as_of if time else "",
        "begin": time.begin if time else "",
        "finish": time.finish if time else "",
    }


def objective_drafts(told: Iterable[ToldObjective], passages: Sequence[Span]) -> Iterator[Draft]:
    """One for each objective, at the passage that speaks of it most; its phrases there say why."""
    for objective in told:
        by_passage: dict[int, list[Span]] = defaultdict(list)
        for span in objective.why:
            at = passage_at(span.start, passages)
            if at is not None and span.end <= passages[at].end:
                by_passage[at].append(span)
        if by_passage:
            best = max(by_passage, key=lambda at: (len(by_passage[at]), -at))
            phrases = joined(by_passage[best])
            what: What = {
                "number": objective.number,
                "action": objective.action,
                "why": [list(p) for p in phrases],
            }
            yield Draft(SuggestionKind.OBJECTIVE, *phrases[0], what, objective.score)


def joined(spans: Iterable[Span]) -> list[tuple[int, int]]:
    """The stretches in order, those that touch or overlap as one."""
    stretches: list[tuple[int, int]] = []
    for start, end in sorted((span.start, span.end) for span in spans):
        if stretches and start <= stretches[-1][1] + 1:
            stretches[-1] = (stretches[-1][0], max(end, stretches[-1][1]))
        else:
            stretches.append((start, end))
    return stretches


def name_drafts(names: Iterable[ToldName]) -> Iterator[Draft]:
    """Organisations we know and people, each once, where first named."""
    seen: set[tuple[str, str]] = set()
    for name in names:
        is_known = bool(name.code) or name.kind == "person"
        identity = (name.kind, name.code or name.name.casefold())
        if is_known and identity not in seen:
            seen.add(identity)
            what: What = {"of": name.kind, "name": name.name, "code": name.code}
            yield Draft(SuggestionKind.NAME, name.start, name.end, what, name.score)


def alias_draft(question: Question) -> Draft:
    """“Is this another spelling of that?”"""
    what: What = {
        "of": question.of,
        "spelling": question.spelling,
        "name": question.known,
        "code": question.code,
    }
    return Draft(SuggestionKind.ALIAS, question.start, question.end, what, question.score)


def within_a_passage(draft: Draft, passages: Sequence[Span]) -> Draft | None:
    """The draft with its words cut at the end of their passage, so that a finding can quote them; None between two."""
    at = passage_at(draft.start, passages)
    if at is None:
        return None
    end = min(draft.end, passages[at].end)
    return Draft(draft.kind, draft.start, end, draft.what, min(max(draft.score, 0.0), 1.0))


def passage_at(offset: int, passages: Sequence[Span]) -> int | None:
    """Which passage an offset lies in; passages stand in order and do not overlap."""
    at = bisect.bisect_right(passages, offset, key=lambda passage: passage.start) - 1
    return at if at >= 0 and offset < passages[at].end else None


def is_in(draft: Draft, boilerplate: Iterable[Span]) -> bool:
    """Whether its words begin in a letterhead, a menu or a contact."""
    return any(span.start <= draft.start < span.end for span in boilerplate)


def says_the_same(one: What, other: What, kind: str) -> bool:
    """Whether two suggestions on the same words ask a person the same thing."""
    if kind == SuggestionKind.FIGURE:
        return (one["value"], one["value_to"]) == (other["value"], other["value_to"])
    if kind == SuggestionKind.CLAIM:
        return all(one[key] == other[key] for key in ("predicate", "as_of", "begin", "finish"))
    if kind == SuggestionKind.OBJECTIVE:
        return bool(one["number"] == other["number"])
    return one == other


def overlap(one: tuple[int, int], other: tuple[int, int]) -> bool:
    """Whether two stretches share a character."""
    return one[0] < other[1] and other[0] < one[1]
