"""What in a folded text can be a date: numbers, names of months and days, quarters; not yet joined, nor completed."""

import calendar
import datetime as dt
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from taama.web.partial_dates import first_day, parts

from .date_words import (
    AFTER_A_PART,
    ALL_MONTHS,
    BARE_YEAR,
    COUNTED_NEXT,
    DAY_FIRST,
    DAYS_OF_MONTH,
    ENGLISH_VERBS,
    ISO,
    MONTH_FIRST,
    MONTHS,
    NUMBER,
    NUMERIC,
    ORDINALS,
    PART_SIGN,
    SIGN_AFTER_YEAR,
    WORDS,
)
from .told import About

# What stands before a month without day or year that shows that a date is meant.
OPENS_A_MONTH = {
    "en", "in", "de", "d'", "fin", "debut", "mi", "mid", "depuis", "since", "until", "early", "late", "during",
    "courant", "jusqu'en", "from", "between", "entre", "of", "end", "by", "a",
}  # fmt: skip
OPENS_A_DAY = {"le", "au", "du", "on", "until", "since", "jusqu'au", "by", "at", "of", "from"}
EVERY_WEEK = {
    "le",
    "les",
    "chaque",
    "tous",
    "every",
    "each",
    "au",
    "du",
    "a",
    "the",
    "de",
    "of",
    "et",
    "and",
    "to",
}
NO_YEAR_AFTER = {
    "n°", "no", "numero", "article", "art", "page", "p", "agenda", "bp", "tel", "rfc", "iso", "resolution",
    "vision", "$", "€",
}  # fmt: skip
MID = re.compile(r"\bmid?-\Z")
NARROWED = re.compile(
    r"\b(?:(mi[- ]|mid[- ]|milieu de |middle of )|(fin |end of |late )|(debut |early |beginning of ))"
    r"(?:l'annee |the year |l'an )?\Z"
)


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


def anchored(folded: str, text: str, about: About) -> list[Stretch]:
    """All that can be a date, overlapping ones too."""
    found = [
        stretch
        for match in NUMBER.finditer(folded)
        if match.end() - match.start() <= 4
        for stretch in from_number(folded, text, match.start(), match.end())
    ]
    for last, (kind, value, length) in WORDS.iter(folded):
        start, end = last + 1 - length, last + 1
        if (start == 0 or not folded[start - 1].isalnum()) and not folded[end : end + 1].isalpha():
            stretch = FROM_WORD[kind](folded, text, start, end, value, about)
            if stretch:
                found.append(stretch)
    return found


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


def part_of_year(start: int, end: int, year: int, months: int, rank: int) -> Stretch | None:
    """The quarter or half of that rank."""
    if rank * months > 12:
        return None
    return Stretch(start, end, year, (rank - 1) * months + 1, to_month=rank * months)


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


def is_month(text: str, match: re.Match[str]) -> bool:
    """Whether “may” and “march” are written as months are."""
    return match["month"] not in ENGLISH_VERBS or text[match.start("month")].isupper()


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
        if match[2] != "/" or not (in_brackets or (words and words[-1] in OPENS_A_DAY)):
            return
    elif len(year) == 2 and match[2] != "/":
        return
    if day:
        full = int(year or 0) + (2000 if year and len(year) == 2 else 0)
        yield from checked(Stretch(match.start(), match.end(), full, month, day))


def from_month(folded: str, text: str, start: int, end: int, value: int, about: About) -> Stretch | None:
    """« juin 2020 », "May 6, 2022", « en mai »; a month alone counts only after a word that opens it."""
    match = MONTH_FIRST.match(folded, start)
    if not match or not is_month(text, match):
        return None
    day, to = int(match["day"] or 0), int(match["to"] or 0)
    if day and match["month"] in MONTHS and not text[start].isupper():  # « en mai 12 migrants »
        day, to, end = 0, 0, match.end("month")
    else:
        end = match.end()
    year = int(match["year"] or 0) if end == match.end() else 0
    bare = not day and not year
    if not year and match["month"] not in MONTHS and not text[start].isupper():
        return None
    firm = not bare or word_before(folded, start) in OPENS_A_MONTH
    stretch = Stretch(start, end, year, value, day, to_day=to if to > day else 0, firm=firm)
    return stretch if exists(stretch) else None


def word_before(folded: str, start: int) -> str:
    """The word before an offset, without the mark that ties it."""
    before = folded[max(start - 12, 0) : start]
    if before.endswith("d'"):
        return "d'"
    words = before.rstrip(" -\n").split()
    return words[-1].split("-")[-1].lstrip("(") if words else ""


def from_part(folded: str, text: str, start: int, end: int, months: int, about: About) -> Stretch | None:
    """« premier trimestre 2023 », "first half of 2023"; without a year the document's."""
    words = list(re.finditer(r"[^\s(]+", folded[max(start - 14, 0) : start]))
    rank = ORDINALS.get(words[-1][0], 0) if words else 0
    if not rank:
        return None
    begin = max(start - 14, 0) + words[-1].start()
    rank = 2 if months == 6 and rank == 4 else rank
    year = AFTER_A_PART.match(folded, end)
    if year:
        return part_of_year(begin, year.end(), int(year[1]), months, rank)
    return part_of_year(begin, end, year_of(about.dated), months, rank) if about.dated else None


def from_year_word(folded: str, text: str, start: int, end: int, value: int, about: About) -> Stretch | None:
    """« l’année dernière », as the document's own date has it."""
    return Stretch(start, end, year_of(about.dated) + value) if about.dated else None


def from_month_word(folded: str, text: str, start: int, end: int, value: int, about: About) -> Stretch | None:
    """« le mois dernier »."""
    if len(about.dated) < 7:
        return None
    year, month, _ = parts(about.dated)
    months = year * 12 + (month or 1) - 1 + value
    return Stretch(start, end, months // 12, months % 12 + 1)


def from_weekday(folded: str, text: str, start: int, end: int, value: int, about: About) -> Stretch | None:
    """« ce mardi », "on Tuesday": the day before or of the document; not where a date follows."""
    if len(about.dated) != 10 or word_before(folded, start) in EVERY_WEEK:
        return None
    if re.match(r",? (?:le )?(?:[0-9]|the [0-9]|premier )", folded[end : end + 8]) or month_next(folded, end):
        return None
    today = first_day(about.dated)
    day = today - dt.timedelta(days=(today.weekday() - value) % 7)
    return Stretch(start, end, day.year, day.month, day.day)


def from_day_word(folded: str, text: str, start: int, end: int, value: int, about: About) -> Stretch | None:
    """« hier », "today"."""
    if len(about.dated) != 10:
        return None
    day = first_day(about.dated) + dt.timedelta(days=value)
    return Stretch(start, end, day.year, day.month, day.day)


def month_next(folded: str, end: int) -> bool:
    """Whether a month follows ("Tuesday, May 6")."""
    return bool(MONTH_FIRST.match(folded, end + (2 if folded[end : end + 1] == "," else 1)))


FROM_WORD: dict[str, Callable[[str, str, int, int, int, About], Stretch | None]] = {
    "month": from_month,
    "part": from_part,
    "year": from_year_word,
    "last month": from_month_word,
    "weekday": from_weekday,
    "day": from_day_word,
}


def year_of(dated: str) -> int:
    """The year of a partial date."""
    return int(dated[:4])
