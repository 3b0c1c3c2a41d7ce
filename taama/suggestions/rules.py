"""What told documents say that cannot all be true, before anyone has confirmed it. Plain Python.

Held against each other: dates of one event of one subject, and numbers of one thing, place and time. Never a part and
its whole, other places, other populations. Names that differ by a letter or two are questions of alias, no conflicts.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations

from taama.extraction.folding import folded_key
from taama.suggestions.dates_apart import conflicts_of_dates
from taama.suggestions.sides import Said, ToldConflict, ToldDocument
from taama.suggestions.spellings import acronyms_are_near, are_near
from taama.suggestions.values_apart import conflicts_of_values

__all__ = [
    "AliasQuestion",
    "Said",
    "ToldConflict",
    "ToldDocument",
    "alias_questions",
    "conflicts",
    "may_be_one_name",
]


@dataclass(frozen=True, slots=True)
class AliasQuestion:
    """Are two spellings one name? `kind` is person or organisation; where each first stands."""

    kind: str
    one: str
    other: str
    between: tuple[Said, Said]


def conflicts(documents: Sequence[ToldDocument]) -> list[ToldConflict]:
    """Every conflict among the dates and the numbers the documents tell, within one document too."""
    return [*conflicts_of_dates(documents), *conflicts_of_values(documents)]


def alias_questions(documents: Sequence[ToldDocument], texts: Mapping[str, str]) -> list[AliasQuestion]:
    """Names that differ by a letter or two, one question for each pair; `texts` are the documents' by name."""
    first: dict[tuple[str, str], Said] = {}
    for document in documents:
        for name in document.told.names:
            spelling = " ".join(texts[document.name][name.start : name.end].split())
            first.setdefault((name.kind, spelling), Said(name.start, name.end, document.name, spelling))
    return [
        AliasQuestion(kind, one, other, (left, right))
        for ((kind, one), left), ((other_kind, other), right) in combinations(first.items(), 2)
        if kind == other_kind and may_be_one_name(one, other)
    ]


def may_be_one_name(one: str, other: str) -> bool:
    """Whether two spellings are near: acronyms by a letter more, other names by a letter or two."""
    if one.isupper() and other.isupper():
        return acronyms_are_near(one, other)
    return are_near(folded_key(one), folded_key(other))
