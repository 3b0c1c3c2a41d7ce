"""Where sentences, and lines that stand for themselves, begin."""

import re
from bisect import bisect_right

ENDING = re.compile(r"[.!?][\xbb\")\] ]*[ \n]|\n")
SHORT_LINE = 50
ABBREVIATIONS = frozenset(
    ("m.", "mm.", "dr.", "no.", "art.", "p.", "pp.", "n.", "st.", "al.", "approx.", "env.", "mme.", "u.s.")
)


def sentence_starts(folded: str) -> list[int]:
    """Where each sentence or line that stands for itself begins, 0 first."""
    starts = [0]
    line = 0
    for ending in ENDING.finditer(folded):
        if folded[ending.start()] == "\n":
            if ends_sentence(folded, line, ending.start()):
                starts.append(ending.end())
        elif not is_abbreviation(folded, ending.start()):
            starts.append(ending.end())
        if ending[0][-1] == "\n":
            line = ending.end()
    return starts


def ends_sentence(folded: str, line: int, end: int) -> bool:
    """Whether a line's end ends what it says: it is short, a table row, or an empty line or a bullet follows."""
    following = folded[end + 1 : end + 2]
    return (
        end - line < SHORT_LINE
        or following in "\n-*\t|\x95"
        or "\t" in folded[line:end]
        or "|" in folded[line:end]
    )


def is_abbreviation(folded: str, dot: int) -> bool:
    """Whether the dot belongs to a title or an abbreviation."""
    return folded[max(0, dot - 7) : dot + 1].rpartition(" ")[2] in ABBREVIATIONS


def sentence_at(starts: list[int], place: int, length: int) -> tuple[int, int]:
    """Where the sentence around a place begins and ends."""
    found = bisect_right(starts, place)
    return starts[found - 1], starts[found] if found < len(starts) else length
