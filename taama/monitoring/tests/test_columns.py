"""Many cells by columns: equal in every cell to figures made one by one, whatever the values are mixed of."""

from decimal import Decimal

import duckdb
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from taama.monitoring.columns import WIDEST, Defined, Ground, filled, roll_up, rolled
from taama.monitoring.rollup import Cell, Input, Tree, made
from taama.monitoring.rules import Combine

PARENTS = {"A": "", "B": "", "A1": "A", "A2": "A", "B1": "B", "A11": "A1", "A12": "A1", "B11": "B1"}
GROUND = Ground(Tree(PARENTS), {"": 0, **{code: len(code) for code in PARENTS}})
TIMES = [
    ("2025-01", "2025-03"), ("2025-04", "2025-06"), ("2025-10", "2025-12"), ("2025", "2025"), ("2025-03", "2025-04"),
    ("2024-12", "2025-01"), ("2025-03-31", "2025-03-31"), ("2026-01", "2026-03"),
]  # fmt: skip
PERIODS = [*TIMES[:3], ("2025", "2025"), ("2026", "2026"), ("2025-01", "2025-06")]
PARTS = ["", "sex=female", "sex=male", "age=0-17", "age=0-17|sex=female"]
KINDS = ["flow", "stock", "cumulative"]
TABLE = """CREATE OR REPLACE TABLE answers (
    key VARCHAR, indicator VARCHAR, place VARCHAR, "start" VARCHAR, "end" VARCHAR,
    part VARCHAR, contributor VARCHAR, answer VARCHAR, amount HUGEINT, base HUGEINT)"""


ENGINE = duckdb.connect(":memory:", config={"threads": 1})


def answers(places=tuple(PARENTS), parts=tuple(PARTS), contributors=("", "iom", "ngo"), times=tuple(TIMES)):
    amounts = st.integers(-50_000, 50_000)
    return st.tuples(
        st.sampled_from(["", *places] if "A" in places else places), st.sampled_from(times), st.sampled_from(parts),
        st.sampled_from(contributors), st.sampled_from(["value", "value", "value", "withheld"]), amounts,
        st.none() | st.integers(0, 50_000),
    )  # fmt: skip


MIXED = st.lists(answers(), max_size=14)
REGULAR = st.lists(
    answers(("A11", "A12", "B11"), ("sex=female", "sex=male"), ("iom", "ngo"), TIMES[:3]), max_size=20
)


def rows_of(drawn, code="jobs"):
    return [
        (
            f"k{number:03}",
            code,
            place,
            *time,
            part,
            whose,
            answer,
            amount if answer == "value" else None,
            base,
        )
        for number, (place, time, part, whose, answer, amount, base) in enumerate(drawn)
    ]


def by_columns(rows, *defined):
    connection = ENGINE
    connection.execute(TABLE)
    filled(connection, "answers", rows)
    roll_up(connection, defined, GROUND, PERIODS)
    return {(one.indicator, one.place, one.period): one for one in rolled(connection, PERIODS)}


def one_by_one(rows, defined, place, period):
    inputs = [
        Input(key, where, start, end, None if amount is None else Decimal(amount).scaleb(-4),
              tuple(tuple(pair.split("=")) for pair in part.split("|") if pair), whose, answer,
              None if base is None else Decimal(base).scaleb(-4))
        for key, code, where, start, end, part, whose, answer, amount, base in rows if code == defined.code
        and (defined.is_addable or (where, part, whose) == (place, "", ""))
    ]  # fmt: skip
    levels = {len(one.place) for one in inputs if one.place}
    below = min((level for level in levels if level > len(place)), default=0)
    expected = GROUND.owing(place, below)
    return made(
        inputs,
        Cell(place, *period),
        rule=Combine(defined.rule),
        kind=defined.kind,
        tree=GROUND.tree,
        expected=expected,
    )


def check_every_cell(rows, defined):
    cells = by_columns(rows, defined)
    for place in ("", "A", "B"):
        for period in PERIODS:
            figure = one_by_one(rows, defined, place, period)
            cell = cells.pop((defined.code, place, period), None)
            if cell is None:
                assert not figure.used
            else:
                assert (cell.value, cell.used, cell.coverage) == (
                    figure.value,
                    len(figure.used),
                    figure.coverage,
                )
    assert not cells


@pytest.mark.parametrize("rule", Combine.values)
@settings(max_examples=12, deadline=None)
@given(drawn=MIXED, kind=st.sampled_from(KINDS), is_addable=st.booleans())
def test_equal_in_every_cell_whatever_is_mixed(rule, drawn, kind, is_addable):
    check_every_cell(rows_of(drawn), Defined("jobs", rule, kind, is_addable or rule != Combine.LATEST))


@pytest.mark.parametrize("rule", Combine.values)
@settings(max_examples=12, deadline=None)
@given(drawn=REGULAR, kind=st.sampled_from(KINDS))
def test_equal_in_every_cell_of_what_the_columns_sum(rule, drawn, kind):
    check_every_cell(rows_of(drawn), Defined("jobs", rule, kind))


def test_a_number_too_wide_for_columns_is_made_singly_and_stays_exact():
    rows = rows_of([("A11", TIMES[0], "", "", "value", WIDEST * 1_000 + 1, None)])
    cell = by_columns(rows, Defined("jobs", "sum", "flow"))["jobs", "", TIMES[0]]
    assert cell.value == Decimal(WIDEST * 1_000 + 1).scaleb(-4)


def test_indicators_do_not_touch_each_other():
    same = [("A11", TIMES[0], "", "", "value", 10_000, None)]
    cells = by_columns(
        rows_of(same) + rows_of(same, "homes"),
        Defined("jobs", "sum", "flow"),
        Defined("homes", "mean", "flow"),
    )
    assert {code: cells[code, "", TIMES[0]].value for code in ("jobs", "homes")} == {"jobs": 1, "homes": 1}
