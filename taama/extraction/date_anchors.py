"""What in a folded text can be a date: numbers, names of months and days, quarters; not yet joined, nor completed."""

import datetime as dt
import re
from collections.abc import Callable

from taama.web.partial_dates import first_day, parts

from .date_numbers import from_number
from .date_stretch import Stretch, exists, is_month, part_of_year, year_of
from .date_words import AFTER_A_PART, MONTH_FIRST, MONTHS, NUMBER, ORDINALS, WEEKDAY, WORDS
from .told import About

# What stands before a month without day or year that shows that a date is meant.
OPENS_A_MONTH = {
    "en", "in", "de", "d'", "fin", "debut", "mi", "mid", "depuis", "since", "until", "early", "late", "during",
    "courant", "jusqu'en", "from", "between", "entre", "of", "end", "by", "a",
}  # fmt: skip
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


# A date follows, or the days of every week (“Monday to Friday”).
NO_SINGLE_DAY = re.compile(
    rf",? (?:le )?(?:[0-9]|the [0-9]|premier )|s?\s?(?:-|a|au|to|through|et|and)\s?(?:le )?(?:{WEEKDAY})"
)


def anchored(folded: str, text: str, about: About) -> list[Stretch]:
    """All that can be a date, overlapping ones too."""
    found = [
        stretch
        for match in NUMBER.finditer(folded)
        for stretch in from_number(folded, text, match.start(), match.end())
    ]
    for last, (kind, value, length) in WORDS.iter(folded):
        start, end = last + 1 - length, last + 1
        if (start == 0 or not folded[start - 1].isalnum()) and not folded[end : end + 1].isalpha():
            stretch = FROM_WORD[kind](folded, text, start, end, value, about)
            if stretch:
                found.append(stretch)
    return found


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
    if NO_SINGLE_DAY.match(folded, end) or month_next(folded, end):
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
