"""Hedges before and behind a number: « plus de », "nearly", « au moins », "or more"."""

import re

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
BETWEEN_WORDS = re.compile(r"\S+")


def hedge_before(text: str, folded: str, start: int) -> tuple[int, str] | None:
    """(where it begins, qualifier) of the hedge right before this place."""
    end = start - 1 if folded[start - 1 : start] in (" ", "\n") else start
    sign = SIGNS.get(text[end - 1 : end])
    if sign:
        return end - 1, sign
    line = folded.rfind("\n", 0, end) + 1
    word = folded[max(line, folded.rfind(" ", line, end) + 1) : end]
    if bare(word) not in LAST_WORDS:
        return None
    at = max(0, start - REACH)
    window = folded[at:start]
    spans = [word.span() for word in BETWEEN_WORDS.finditer(window)]
    if not spans or bare(window[slice(*spans[-1])]) not in LAST_WORDS:
        return None
    for first in range(max(0, len(spans) - LONGEST), len(spans)):
        begin = spans[first][0]
        phrase = " ".join(window[begin:].split()).lstrip('("\xab')
        if phrase in BEFORE:
            return at + begin + window[begin:].index(phrase[0]), BEFORE[phrase]
    return None


def bare(word: str) -> str:
    """The word without an opening bracket or quotation mark."""
    return word.lstrip('("\xab')


def hedge_behind(folded: str, end: int) -> tuple[int, str] | None:
    """(where it ends, qualifier) of the hedge right behind this place."""
    if folded[end : end + 1] == "+":
        return end + 1, "more_than"
    found = AFTER.match(folded, end)
    return (found.end(), BEHIND[found[0].lstrip(", ")]) if found else None
