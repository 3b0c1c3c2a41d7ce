"""Rows and labels that say the unit once: « Transferts (milliards de FCFA) : 743 », "Women (%) | 34"."""

import re
from typing import NamedTuple

from .numbers import MAGNITUDES
from .passage import Passage
from .quantities import Quantity, is_year
from .said import Found
from .tables import NOT_ACTUAL, head_of, row_of

LABEL = re.compile(r"[-*\x95\t |]*(?P<label>[^\n:|\t]{1,80})")
WHOLE_LABEL = re.compile(r"[-*\x95 ]*[^:.;]{2,70}[ ]?:[ ]?")
CURRENCY = re.compile(
    r"(?<![a-z])(?:(?P<usd>us ?\$|usd|(?:us )?dollars|\$)|(?P<eur>eur|euros?|\x80)"
    r"|(?P<xof>f ?cfa|cfaf?|fcfa|francs cfa|xof))"
    r"(?![a-z0-9])"
)
PERCENT = re.compile(r"(?<![0-9])(?<![0-9] )%|\b(?:pour|per) cent\b|\bpercent(?:age)?\b|\bpourcentage\b")
MAGNITUDE = re.compile(
    r"(?:\(|\b(?:en|in)\b|[\t|]|(?:usd|us\$|eur|fcfa|cfa|xof|dollars|euros)) ?(?:[a-z$]+ )?"
    r"(milliers?|thousands?|millions?|milliards?|billions?|'000)\b"
)
ROW = re.compile(r"[^\n]{2,60}[:\t|][^\n]*[0-9][^\n]*$")
ROWS_UP = 25


class Measure(NamedTuple):
    """A unit, "" where only a magnitude is said, and what to multiply by."""

    unit: str
    factor: int


def measured(passage: Passage, quantity: Quantity) -> Found | None:
    """The unit that the label before the number, or the head of its column, gives it."""
    line = passage.folded.rfind("\n", 0, quantity.start) + 1
    before = passage.folded[line : quantity.start]
    if quantity.number.in_letters or is_year(quantity.number) or not is_label(before):
        return None
    label = LABEL.match(passage.folded, line, quantity.start)
    measure = measure_of(passage, quantity, before)
    if label is None or measure is None or not measure.unit:
        return None
    what = passage.words(label.start("label"), label.end("label"))
    return Found(quantity.start, quantity.end, what, label["label"], measure.unit, 0.75, None, measure.factor)


def is_label(before: str) -> bool:
    """Whether what stands before the number on its line is a label or cells."""
    return "\t" in before or "|" in before or WHOLE_LABEL.fullmatch(before) is not None


def measure_of(passage: Passage, quantity: Quantity, before: str) -> Measure | None:
    """What the label and the head of the column say of the unit; None if nothing, or if the cell is of a target."""
    row = row_of(passage.folded, quantity.start, quantity.end)
    head = head_of(passage.folded, row) if row and row.column else ""
    if NOT_ACTUAL.search(head):
        return None
    return said_by(f"{before}\t{head}") or of_heading(passage, quantity)


def of_heading(passage: Passage, quantity: Quantity) -> Measure | None:
    """What the line above the rows says, for a row that names a place or a time: « Part des femmes (en %) : »."""
    line = passage.folded.rfind("\n", 0, quantity.start) + 1
    if not passage.names_within(line, quantity.start):
        return None
    for _ in range(ROWS_UP):
        end = line - 1
        if end <= 0:
            return None
        line = passage.folded.rfind("\n", 0, end) + 1
        if not ROW.match(passage.folded, line, end):
            heading = passage.folded[line:end]
            return None if "\t" in heading or "|" in heading else said_by(heading)
    return None


def said_by(said: str) -> Measure | None:
    """The unit and magnitude in the words of a label or heading."""
    currency, magnitude = CURRENCY.search(said), MAGNITUDE.search(said)
    factor = MAGNITUDES.get((magnitude[1] or "").removesuffix("s"), 1000) if magnitude else 1
    if currency:
        return Measure(str(currency.lastgroup), factor)
    if PERCENT.search(said):
        return Measure("percent", 1)
    return Measure("", factor) if magnitude else None
