"""Spellings that differ by little from a name we know: a question of alias, never a conflict. Plain Python."""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field

from taama.extraction.folding import folded_key
from taama.extraction.told import Span, ToldName

SHORTEST_ACRONYM = 4  # « OIM » and « OIT » differ by a letter and are two organisations
ACRONYM = re.compile(rf"\b[A-Z]{{{SHORTEST_ACRONYM},15}}\b")
LIKELY, POSSIBLE = 0.6, 0.4


class People:
    """Names of people, found by the words they share: of ten thousand names only a few are held against a new one."""

    def __init__(self, names: Iterable[str] = ()) -> None:
        self.names: dict[str, str] = {}
        self.by_word: dict[tuple[int, str], list[str]] = defaultdict(list)
        for name in names:
            self.add(name)

    def add(self, name: str) -> None:
        """Take a name for known from now on."""
        key = folded_key(name)
        if key not in self.names:
            self.names[key] = name
            for place in enumerate(key.split()):
                self.by_word[place].append(key)

    def nearly(self, name: str) -> list[str]:
        """The known names this one differs from by a letter or two."""
        key = folded_key(name)
        sharing = {other: None for place in enumerate(key.split()) for other in self.by_word.get(place, ())}
        return [self.names[other] for other in sharing if are_near(key, other)]


@dataclass(frozen=True)
class KnownNames:
    """Names held before: of people, and acronyms of organisations with the code of each."""

    people: People = field(default_factory=People)
    acronyms: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True)
class Question(Span):
    """Is `spelling`, which stands here, another spelling of `known`? `code` is the organisation's."""

    of: str
    spelling: str
    known: str
    code: str
    score: float


def questions_of_alias(text: str, names: Iterable[ToldName], known: KnownNames) -> list[Question]:
    """One question for each new spelling that is near to a known one."""
    return [*people_in_doubt(names, known.people), *acronyms_in_doubt(text, known.acronyms)]


def people_in_doubt(names: Iterable[ToldName], known: People) -> Iterator[Question]:
    """People whose name is nearly another we know: one question a pair, whichever of the two was met first."""
    for mention in names:
        if mention.kind == "person":
            for near in known.nearly(mention.name):
                yield Question(mention.start, mention.end, "person", mention.name, near, "", LIKELY)
            known.add(mention.name)


def acronyms_in_doubt(text: str, held: Mapping[str, str]) -> Iterator[Question]:
    """Acronyms we do not know that differ by a letter from one we do."""
    seen: set[str] = set()
    for match in ACRONYM.finditer(text):
        if match[0] not in held and match[0] not in seen:
            seen.add(match[0])
            for known, code in held.items():
                if acronyms_are_near(match[0], known):
                    yield Question(*match.span(), "organisation", match[0], known, code, POSSIBLE)


def are_near(one: str, other: str) -> bool:
    """Whether two folded names agree word for word but for a letter or two in all."""
    left, right = one.split(), other.split()
    if len(left) != len(right) or len(left) < 2:
        return False
    steps = [distance(a, b) for a, b in zip(left, right, strict=True)]
    longest = [max(len(a), len(b)) for a, b in zip(left, right, strict=True)]
    return 0 < sum(steps) <= 2 and all(
        step * 4 <= length for step, length in zip(steps, longest, strict=True)
    )


def acronyms_are_near(one: str, other: str) -> bool:
    """Whether one acronym is the other with one letter more: MMEIA and MMEEIA."""
    return (
        min(len(one), len(other)) >= SHORTEST_ACRONYM and len(one) != len(other) and distance(one, other) == 1
    )


def distance(one: str, other: str) -> int:
    """Letters to add, drop or change to make one word of the other."""
    if abs(len(one) - len(other)) > 2:
        return 3
    row = list(range(len(other) + 1))
    for at, letter in enumerate(one, start=1):
        last, row[0] = row[0], at
        for place, mark in enumerate(other, start=1):
            last, row[place] = row[place], min(row[place] + 1, row[place - 1] + 1, last + (letter != mark))
    return row[-1]
