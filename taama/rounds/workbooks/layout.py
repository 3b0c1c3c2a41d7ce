"""How the workbook is laid out: columns by code, sheets by name. Plain Python."""

import re

FORM = "2"  # raised when a workbook of before can no longer be read
REFERENCE = re.compile(r"([A-Z]{1,3})([1-9]\d{0,6})")
HIDDEN_SHEET = "taama"
KEY, SEEN, VALUE, GIVEN, REASON, NOTE, PASSING = "key", "seen", "value", "given", "reason", "note", "passing"
COLUMNS = (KEY, SEEN, "title", "where", "unit", "last", VALUE, GIVEN, REASON, NOTE, PASSING, "help")
NEEDED = (KEY, SEEN, VALUE, GIVEN, REASON, NOTE, PASSING)
TO_FILL = (VALUE, GIVEN, REASON, NOTE, PASSING)
CODES_ROW, HEADING_ROW, FIRST_ROW = 5, 6, 7  # counted from 1, as people see them


def letters(column: int) -> str:
    """The letters over a column counted from 0: A, B, …, AA."""
    text = ""
    column += 1
    while column:
        column, rest = divmod(column - 1, 26)
        text = chr(65 + rest) + text
    return text


def address(row: int, column: int) -> str:
    """A cell as people name it, row and column counted from 0: G12."""
    return f"{letters(column)}{row + 1}"


def place_of(text: str) -> tuple[int, int]:
    """(row, column) counted from 0 of a cell as people name it; ValueError for what is none."""
    found = REFERENCE.fullmatch(text)
    if not found:
        raise ValueError(text)
    column = 0
    for letter in found[1]:
        column = column * 26 + ord(letter) - 64
    return int(found[2]) - 1, column - 1
