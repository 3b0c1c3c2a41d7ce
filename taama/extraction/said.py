"""What a quantity is said of: the noun behind it, before it, of an earlier figure, above its row."""

import re
from dataclasses import dataclass

from . import shares
from .counted import Counted, Decoy, noun_after, noun_before
from .decoys import Left
from .passage import Passage
from .quantities import MONEY, Quantity, is_year
from .tables import counted_above
from .told import Span, ToldFigure

LEAD = re.compile(r"[ \n](?:de|des|of)(?=[ \n])|[ \n]d'")
OUT_OF = re.compile(r"[ \n](?:out of|of|sur|des|parmi)(?: the| les| ces| these)?[ \n](?=[0-9a-z])")
THE_NUMBER_OF = re.compile(
    r"[ \n](?:le nombre|the number|le total|the total)(?: total)?[ \n](?:de(?=[ \n])|d'|des(?=[ \n])|of(?=[ \n]))"
)
OF_THEM = re.compile(r"[ \n](?:d'entre (?:eux|elles)|of (?:them|whom|these|those))\b")
THEY_ARE = re.compile(
    r"\b(?:ils|elles|they) (?:sont|etaient|seraient|are|were)(?: (?:au nombre de|estimee?s a))?[ \n]$"
)
# What may stand before a number that leaves its noun to the figure before: « contre 172 481 », "France with 86,437".
ELLIPSIS = re.compile(
    r"(?:[(:]|\b(?:avec|with|contre|against|versus|from|de|a|to|et|and|puis|then|dont|including)|,)[ \n]?$"
)
WITH_TIME_OR_PLACE = 12
FARTHEST = 90
OPEN_FROM = 10
LONGEST_OPEN = 3


@dataclass(frozen=True, slots=True)
class Found(Span):
    """The words and the unit a quantity is said of, the span of both, and how sure it is."""

    what: str
    phrase: str
    unit: str
    sureness: float
    inherited: ToldFigure | None = None


def said_of(passage: Passage, quantity: Quantity, place: int) -> Found | None:
    """What the quantity at this place of the numbers is said of, None if of nothing."""
    if quantity.unit in MONEY:
        return money(passage, quantity)
    if quantity.unit == "percent":
        return share(passage, quantity)
    try:
        return (
            behind(passage, quantity, place)
            or in_front(passage, quantity)
            or left_to_earlier(passage, quantity)
            or of_row(passage, quantity)
        )
    except Decoy:
        return None


def money(passage: Passage, quantity: Quantity) -> Found:
    """A sum, with what the sentence says it is for."""
    floor, ceiling = passage.sentence(quantity.core)
    span = shares.paid_for(passage.folded, floor, quantity.start, quantity.end, ceiling)
    start, end = span or (quantity.number.end, quantity.end)
    what = passage.words(start, end)
    return Found(
        quantity.start, quantity.end, what, passage.folded[start:end], quantity.unit, 0.9 if span else 0.8
    )


def share(passage: Passage, quantity: Quantity) -> Found | None:
    """A share with what it is of."""
    floor, _ = passage.sentence(quantity.core)
    counted = shares.shared(passage.text, passage.folded, floor, quantity.start, quantity.end)
    if not counted:
        return Found(quantity.start, quantity.end, "", "", "percent", 0.5)
    what = passage.words(counted.start, counted.end)
    end = counted.end if counted.start >= quantity.end else quantity.end
    return Found(quantity.start, end, what, counted.words, "percent", 0.9)


def behind(passage: Passage, quantity: Quantity, place: int) -> Found | None:
    """The noun right behind: « 18 000 migrants », "16 of the 33 champion countries", « porté à 250 le nombre de … »."""
    text, folded, end = passage.text, passage.folded, quantity.end
    lead = LEAD.match(folded, end) if quantity.value >= 10**6 else None
    counted = noun_after(text, folded, lead.end() if lead else end, is_one=quantity.value == 1)
    if counted is None:
        counted = behind_another(passage, end, place)
    if counted is None or not is_acceptable(passage, quantity, counted):
        return None
    return found_with(passage, counted, quantity.start, counted.end, 0.9 if counted.unit else 0.55)


def behind_another(passage: Passage, end: int, place: int) -> Counted | None:
    """The noun behind the whole the number is part of, or behind « le nombre de »."""
    whole = THE_NUMBER_OF.match(passage.folded, end)
    if whole:
        return noun_after(passage.text, passage.folded, whole.end())
    part = OUT_OF.match(passage.folded, end)
    if not part or place + 1 >= len(passage.numbers) or passage.numbers[place + 1].start != part.end():
        return None
    return noun_after(passage.text, passage.folded, passage.numbers[place + 1].end)


def is_acceptable(passage: Passage, quantity: Quantity, counted: Counted) -> bool:
    """Whether a number of this shape counts such a noun: of an unknown noun only a clear number does."""
    number = quantity.number
    if counted.unit:
        return not (number.in_letters and number.value < 2)
    is_short = counted.words.count(" ") < LONGEST_OPEN
    return is_short and not number.in_letters and number.value >= OPEN_FROM and not is_year(number)


def in_front(passage: Passage, quantity: Quantity) -> Found | None:
    """The noun before: « les déplacés étaient 160 000 », « Nombre de retours : 3 245 », « femmes (1 200) »."""
    floor, _ = passage.sentence(quantity.core)
    if is_year(quantity.number) and not passage.folded[floor : quantity.start].rstrip().endswith((":", "=")):
        return None
    counted = noun_before(passage.text, passage.folded, floor, quantity.start)
    if counted is None:
        return None
    start = counted.start if quantity.end - counted.start <= FARTHEST else quantity.start
    return found_with(passage, counted, start, quantity.end, 0.8)


def found_with(passage: Passage, counted: Counted, start: int, end: int, sureness: float) -> Found:
    """What was found, from the counted phrase."""
    what = passage.words(counted.start, counted.end)
    return Found(start, end, what, counted.words, counted.unit or "count", sureness)


def left_to_earlier(passage: Passage, quantity: Quantity) -> Found | None:
    """The noun of the figure before: « 284 025 déplacements en 2019, 153 990 en 2022 », « ils étaient 54 »."""
    earlier = passage.previous
    if earlier is None or earlier.unit == "percent":
        return None
    them = OF_THEM.match(passage.folded, quantity.end)
    if them and earlier.unit not in MONEY:
        return inheriting(quantity, earlier, them.end(), 0.75)
    if (
        THEY_ARE.search(passage.folded, max(0, quantity.start - 36), quantity.start)
        and earlier.unit not in MONEY
    ):
        return inheriting(quantity, earlier, quantity.end, 0.6)
    floor, _ = passage.sentence(quantity.core)
    if earlier.start < floor or not is_elliptic(passage, quantity, earlier):
        return None
    return inheriting(quantity, earlier, quantity.end, 0.7)


def inheriting(quantity: Quantity, earlier: ToldFigure, end: int, sureness: float) -> Found:
    """What was found, from an earlier figure."""
    return Found(quantity.start, end, earlier.what, "", earlier.unit, sureness, earlier)


def is_elliptic(passage: Passage, quantity: Quantity, earlier: ToldFigure) -> bool:
    """Whether the number is of the same make as the earlier one and leaves the noun out."""
    number = quantity.number
    if earlier.unit in MONEY:
        return number.magnitude > 1
    is_clear = not number.is_bare and not number.in_letters or number.value > 2100
    if not is_clear and number.value < OPEN_FROM or is_year(number):
        return False
    if not ELLIPSIS.search(passage.folded, max(0, quantity.start - 12), quantity.start):
        return False
    return is_clear or names_follow(passage, quantity.end)


def names_follow(passage: Passage, end: int) -> bool:
    """Whether a time or a place stands close behind."""
    near = end + WITH_TIME_OR_PLACE
    return any(end <= start <= near for start in (*passage.time_starts, *passage.place_starts))


def of_row(passage: Passage, quantity: Quantity) -> Found | None:
    """The noun above a row: « Kayes : 1 245 »."""
    number = quantity.number
    if number.in_letters or is_year(number):
        return None
    counted = counted_above(passage.folded, quantity.start, quantity.end)
    if counted is None or Left.of(passage.folded, quantity.start).is_decoy:
        return None
    return found_with(passage, counted, quantity.start, quantity.end, 0.6)
