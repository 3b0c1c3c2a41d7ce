"""A date being assembled from the words of a text."""

import calendar
import re
from collections.abc import Iterator
from dataclasses import dataclass

from .date_words import ENGLISH_VERBS


@dataclass(slots=True)  # not frozen: made by the thousand, and mended in place
class Stretch:
    """A date being assembled; 0 where the text is silent. `firm` false: a date only if joined to another."""

    start: int
    end: int
    year: int = 0
    month: int = 0
    day: int = 0
    to_month: int = 0
    to_day: int = 0
    firm: bool = True
    begin: str = ""  # of a joined period


def checked(stretch: Stretch) -> Iterator[Stretch]:
    """The stretch if its day exists."""
    if exists(stretch):
        yield stretch


def exists(stretch: Stretch) -> bool:
    """Whether the calendar has such days."""
    if not 1 <= stretch.month <= 12:
        return False
    if max(stretch.day, stretch.to_day) <= 28:
        return stretch.day > 0 or not stretch.to_day
    return max(stretch.day, stretch.to_day) <= calendar.monthrange(stretch.year or 2024, stretch.month)[1]


def part_of_year(start: int, end: int, year: int, months: int, rank: int) -> Stretch | None:
    """The quarter or half of that rank."""
    if rank * months > 12:
        return None
    return Stretch(start, end, year, (rank - 1) * months + 1, to_month=rank * months)


def is_month(text: str, match: re.Match[str]) -> bool:
    """Whether “may” and “march” are written as months are."""
    return match["month"] not in ENGLISH_VERBS or text[match.start("month")].isupper()


def year_of(dated: str) -> int:
    """The year of a partial date."""
    return int(dated[:4])
