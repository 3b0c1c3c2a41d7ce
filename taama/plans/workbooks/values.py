"""Cells of a plan as people write them: amounts, dates, states, lists. Plain Python but for its sentences."""

import re
from dataclasses import dataclass
from decimal import Decimal, InvalidOperation

from django.utils.translation import gettext as _

from taama.web.partial_dates import NoSuchDate, first_day
from taama.web.written_numbers import NoSuchNumber, TwoNumbers, number_written

from ..rules import Status
from .columns import folded
from .marks import ERROR, SHARE, UNCALCULATED
from .opening import Cell

NOT_GIVEN = {
    "n d",
    "nd",
    "n a",
    "na",
    "so",
    "s o",
    "a determiner",
    "non disponible",
    "tbd",
    "inconnu",
    "unknown",
}
BLANKS = {"-", "–", "—", "?", "…", "..."}
STATES = {
    Status.YET_TO_START: ("a demarrer", "non demarre", "non demarree", "pas demarre", "prevu", "prevue", "planifie",
                          "planifiee", "yet to start", "not started", "planned"),
    Status.ONGOING: ("en cours", "demarre", "demarree", "ongoing", "in progress", "started"),
    Status.COMPLETED: ("acheve", "achevee", "termine", "terminee", "realise", "realisee", "completed", "done"),
    Status.SUSPENDED: ("suspendu", "suspendue", "en arret", "suspended", "on hold"),
    Status.CANCELLED: ("annule", "annulee", "abandonne", "abandonnee", "cancelled", "canceled"),
}  # fmt: skip
MONTHS = {
    name: number
    for number, names in enumerate(
        (
            "janvier janv january jan", "fevrier fevr fev february feb", "mars march mar", "avril avr april apr",
            "mai may", "juin june jun", "juillet juil july jul", "aout august aug", "septembre sept september sep",
            "octobre oct october", "novembre nov november", "decembre dec december",
        ),
        start=1,
    )
    for name in names.split()
}  # fmt: skip
DAY = re.compile(r"(\d{1,2})[/.-](\d{1,2})[/.-](\d{4}|\d{2})")
MONTH = re.compile(r"(\d{1,2})[/.-](\d{4})")
NAMED = re.compile(r"(?:(\d{1,2})(?:er|st|nd|rd|th)? )?([a-z]+) (\d{4})")
AMERICAN = re.compile(r"([a-z]+) (\d{1,2})(?:st|nd|rd|th)? (\d{4})")
EXCEL_ERROR = re.compile(r"#(REF|N/A|VALUE|DIV/0|NAME|NUM|NULL|SPILL)[!?]?.*", re.IGNORECASE)
MONEY_WORDS = re.compile(r"\s*(f\s?cfa|fcfa|xof|cfa|eur|euros?|usd|€|\$)\s*\.?$", re.IGNORECASE)


class Unclear(ValueError):
    """The cell cannot be understood; the text says why."""


@dataclass(frozen=True)
class Told:
    """What a cell says, and a word on how it was read, where there was a choice."""

    value: object
    note: str = ""


def is_blank(cell: Cell) -> bool:
    """Whether a cell says nothing, in one of the ways people say it; a marked one says too much."""
    if cell.kind in (ERROR, UNCALCULATED):
        return False
    return not cell.text or cell.text in BLANKS or folded(cell.text) in NOT_GIVEN


def check_error(cell: Cell) -> None:
    """Refuse what Excel itself could not compute, or has not computed yet."""
    if cell.kind == ERROR or (not cell.kind and EXCEL_ERROR.fullmatch(cell.text)):
        raise Unclear(_("This cell holds an error of Excel: mend its formula."))
    if cell.kind == UNCALCULATED:
        raise Unclear(
            _("This cell holds a formula that was never computed: open the file in Excel and save it.")
        )


def amount(cell: Cell) -> Told:
    """An amount of money: a number, or text as people write it; a share is none."""
    text = MONEY_WORDS.sub("", cell.text)
    if "%" in text or cell.kind == SHARE:
        raise Unclear(_("“%(text)s” is a share, not an amount.") % {"text": cell.text})
    try:
        value = Decimal(text) if cell.kind == "number" else number_written(text)
    except TwoNumbers:
        raise Unclear(_("“%(text)s” can be read in two ways.") % {"text": cell.text}) from None
    except (NoSuchNumber, InvalidOperation):
        raise Unclear(_("“%(text)s” is not a number.") % {"text": cell.text}) from None
    if value < 0 or (0 < value < 1):
        raise Unclear(_("“%(text)s” is no amount of money.") % {"text": cell.text})
    said = _("text read as %(value)s") % {"value": value} if cell.kind != "number" else ""
    return Told(value.quantize(Decimal("0.01")), said)


def date(cell: Cell) -> Told:
    """A day, month or year; days come before months, unless only the other way is a date."""
    if cell.kind == "day":
        return Told(valid(cell.text[:10], cell))
    text = cell.text.strip()
    if re.fullmatch(r"\d{4}(-\d{2}){0,2}", text):
        return Told(valid(text, cell))
    if found := DAY.fullmatch(text):
        return numbered_day(found, cell)
    if found := MONTH.fullmatch(text):
        return Told(valid(f"{found[2]}-{int(found[1]):02}", cell))
    return named_day(cell)


def numbered_day(found: re.Match[str], cell: Cell) -> Told:
    """31/12/2026; 12/31/2026 where only that is a date; 05/06/2026 with a word on how it was read."""
    one, other, year = int(found[1]), int(found[2]), found[3] if len(found[3]) == 4 else f"20{found[3]}"
    if other > 12 >= one:
        one, other = other, one
    text = valid(f"{year}-{other:02}-{one:02}", cell)
    is_open = (one <= 12 and one != other) or int(found[1]) != one
    return Told(text, _("read as %(day)s, day before month") % {"day": text} if is_open else "")


def named_day(cell: Cell) -> Told:
    """« décembre 2026 », « 1er déc. 2026 », “December 31, 2026”."""
    text = folded(cell.text)
    found = NAMED.fullmatch(text)
    day, month, year = (found[1], found[2], found[3]) if found else (None, "", "")
    if not found and (other := AMERICAN.fullmatch(text)):
        day, month, year = other[2], other[1], other[3]
    if month not in MONTHS:
        sentence = _("“%(text)s” is not a date. Write 2022, 2022-05 or 2022-05-06.")
        raise Unclear(sentence % {"text": cell.text})
    return Told(valid(f"{year}-{MONTHS[month]:02}" + (f"-{int(day):02}" if day else ""), cell))


def valid(text: str, cell: Cell) -> str:
    """A partial date that exists, in this century or the last."""
    try:
        if not 1950 <= first_day(text).year <= 2100:
            raise NoSuchDate(text)
    except NoSuchDate:
        sentence = _("“%(text)s” is not a date. Write 2022, 2022-05 or 2022-05-06.")
        raise Unclear(sentence % {"text": cell.text}) from None
    return text


def state(cell: Cell) -> Told:
    """Where an activity stands, in French or English."""
    said = folded(cell.text)
    for status, names in STATES.items():
        if said in names or said == folded(status.value):
            return Told(status.value)
    choices = ", ".join(str(status.label) for status in Status)
    raise Unclear(_("“%(text)s” is not one of: %(choices)s.") % {"text": cell.text, "choices": choices})


def listed(cell: Cell) -> list[str]:
    """A cell that lists several: parted by ; | / or lines, and by commas."""
    return [one.strip() for one in re.split(r"[;|\n,/]+", cell.text) if one.strip()]
