"""What told documents are held against each other by: passages, words of one thing, places. Plain Python."""

import re
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import combinations
from typing import TypeVar

from taama.extraction.folding import fold, folded_key
from taama.extraction.told import Span, Told, ToldPlace

# Say nothing of which thing is meant.
FILLERS = {
    "of", "for", "on", "the", "and", "national", "implementation", "new", "draft", "document", "official", "mali",
    "malian", "assimilated", "practices", "operational", "its",
}  # fmt: skip
# Words of one meaning in the names of things.
ONE_WORD = {
    "convention": "agreement", "accord": "agreement", "treaty": "agreement", "pact": "compact", "report": "review",
    "antenna": "office", "programme": "project", "combat": "against", "trafficking": "trafficking",
    "anti-trafficking": "trafficking", "guideline": "guide", "handbook": "guide", "manual": "guide",
    "roadmap": "road", "meeting": "meeting", "talks": "dialogue",
}  # fmt: skip
HOME = {"ML"}  # codes a country bears in the list of places, beside its ISO code
Item = TypeVar("Item")


@dataclass(frozen=True)
class ToldDocument:
    """A document (its file or code) with all it tells; its own date and country, where known."""

    name: str
    told: Told
    dated: str = ""
    country: str = ""


@dataclass(frozen=True, slots=True)
class Said(Span):
    """One side: the passage of a document, and what it says: a date, "from/to" of a period, or a number."""

    document: str
    says: str


@dataclass(frozen=True, slots=True)
class ToldConflict:
    """Passages that cannot all be true: `kind` is date or value, `subject` says of what."""

    subject: str
    kind: str
    between: tuple[Said, ...]


@lru_cache(maxsize=20_000)
def words_of(subject: str) -> frozenset[str]:
    """What tells subjects apart: the words without their order, without fillers, one word for those of one meaning."""
    words = re.findall(r"[a-z0-9/-]+", fold(subject))
    return frozenset(ONE_WORD.get(word, word) for word in words if word not in FILLERS)


def place_key(place: ToldPlace | None) -> str:
    """The code of a place, else its folded name."""
    return (place.code or folded_key(place.name)) if place else ""


def elsewhere(one: ToldPlace | None, other: ToldPlace | None) -> bool:
    """Whether two places are told and are not one."""
    return bool(one and other) and place_key(one) != place_key(other)


def place_within(document: ToldDocument, place: ToldPlace | None) -> str:
    """The key of a place; "" for none and for the whole country."""
    key = place_key(place)
    return "" if key == document.country or key in HOME else key


def of_one_thing(
    items: Sequence[Item], words: Callable[[Item], frozenset[str]], alike: Callable[[Item, Item], bool]
) -> Iterable[list[Item]]:
    """Items whose words hold each other's, through others too; only those that share their rarest word are compared."""
    said = [words(item) for item in items]
    often = Counter(word for one in said for word in one)
    holding: dict[str, list[int]] = defaultdict(list)
    for number, one in enumerate(said):
        for word in one:
            holding[word].append(number)
    parent = list(range(len(items)))
    for number, one in enumerate(said):
        rarest = min(one, key=lambda word: (often[word], word), default="")
        for other in holding.get(rarest, ()):
            if other != number and one <= said[other] and alike(items[number], items[other]):
                parent[top(parent, other)] = top(parent, number)
    grouped: dict[int, list[Item]] = defaultdict(list)
    for number, item in enumerate(items):
        grouped[top(parent, number)].append(item)
    return [group for group in grouped.values() if len(group) > 1]


def top(parent: list[int], number: int) -> int:
    """The head of the group an item belongs to."""
    while parent[number] != number:
        parent[number] = parent[parent[number]]
        number = parent[number]
    return number


def groups(
    items: Sequence[Item], disagree: Callable[[Item, Item], bool], says: Callable[[Item], Said]
) -> Iterator[list[Item]]:
    """Items that contradict one another; in each group any two disagree or say as much."""
    apart = [pair for pair in combinations(range(len(items)), 2) if disagree(items[pair[0]], items[pair[1]])]
    left = dict.fromkeys(apart)
    for one, other in apart:
        if (one, other) in left:
            group = [one, other]
            for number in sorted({end for pair in apart for end in pair} - set(group)):
                if all(fit(apart, items, says, number, member) for member in group):
                    group.append(number)
            for pair in combinations(sorted(group), 2):
                left.pop(pair, None)
            yield [items[number] for number in sorted(group)]


def fit(
    apart: Sequence[tuple[int, int]],
    items: Sequence[Item],
    says: Callable[[Item], Said],
    one: int,
    other: int,
) -> bool:
    """Whether two items contradict each other, or say as much."""
    return (min(one, other), max(one, other)) in apart or as_much(
        says(items[one]).says, says(items[other]).says
    )


def as_much(one: str, other: str) -> bool:
    """Whether two values or partial dates are the same, or one a part of the other."""
    return one == other or one.startswith(f"{other}-") or other.startswith(f"{one}-")
