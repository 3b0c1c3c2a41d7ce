"""A number with all that belongs to it: hedges, range, currency or sign of a share."""

import re
from collections.abc import Sequence
from decimal import Decimal
from typing import NamedTuple

from .hedges import hedge_before, hedge_behind
from .numbers import WrittenNumber
from .units import currency_before, currency_behind, percent_behind


class Quantity(NamedTuple):
    """A value or a range in a text, from its hedge to its unit; `unit` is "" where a noun has to say it."""

    start: int
    end: int
    value: Decimal
    number: WrittenNumber
    value_to: Decimal | None = None
    qualifier: str = "exactly"
    unit: str = ""
    core: int = 0


JOINT = re.compile(r"(?:[ \n]?(-|\x96|\x97)[ \n]?|[ \n](?:(a|to)|(et|and))[ \n])(?=[0-9a-z$\x80])")
MONEY = ("xof", "usd", "eur")


def quantity_at(text: str, folded: str, numbers: Sequence[WrittenNumber], place: int) -> Quantity:
    """The quantity that the number at this place of the list begins."""
    number = numbers[place]
    first = with_unit(folded, number)
    quantity = with_range(folded, numbers, place, first) or first
    if not quantity.unit and quantity.value_to is None:
        quantity = with_unit_of_list(folded, numbers, place, quantity)
    return with_hedges(text, folded, quantity)


def with_unit(folded: str, number: WrittenNumber) -> Quantity:
    """The number with its currency or sign of a share."""
    share = percent_behind(folded, number.end)
    if share:
        return Quantity(number.start, share, number.decimal, number, unit="percent", core=number.start)
    behind = currency_behind(folded, number.end)
    if behind:
        return Quantity(number.start, behind[0], number.value, number, unit=behind[1], core=number.start)
    before = currency_before(folded, number.start)
    if before:
        return Quantity(before[0], number.end, number.value, number, unit=before[1], core=number.start)
    return Quantity(number.start, number.end, number.value, number, core=number.start)


LISTED = re.compile(
    r"(?:,|;|[ ]et|[ ]and|[ ]ou|[ ]or|[ ]puis|[ ]then)[ \n](?:et |and |de |of |from )?(?=[0-9a-z$])"
)
MOST_LISTED = 4
LATER = re.compile(r"[ \n](?:en|in)[ \n][^.;]{2,24}[ \n](?:a|to)[ \n]")


def with_unit_of_list(
    folded: str, numbers: Sequence[WrittenNumber], place: int, quantity: Quantity
) -> Quantity:
    """The quantity with the unit said once behind a list: « 45, 35 et 20 % », or a change: « de 40 en 2019 à 45 % »."""
    end = quantity.end
    for following in numbers[place + 1 : place + MOST_LISTED]:
        joint = LISTED.match(folded, end)
        if joint is None and folded[end : end + 4] in (" en ", " in ") and is_change(folded, quantity.start):
            joint = LATER.match(folded, end)
        if joint is None:
            return quantity
        other = with_unit(folded, following)
        if joint.end() != other.start:
            return quantity
        if other.unit:
            value = quantity.number.decimal if other.unit == "percent" else quantity.value
            return quantity._replace(unit=other.unit, value=value)
        end = following.end
    return quantity


def with_range(folded: str, numbers: Sequence[WrittenNumber], place: int, first: Quantity) -> Quantity | None:
    """The range this quantity begins (« de 4 à 6 millions », "10-15 per cent"), if it begins one."""
    joint = JOINT.match(folded, first.end)
    if not joint or place + 1 >= len(numbers):
        return None
    second = with_unit(folded, numbers[place + 1])
    if second.start != joint.end():
        return None
    opening = opening_word(folded, first.start, bool(joint[3]))
    if opening is None:
        return None
    if is_change(folded, first.start):
        return sharing_magnitude(first, second)
    return joined(first, second, opening)


def sharing_magnitude(first: Quantity, second: Quantity) -> Quantity:
    """The first of two values, in the magnitude and unit said with the second: « de 538 à 700 milliards de FCFA »."""
    factor = second.number.magnitude
    is_shared = factor > 1 and first.number.magnitude == 1 and first.value < 1000
    value = first.value * factor if is_shared else first.value
    return first._replace(value=value, unit=first.unit or second.unit)


def joined(first: Quantity, second: Quantity, start: int) -> Quantity | None:
    """Both as one range; None where the second is not the greater."""
    low, high = first.value, second.value
    if second.unit == "percent":
        low = first.number.decimal
    factor = second.number.magnitude
    if factor > 1 and first.number.magnitude == 1 and low < high / factor:
        low *= factor
    if low >= high or (is_year(first.number) and is_year(second.number) and not second.unit):
        return None
    unit = second.unit or first.unit
    return first._replace(
        start=start, end=second.end, value=low, value_to=high, qualifier="between", unit=unit
    )


BETWEEN = re.compile(r"(?:entre|between)(?: (?:les?|the))?[ \n]$")
CHANGE = re.compile(
    r"(?:pass\w+|augment\w+|rose|risen|increas\w+|grew|grown|fell|fallen|dropp?\w+|declin\w+|went|chut\w+|recul\w+"
    r"|baiss\w+|diminu\w+|reduced|doubl\w+|tripl\w+|multipl\w+|up|down)\b[^.;]{0,30}[ \n](?:de|from)[ \n]$"
)


def opening_word(folded: str, start: int, is_needed: bool) -> int | None:
    """Where « entre » stands before the range, else where the range itself starts; None where it is missed."""
    found = BETWEEN.search(folded, start - 14, start)
    if found:
        return found.start()
    return None if is_needed else start


def is_change(folded: str, start: int) -> bool:
    """Whether two values of two times follow: « est passé de 344 000 à 360 591 »."""
    return folded[max(0, start - 5) : start].endswith(("de ", "from ")) and bool(
        CHANGE.search(folded, start - 60, start)
    )


def is_year(number: WrittenNumber) -> bool:
    """Whether the number may be a year: four bare digits of our times."""
    return number.is_bare and 1900 <= number.value <= 2100


def with_hedges(text: str, folded: str, quantity: Quantity) -> Quantity:
    """The quantity with the hedges around it; the nearest counts, all belong to the span."""
    if quantity.number.is_rough and quantity.value_to is None:
        quantity = quantity._replace(qualifier="about")
    before = hedge_before(text, folded, quantity.start)
    if before:
        further = hedge_before(text, folded, before[0])
        start = further[0] if further and further[1] == "about" else before[0]
        qualifier = quantity.qualifier if quantity.value_to is not None else before[1]
        quantity = quantity._replace(start=start, qualifier=qualifier)
    behind = hedge_behind(folded, quantity.end)
    if behind and quantity.qualifier == "exactly":
        quantity = quantity._replace(end=behind[0], qualifier=behind[1])
    elif behind:
        quantity = quantity._replace(end=behind[0])
    return quantity
