"""A document's own day: where it is said to be published, dated or made; never a day it speaks of."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from .dates import find_times
from .lines import Line
from .told import About

LONGEST_BYLINE = 140
HEAD_LINES, FOOT_LINES = 40, 12
LONGEST_TITLE = 250
SENTENCE = re.compile(r"[.;]\s*$")
# Where a document's own day stands, folded, the surest first; the day itself begins at the end of the match.
PUBLISHED = re.compile(
    r"[\s\-*|#]*(?:article |communique |actualite |news |mis a jour |par [^|\n]{2,60})?(?:(?:publie|"
    r"poste|mis en ligne|diffuse|paru|edite|"
    r"cree|ecrit)e? (?:le )?|broadcast(?: on)? |(?:last |derniere )?(?:updated?|mise a jour)(?: on|"
    r" le)? ?:? ?|(?:posted|published|released|issued)(?: on| date)? ?:? ?|"
    r"date(?: (?:de publication|of publication|published|du "
    r"document))? ?: ?|sent ?: ?)(?:par [^,|\n]{2,60},? (?:le )?|by [^,|\n]{2,60},? (?:on )?)?:? ?"
)
DATELINE = re.compile(
    r"[\s\-*(\xab\"#]*[a-z][a-z'. \-]{1,40}(?:[,/] ?(?:[a-z][a-z' \-]{2,30}))?\s*"
    r"(?:\([^)\n]{2,40}\))?\s*[,:\-(]?\s*(?:le |on |this |ce |du )?"
)
MADE_AT = re.compile(
    r"[\s\-*]*(?:fait|done|signe|signed|adopte|etabli)e?s? (?:a|at|in|"
    r"au) [a-z][a-z' \-]{1,40},? (?:le |on )?(?:the )?"
)
AFTER_DAY = re.compile(r"\s*(?:(?:,|a|at|-)?\s*\d{1,2}\s?[h:]\s?\d{0,2}(?: ?gmt)?)?\s*(?:[-|\x95\xb7.,)]|$)")
ENDS_DATELINE = re.compile(r"\s*(?:\([^)\n]{2,60}\))?\s*(?:[-:|/)(.,]|$)")
OF_THE_DAY = re.compile(r".{0,160}\b(?:du|of|dated|en date du) (?:the )?$")
WEEKDAY = re.compile(
    r"(?:(?:lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche|\w+day|mon|tue|wed|thu|fri|sat|"
    r"sun),? ?)?(?:the )?"
)
COLUMN = re.compile(r"\t|\s{3,}")
SEGMENT = re.compile(r"\s[-|\x95\xb7]\s|\t|\s{3,}|\.\s")
DIGIT = re.compile(r"[0-9]")
LONGEST_TOWN = 70
CONNECTING = {"de", "du", "des", "la", "le", "les", "sur", "of", "on", "et", "and", "this", "ce"}


def date_of(text: str, lines: Sequence[Line]) -> str:
    """The document's own day: where it is said to be published, from where it is dated, where it was made."""
    top, foot = lines[:HEAD_LINES], lines[-FOOT_LINES:]
    for found in (
        after(PUBLISHED, text, lines), datelines(text, top), days_alone(text, [*top[:20], *foot]),
        in_segments(text, top[:8]),
        after(MADE_AT, text, foot), of_the_day(text, top[:8]), months_alone(text, top[:6]),
    ):  # fmt: skip
        day = next(found, "")
        if day:
            return day
    return ""


def day_at(text: str, line: Line, at: int, *, may_last: bool = False) -> tuple[str, int]:
    """(the day written at this place of the line, where it ends); ("", 0) where none begins there.

    What lasted for days, where that may be, has its last one."""
    start = line.start + at
    week = WEEKDAY.match(line.folded, at)
    starts = {start, line.start + week.end()} if week else {start}
    for time in find_times(text, About(), start, line.end)[:1]:
        day = time.as_of or (time.finish if may_last else "")
        if time.start in starts and day:
            return day, time.end - line.start
    return "", 0


def after(pattern: re.Pattern[str], text: str, lines: Sequence[Line]) -> Iterator[str]:
    """Days that follow words such as « Publié le »."""
    for line in lines:
        match = pattern.match(line.folded) if len(line.folded) <= LONGEST_TITLE else None
        if match:
            day, _end = day_at(text, line, match.end())
            yield day


def in_segments(text: str, lines: Sequence[Line]) -> Iterator[str]:
    """« Par la rédaction – 14 février 2023 à 10h32 », "Observer | Friday, 28 October 2022": a day between signs."""
    for line in lines:
        if len(line.folded) > LONGEST_BYLINE:
            continue
        starts = [0, *(gap.end() for gap in SEGMENT.finditer(line.folded))]
        for at in starts[1:]:
            said = PUBLISHED.match(line.folded, at)
            day, end = day_at(text, line, said.end() if said else at)
            is_byline = len(day) == 10 or (len(day) == 7 and end == len(line.folded))
            if is_byline and AFTER_DAY.match(line.folded, end):
                yield day


def datelines(text: str, lines: Sequence[Line]) -> Iterator[str]:
    """« Bamako, le 26 novembre 2021 »; "Bamako, 6 May 2022 – …", with a town before the day and a stop after it."""
    for line in lines:
        for column in columns(line):
            digit = DIGIT.search(line.folded, column, column + LONGEST_TOWN)
            begins = begins_of_day(line, column, digit.start()) if digit else ()
            for at in begins:
                # The cheap question first: most lines begin with words that name no town.
                if not is_town(text[line.start + column : line.start + at]):
                    continue
                day, end = (
                    day_at(text, line, at, may_last=True)
                    if DATELINE.fullmatch(line.folded, column, at)
                    else ("", 0)
                )
                if len(day) == 10 and ENDS_DATELINE.match(line.folded, end):
                    yield day
                    break


def is_town(words: str) -> bool:
    """Whether it is written as names of places are: a capital to each word but the small ones, the first one none."""
    names = [word for word in re.split(r"[^\w’']+", words) if word]
    known = [word for word in names if word.lower() not in CONNECTING]
    return (
        bool(known) and names[0] == known[0] and len(known) <= 6 and all(word[0].isupper() for word in known)
    )


def columns(line: Line) -> list[int]:
    """Where the columns of a line begin: a letterhead may have two."""
    if "\t" not in line.folded and "   " not in line.folded:
        return [0]
    return [0, *(gap.end() for gap in COLUMN.finditer(line.folded))]


def begins_of_day(line: Line, column: int, digit: int) -> list[int]:
    """Where the day may begin: at the weekday or the month before its number, or at the number itself."""
    before = line.folded[column:digit].rstrip(" ,")
    return sorted({column + len(before) - len(before.rsplit(" ", 1)[-1]), digit})


def days_alone(text: str, lines: Sequence[Line]) -> Iterator[str]:
    """A line that is nothing but a day."""
    for line in lines:
        if len(line.folded) <= 40:
            at = len(line.folded) - len(line.folded.lstrip("-*#|( "))
            day, end = day_at(text, line, at)
            if len(day) == 10 and len(line.folded[end:].strip(" .)*|-")) <= len("12:30 gmt"):
                yield day


def of_the_day(text: str, lines: Sequence[Line]) -> Iterator[str]:
    """« Décret n° … du 9 octobre 2014 », « Compte rendu du 3 mai 2022 », in a heading."""
    for line in lines:
        words = text[line.start : line.end]
        if len(words) > LONGEST_TITLE or not is_heading(words, line, lines):
            continue
        for time in find_times(text, About(), line.start, line.end):
            if len(time.as_of) == 10 and OF_THE_DAY.fullmatch(line.folded, 0, time.start - line.start):
                yield time.as_of


def is_heading(words: str, line: Line, own: Sequence[Line]) -> bool:
    """Whether a law's number stands in the document's own title, and not in a list of laws."""
    return (line in own[:1] and not SENTENCE.search(words)) or (line in own[:8] and words.isupper())


def months_alone(text: str, lines: Sequence[Line]) -> Iterator[str]:
    """« Mai 2022 », "2021", as on the cover of a report."""
    for line in lines:
        if len(line.folded) <= 24:
            for time in find_times(text, About(), line.start, line.end):
                if time.end - time.start >= len(line.folded) - 2 and not text[line.start].islower():
                    yield time.as_of
