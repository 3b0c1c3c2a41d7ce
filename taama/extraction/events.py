"""Words that say that something happened, French and English, from `lexicon/events.csv`."""

import csv
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

import ahocorasick

LEXICON = Path(__file__).parent / "lexicon"
DATA, FORMS = LEXICON / "events.csv", LEXICON / "events_forms.csv"

# Endings of French verbs in -er as a text uses them, folded: participles, present, past, future.
ER_ENDINGS = (
    "e",
    "ee",
    "es",
    "ees",
    "ent",
    "a",
    "erent",
    "era",
    "eront",
    "erait",
    "eraient",
    "ait",
    "aient",
    "ons",
)


@dataclass(frozen=True, slots=True)
class EventWord:
    """A form of an event word: what happened, whether it is a noun or may be one, whether it takes
    an object, whether only « va », “will” make it a statement."""

    form: str
    predicate: str
    is_noun: bool
    is_transitive: bool
    may_be_noun: bool = False
    needs_modal: bool = False


@cache
def event_finder() -> Any:
    """An automaton over all forms; it gives the event word."""
    finder = ahocorasick.Automaton()
    for word in event_words():
        if word.form not in finder:
            finder.add_word(word.form, word)
    finder.make_automaton()
    return finder


def event_words() -> Iterator[EventWord]:
    """Every form of the shipped events."""
    for row in rows(DATA):
        is_transitive, nouns = row["way"] == "transitive", [noun for noun in row["nouns"].split("|") if noun]
        for verb in filter(None, row["verbs"].split("|")):
            for form in forms(verb):
                yield EventWord(form, row["predicate"], False, is_transitive, form in nouns)
        for noun in nouns:
            yield EventWord(noun, row["predicate"], True, is_transitive)
    for row in rows(DATA):  # last, so that “launch” is a noun but after “will”
        for verb in filter(None, row["verbs"].split("|")):
            yield EventWord(verb, row["predicate"], False, row["way"] == "transitive", needs_modal=True)


def forms(verb: str) -> list[str]:
    """The forms of a verb a text may use, folded: listed ones, else those of the regular verbs of its language."""
    listed = listed_forms().get(verb)
    if listed:
        return listed
    if verb.endswith("er"):
        return [verb[:-2] + ending for ending in ER_ENDINGS] + [verb[:-2] + "ea"] * verb.endswith("ger")
    stem = verb.removesuffix("e")
    return [stem + "ed", stem + "es", stem + "e"] if verb.endswith("e") else [verb + "ed", verb + "s"]


@cache
def listed_forms() -> dict[str, list[str]]:
    """Forms of irregular verbs and of phrases, from `lexicon/events_forms.csv`."""
    return {row["verb"]: row["forms"].split("|") for row in rows(FORMS)}


def rows(path: Path) -> Iterator[dict[str, str]]:
    """The rows of a shipped file."""
    with path.open(encoding="utf-8", newline="") as file:
        yield from csv.DictReader(file)


def events_in(folded: str, start: int, end: int) -> list[tuple[int, int, EventWord]]:
    """(start, end, event) of whole words, in order, the longest of those that overlap."""
    kept: list[tuple[int, int, EventWord]] = []
    for last, word in event_finder().iter(folded, start, end):
        begin, stop = last + 1 - len(word.form), last + 1
        if (begin and folded[begin - 1].isalnum()) or folded[stop : stop + 1].isalnum():
            continue
        while kept and kept[-1][0] >= begin:
            kept.pop()
        if not kept or kept[-1][1] <= begin:
            kept.append((begin, stop, word))
    return kept
