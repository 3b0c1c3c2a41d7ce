"""Dates that begin with a number: days, years, figures."""

import re
from collections.abc import Iterator

from .date_stretch import Stretch, checked, exists, is_month, part_of_year
from .date_words import (
    ALL_MONTHS,
    BARE_YEAR,
    COUNTED_NEXT,
    DAY_FIRST,
    DAYS_OF_MONTH,
    ISO,
    NUMERIC,
    PART_SIGN,
    SIGN_AFTER_YEAR,
)

OPENS_A_DAY = {"le", "au", "du", "on", "until", "since", "jusqu'au", "by", "at", "of", "from"}
NO_YEAR_AFTER = {
    "n°", "no", "numero", "article", "art", "page", "p", "agenda", "bp", "tel", "rfc", "iso", "resolution",
    "vision", "$", "€",
}  # fmt: skip
ROW = re.compile(r"\s?: ?[a-z]")
MID = re.compile(r"\bmid?-\Z")
NARROWED = re.compile(
    r"\b(?:(mi[- ]|mid[- ]|milieu de |middle of )|(fin |end of |late )|(debut |early |beginning of ))"
    r"(?:l'annee |the year |l'an )?\Z"
)


def from_number(folded: str, text: str, start: int, end: int) -> Iterator[Stretch]:
    """The dates that begin at a number: at most one."""
    before = folded[start - 1] if start else " "
    if before.isalpha() and before in "tqsh" and (sign := part_sign(folded, start - 1)):
        yield sign
    elif before.isalpha() or (before in ".,+°:" and start > 1 and folded[start - 2].isdigit()):
        return
    elif end - start == 4:
        yield from year_led(folded, start)
    elif end - start <= 2 and before not in "/" and not (before == "-" and glued(folded, start)):
        yield from day_led(folded, text, start)


def glued(folded: str, start: int) -> bool:
    """Whether a dash before a number ties it to a reference ("MMEIA-12") rather than to a date."""
    return start < 2 or not folded[start - 2].isspace()


def part_sign(folded: str, start: int) -> Stretch | None:
    """“Q1 2023”, « T2 2024 », "H1 2023"."""
    if start and folded[start - 1].isalnum():
        return None
    match = PART_SIGN.match(folded, start)
    if not match:
        return None
    return part_of_year(start, match.end(), int(match[3]), 3 if match[1] in "tq" else 6, int(match[2]))


def year_led(folded: str, start: int) -> Iterator[Stretch]:
    """An ISO date or a year alone."""
    if iso := ISO.match(folded, start):
        stretch = Stretch(start, iso.end(), int(iso[1]), int(iso[2]), int(iso[3] or 0))
        if exists(stretch):
            yield stretch
        return
    if not BARE_YEAR.match(folded, start):
        return
    year, end = int(folded[start : start + 4]), start + 4
    if sign := SIGN_AFTER_YEAR.match(folded, end):
        if part := part_of_year(start, sign.end(), year, 3 if sign[1] in "tq" else 6, int(sign[2])):
            yield part
    elif not numbers_something(folded, start, end):
        yield with_part_before(folded, Stretch(start, end, year))


def numbers_something(folded: str, start: int, end: int) -> bool:
    """Whether four digits count or number something rather than name a year."""
    before = folded[start - 1] if start else " "
    tied = before == "/" or (before == "-" and not BARE_YEAR.match(folded, max(start - 5, 0)))
    if tied and not MID.search(folded, max(start - 4, 0), start):
        return True
    if COUNTED_NEXT.match(folded, end):
        return True
    words = folded[max(start - 14, 0) : start].rstrip(" .:").split()
    return bool(words) and words[-1].lstrip("(").rpartition("'")[2] in NO_YEAR_AFTER


def with_part_before(folded: str, stretch: Stretch) -> Stretch:
    """A year with what narrows it: « mi-2024 », "mid-2024", « fin 2022 », "end of 2022"; a begin stays a whole year."""
    match = NARROWED.search(folded, max(stretch.start - 16, 0), stretch.start)
    if not match:
        return stretch
    stretch.start = match.start(1 if match[1] else 2 if match[2] else 3)
    stretch.month = 6 if match[1] else 12 if match[2] else 0
    return stretch


def day_led(folded: str, text: str, start: int) -> Iterator[Stretch]:
    """A date that begins with its day, in words or in figures."""
    if match := DAY_FIRST.match(folded, start):
        if is_month(text, match):
            day, to = int(match["day"]), int(match["to"] or 0)
            stretch = Stretch(
                start,
                match.end(),
                int(match["year"] or 0),
                ALL_MONTHS[match["month"]],
                day,
                to_day=to if to > day else 0,
            )
            yield from checked(stretch)
    elif match := DAYS_OF_MONTH.match(folded, start):
        yield from checked(Stretch(start, match.end(), 0, int(match[3]), int(match[1]), to_day=int(match[2])))
    elif match := NUMERIC.match(folded, start):
        yield from in_figures(folded, match)


def opens_a_row(folded: str, match: re.Match[str]) -> bool:
    """Whether a day in figures begins a line of an agenda: « 12/10 : atelier »."""
    line = folded.rfind("\n", 0, match.start()) + 1
    return not folded[line : match.start()].strip(" -*") and bool(ROW.match(folded, match.end()))


def in_figures(folded: str, match: re.Match[str]) -> Iterator[Stretch]:
    """« 15/08/2019 », 15.08.2019; « 15/08 » only after a word that opens a date."""
    day, month, year = int(match[1]), int(match[3]), match[4]
    if month > 12:
        day, month = month, day
    if year is None:
        words = folded[max(match.start() - 10, 0) : match.start()].split()
        in_brackets = (
            folded[match.start() - 1 : match.start()] == "(" and folded[match.end() : match.end() + 1] == ")"
        )
        opens = in_brackets or (words and words[-1] in OPENS_A_DAY) or opens_a_row(folded, match)
        if match[2] != "/" or not opens:
            return
    elif len(year) == 2 and match[2] != "/":
        return
    if day:
        full = int(year or 0) + (2000 if year and len(year) == 2 else 0)
        yield from checked(Stretch(match.start(), match.end(), full, month, day))
