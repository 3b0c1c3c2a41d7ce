"""Many cells at once, by columns: the values of all indicators rolled up to regions, nation and periods in one pass.

The columns sum what cannot count anybody twice. Where a cell holds values of several levels, breakdowns or overlapping
times, it is made singly by `rollup.made`, so both roads give the same figure. Amounts are integers of 1/10,000.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from itertools import combinations, groupby
from typing import Any

import duckdb

from taama.web.partial_dates import first_day, last_day

from .columns_sql import FACTS, SINGLE, TABLES, TANGLED, WIDE, cells_sql
from .rollup import WHOLE_COUNTRY, Cell, Coverage, Input, Tree, made
from .rules import NEEDS_A_BASE, Combine, breakdown_of

SCALE = 10_000
WIDEST = 2**53  # a product of two such, a million times, still fits the 128 bits it is summed in
NOBODY = Coverage(0, 0)
Period = tuple[str, str]


@dataclass(frozen=True)
class Defined:
    """What the columns need to know of an indicator."""

    code: str
    rule: str
    kind: str
    is_addable: bool = True


@dataclass(frozen=True)
class Ground:
    """The places of one edition: how they lie in each other, and the level of each by code."""

    tree: Tree
    level: Mapping[str, int]

    def at_level(self, place: str, level: int) -> str:
        """The place of a level that a place lies in; the country where there is none."""
        above = self.tree.above(place)
        return next((one for one in above if self.level.get(one, 0) == level), WHOLE_COUNTRY)

    def within(self, place: str, level: int) -> list[str]:
        """The places of a level inside a place."""
        return [code for code, own in self.level.items() if own == level and self.tree.holds(place, code)]

    def owing(self, place: str, level: int) -> list[str]:
        """The places of a level that owe an answer in a place; where there is none below, the place itself."""
        return self.within(place, level) if level else [place]


@dataclass(frozen=True)
class Rolled:
    """One cell: the figure is `above` / `below`, both whole numbers; `greatest` is the greatest of the values used."""

    indicator: str
    place: str
    period: Period
    above: int = 0
    below: int = 0
    used: int = 0
    coverage: Coverage = NOBODY
    greatest: int | None = None

    @property
    def value(self) -> Decimal | None:
        """The figure, as exactly as a decimal can say it; None where nothing was there to make it of."""
        return Decimal(self.above) / Decimal(self.below) if self.used and self.below else None


def roll_up(
    connection: duckdb.DuckDBPyConnection,
    defined: Iterable[Defined],
    ground: Ground,
    periods: Sequence[Period],
) -> None:
    """Make the table `cells` of the table `answers`: every region and the nation, every period that has a value.

    `answers` holds what stands: key, indicator, place ("" for the country), start, end, part (as breakdowns are
    written), contributor ("" for everybody), answer, and amount and base in 1/10,000.
    """
    by_code = {one.code: one for one in defined}
    connection.execute(TABLES)
    width = describe_places(connection, ground)
    describe_parts(connection)
    describe_times(connection, periods)
    describe_indicators(connection, by_code.values(), ground)
    for statement in (FACTS, TANGLED, cells_sql(width, SCALE)):
        connection.execute(statement)
    make_singly(connection, by_code, ground, periods)


def rolled(connection: duckdb.DuckDBPyConnection, periods: Sequence[Period]) -> Iterator[Rolled]:
    """The cells that were made."""
    found = connection.execute(
        "SELECT indicator, place, period, above, below, used, answered, expected, greatest FROM cells"
    )
    while rows := found.fetchmany(10_000):
        for code, place, number, above, below, used, answered, expected, greatest in rows:
            covered = Coverage(answered, expected)
            yield Rolled(code, place, periods[number], above, below, used, covered, greatest)


def filled(connection: duckdb.DuckDBPyConnection, table: str, rows: Sequence[tuple[object, ...]]) -> None:
    """Write rows into a table in one statement: a list a column."""
    if rows:
        columns = [list(column) for column in zip(*rows, strict=True)]
        marks = ", ".join("unnest(?)" for _ in columns)
        connection.execute(f"INSERT INTO {table} SELECT {marks}", columns)


def describe_places(connection: duckdb.DuckDBPyConnection, ground: Ground) -> int:
    """Each place with its level, its region and its position there among those of each level; the last position."""
    places = {WHOLE_COUNTRY: 0, **{code: level for code, level in ground.level.items() if level}}
    regions = {place: ground.at_level(place, 1) for place in places}
    filled(connection, "grounds", [(place, level, regions[place]) for place, level in places.items()])
    position: dict[str, int] = {}
    taken: Counter[tuple[str, int]] = Counter()
    for place, level in places.items():
        position[place] = taken[regions[place], level]
        taken[regions[place], level] += 1
    lying = [
        (place, level, position[outer])
        for place, own in places.items()
        for level in range(2, own + 1)
        if (outer := ground.at_level(place, level))
    ]
    filled(connection, "positions", lying)
    return max(taken.values())


def describe_parts(connection: duckdb.DuckDBPyConnection) -> None:
    """Each part with the names it breaks down by, as a number."""
    parts = [part for (part,) in connection.execute("SELECT DISTINCT part FROM answers").fetchall()]
    names = {part: "|".join(breakdown_of(part)) for part in parts}
    numbers = {name: number for number, name in enumerate(sorted(set(names.values())))}
    filled(connection, "parts", [(part, numbers[names[part]]) for part in parts])


def describe_times(connection: duckdb.DuckDBPyConnection, periods: Sequence[Period]) -> None:
    """Each time that occurs by the rank of its days; which periods hold it, and which others share a day with it."""
    times = connection.execute('SELECT DISTINCT "start", "end" FROM answers').fetchall()
    days = {(start, end): (last_day(end), first_day(start)) for start, end in times}
    rank = {span: number for number, span in enumerate(sorted(set(days.values())))}
    filled(connection, "times", [(start, end, rank[span]) for (start, end), span in days.items()])
    asked = [(first_day(start), last_day(end)) for start, end in periods]
    held = [
        (own, number)
        for (last, first), own in rank.items()
        for number, (begin, finish) in enumerate(asked)
        if begin <= first and last <= finish
    ]
    filled(connection, "spans", held)
    clashes = [
        (rank[one], rank[other])
        for one, other in combinations(sorted(rank), 2)
        if one[1] <= other[0] and other[1] <= one[0]
    ]
    filled(connection, "clashes", clashes)


def describe_indicators(
    connection: duckdb.DuckDBPyConnection, defined: Collection[Defined], ground: Ground
) -> None:
    """Each indicator with its rule and the levels whose places owe an answer: in the country, and in a region."""
    levels = levels_answered(connection)
    wide = {code for (code,) in connection.execute(WIDE, [WIDEST, WIDEST]).fetchall()}
    below = {
        one.code: tuple(
            next_level(levels.get(one.code, set()) if one.is_addable else set(), own) for own in (0, 1)
        )
        for one in defined
    }
    rows = [
        (
            one.code, one.rule, one.kind == "flow", one.is_addable, one.rule in NEEDS_A_BASE,
            one.kind != "flow" or one.rule == Combine.LATEST, one.code in wide, *below[one.code],
        )
        for one in defined
    ]  # fmt: skip
    filled(connection, "defined", rows)
    regions = ground.within(WHOLE_COUNTRY, 1)
    owed = {(WHOLE_COUNTRY, nation) for nation, _ in below.values()}
    owed |= {(place, level) for _, level in below.values() for place in regions}
    filled(connection, "owed", [(place, level, len(ground.owing(place, level))) for place, level in owed])


def levels_answered(connection: duckdb.DuckDBPyConnection) -> dict[str, set[int]]:
    """At which levels each indicator was answered, with a value or without."""
    levels: dict[str, set[int]] = {}
    asked = "SELECT DISTINCT indicator, level FROM answers JOIN grounds USING (place)"
    for code, level in connection.execute(asked).fetchall():
        levels.setdefault(code, set()).add(level)
    return levels


def next_level(levels: Iterable[int], own: int) -> int:
    """The first level below one's own that answers; 0 where none does."""
    return min((level for level in levels if level > own), default=0)


def make_singly(
    connection: duckdb.DuckDBPyConnection,
    defined: Mapping[str, Defined],
    ground: Ground,
    periods: Sequence[Period],
) -> None:
    """Make the cells that the columns must not sum, each as any figure is made, and put them in their place."""
    rows = connection.execute(SINGLE).fetchall()
    remade = []
    for (code, place, number, below), group in groupby(rows, key=lambda row: row[:4]):
        inputs = [input_of(row[4:]) for row in group]
        cell = Cell(place, *periods[number])
        owing = ground.owing(place, below)
        remade.append((code, place, number, *single(defined[code], cell, inputs, ground.tree, owing)))
    connection.execute("DELETE FROM cells WHERE NOT is_plain")
    filled(connection, "cells", remade)


def single(
    of: Defined, cell: Cell, inputs: Sequence[Input], tree: Tree, owing: Sequence[str]
) -> tuple[object, ...]:
    """A cell made by `rollup.made`, as a row of the columns."""
    rule = Combine(of.rule)
    figure = made(inputs, cell, rule=rule, kind=of.kind, tree=tree, expected=owing)
    values = [whole(one.value) for one in figure.used]
    bases = [whole(one.base) for one in figure.used if rule in NEEDS_A_BASE]
    above, below = fraction(rule, values, bases)
    covered = figure.coverage
    return above, below, len(values), covered.answered, covered.expected, max(values, default=None), False


def fraction(rule: Combine, values: Sequence[int], bases: Sequence[int]) -> tuple[int, int]:
    """What values and weights (1/10,000) make by a rule, as one whole number over another."""
    if rule == Combine.MAXIMUM:
        return max(values, default=0), SCALE
    if rule == Combine.MEAN:
        return sum(values), SCALE * len(values)
    if rule == Combine.RATIO:
        return sum(values), sum(bases)
    if rule == Combine.WEIGHTED_MEAN:
        return sum(value * base for value, base in zip(values, bases, strict=True)), SCALE * sum(bases)
    return sum(values), SCALE


def input_of(row: Sequence[Any]) -> Input:
    """A row of the columns as an input of a figure."""
    key, place, start, end, part, contributor, answer, amount, base = row
    return Input(
        key=str(key), place=place, start=start, end=end, value=decimal(amount),
        part=tuple(breakdown_of(part).items()), contributor=contributor, answer=answer, base=decimal(base),
    )  # fmt: skip


def decimal(amount: int | None) -> Decimal | None:
    """A number of 1/10,000 as a decimal."""
    return None if amount is None else Decimal(amount).scaleb(-4)


def whole(value: Decimal | None) -> int:
    """A decimal as a number of 1/10,000."""
    return int((value or Decimal(0)).scaleb(4))
