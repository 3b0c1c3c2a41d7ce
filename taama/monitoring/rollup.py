"""One figure from many: which values count, which are left out and why, and what they make. Plain Python.

The order is always the same: choose the values that tile the place, the period and the people without counting anybody
twice; then combine all of them once, by the indicator's own rule. No total is ever made of totals, so no mean of means
and no ratio of averages can arise.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from enum import StrEnum
from typing import Any

from taama.web.partial_dates import first_day, last_day

from .rules import Answer, Combine

WHOLE_COUNTRY = ""
EVERYBODY = ""  # a value that names no contributor is the whole of all contributors


class Why(StrEnum):
    """Why a value is not in the figure."""

    NOT_APPLICABLE = "not_applicable"
    WITHHELD = "withheld"
    ELSEWHERE = "elsewhere"  # another place, another time, other people
    OLDER = "older"  # a later value of the same stock stands
    COUNTED = "counted"  # inside a value that is counted already
    NO_WEIGHT = "no_weight"
    OTHER_BOUNDARIES = (
        "other_boundaries"  # an area of another edition, of which nobody knows how it lies in ours
    )
    OTHER_METHOD = "other_method"
    NOT_ADDED = "not_added"  # a share or a rate of a part: no total is made of such


@dataclass(frozen=True)
class Input:
    """One answer as it was recorded.

    `place` is an area's code, "" for the country; `start` and `end` are partial dates (a stock has one day: its as-of
    date in both); `part` says which people, such as (("sex", "female"),); `base` is the weight of a weighted mean or
    the denominator of a ratio.
    """

    key: str
    place: str
    start: str
    end: str
    value: Decimal | None
    part: tuple[tuple[str, str], ...] = ()
    contributor: str = EVERYBODY
    answer: str = Answer.VALUE
    base: Decimal | None = None
    deduplicated: bool = False

    @property
    def days(self) -> tuple[date, date]:
        """First and last day it can mean."""
        return first_day(self.start), last_day(self.end)


@dataclass(frozen=True)
class Cell:
    """The figure asked for: a place, a period (partial dates), which people, whose contribution."""

    place: str = WHOLE_COUNTRY
    start: str = ""
    end: str = ""
    part: tuple[tuple[str, str], ...] = ()
    contributor: str = EVERYBODY


@dataclass(frozen=True)
class Shared:
    """People whom two contributors may both have counted: at most so many, in a place and a time (partial dates)."""

    contributors: frozenset[str]
    place: str
    start: str
    end: str
    at_most: Decimal

    @property
    def days(self) -> tuple[date, date]:
        """First and last day it can mean."""
        return first_day(self.start), last_day(self.end)


@dataclass(frozen=True)
class Coverage:
    """Of how many that were expected to answer how many did, with a value."""

    answered: int
    expected: int

    @property
    def is_whole(self) -> bool:
        """Whether nobody is missing."""
        return self.answered >= self.expected


@dataclass(frozen=True)
class LeftOut:
    """A value not in the figure: why, and by which other it is counted or replaced."""

    input: Input
    why: Why
    instead: Input | None = None


@dataclass(frozen=True)
class Made:
    """A figure and how it was made. `value` is None where nothing was there to make it of: never zero by silence.

    `low` and `high` bound it where persons may have been counted twice; both equal the value otherwise.
    """

    value: Decimal | None
    rule: Combine
    used: tuple[Input, ...] = ()
    left_out: tuple[LeftOut, ...] = ()
    coverage: Coverage = Coverage(0, 0)
    low: Decimal | None = None
    high: Decimal | None = None


@dataclass(frozen=True)
class Tree:
    """Which place lies in which: parents by code; a place without one lies in the country."""

    parents: Mapping[str, str] = field(default_factory=dict)

    def above(self, place: str) -> tuple[str, ...]:
        """The places it lies in, itself first, the country last."""
        chain = [place]
        while chain[-1] != WHOLE_COUNTRY:
            chain.append(self.parents.get(chain[-1], WHOLE_COUNTRY))
        return tuple(chain)

    def holds(self, outer: str, inner: str) -> bool:
        """Whether the inner place is the outer one, or lies in it."""
        return outer == WHOLE_COUNTRY or outer in self.above(inner)


def made(
    inputs: Iterable[Input],
    cell: Cell,
    *,
    rule: Combine,
    kind: str,
    tree: Tree,
    expected: Sequence[str] = (),
    shared: Sequence[Shared] = (),
) -> Made:
    """The figure of a cell. `kind` is stock, flow or cumulative; `expected` are the places that owe an answer;
    `shared` says who may have counted the same people."""
    chosen, left_out = choose(inputs, cell, kind=kind, tree=tree)
    if rule in (Combine.WEIGHTED_MEAN, Combine.RATIO):
        left_out += [LeftOut(one, Why.NO_WEIGHT) for one in chosen if one.base is None]
        chosen = [one for one in chosen if one.base is not None]
    if rule == Combine.LATEST:
        chosen, left_out = newest(chosen, left_out)
    value = combined(chosen, rule)
    low, high = bounds(chosen, rule, value)
    low = less_shared(low, chosen, shared, tree)
    covered = coverage(chosen, expected, tree)
    return Made(value, rule, tuple(chosen), tuple(left_out), covered, low, high)


def choose(
    inputs: Iterable[Input], cell: Cell, *, kind: str, tree: Tree
) -> tuple[list[Input], list[LeftOut]]:
    """(values that count, those left out with the reason): nobody twice, nothing from outside the cell."""
    inside, left_out = [], []
    for one in inputs:
        why = outside(one, cell, tree)
        if why:
            left_out.append(LeftOut(one, why))
        else:
            inside.append(one)
    if kind != "flow":
        inside, older = last_of_each(inside)
        left_out += older
    taken: list[Input] = []
    for one in sorted(inside, key=priority(inside, tree)):
        before = next((other for other in taken if may_count_the_same(one, other, kind, tree)), None)
        if before is None:
            taken.append(one)
        else:
            left_out.append(LeftOut(one, Why.COUNTED, before))
    return taken, left_out


def outside(one: Input, cell: Cell, tree: Tree) -> Why | None:
    """Why a value cannot be in this cell; None where it can."""
    if not tree.holds(cell.place, one.place) or not within(one, cell):
        return Why.ELSEWHERE
    if not set(cell.part) <= set(one.part) or cell.contributor not in (EVERYBODY, one.contributor):
        return Why.ELSEWHERE
    return None if one.answer == Answer.VALUE else Why(str(one.answer))


def within(one: Input, cell: Cell) -> bool:
    """Whether the value's whole time lies in the cell's."""
    first, last = one.days
    return (not cell.start or first >= first_day(cell.start)) and (not cell.end or last <= last_day(cell.end))


def last_of_each(inside: Sequence[Input]) -> tuple[list[Input], list[LeftOut]]:
    """Of a stock or a running total the newest of each place, part and contributor: one moment, never two added."""
    newest_of: dict[tuple[object, ...], Input] = {}
    for one in sorted(inside, key=lambda one: (one.days[1], one.days[0], one.key)):
        newest_of[one.place, one.part, one.contributor] = one
    older = [
        LeftOut(one, Why.OLDER, newest_of[one.place, one.part, one.contributor])
        for one in inside
        if newest_of[one.place, one.part, one.contributor] is not one
    ]
    return list(newest_of.values()), older


def priority(inside: Sequence[Input], tree: Tree) -> Callable[[Input], tuple[Any, ...]]:
    """Who is taken first: the larger place, the whole before its parts, the longer period, the fuller breakdown."""
    said: dict[tuple[object, ...], Decimal] = {}
    for one in inside:
        said[family(one)] = said.get(family(one), Decimal(0)) + (one.value or Decimal(0))

    def rank(one: Input) -> tuple[Any, ...]:
        first, last = one.days
        depth = len(tree.above(one.place))
        names = tuple(name for name, _ in one.part)
        length = (last - first).days
        return (
            depth,
            one.contributor != EVERYBODY,
            len(names),
            -length,
            first,
            -said[family(one)],
            names,
            one.key,
        )

    return rank


def family(one: Input) -> tuple[object, ...]:
    """What belongs to one breakdown of one total: place, time, contributor and the names broken down by."""
    return one.place, one.start, one.end, one.contributor, tuple(name for name, _ in one.part)


def may_count_the_same(one: Input, other: Input, kind: str, tree: Tree) -> bool:
    """Whether a person or event could be in both values."""
    nested = tree.holds(one.place, other.place) or tree.holds(other.place, one.place)
    if not nested or not same_time(one, other, kind):
        return False
    shared = EVERYBODY in (one.contributor, other.contributor) or one.contributor == other.contributor
    return shared and not apart(one.part, other.part)


def same_time(one: Input, other: Input, kind: str) -> bool:
    """Whether two values share a day; of stocks only the newest are compared, so they always do."""
    if kind != "flow":
        return True
    (first, last), (other_first, other_last) = one.days, other.days
    return first <= other_last and other_first <= last


def apart(one: tuple[tuple[str, str], ...], other: tuple[tuple[str, str], ...]) -> bool:
    """Whether two parts share nobody: some name they both break down by differs."""
    named = dict(one)
    return any(named.get(name, value) != value for name, value in other)


def newest(chosen: Sequence[Input], left_out: list[LeftOut]) -> tuple[list[Input], list[LeftOut]]:
    """Of each place, part and contributor only the newest value."""
    kept, older = last_of_each(chosen)
    return kept, [*left_out, *older]


def combined(chosen: Sequence[Input], rule: Combine) -> Decimal | None:
    """What the chosen values make by the rule, exactly; None of none."""
    values = [one.value for one in chosen if one.value is not None]
    if not values:
        return None
    if rule == Combine.MEAN:
        return sum(values, Decimal(0)) / len(values)
    if rule == Combine.MAXIMUM:
        return max(values)
    if rule == Combine.WEIGHTED_MEAN:
        weight = sum((one.base or Decimal(0) for one in chosen), Decimal(0))
        products = sum(((one.value or Decimal(0)) * (one.base or Decimal(0)) for one in chosen), Decimal(0))
        return products / weight if weight else None
    if rule == Combine.RATIO:
        below = sum((one.base or Decimal(0) for one in chosen), Decimal(0))
        return sum(values, Decimal(0)) / below if below else None
    return sum(values, Decimal(0))


def bounds(
    chosen: Sequence[Input], rule: Combine, value: Decimal | None
) -> tuple[Decimal | None, Decimal | None]:
    """The least and the most it can be: distinct persons of several lists are between the longest list and the sum."""
    if rule != Combine.DISTINCT or value is None or len(chosen) == 1:
        return value, value
    return max(one.value for one in chosen if one.value is not None), value


def less_shared(
    low: Decimal | None, chosen: Sequence[Input], shared: Sequence[Shared], tree: Tree
) -> Decimal | None:
    """The lower bound when all who may have been counted twice were; never below what one contributor counted alone."""
    if low is None or not shared:
        return low
    twice = sum((at_most_twice(one, chosen, tree) for one in shared), Decimal(0))
    alone = [counted_by(whose, chosen) for whose in {one.contributor for one in chosen}]
    return min(low, max(low - twice, max(alone, default=low)))


def at_most_twice(shared: Shared, chosen: Sequence[Input], tree: Tree) -> Decimal:
    """How many of the chosen values' people can be the same, by one declaration: no more than either counted there."""
    there = [one for one in chosen if touches(one, shared, tree)]
    counts = [counted_by(whose, there) for whose in shared.contributors]
    return min(shared.at_most, *counts)


def touches(one: Input, shared: Shared, tree: Tree) -> bool:
    """Whether a value speaks of a place and a time that the declaration speaks of."""
    nested = tree.holds(one.place, shared.place) or tree.holds(shared.place, one.place)
    (first, last), (other_first, other_last) = one.days, shared.days
    return nested and first <= other_last and other_first <= last


def counted_by(contributor: str, inputs: Iterable[Input]) -> Decimal:
    """What one contributor counted."""
    return sum((one.value or Decimal(0) for one in inputs if one.contributor == contributor), Decimal(0))


def coverage(chosen: Sequence[Input], expected: Sequence[str], tree: Tree) -> Coverage:
    """Of the places that owe an answer, how many lie in a value that is counted, or hold one."""
    answered = sum(
        any(tree.holds(one.place, place) or tree.holds(place, one.place) for one in chosen)
        for place in expected
    )
    return Coverage(answered, len(expected))
