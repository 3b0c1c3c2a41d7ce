"""The head of a letter: the State and its motto, the ministry, number, place and day, whom it is sent to."""

import re
from collections.abc import Iterator, Sequence

from . import boilerplate_marks as marks

LONGEST_HEAD = 30  # lines
LONGEST_LINE = 160
LATEST_BEGIN = 3
CAPTION, LABEL = 70, 40


def letterhead(lines: Sequence[str]) -> Iterator[int]:
    """Which of the first lines (folded) are a letterhead; none where nothing but a headline stands there."""
    top = list(lines[:LONGEST_HEAD])
    if not any(sign in line for line in top if len(line) <= LONGEST_LINE for sign in marks.HEAD_SIGNS):
        return
    kinds = [kind_of(line) for line in top]
    marked = [place for place, kind in enumerate(kinds) if kind]
    if not is_official(kinds) or marked[0] > LATEST_BEGIN:
        return
    opening = where_it_opens(top, kinds)
    if opening is not None:
        yield from range(opening)
        return
    last = last_of_head(marked)
    yield from (place for place in range(last + 1) if kinds[place])


def kind_of(line: str) -> str:
    """What a line, or one of its columns, may be in a letterhead; "" for text."""
    if len(line) > LONGEST_LINE or line.count("\t") > 1 or is_sentence(line):
        return ""
    return next((kind for column in COLUMN.split(line) if (kind := kind_of_column(column.strip()))), "")


def is_sentence(line: str) -> bool:
    """Whether a line is too long for a label and ends as sentences do."""
    return len(line) > LABEL and line.endswith((".", "!", "?", ";"))


def kind_of_column(line: str) -> str:
    """What one column says."""
    for name, pattern in KINDS:
        if pattern.match(line) and len(line) <= LONGEST.get(name, CAPTION):
            return name
    if len(line) <= CAPTION and marks.STATE.search(line) and not line.endswith("."):
        return "state"
    return ""


KINDS = (
    ("rule", marks.RULE),
    ("number", marks.NUMBERED),
    ("motto", marks.MOTTO),
    ("office", marks.OFFICE),
    ("day", marks.PLACED),
)
LONGEST = {"number": LONGEST_LINE, "day": LONGEST_LINE, "office": 130}
COLUMN = re.compile(r"\t|\s{3,}")
STRONG = {"state", "motto", "number"}


def is_official(kinds: Sequence[str]) -> bool:
    """Whether a State, a motto or a number stands there, and something else of a letterhead."""
    found = {kind for kind in kinds if kind}
    return bool(STRONG & found) and len(found - {"rule"}) >= 2


def where_it_opens(lines: Sequence[str], kinds: Sequence[str]) -> int | None:
    """The line of the letter's object or salutation, if all before it are head lines, addresses and captions."""
    for place, line in enumerate(lines):
        if marks.SUBJECT.match(line) or marks.SALUTATION.match(line):
            return place
        if len(line) > LONGEST_LINE or is_sentence(line):
            return None
    return None


def last_of_head(marked: Sequence[int]) -> int:
    """Where the head ends: at most two other lines stand between two of its own."""
    last = marked[0]
    for place in marked[1:]:
        if place - last > 3:
            break
        last = place
    return last
