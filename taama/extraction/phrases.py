"""The curated phrases of the 23 objectives: which a text holds, and which texts a change of phrases can touch."""

from __future__ import annotations

import csv
import re
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import Any, NamedTuple

import ahocorasick

from .stems import Letters, Places, keys_of, words_of

SHIPPED = Path(__file__).parent / "phrases"
LANGUAGES = ("fr", "en")
# A phrase of this weight tells of its objective by itself.
STRONG, MEDIUM = 3, 2
SIZE = Letters.SIZE
# No phrase runs over the end of a sentence, an item or a paragraph.
BROKEN = re.compile(r"[.!?:;]\s|\n\s*\n|[|\t]")


class Phrase(NamedTuple):
    """One curated phrase: objective, lettered action or "", language, weight 1 (supports) to 3 (tells alone)."""

    number: int
    action: str
    language: str
    phrase: str
    weight: int


class Entry(NamedTuple):
    """All that one phrase means: the objectives it tells of (none for a decoy), and whether it sets the context."""

    key: str
    tells: tuple[Phrase, ...] = ()
    is_context: bool = False
    is_decoy: bool = False


class Hit(NamedTuple):
    """A phrase in a text: `text[start:end]`."""

    start: int
    end: int
    entry: Entry


def begun(last: int, held: tuple[int, Entry]) -> tuple[int, int, Entry]:
    """The words a phrase begins and ends with, counted in the text, by where its letters end."""
    last //= SIZE
    return last - held[0] + 1, last, held[1]


def from_left(hit: tuple[int, int, Entry]) -> tuple[int, int]:
    """The order of hits: from the left, the longer first."""
    return hit[0], -hit[1]


@dataclass(frozen=True)
class Phrases:
    """Phrases by key (their stems), found in one pass."""

    entries: Mapping[str, Entry]
    letters: Letters = field(repr=False, compare=False)
    finder: Any = field(repr=False, compare=False)

    def found(self, text: str) -> list[Hit]:
        """Every phrase the text holds, in order, the longest first where several begin."""
        words = words_of(text)
        letters = list(map(self.letters.__getitem__, words))
        spelled = "".join(letters)
        hits = list(self.finder.iter(spelled)) if self.entries and spelled else []
        if not hits:
            return []
        span, found = Places(words, letters).span, []
        for first, last, entry in sorted([begun(*hit) for hit in hits], key=from_left):
            start, end = span(first, last)
            if first == last or not BROKEN.search(text, start, end):
                found.append(Hit(start, end, entry))
        return found


def phrases_of(
    phrases: Iterable[Phrase], *, context: Iterable[str] = (), decoys: Iterable[str] = ()
) -> Phrases:
    """Of curated phrases, words that show that migration is the subject, and phrases that only look like a hit."""
    curated, context, decoys = list(phrases), list(context), list(decoys)
    tells: dict[str, tuple[Phrase, ...]] = {}
    for key, phrase in zip(keys_of([phrase.phrase for phrase in curated]), curated, strict=True):
        tells[key] = told_once(tells[key], phrase) if key in tells else (phrase,)
    entries = {key: Entry(key, told) for key, told in tells.items()}
    for key in keys_of(context):
        entries[key] = Entry(key, tells.get(key, ()), is_context=True)
    for key in keys_of(decoys):
        entries[key] = Entry(key, is_decoy=True)
    return compiled({key: entry for key, entry in entries.items() if key})


def told_once(tells: tuple[Phrase, ...], phrase: Phrase) -> tuple[Phrase, ...]:
    """With one more, the strongest for each objective: the same stems may stand in two languages."""
    other = next((told for told in tells if told.number == phrase.number), None)
    if other is None:
        return (*tells, phrase)
    better = max(other, phrase, key=lambda told: (told.weight, told.action))
    return tuple(better if told is other else told for told in tells)


def compiled(entries: Mapping[str, Entry]) -> Phrases:
    """Entries with the automaton that finds them."""
    letters, finder = Letters(), ahocorasick.Automaton(ahocorasick.STORE_ANY)
    for key, entry in entries.items():
        stems = key.split()
        finder.add_word(letters.spelled(stems), (len(stems), entry))
    finder.make_automaton()
    return Phrases(entries, letters, finder)


@cache
def shipped_phrases() -> Phrases:
    """The phrases that come with Taama."""
    return phrases_of(shipped_rows(), context=shipped_words("context"), decoys=shipped_words("decoys"))


def shipped_rows() -> Iterator[Phrase]:
    """The rows of the phrase lists, French then English."""
    for language in LANGUAGES:
        for number, action, written, phrase, weight in read_rows(SHIPPED / f"{language}.csv"):
            yield Phrase(int(number), action, written, phrase, int(weight))


def shipped_words(name: str) -> list[str]:
    """The phrases of a list without objectives: `context` or `decoys`."""
    return [phrase for _, phrase in read_rows(SHIPPED / f"{name}.csv")]


def read_rows(path: Path) -> list[list[str]]:
    """The rows of a list without its header."""
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.reader(file))[1:]


def counted(hits: list[Hit]) -> list[Hit]:
    """The hits that count: none inside a longer phrase or a decoy. Expects the order of `found`."""
    kept: list[Hit] = []
    reach = -1
    for hit in hits:
        if hit.end > reach:
            kept.append(hit)
        if hit.entry.tells or hit.entry.is_decoy:
            reach = max(reach, hit.end)
    return kept


def shows_context(hits: Sequence[Hit]) -> bool:
    """Whether a phrase shows that migration is the subject, be it part of a longer one."""
    return any(hit.entry.is_context for hit in hits)


# A change of phrases re-tags only the texts that hold them.


def held_keys(text: str, phrases: Phrases) -> frozenset[str]:
    """Keys of all phrases in the text, counted or not: kept with a document, they say which changes touch it."""
    return frozenset(hit.entry.key for hit in phrases.found(text))


@dataclass(frozen=True)
class Change:
    """What differs between two sets: keys gone or with another meaning, and the phrases that are new."""

    changed: frozenset[str]
    added: Phrases


def change_between(before: Phrases, after: Phrases) -> Change:
    """The change from one set of phrases to the next."""
    changed = {key for key, entry in before.entries.items() if after.entries.get(key) != entry}
    return Change(
        frozenset(changed),
        compiled({key: entry for key, entry in after.entries.items() if key not in before.entries}),
    )


def may_touch(change: Change, *, held: Collection[str], text: str) -> bool:
    """Whether the tags of a text can differ after the change; `held` are the keys kept with it before.

    Only a phrase that is new needs a look at the text, and only for the new ones.
    """
    return not change.changed.isdisjoint(held) or bool(change.added.found(text))
