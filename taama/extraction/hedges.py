"""Hedges before and behind a number: « plus de », "nearly", « au moins », "or more"."""

import re
from collections.abc import Sequence

from .lexicon_files import rows

BEFORE = {row["phrase"]: row["qualifier"] for row in rows("hedges.csv") if row["stands"] == "before"}
BEHIND = {row["phrase"]: row["qualifier"] for row in rows("hedges.csv") if row["stands"] == "behind"}
LONGEST = max(phrase.count(" ") + 1 for phrase in BEFORE)
LAST_WORDS = frozenset(phrase.split()[-1] for phrase in BEFORE)
REACH = 34
AFTER = re.compile(
    r",? ?(?:" + "|".join(sorted(map(re.escape, BEHIND), key=len, reverse=True)) + r")(?![a-z])"
)
SIGNS = {
    ">": "more_than",
    "<": "less_than",
    "~": "about",
    "\u2248": "about",
    "\u2265": "at_least",
    "\u2264": "at_most",
}


def hedge_before(text: str, folded: str, start: int) -> tuple[int, str] | None:
    """(where it begins, qualifier) of the hedge right before this place."""
    end = start - 1 if folded[start - 1 : start] in (" ", "\n") else start
    sign = SIGNS.get(text[end - 1 : end])
    if sign:
        return end - 1, sign
    at = max(0, start - REACH)
    last = folded[at:end].rpartition("\n")[2].rpartition(" ")[2]
    if bare(last) not in LAST_WORDS:
        return None
    words = folded[at:start].split()
    for first in range(max(0, len(words) - LONGEST), len(words)):
        phrase = bare(" ".join(words[first:]))
        if phrase in BEFORE:
            return where_it_begins(folded, start, words[first:]), BEFORE[phrase]
    return None


def where_it_begins(folded: str, end: int, words: Sequence[str]) -> int:
    """Where the first of the words begins that end here, past a bracket."""
    for word in reversed(words):
        end = folded.rindex(word, 0, end)
    return end + len(words[0]) - len(bare(words[0]))


def bare(word: str) -> str:
    """The word without an opening bracket or quotation mark."""
    return word.lstrip('("\xab')


def hedge_behind(folded: str, end: int) -> tuple[int, str] | None:
    """(where it ends, qualifier) of the hedge right behind this place."""
    if folded[end : end + 1] == "+":
        return end + 1, "more_than"
    found = AFTER.match(folded, end)
    return (found.end(), BEHIND[found[0].lstrip(", ")]) if found else None
