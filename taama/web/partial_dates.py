"""Dates as sources give them: a year, a month or a day ("2021", "2021-06", "2021-06-15")."""

import calendar
import datetime as dt
import re

SHAPE = re.compile(r"(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?", re.ASCII)


class NoSuchDate(ValueError):
    """The text is no date of the calendar."""


def first_day(text: str) -> dt.date:
    """The first day the partial date can mean; NoSuchDate if it is none."""
    year, month, day = parts(text)
    try:
        return dt.date(year, month or 1, day or 1)
    except ValueError as error:
        raise NoSuchDate(text) from error


def last_day(text: str) -> dt.date:
    """The last day the partial date can mean; NoSuchDate if it is none."""
    first = first_day(text)
    _, month, day = parts(text)
    if day:
        return first
    last_month = month or 12
    return dt.date(first.year, last_month, calendar.monthrange(first.year, last_month)[1])


def parts(text: str) -> tuple[int, int | None, int | None]:
    """(year, month or None, day or None)."""
    match = SHAPE.fullmatch(text)
    if not match:
        raise NoSuchDate(text)
    year, month, day = match.groups()
    return int(year), int(month) if month else None, int(day) if day else None


def may_be_the_same(one: str, other: str) -> bool:
    """Whether two partial dates can mean the same day: "2021" and "2021-06" can, "2020-06" and "2021-06" cannot."""
    return first_day(one) <= last_day(other) and first_day(other) <= last_day(one)
