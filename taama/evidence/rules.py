"""When two findings cannot both be true. Plain Python."""

from dataclasses import dataclass
from decimal import Decimal

from taama.web.partial_dates import first_day, last_day, may_be_the_same

SLACK = {"about": Decimal("0.05"), "nearly": Decimal("0.05")}


@dataclass(frozen=True)
class Answer:
    """What one finding says: a number with its hedge, or a (partial) date; about a time, ISO partial dates."""

    value: Decimal | None = None
    high: Decimal | None = None
    qualifier: str = "exactly"
    date: str = ""
    start: str = ""
    end: str = ""


def disagree(one: Answer, other: Answer) -> bool:
    """Whether two answers to one question cannot both be true: same time, values apart beyond their hedges."""
    if one.date and other.date:
        return not may_be_the_same(one.date, other.date)
    if one.value is None or other.value is None:
        return False
    return about_the_same_time(one, other) and apart(one, other)


def about_the_same_time(one: Answer, other: Answer) -> bool:
    """Whether both speak of one time: the same as-of date, or the same period. A time not given is any time."""
    if not (one.end and other.end):
        return True
    if one.start == one.end and other.start == other.end:
        return may_be_the_same(one.end, other.end)
    return same_span(one, other)


def same_span(one: Answer, other: Answer) -> bool:
    """Whether two periods can be the same: both ends can meet. Merely overlapping periods may both be right."""
    return may_be_the_same(one.start, other.start) and may_be_the_same(one.end, other.end)


def apart(one: Answer, other: Answer) -> bool:
    """Whether the values lie apart even when each hedge is read generously."""
    low_one, high_one = bounds(one)
    low_other, high_other = bounds(other)
    return above(low_one, high_other) or above(low_other, high_one)


def above(low: Decimal | None, high: Decimal | None) -> bool:
    """Whether a lower bound exceeds an upper one; an open end never does."""
    return low is not None and high is not None and low > high


def bounds(answer: Answer) -> tuple[Decimal | None, Decimal | None]:
    """The least and the greatest the source can mean; None where it is open."""
    value = answer.value
    if value is None:
        return None, None
    if answer.qualifier == "between":
        return value, answer.high if answer.high is not None else value
    if answer.qualifier == "more_than":
        return value, value * 2
    if answer.qualifier == "at_least":
        return value, None
    if answer.qualifier == "nearly":
        return value * (1 - SLACK["nearly"]), value
    slack = SLACK.get(answer.qualifier, Decimal(0))
    return value * (1 - slack), value * (1 + slack)


def covers(text_start: str, text_end: str, day_from: str, day_to: str) -> bool:
    """Whether two spans of partial dates share a day."""
    return first_day(text_start) <= last_day(day_to) and first_day(day_from) <= last_day(text_end)
