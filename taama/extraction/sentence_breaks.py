"""Where sentences begin: at full stops, lines that end a thought, semicolons; not after « M. » nor in wrapped lines."""

import re

BREAK = re.compile(r"[.!?;\n](?:(?<=\n)|[.!?;]*[\"»)\]']*(?=\s))")
NO_BREAK_AFTER = {
    "m", "mm", "mme", "dr", "pr", "art", "no", "n°", "st", "cf", "mr", "mrs", "ms", "gen", "p", "al", "vs", "etc",
    "col",
}  # fmt: skip
ANSWERS = {"no"}  # short for « numéro » only before a number
SHORT_LINE = 55
REACH = 500  # no sentence that says when is longer
LONG_LINE = 125  # a text wrapped by hand has none


def sentence_around(folded: str, text: str, at: int) -> tuple[int, int]:
    """Where the sentence around an offset begins and ends; far from it nothing is looked at."""
    before = list(BREAK.finditer(folded, max(at - REACH, 0), at))
    begin = next(
        (match.end() for match in reversed(before) if is_break(folded, text, match)), max(at - REACH, 0)
    )
    end = min(at + REACH, len(folded))
    after = BREAK.finditer(folded, at, end)
    return begin, next((match.end() for match in after if is_break(folded, text, match)), end)


def is_break(folded: str, text: str, match: re.Match[str]) -> bool:
    """Whether a mark or a line's end ends a sentence."""
    mark, at = match[0][0], match.end()
    if mark == "\n":
        return breaks_a_line(folded, text, folded.rfind("\n", 0, match.start()) + 1, at)
    return mark in ";!?" or ends_a_sentence(folded, text, match.start(), at)


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
    if word and is_short(word[-1], text[at : at + 2].strip()[:1]):
        return False
    following = text[at : at + 3].lstrip(' \n\u00a0«"“')
    return not following[:1].islower()


def is_short(word: str, following: str) -> bool:
    """Whether a word is an abbreviation or an initial; “No.” is one only before a number."""
    if word in ANSWERS and following.isalpha():
        return False
    return word in NO_BREAK_AFTER or (len(word) == 1 and word.isalpha())
