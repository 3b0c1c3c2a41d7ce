"""What a file tells as plain JSON: the shape that docs/evidence-read.md promises."""

from __future__ import annotations

import re
from collections.abc import Iterable
from decimal import Decimal
from typing import TYPE_CHECKING, Any

from taama.extraction.card import Card
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

if TYPE_CHECKING:
    from taama.suggestions.rules import ToldConflict

PLAIN_NUMBER = re.compile(r"-?\d+(?:\.\d+)?")
Record = dict[str, Any]


def document(file: str, sha256: str, text: str, card: Card, told: Told) -> Record:
    """One file that was read."""
    return {
        "file": file,
        "sha256": sha256,
        "language": card.language or None,
        "date": card.date or None,
        "reference": card.reference or None,
        "title": card.title or None,
        "publisher": card.publisher or None,
        "text_length": len(text),
        "boilerplate": [[span.start, span.end] for span in told.boilerplate],
        "objectives": [objective(one, text) for one in by_score(told.objectives)],
        "findings": [finding(one, text) for one in told.figures],
        "claims": [claim(one, text) for one in told.claims],
        "names": [name(one, text) for one in told.names],
    }


def conflict(one: ToldConflict) -> Record:
    """Passages that cannot all be true, each with its file and what it says there."""
    key = "value" if one.kind == "value" else "when"
    return {
        "subject": one.subject,
        "kind": one.kind,
        "between": [
            {"file": said.document, "start": said.start, "end": said.end, key: as_said(said.says, one.kind)}
            for said in one.between
        ],
    }


def as_said(says: str, kind: str) -> str | int | float:
    """A number as a number, a date as it is."""
    return number(Decimal(says)) if kind == "value" and PLAIN_NUMBER.fullmatch(says) else says


def unread(file: str, sha256: str | None, reason: str, sentence: str) -> Record:
    """One file that was not."""
    return {"file": file, "sha256": sha256, "error": sentence, "reason": reason}


def by_score(objectives: Iterable[ToldObjective]) -> list[ToldObjective]:
    """The surest first."""
    return sorted(objectives, key=lambda one: (-one.score, one.number))


def objective(one: ToldObjective, text: str) -> Record:
    """An objective and the words that speak of it."""
    return {
        "number": one.number,
        "score": round(one.score, 3),
        "why": [quoted(span, text) for span in one.why],
        "action": one.action or None,
    }


def finding(one: ToldFigure, text: str) -> Record:
    """A number that counts something."""
    return {
        **quoted(one, text),
        "value": number(one.value),
        "value_to": None if one.value_to is None else number(one.value_to),
        "qualifier": one.qualifier,
        "unit": one.unit,
        "what": one.what,
        "population": one.population or None,
        **place(one.place),
        "asof": one.time.as_of or None if one.time else None,
        **period(one.time),
        "kind": one.kind,
        "deduplicated": one.deduplicated,
        "score": round(one.score, 3),
    }


def claim(one: ToldClaim, text: str) -> Record:
    """A dated statement."""
    return {
        **quoted(one, text),
        "subject": one.subject,
        "predicate": one.predicate,
        "when": one.time.as_of or None,
        **period(one.time),
        **place(one.place),
        "score": round(one.score, 3),
    }


def name(one: ToldName, text: str) -> Record:
    """An organisation or a person."""
    return {
        **quoted(one, text),
        "kind": one.kind,
        "name": one.name,
        "code": one.code or None,
        "score": round(one.score, 3),
    }


def quoted(span: Span, text: str) -> Record:
    """Where the words stand, and the words."""
    return {"start": span.start, "end": span.end, "text": text[span.start : span.end]}


def place(one: ToldPlace | None) -> Record:
    """A place by its plain name, with its code and the edition of the boundaries the code belongs to."""
    if one is None:
        return {"place": None, "place_code": None, "place_edition": None}
    return {"place": one.name, "place_code": one.code or None, "place_edition": one.edition or None}


def period(time: ToldTime | None) -> Record:
    """From and to; null where open, or where there is none."""
    return {"from": (time and time.begin) or None, "to": (time and time.finish) or None}


def number(value: Decimal) -> int | float:
    """A whole number where it is one."""
    return int(value) if value == value.to_integral_value() else float(value)
