"""Where sentences begin: at full stops, lines that end a thought, semicolons; not after « M. » nor in wrapped lines."""

import re
from bisect import bisect_right
from collections.abc import Sequence

BREAK = re.compile(r"[.!?;]+[\"»)\]']*(?=\s)|\n")
NO_BREAK_AFTER = {
    "m", "mm", "mme", "dr", "pr", "art", "no", "n°", "st", "cf", "mr", "mrs", "ms", "gen", "p", "al", "vs", "etc",
    "col",
}  # fmt: skip
SHORT_LINE = 55
REACH = 500  # no sentence that says when is longer
LONG_LINE = 125  # a text wrapped by hand has none


def breaks_around(folded: str, text: str, places: Sequence[int]) -> list[int]:
    """Offsets where sentences begin near some places, in order; far from them nothing is looked at."""
    windows: list[list[int]] = []
    for place in places:
        if windows and place - REACH < windows[-1][1]:
            windows[-1][1] = place + REACH
        else:
            windows.append([max(place - REACH, 0), place + REACH])
    return [at for begin, end in windows for at in breaks(folded, text, begin, min(end, len(folded)))]


def breaks(folded: str, text: str, begin: int, end: int) -> list[int]:
    """Offsets where sentences begin in a stretch, its own begin and end among them."""
    found = [begin]
    line_start = folded.rfind("\n", 0, begin) + 1
    for match in BREAK.finditer(folded, begin, end):
        at, mark = match.end(), match[0]
        if mark == "\n":
            if breaks_a_line(folded, text, line_start, at):
                found.append(at)
            line_start = at
        elif mark[0] in ";!?" or ends_a_sentence(folded, text, match.start(), at):
            found.append(at)
    found.append(end)
    return found


def breaks_a_line(folded: str, text: str, line_start: int, at: int) -> bool:
    """Whether a line's end is one of a sentence: after a short or endless line, before a blank one or an item."""
    following = text[at : at + 1]
    if not following or following in "\n-•*–—#|" or folded[at : at + 3].strip() == "":
        return True
    if "|" in folded[line_start:at] or "\t" in folded[line_start:at]:  # the row of a table
        return True
    if following.islower():
        return False
    next_end = folded.find("\n", at)
    length, next_length = at - line_start, (next_end if next_end >= 0 else len(folded)) - at
    if length < SHORT_LINE or length > LONG_LINE or next_length > LONG_LINE:
        return True
    return next_length < SHORT_LINE or folded[at - 2] in ".!?:"


def ends_a_sentence(folded: str, text: str, dot: int, at: int) -> bool:
    """Whether a full stop ends a sentence: not after « M. », « n°. » or an initial; a capital follows."""
    word = folded[max(dot - 6, 0) : dot].split()
    if word and (word[-1] in NO_BREAK_AFTER or (len(word[-1]) == 1 and word[-1].isalpha())):
        return False
    following = text[at : at + 3].lstrip(' \n\u00a0«"“')
    return not following[:1].islower()


def sentence_of(starts: Sequence[int], at: int) -> tuple[int, int]:
    """Where the sentence around an offset begins and ends."""
    place = min(bisect_right(starts, at), len(starts) - 1)
    return starts[place - 1], starts[place]
