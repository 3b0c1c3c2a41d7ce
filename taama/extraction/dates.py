"""Dates and periods in a text, French and English, with exact offsets; never a clock: `About.dated` is today.

One pass finds anchors (numbers, names of months, quarters); only around them is anything assembled.
A date stands in `as_of`, as precise as the text (« fin 2022 » is 2022-12, « mi-2024 » 2024-06, « début 2022 » 2022); a
period, a quarter, « depuis » and « jusqu’en » in `begin` and `finish`.
"""

import calendar
import datetime as dt
import re
from collections.abc import Iterator

from taama.web.partial_dates import first_day, last_day

from .date_anchors import anchored
from .date_stretch import Stretch, year_of
from .date_words import AHEAD, BETWEEN, LAST_ONE, NEXT_ONE, WEEKDAYS
from .folding import fold
from .told import About, ToldTime

SINCE = {"depuis", "since"}
UNTIL = {"jusqu'en", "jusqu'au", "jusqu'a", "until", "till"}
STARTING = re.compile(r"a (?:partir|compter) d|starting |as from")
PASSED_OVER = {
    "le", "la", "the", "l'annee", "l'an", "year", "mois", "month", "de", "of", "fin", "end", "d'", "debut", "en",
    *WEEKDAYS,
}  # fmt: skip
GAP_AT_MOST = 28
SENTENCE_AT_MOST = 160
ENDED = re.compile(r"[.!?\n]\s")
NEAR_FUTURE = dt.timedelta(days=92)


def find_times(text: str, about: About, at: int = 0, end: int | None = None) -> list[ToldTime]:
    """Dates and periods between two offsets of the text, in order; what lacks its year takes the document's."""
    stretch_of_text = text[at:end] if at or end is not None else text
    folded = fold(stretch_of_text)
    found = joined(in_order(anchored(folded, stretch_of_text, about)), folded)
    return list(told(found, folded, about, at))


def in_order(found: list[Stretch]) -> list[Stretch]:
    """By place, the longest of those that overlap."""
    kept: list[Stretch] = []
    for stretch in sorted(found, key=lambda one: (one.start, -one.end)):
        if kept and stretch.start < kept[-1].end:
            if stretch.end - stretch.start > kept[-1].end - kept[-1].start:
                kept[-1] = stretch
        else:
            kept.append(stretch)
    return kept


def joined(found: list[Stretch], folded: str) -> list[Stretch]:
    """Two dates with a word of a range between them made one period."""
    made: list[Stretch] = []
    for stretch in found:
        period = period_of(made[-1], stretch, folded) if made else None
        if period:
            made[-1] = period
        else:
            made.append(stretch)
    return [stretch for stretch in made if stretch.firm]


def period_of(left: Stretch, right: Stretch, folded: str) -> Stretch | None:
    """The period from one to the other, if the words between and before say so."""
    if left.begin or right.start - left.end > GAP_AT_MOST or right.to_month or left.to_month:
        return None
    match = BETWEEN.fullmatch(folded, left.end, right.start)
    if not match or not (match["strong"] or match["weak"]):
        return None
    if match["weak"] and not match["strong"] and not pairs(left, right, folded):
        return None
    if match["strong"] in {"-", "/"} and precision(left) != precision(right):
        return None
    if not right.year and left.year and right.month:
        right.year = left.year
    if not right.year:
        return unfinished(left, right)
    begin, finish = iso(left, left.year or right.year), iso(right, right.year, last=True)
    if first_day(begin) > last_day(finish):
        return None
    return Stretch(
        left.start, right.end, right.year, right.month, right.day, begin=begin, to_day=right.to_day
    )


def unfinished(left: Stretch, right: Stretch) -> Stretch | None:
    """« entre janvier et mars », « du 29 mai au 2 juin »: a period that lacks its year."""
    if left.year or left.to_day or precision(left) != precision(right) or right.month <= left.month:
        return None
    firm = left.firm or right.firm
    return Stretch(
        left.start, right.end, 0, left.month, left.day, right.month, right.to_day or right.day, firm
    )


def pairs(left: Stretch, right: Stretch, folded: str) -> bool:
    """Whether “and” makes a period: after « entre », or where the second date completes the first."""
    if opener(folded, left.start) in {"entre", "between"}:
        return True
    return not left.year and precision(left) == precision(right) and follows_on(left, right)


def follows_on(left: Stretch, right: Stretch) -> bool:
    """Whether the second is the very next month, or day over the end of a month."""
    return right.month == left.month + 1 and (not right.day or (left.day >= 28 and right.day == 1))


def precision(stretch: Stretch) -> int:
    """1 for a year, 2 for a month, 3 for a day."""
    return 3 if stretch.day else 2 if stretch.month else 1


def iso(stretch: Stretch, year: int, last: bool = False) -> str:
    """The partial date of its first, or of its last, part."""
    month = (stretch.to_month if last else 0) or stretch.month
    day = (stretch.to_day if last else 0) or stretch.day
    if day and month:
        return f"{year:04d}-{month:02d}-{day:02d}"
    return f"{year:04d}-{month:02d}" if month else f"{year:04d}"


def told(found: list[Stretch], folded: str, about: About, at: int) -> Iterator[ToldTime]:
    """Each stretch with its year, as the words before it have it; left out where no year can be known."""
    year_before = 0
    before: Stretch | None = None
    for stretch in found:
        year = (
            stretch.year or beside(before, stretch, folded) or completed(stretch, folded, about, year_before)
        )
        if not year:
            continue
        year_before = stretch.year or year_before
        before = stretch
        yield as_told(stretch, year, folded, at)


def beside(before: Stretch | None, stretch: Stretch, folded: str) -> int:
    """The year of a full day a little before in one sentence: « validé le 6 mai 2022 et transmis le 12 mai »."""
    if before is None or not (before.year and before.day and stretch.day) or stretch.month < before.month:
        return 0
    is_one_sentence = stretch.start - before.end < SENTENCE_AT_MOST and not ENDED.search(
        folded, before.end, stretch.start
    )
    return before.year if is_one_sentence else 0


def completed(stretch: Stretch, folded: str, about: About, year_before: int) -> int:
    """The year of a date without one: the document's, the year before where that lies well ahead of it."""
    if len(about.dated) < 7:
        return year_of(about.dated) if about.dated else year_before
    year = year_of(about.dated)
    day = nearest_day(year, stretch)
    if NEXT_ONE.match(folded, stretch.end):
        return year if day > first_day(about.dated) else year + 1
    if LAST_ONE.match(folded, stretch.end):
        return year if day <= last_day(about.dated) else year - 1
    if lies_ahead(folded, stretch.start):
        return year if stretch_ends(day, stretch) >= first_day(about.dated) else year + 1
    return year if day <= last_day(about.dated) + NEAR_FUTURE else year - 1


def lies_ahead(folded: str, start: int) -> bool:
    """Whether the words before a date, in its sentence, speak of what is to come: « se tiendra », "will host"."""
    begin = max(start - 110, 0)
    return bool(AHEAD.search(folded, max(begin, folded.rfind(". ", begin, start)), start))


def stretch_ends(day: dt.date, stretch: Stretch) -> dt.date:
    """The last day a date without a year can mean in the year of its first."""
    return day if stretch.day else last_day(f"{day.year:04d}-{day.month:02d}")


def nearest_day(year: int, stretch: Stretch) -> dt.date:
    """Its first day in that year; 29 February is the 28th in other years."""
    longest = calendar.monthrange(year, stretch.month)[1]
    return dt.date(year, stretch.month, min(stretch.day or 1, longest))


def as_told(stretch: Stretch, year: int, folded: str, at: int) -> ToldTime:
    """A period where it has two ends or an open one, else a date."""
    start, end = stretch.start + at, stretch.end + at
    begin, finish = stretch.begin or iso(stretch, year), iso(stretch, year, last=True)
    if begin != finish:
        return ToldTime(start, end, begin=begin, finish=finish)
    before = opener(folded, stretch.start)
    if before in SINCE or starts(folded, stretch.start):
        return ToldTime(start, end, begin=begin)
    if before in UNTIL:
        return ToldTime(start, end, finish=finish)
    return ToldTime(start, end, as_of=begin)


def starts(folded: str, start: int) -> bool:
    """Whether the words before open a period: « à partir de », "starting"."""
    before = folded[max(start - 22, 0) : start]
    return bool(STARTING.search(before))


def opener(folded: str, start: int) -> str:
    """The word that governs a date, past articles and the day of the week."""
    for word in reversed(folded[max(start - 40, 0) : start].split()):
        plain = word.strip(",(")
        if plain not in PASSED_OVER:
            return plain
    return ""
