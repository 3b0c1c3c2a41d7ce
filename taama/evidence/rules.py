"""When findings cannot both be true, and how marked words cut a text. Plain Python."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from decimal import Decimal
from itertools import combinations, pairwise

from taama.web.partial_dates import NoSuchDate, first_day, last_day, may_be_the_same

ROUNDING_AT_MOST = Decimal("0.10")  # "about 10,000" is not read as 5,000 to 15,000
SAME_SPAN_SHARE = Decimal("0.80")
RECENT_YEARS = 10
NEEDS_A_PERIOD = {"flow", "cumulative"}


@dataclass(frozen=True)
class Answer:
    """What one finding says: a number with its hedge, or a (partial) date; about a time, ISO partial dates."""

    value: Decimal | None = None
    high: Decimal | None = None
    qualifier: str = "exactly"
    date: str = ""
    start: str = ""
    end: str = ""
    kind: str = "stock"

    @property
    def is_dated(self) -> bool:
        """Whether the source says which time it speaks of."""
        return bool(self.start or self.end)


def disagree(one: Answer, other: Answer) -> bool:
    """Whether two answers to one question cannot both be true: same time, values apart beyond their hedges."""
    if one.date and other.date:
        return not may_be_the_same(one.date, other.date)
    if one.value is None or other.value is None:
        return False
    return about_the_same_time(one, other) and apart(one, other)


def about_the_same_time(one: Answer, other: Answer) -> bool:
    """Whether both can speak of one time. A stock without a date may be of any; a flow without a period of none."""
    if not (one.is_dated and other.is_dated):
        return not {one.kind, other.kind} & NEEDS_A_PERIOD
    ends_meet = meet(one.start, other.start) and meet(one.end, other.end)
    if {one.kind, other.kind} & NEEDS_A_PERIOD:
        return ends_meet and as_long(one, other)
    return ends_meet


def meet(one: str, other: str) -> bool:
    """Whether two ends of a period can be the same day; an end not given meets only another not given."""
    return may_be_the_same(one, other) if one and other else one == other


def as_long(one: Answer, other: Answer) -> bool:
    """Whether two periods cover much the same days: the year 2022 and its month of May do not."""
    if not (one.start and one.end and other.start and other.end):
        return True
    starts = sorted((first_day(one.start), first_day(other.start)))
    ends = sorted((last_day(one.end), last_day(other.end)))
    shared, whole = (ends[0] - starts[1]).days + 1, (ends[1] - starts[0]).days + 1
    return Decimal(shared) >= SAME_SPAN_SHARE * whole


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
    if answer.qualifier == "less_than":
        return value / 2, value
    if answer.qualifier == "at_most":
        return None, value
    if answer.qualifier == "nearly":
        return value - rounding(value), value
    if answer.qualifier == "about":
        return value - rounding(value), value + rounding(value)
    return value, value


def rounding(value: Decimal) -> Decimal:
    """How far a rounded value can lie from the true one: half of its last digit that is not zero, at most a tenth.

    “About 346,000” means 345,500 to 346,500; “about 6 million” means 5.5 to 6.5 million.
    """
    exponent = value.normalize().as_tuple().exponent
    assert isinstance(exponent, int)
    return min(Decimal(1).scaleb(exponent) / 2, abs(value) * ROUNDING_AT_MOST)


def groups_that_disagree(answers: Sequence[Answer]) -> list[list[int]]:
    """Indexes of answers that hang together by disagreement, one list per group; those nobody contradicts are left out.

    An answer without a date is held only against recent ones: today's estimate contradicts nothing of 1990.
    """
    recent_from = newest_year(answers) - RECENT_YEARS
    group_of: dict[int, set[int]] = {}
    for one, other in combinations(range(len(answers)), 2):
        if comparable(answers[one], answers[other], recent_from) and disagree(answers[one], answers[other]):
            joined = group_of.get(one, {one}) | group_of.get(other, {other})
            group_of.update(dict.fromkeys(joined, joined))
    return [sorted(group) for group in unique(group_of.values())]


def unique(groups: Iterable[set[int]]) -> list[set[int]]:
    """Each group once, in the order of its first member."""
    return sorted({min(group): group for group in groups}.values(), key=min)


def newest_year(answers: Iterable[Answer]) -> int:
    """The last year any of them speaks of; 0 if none is dated."""
    return max((last_day(answer.end).year for answer in answers if answer.end), default=0)


def comparable(one: Answer, other: Answer, recent_from: int) -> bool:
    """Whether both are dated, or the dated one is recent enough for an undated one to mean it."""
    if one.is_dated == other.is_dated:
        return True
    dated = one if one.is_dated else other
    return not dated.end or last_day(dated.end).year >= recent_from


def says_the_same(answers: Sequence[Answer]) -> bool:
    """Whether two of them give one value or date for one time: perhaps one source with two publishers."""
    return any(
        (one.value, one.high, one.date) == (other.value, other.high, other.date)
        and about_the_same_time(one, other)
        for one, other in combinations(answers, 2)
    )


def ends_before_it_begins(start: str, end: str) -> bool:
    """Whether a period is turned round; False where an end is open, or is no date (its field says so itself)."""
    try:
        return bool(start and end) and first_day(start) > last_day(end)
    except NoSuchDate:
        return False


@dataclass(frozen=True)
class Segment:
    """A stretch of text under the same marks."""

    start: int
    end: int
    marks: tuple[str, ...]


def segments(start: int, end: int, marks: Sequence[tuple[str, int, int]]) -> list[Segment]:
    """A stretch cut where marks (name, start, end) begin and end; marks may overlap."""
    inside = [(name, max(start, left), min(end, right)) for name, left, right in marks]
    inside = [mark for mark in inside if mark[1] < mark[2]]
    cuts = sorted({start, end, *(cut for _, left, right in inside for cut in (left, right))})
    return [
        Segment(left, right, tuple(name for name, begin, stop in inside if begin <= left and right <= stop))
        for left, right in pairwise(cuts)
    ]


def plain_part(text: str) -> tuple[int, int]:
    """Where the words of a heading or of an emphasised line stand, without the Markdown signs around them."""
    match = re.fullmatch(r"#{1,6}\s+(.+)|\*([^*]+)\*", text, re.DOTALL)
    return match.span(match.lastindex or 0) if match else (0, len(text))


def stretches_of_words(words: str, text: str) -> list[tuple[int, int]]:
    """Where these words stand: to the letter, else with other spaces between them, as after copying."""
    exact = [(at, at + len(words)) for at in occurrences(words, text)]
    if exact or not words.split():
        return exact
    pattern = r"\s+".join(re.escape(word) for word in words.split())
    return [match.span() for match in re.finditer(pattern, text)]


def occurrences(words: str, text: str) -> list[int]:
    """Where these exact words begin in the text, overlapping ones too."""
    places, at = [], text.find(words) if words else -1
    while at >= 0:
        places.append(at)
        at = text.find(words, at + 1)
    return places
