"""After one changed phrase, which documents are tagged anew: those that hold it, and no others."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from taama.extraction.phrases import Phrases, change_between, held_keys, may_touch, phrases_of, shipped_rows

from .evidence_documents import phrases

OTHER_WEIGHT = 1


@dataclass(frozen=True)
class Retagged:
    """The phrase that changed, how many documents hold it, how many are tagged anew and need not be."""

    phrase: str
    documents: int
    holding: int
    touched: int
    missed: int


def retag(documents: Sequence[dict[str, Any]]) -> Retagged:
    """Change the weight of one planted phrase and see whom it touches."""
    rows = list(shipped_rows())
    number, _language, phrase = phrases()[0]
    changed = [row._replace(weight=OTHER_WEIGHT) if row.phrase == phrase else row for row in rows]
    before, after = phrases_of(rows), phrases_of(changed)
    touched = touched_by(before, after, documents)
    holding = {made["number"] for made in documents if phrase in made["objectives"].get(str(number), ())}
    return Retagged(phrase, len(documents), len(holding), len(touched), len(holding - touched))


def touched_by(before: Phrases, after: Phrases, documents: Sequence[dict[str, Any]]) -> set[int]:
    """The numbers of the documents whose tags can differ after the change."""
    change = change_between(before, after)
    held = {made["number"]: held_keys(made["text"], before) for made in documents}
    return {
        made["number"]
        for made in documents
        if may_touch(change, held=held[made["number"]], text=made["text"])
    }
