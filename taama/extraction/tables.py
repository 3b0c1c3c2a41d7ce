"""Rows of tables: « Projets accompagnés | 38 | 21 » says what it counts itself, « Kayes | 1 245 » leaves it to the
head of the column or the line above."""

import re
from bisect import bisect_left
from dataclasses import dataclass

from .counted import TOKEN, Counted, Decoy, is_counted, noun_after, whole_phrase
from .passage import Passage
from .quantities import Quantity, is_year
from .said import OPEN_FROM, Found
from .told import ToldTime
from .units import NOUNS

NO_VALUE = re.compile(r"\b(?:dates?|n\xb0|no|pages?|ages?|codes?|annee|year|tel|phone|lot)\b")
TOTALS = ("total", "ensemble", "grand total", "total general", "national")
ROWS_UP = 25
FARTHEST_ROW = 200
SMALLEST_CELL = 2
LABEL = re.compile(r"[-*\x95\t |]*(?P<label>[^\n:|\t]{2,80}?)[ ]?(?:[:|\t]|-[ ]|\x96[ ])[^\n]*$")
NOT_ACTUAL = re.compile(
    r"\b(?:cibles?|targets?|prevus?|planned|baseline|reference|objectifs?|budget|initiale?|ref)\b"
)


@dataclass(frozen=True, slots=True)
class Row:
    """The line a cell stands in, up to the cell."""

    start: int
    label: str
    label_end: int
    separator: str
    column: int


def row_of(folded: str, start: int, end: int) -> Row | None:
    """The row whose cell the number fills; None if the line is no row."""
    line = folded.rfind("\n", 0, start) + 1
    label = LABEL.match(folded, line, start)
    if not label or not is_cell(folded, end):
        return None
    separator = "\t" if "\t" in folded[line:start] else "|"
    return Row(line, label["label"], label.end("label"), separator, folded.count(separator, line, start))


def is_cell(folded: str, end: int) -> bool:
    """Whether the line or cell ends behind the number."""
    rest = folded[end : end + 3].lstrip(" ")
    return not rest or rest[0] in "\n\t|;"


def of_row(passage: Passage, quantity: Quantity) -> Found | None:
    """What a number that fills a cell counts: the noun of its own row, or the noun above a row that names a place."""
    if quantity.number.in_letters or is_year(quantity.number) or quantity.value < SMALLEST_CELL:
        return None
    row = row_of(passage.folded, quantity.start, quantity.end)
    if row is None:
        return None
    if row.column:
        found = of_own_label(passage, quantity, row)
        if found:
            return found
    is_named = row.label.strip() in TOTALS or passage.names_within(row.start, quantity.start)
    if quantity.value < OPEN_FROM or not is_named:
        return None
    counted = counted_above(passage.folded, row)
    return found_in_row(passage, quantity, counted, 0.6) if counted else None


def of_own_label(passage: Passage, quantity: Quantity, row: Row) -> Found | None:
    """The noun in the first cell of the row; a cell under « cible » or « référence » tells nothing that is."""
    start, head = passage.folded.index(row.label, row.start), head_of(passage.folded, row)
    counted = first_noun(passage.folded, start, row.label_end)
    if NOT_ACTUAL.search(head):
        return None
    if counted is None and not NO_VALUE.search(head):
        counted = open_noun(passage, start, row.label_end)
    return found_in_row(passage, quantity, counted, 0.7) if counted else None


def open_noun(passage: Passage, start: int, end: int) -> Counted | None:
    """A plural at the beginning of the label that is not known to be counted."""
    try:
        counted = noun_after(passage.text, passage.folded, start)
    except Decoy:
        return None
    return counted._replace(unit="count") if counted and counted.end <= end else None


def found_in_row(passage: Passage, quantity: Quantity, counted: Counted, sureness: float) -> Found:
    """What was found, from the noun of a label."""
    what = passage.words(counted.start, counted.end)
    return Found(quantity.start, quantity.end, what, counted.words, counted.unit, sureness)


def counted_above(folded: str, row: Row) -> Counted | None:
    """The noun above: of the same column where the head is a row of the table, else of the line before the rows."""
    line = row.start
    for _ in range(ROWS_UP):
        end = line - 1
        if end <= 0 or end - (folded.rfind("\n", 0, end) + 1) > FARTHEST_ROW:
            return None
        line = folded.rfind("\n", 0, end) + 1
        counted = first_noun(folded, *cell(folded, line, end, row))
        if counted:
            return counted
    return None


def head_of(folded: str, row: Row) -> str:
    """The text of the first row of the table in this column, "" if there is none."""
    head, line = "", row.start
    while line > 0:
        end = line - 1
        line = folded.rfind("\n", 0, end) + 1
        if folded.count(row.separator, line, end) < row.column:
            break
        head = folded[slice(*cell(folded, line, end, row))]
    return head


def cell(folded: str, line: int, end: int, row: Row) -> tuple[int, int]:
    """Where the cell of the row's column stands in another line; the whole line where it is not a row."""
    if not row.column or folded.count(row.separator, line, end) < row.column:
        return line, end
    start = line
    for _ in range(row.column):
        start = folded.index(row.separator, start, end) + 1
    stop = folded.find(row.separator, start, end)
    return start, stop if stop >= 0 else end


def first_noun(folded: str, start: int, end: int) -> Counted | None:
    """The first noun of the stretch known to be counted, with its adjectives; areas head columns of names."""
    tokens = [(token[0], token.start(), token.end()) for token in TOKEN.finditer(folded, start, end)]
    names = [token[0] for token in tokens]
    heads = [
        place
        for place in range(len(names))
        if is_counted(names, place) and NOUNS.get(names[place]) != "areas"
    ]
    return whole_phrase(folded, tokens, names, heads[0]) if heads else None


def time_of_column(passage: Passage, start: int, end: int) -> ToldTime | None:
    """The time in the head of the column a cell stands in."""
    row = row_of(passage.folded, start, end)
    if row is None or not row.column:
        return None
    line, found = row.start, None
    while line > 0:
        stop = line - 1
        line = passage.folded.rfind("\n", 0, stop) + 1
        if passage.folded.count(row.separator, line, stop) < row.column:
            break
        begin, finish = cell(passage.folded, line, stop, row)
        place = bisect_left(passage.time_starts, begin)
        if place < len(passage.times) and passage.times[place].start < finish:
            found = passage.times[place]
    return found
