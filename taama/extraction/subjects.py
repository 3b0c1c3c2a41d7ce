"""What a statement is about, in normal English words, so that texts in two languages meet.

« le premier rapport national volontaire de mise en œuvre du Pacte » and "its first voluntary review" are one subject.
"""

import csv
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import chain, product
from pathlib import Path
from typing import Any

import ahocorasick

DATA = Path(__file__).parent / "lexicon"
WORDS_AT_MOST = 10
NAMES_ITSELF = {"voluntary review", "letter of interest"}  # what follows adds nothing
NUMBERED = {"law", "decree", "order", "ordinance", "resolution"}
NUMBER = re.compile(
    r"\bn(?:°|o\.?|umero)?\s?([0-9]{2,4}[-/][0-9a-z/.-]*[0-9a-z])|\b([0-9]{2,4}[-/][0-9]{2,4})\b"
)
LONG_COMPACT = re.compile(
    r"pacte mondial (?:pour |sur )?(?:l[ae]s? |des |une )?migrations?(?: sures?(?:, ordonnees? et regulieres?)?)?"
    r"|global compact (?:for|on) (?:safe, orderly,? and regular )?migrations?"
)
WORD = re.compile(r"[^\W_]+(?:[-'][^\W_]+)*")
ELIDED = re.compile(r"^(?:l|d|qu|s|n|j|c)'")
LINKS = {
    "de",
    "du",
    "des",
    "d",
    "of",
    "pour",
    "for",
    "sur",
    "on",
    "relatif",
    "relative",
    "contre",
    "against",
    "portant",
}
DROPPED = {
    "le", "la", "les", "l", "un", "une", "ce", "cet", "cette", "ces", "son", "sa", "ses", "leur", "leurs",
    "notre", "the", "a", "an", "its", "his", "her", "their", "our", "this", "that", "these", "et", "and",
    "en", "au", "aux", "dans", "par", "avec", "qui", "to", "in", "at", "by", "with", "it", "tout", "toute",
    "dit", "dite", "dudit", "ladite", "ledit", "mali", "republique", "republic", "malian", "se", "s",
    "sous", "relatif", "relative", "concerning", "portant", "same", "meme", "such", "plus", "one", "ii",
    "meant", "il", "elle", "also", "edition", "deux", "trois", "quatre", "two", "three", "four", "prochain",
    "prochaine", "next", "present", "presente", "actuel", "actuelle", "mali's", "country's", "dernier",
    "derniere", "last", "previous", "precedent", "precedente", "issue", "occasion", "travaux", "proceedings", "work",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Known:
    """A phrase or word with its English: what class it is of, or what kind of thing it names."""

    english: str
    kind: str
    is_phrase: bool


@dataclass(frozen=True, slots=True)
class Subject:
    """The words; the kind of thing (text, meeting, body, place, programme), "" if unknown; whether we know it."""

    words: str
    kind: str = ""
    is_known: bool = False


def subject_of(phrase: str) -> Subject:
    """The subject a folded noun phrase names; no words if it names none."""
    number = NUMBER.search(phrase)
    parts = segments(LONG_COMPACT.sub("pmm", phrase))
    heads = [known for part in parts for known in part if known.is_phrase]
    if number and heads and heads[0].english in NUMBERED:
        return Subject(f"{heads[0].english} {number[1] or number[2]}", "text", True)
    words = unique(word for part in parts for word in ordered(part))
    if all(known.kind == "ordinal" for part in parts for known in part):
        return Subject("")
    kind = heads[0].kind if heads else ""
    if heads and heads[0].english in NAMES_ITSELF:
        countries = [known.english for part in parts for known in part if known.kind == "country"]
        words = [*ordinals(parts), heads[0].english, *countries[:1]]
    return Subject(" ".join(" ".join(words).split()[:WORDS_AT_MOST]), kind, bool(heads))


def segments(phrase: str) -> list[list[Known]]:
    """The known phrases and the other words, cut at “of” and its like."""
    parts: list[list[Known]] = [[]]
    at = 0
    for start, end, known in found(phrase):
        loose(phrase[at:start], parts)
        if known.kind != "none":
            parts[-1].append(known)
        at = end
    loose(phrase[at:], parts)
    return [part for part in parts if part]


def loose(words: str, parts: list[list[Known]]) -> None:
    """Words no list knows: kept as they are, without articles; a link opens the next segment."""
    for match in WORD.finditer(words):
        word = ELIDED.sub("", match[0])
        if word in LINKS or match[0].startswith("d'"):
            parts.append([])
        if word not in LINKS and word not in DROPPED and len(word) > 1:
            parts[-1].append(Known(word.removesuffix("'s"), "", False))


def found(phrase: str) -> list[tuple[int, int, Known]]:
    """(start, end, what) of known phrases and words, whole words only, the longest first come."""
    kept: list[tuple[int, int, Known]] = []
    hits = ((last + 1 - len(spelling), last + 1, known) for last, (spelling, known) in finder().iter(phrase))
    for start, end, known in sorted(hits, key=lambda hit: (hit[0], -hit[1])):
        if phrase[end : end + 1] in {"s", "x"}:  # plural
            end += 1
        if (start and phrase[start - 1].isalnum()) or phrase[end : end + 1].isalnum():
            continue
        if not kept or start >= kept[-1][1]:
            kept.append((start, end, known))
    return kept


ORDER = {"ordinal": 0, "adjective": 1}


def ordered(part: Sequence[Known]) -> list[str]:
    """English order within a segment: ordinal, adjectives, the rest; French puts adjectives behind."""
    return [known.english for known in sorted(part, key=lambda known: ORDER.get(known.kind, 2))]


def ordinals(parts: Sequence[Sequence[Known]]) -> list[str]:
    """The ordinal of the head, if any."""
    return [known.english for known in parts[0] if known.kind == "ordinal"][:1]


def unique(words: Iterator[str]) -> list[str]:
    """Each once: « Politique nationale de migration (PONAM) » is one name; so is a word held in a longer one."""
    kept: list[str] = []
    for word in words:
        if not any(word == one or f" {word} " in f" {one} " for one in kept):
            kept.append(word)
    return kept


@cache
def finder() -> Any:
    """An automaton over all spellings."""
    automaton = ahocorasick.Automaton()
    for spelling, known in spellings():
        for written in {spelling, spelling.replace("oeuvre", "ouvre")}:  # « œ » folds to one letter
            if written not in automaton:
                automaton.add_word(written, (written, known))
    automaton.make_automaton()
    return automaton


def spellings() -> Iterator[tuple[str, Known]]:
    """Every spelling of the shipped lists with what it says."""
    for row in rows("subjects.csv"):
        for pattern in outside_brackets(row["spellings"]):
            for spelling in chain.from_iterable(map(with_plural, expanded(pattern))):
                yield spelling, Known(row["english"], row["kind"], True)
    for row in rows("subjects_words.csv"):
        for word in (row["english"].lower(), *row["french"].split("|")):
            if word:
                yield word, Known(row["english"], row["class"], False)


def with_plural(spelling: str) -> list[str]:
    """« centre d'accueil » and « centres d'accueil »; a last word's own plural is heard anyway."""
    first, _, rest = spelling.partition(" ")
    if not rest or first.endswith(("s", "x")) or not rest.startswith(("d'", "de ", "a ", "of ")):
        return [spelling]
    return [spelling, f"{first}s {rest}"]


def rows(name: str) -> Iterator[dict[str, str]]:
    """The rows of a shipped file."""
    with (DATA / name).open(encoding="utf-8", newline="") as file:
        yield from csv.DictReader(file)


def outside_brackets(pattern: str) -> list[str]:
    """Cut at bars that stand in no bracket."""
    return re.split(r"\|(?![^(]*\))", pattern)


def expanded(pattern: str) -> Iterator[str]:
    """« rapport (national) volontaire » with and without; of “(a|b)” one, or none if each ends in a space."""
    pieces = re.split(r"\(([^)]*)\)", pattern)
    choices = [[piece] if number % 2 == 0 else options(piece) for number, piece in enumerate(pieces)]
    for choice in product(*choices):
        yield " ".join("".join(choice).split())


def options(group: str) -> list[str]:
    """What may stand for a bracket."""
    alternatives = group.split("|")
    optional = len(alternatives) == 1 or all(one.endswith(" ") for one in alternatives)
    return ["", *alternatives] if optional else alternatives
