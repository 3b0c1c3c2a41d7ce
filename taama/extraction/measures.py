"""Rows and labels that say the unit once: « Transferts (milliards de FCFA) : 743 », "Cost (USD) | 45,000"."""

import re

from .numbers import MAGNITUDES
from .passage import Passage
from .quantities import Quantity, is_year
from .said import Found
from .tables import NOT_ACTUAL, head_of, row_of
from .units import CURRENCIES

UNITS = "|".join(f"(?P<{unit}>(?:{words}))" for unit, words in CURRENCIES)
MEASURE = re.compile(
    r"(?:\(|\b(?:en|in) |[\t|] ?)(?:(?P<magnitude>milliers?|thousands?|millions?|milliards?|billions?)(?: (?:de|of)| d')?[ ]?)?"
    rf"(?:{UNITS}|(?P<percent>%|pour cent|per cent|percent))(?![a-z0-9])"
)
LABEL = re.compile(r"[-*\x95\t |]*(?P<label>[^\n:|\t]{2,80})")


def measured(passage: Passage, quantity: Quantity) -> Found | None:
    """The unit that the label before the number, or the head of its column, gives it."""
    line = passage.folded.rfind("\n", 0, quantity.start) + 1
    before = passage.folded[line : quantity.start]
    if not (before.rstrip().endswith(":") or "\t" in before or "|" in before) or quantity.number.in_letters:
        return None
    label = LABEL.match(passage.folded, line, quantity.start)
    if label is None or not label["label"].strip() or is_year(quantity.number):
        return None
    return with_measure(passage, quantity, before, label)


def with_measure(passage: Passage, quantity: Quantity, before: str, label: re.Match[str]) -> Found | None:
    """The sum or share, if a unit is said."""
    row = row_of(passage.folded, quantity.start, quantity.end)
    head = head_of(passage.folded, row) if row and row.column else ""
    found = MEASURE.search(before) or MEASURE.search(f"({head})") if head else MEASURE.search(before)
    if found is None or found.lastgroup is None or NOT_ACTUAL.search(head):
        return None
    factor = MAGNITUDES.get((found["magnitude"] or "").removesuffix("s"), 1)
    unit = next(unit for unit in ("percent", "xof", "usd", "eur") if found[unit])
    what = passage.words(label.start("label"), label.end("label"))
    return Found(quantity.start, quantity.end, what, label["label"], unit, 0.75, None, factor)
