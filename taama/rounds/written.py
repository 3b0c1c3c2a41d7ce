"""An answer as people write it into a field or a cell: a number, a share, a word that there is none. Plain Python."""

import re
from dataclasses import dataclass
from decimal import Decimal

from taama.web.written_numbers import NoSuchNumber, TwoNumbers, number_written

from .rules import Given

NO_DATA = frozenset(
    {"nd", "n.d", "n.d.", "n/d", "-", "–", "—", "…", "...", "non disponible", "not available", "?"}
)
NOT_APPLICABLE = frozenset(
    {"na", "n.a", "n.a.", "n/a", "so", "s.o", "s.o.", "s/o", "sans objet", "not applicable"}
)
WHOLE_DIGITS, DECIMALS = 20, 4
PERCENT = re.compile(r"\s*%\s*$")


@dataclass(frozen=True)
class Read:
    """What was understood; `written` is the text where nothing was, `trouble` says why in one word."""

    given: str = Given.EMPTY
    value: Decimal | None = None
    written: str = ""
    trouble: str = ""


def read_answer(text: str, unit: str) -> Read:
    """A number as French or English write it, « 12 % », « n.d. », « s.o. »; nothing is guessed."""
    text = text.strip()
    word = text.lower()
    if not text or word in NO_DATA:
        return Read()
    if word in NOT_APPLICABLE:
        return Read(Given.NOT_APPLICABLE)
    if PERCENT.search(text):
        if unit != "percent":
            return Read(written=text, trouble="percent")
        text = PERCENT.sub("", text)
    try:
        return fitting(number_written(text), text)
    except TwoNumbers:
        return Read(written=text, trouble="two_numbers")
    except NoSuchNumber:
        return Read(written=text, trouble="no_number")


def fitting(value: Decimal, text: str) -> Read:
    """The number, if a record can hold it exactly."""
    exponent = value.as_tuple().exponent
    if abs(value) >= 10**WHOLE_DIGITS or (isinstance(exponent, int) and -exponent > DECIMALS):
        return Read(written=text, trouble="too_exact")
    return Read(Given.VALUE, value)
