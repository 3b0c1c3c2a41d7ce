"""Rows without a noun of their own: « Kayes : 1 245 », the cell of a table. What is counted stands above."""

import re

from .counted import Counted, TOKEN, whole_phrase
from .units import NOUNS

ROWS_UP = 25
CELL_END = re.compile(r"[ \n\t|;.,)]|$")
LABEL = re.compile(r"[-*\x95\t |]*([^\n:|\t]{2,60}?)[ ]?(?:[:|\t]|-[ ]|\x96[ ])[^\n]*$")


def counted_above(folded: str, start: int, end: int) -> Counted | None:
    """The noun that the head of the column, or the nearest line above the rows, gives to the number; None outside
    of such rows."""
    line = folded.rfind("\n", 0, start) + 1
    label = LABEL.match(folded, line, start)
    if not label or not is_cell(folded, end) or any(character.isdigit() for character in label[1]):
        return None
    separator = "\t" if "\t" in folded[line:start] else "|"
    column = folded.count(separator, line, start)
    return head_of_column(folded, line, separator, column)


def is_cell(folded: str, end: int) -> bool:
    """Whether the line or cell ends behind the number."""
    rest = folded[end : end + 3].lstrip(" ")
    return not rest or rest[0] in "\n\t|;"


def head_of_column(folded: str, line: int, separator: str, column: int) -> Counted | None:
    """The noun above: of the same column where the head is a row of the table, else of the line before the rows."""
    for _ in range(ROWS_UP):
        end = line - 1
        if end <= 0:
            return None
        line = folded.rfind("\n", 0, end) + 1
        if column and folded.count(separator, line, end) >= column:
            line_start, line_end = cell(folded, line, end, separator, column)
        else:
            line_start, line_end = line, end
        counted = last_noun(folded, line_start, line_end)
        if counted:
            return counted
        if end - line > 200:
            return None
    return None


def cell(folded: str, line: int, end: int, separator: str, column: int) -> tuple[int, int]:
    """Where a cell of a row stands."""
    start = line
    for _ in range(column):
        start = folded.index(separator, start, end) + 1
    stop = folded.find(separator, start, end)
    return start, stop if stop >= 0 else end


def last_noun(folded: str, start: int, end: int) -> Counted | None:
    """The first known noun of the stretch with its adjectives."""
    tokens = [(token[0], token.start(), token.end()) for token in TOKEN.finditer(folded, start, end)]
    names = [token[0] for token in tokens]
    heads = [place for place, name in enumerate(names) if name in NOUNS and NOUNS[name] != "areas"]
    return whole_phrase(folded, tokens, names, heads[0]) if heads else None
