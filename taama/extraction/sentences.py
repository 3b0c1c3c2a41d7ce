"""Where sentences, and lines that stand for themselves, begin and end."""

import re
from itertools import pairwise

GAP = "   "
COLUMNS = re.compile(r"(?<=[^\s]) {3,}(?=[^\s])")
SHORT_LINE = 50
ENDINGS = (". ", "? ", "! ", ".) ", '." ', ".\xbb ")
NEVER_WRAPPED = "\n-*\t|\x95"
ABBREVIATIONS = frozenset(
    (
        "m.",
        "mm.",
        "dr.",
        "no.",
        "art.",
        "p.",
        "pp.",
        "n.",
        "st.",
        "al.",
        "approx.",
        "env.",
        "mme.",
        "u.s.",
        "(env.",
    )
)


def tabbed(folded: str) -> str:
    """The text with a tab for each wide gap that parts columns; of the same length."""
    if GAP not in folded:
        return folded
    return COLUMNS.sub(lambda gap: "\t" + " " * (len(gap[0]) - 1), folded)


def unwrapped(folded: str) -> str:
    """The text with a space for each line end that only wraps a sentence; of the same length."""
    lines = folded.split("\n")
    joined = [lines[0]]
    for line, following in pairwise(lines):
        joined.append(" " if wraps(line, following) else "\n")
        joined.append(following)
    return "".join(joined)


def wraps(line: str, following: str) -> bool:
    """Whether the sentence goes on: behind a full line of prose, not before a bullet, a row or an empty line."""
    if len(line) < SHORT_LINE or line[-1] in ".!?:" or not following or following[0] in NEVER_WRAPPED:
        return False
    return "\t" not in line and "\t" not in following and "|" not in line


def sentence_at(folded: str, place: int) -> tuple[int, int]:
    """Where the sentence around a place begins and ends; a wrapped line does not end it."""
    line = folded.rfind("\n", 0, place) + 1
    while line and not ends_sentence(folded, line - 1):
        line = folded.rfind("\n", 0, line - 1) + 1
    end = folded.find("\n", place)
    while end >= 0 and not ends_sentence(folded, end):
        end = folded.find("\n", end + 1)
    end = len(folded) if end < 0 else end
    return max(line, last_ending(folded, line, place)), first_ending(folded, place, end)


def ends_sentence(folded: str, end: int) -> bool:
    """Whether a line's end ends what it says: a short line or a row of a table, or before an empty line, a bullet."""
    line = folded.rfind("\n", 0, end) + 1
    is_short = end - line < SHORT_LINE or folded[end - 1] in ".!?:"
    return is_short or folded[end + 1 : end + 2] in NEVER_WRAPPED or is_row(folded, line, end)


def is_row(folded: str, line: int, end: int) -> bool:
    """Whether the line is a row of cells."""
    return folded.find("\t", line, end) >= 0 or folded.find("|", line, end) >= 0


def last_ending(folded: str, start: int, place: int) -> int:
    """Where the sentence begins that the last full stop before the place lets begin."""
    best = start
    for ending in ENDINGS:
        found = folded.rfind(ending, start, place)
        while found >= 0 and ending == ". " and is_abbreviation(folded, found):
            found = folded.rfind(ending, start, found)
        best = max(best, found + len(ending)) if found >= 0 else best
    return best


def first_ending(folded: str, place: int, end: int) -> int:
    """Where the first full stop behind the place ends the sentence."""
    best = end
    for ending in ENDINGS:
        found = folded.find(ending, place, best)
        while found >= 0 and ending == ". " and is_abbreviation(folded, found):
            found = folded.find(ending, found + 1, best)
        best = min(best, found + len(ending)) if found >= 0 else best
    return best


def is_abbreviation(folded: str, dot: int) -> bool:
    """Whether the dot belongs to a title or an abbreviation."""
    return folded[max(0, dot - 7) : dot + 1].rpartition(" ")[2] in ABBREVIATIONS
