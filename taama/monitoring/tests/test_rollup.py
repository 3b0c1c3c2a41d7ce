"""One figure from many: the shapes in which peers printed wrong totals, and an oracle that adds leaf by leaf."""

from decimal import Decimal
from itertools import product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from taama.monitoring.rollup import Cell, Coverage, Input, Shared, Tree, Why, made
from taama.monitoring.rules import Answer, Combine

TREE = Tree({"A1": "A", "A2": "A", "B1": "B"})
QUARTERS = [("2025-01", "2025-03"), ("2025-04", "2025-06"), ("2025-07", "2025-09"), ("2025-10", "2025-12")]
YEAR = Cell(start="2025", end="2025")


def value(place, amount, quarter=0, *, key="", **more):
    start, end = QUARTERS[quarter] if isinstance(quarter, int) else quarter
    amount = None if amount is None else Decimal(amount)
    return Input(key or f"{place}{start}{end}{more}", place, start, end, amount, **more)


def total(inputs, cell=YEAR, rule=Combine.SUM, kind="flow", **more):
    return made(inputs, cell, rule=rule, kind=kind, tree=TREE, **more)


def test_an_approved_zero_is_a_value():
    figure = total([value("A", 0)], expected=["A"])
    assert figure.value == 0
    assert figure.coverage == Coverage(1, 1)


def test_nothing_reported_is_no_value_and_no_zero():
    figure = total([], expected=["A", "B"])
    assert figure.value is None
    assert figure.coverage == Coverage(0, 2)


def test_ten_and_nothing_and_five_are_fifteen_of_two_in_three():
    figure = total([value("A", 10), value("C", 5)], expected=["A", "B", "C"])
    assert figure.value == 15
    assert figure.coverage == Coverage(2, 3)


def test_not_applicable_and_withheld_are_left_out_by_their_name():
    none = value("A", None, answer=Answer.NOT_APPLICABLE)
    secret = value("B", None, answer=Answer.WITHHELD)
    figure = total([none, secret, value("C", 4)], expected=["A", "B", "C"])
    assert figure.value == 4
    assert {one.input.place: one.why for one in figure.left_out} == {
        "A": Why.NOT_APPLICABLE,
        "B": Why.WITHHELD,
    }
    assert figure.coverage == Coverage(1, 3)


def test_a_parent_never_counts_its_own_value_and_its_childrens():
    figure = total([value("A", 10), value("A1", 4), value("A2", 6), value("B1", 1)])
    assert figure.value == 11
    assert {(one.input.place, one.why, one.instead.place) for one in figure.left_out} == {
        ("A1", Why.COUNTED, "A"),
        ("A2", Why.COUNTED, "A"),
    }


def test_a_parents_value_of_one_quarter_leaves_its_childrens_of_another():
    assert total([value("A", 10, 0), value("A1", 4, 1), value("A1", 3, 0)]).value == 14


def test_a_running_total_is_never_added_over_time():
    rising = [value("A", amount, quarter) for quarter, amount in enumerate((5, 9, 12, 20))]
    assert total(rising, kind="cumulative").value == 20
    assert total(rising, kind="stock").value == 20
    assert total(rising, kind="flow").value == 46


def test_a_stock_takes_the_last_of_each_place_and_says_what_is_older():
    figure = total([value("A", 7, 0), value("A", 9, 3), value("B", 5, 1)], kind="stock")
    assert figure.value == 14
    assert [one.why for one in figure.left_out] == [Why.OLDER]


def test_a_year_and_its_quarters_are_counted_once():
    year = value("A", 100, ("2025", "2025"))
    figure = total([year, *(value("A", 25, quarter) for quarter in range(4))])
    assert figure.value == 100
    assert len(figure.left_out) == 4


def test_parts_stand_in_for_a_total_not_given_and_never_beside_it():
    women, men = (value("A", amount, part=(("sex", sex),)) for sex, amount in (("female", 6), ("male", 4)))
    assert total([women, men]).value == 10
    assert total([women, men, value("A", 12)]).value == 12


def test_two_breakdowns_of_the_same_people_count_once_by_the_fuller_one():
    young = value("A", 3, part=(("age", "0-17"),))
    women, men = (value("A", amount, part=(("sex", sex),)) for sex, amount in (("female", 6), ("male", 4)))
    assert total([young, women, men]).value == 10


def test_a_part_is_made_of_its_own_finer_parts():
    girls = value("A", 2, part=(("age", "0-17"), ("sex", "female")))
    boys = value("A", 3, part=(("age", "0-17"), ("sex", "male")))
    cell = Cell(start="2025", end="2025", part=(("sex", "female"),))
    assert total([girls, boys], cell).value == 2


def test_contributors_add_up_and_the_whole_of_them_stands_alone():
    shares = [value("A", amount, contributor=name) for name, amount in (("iom", 6), ("ngo", 4))]
    assert total(shares).value == 10
    assert total([*shares, value("A", 11)]).value == 11
    per = [total(shares, Cell(start="2025", end="2025", contributor=name)).value for name in ("iom", "ngo")]
    assert sum(per) == total(shares).value


def test_a_ratio_is_recomputed_from_its_sums():
    rates = [value("A", 1, base=Decimal(2)), value("B", 9, base=Decimal(98))]
    assert total(rates, rule=Combine.RATIO).value == Decimal(10) / Decimal(100)


def test_a_ratio_without_its_denominator_is_left_out_and_nothing_is_divided_by_zero():
    figure = total([value("A", 1), value("B", 0, base=Decimal(0))], rule=Combine.RATIO)
    assert figure.value is None
    assert figure.left_out[0].why == Why.NO_WEIGHT


def test_a_mean_is_of_values_not_of_means():
    values = [value("A1", 1), value("A2", 2), value("B1", 9)]
    assert total(values, rule=Combine.MEAN).value == 4
    weighted = [value("A1", 10, base=Decimal(1)), value("B1", 20, base=Decimal(3))]
    assert total(weighted, rule=Combine.WEIGHTED_MEAN).value == Decimal("17.5")


def test_a_maximum_is_the_greatest():
    assert total([value("A1", 1), value("B1", 9)], rule=Combine.MAXIMUM).value == 9


def test_distinct_persons_of_two_lists_are_a_range():
    figure = total(
        [value("A", 30, contributor="iom"), value("A", 20, contributor="ngo")], rule=Combine.DISTINCT
    )
    assert (figure.low, figure.value, figure.high) == (30, 50, 50)


def test_the_latest_is_one_value_a_place():
    figure = total([value("A", 7, 0), value("A", 9, 1)], rule=Combine.LATEST)
    assert figure.value == 9


def test_what_lies_elsewhere_is_named_so():
    figure = total([value("B1", 3)], Cell(place="A", start="2025", end="2025"))
    assert figure.value is None
    assert figure.left_out[0].why == Why.ELSEWHERE


# ── The oracle: a world of single persons, counted one by one ───────────────────────────────────────────────────
LEAVES = list(product(("A1", "A2", "B1"), range(4), ("female", "male"), ("iom", "ngo")))
WORLD = st.fixed_dictionaries({leaf: st.integers(0, 9) for leaf in LEAVES})


def told(world, coarse_places, coarse_times, coarse_sexes, coarse_contributors):
    """The same world as reported by some in coarser values; sometimes both coarse and fine."""
    sums = {}
    for (place, quarter, sex, contributor), persons in world.items():
        parent = TREE.parents[place]
        keys = {
            (
                parent if parent in coarse_places else place,
                "year" if parent in coarse_times else quarter,
                "" if parent in coarse_sexes else sex,
                "" if parent in coarse_contributors else contributor,
            ),
            (place, quarter, sex, contributor),
        }
        for key in keys:
            sums[key] = sums.get(key, 0) + persons
    return [
        value(
            place,
            amount,
            ("2025", "2025") if quarter == "year" else quarter,
            key=str((place, quarter, sex, contributor)),
            part=(("sex", sex),) if sex else (),
            contributor=contributor,
        )
        for (place, quarter, sex, contributor), amount in sums.items()
    ]


COARSE = st.sets(st.sampled_from(["A", "B"]))


@given(WORLD, COARSE, COARSE, COARSE, COARSE, st.randoms(use_true_random=False))
def test_whoever_reports_coarsely_or_twice_the_total_is_each_person_once(
    world, places, times, sexes, whose, chance
):
    inputs = told(world, places, times, sexes, whose)
    chance.shuffle(inputs)
    assert total(inputs).value == sum(world.values())
    for parent in ("A", "B"):
        inside = sum(persons for leaf, persons in world.items() if TREE.parents[leaf[0]] == parent)
        assert total(inputs, Cell(place=parent, start="2025", end="2025")).value == inside


def test_a_total_of_everything_would_fail_the_oracle():
    """The broken twin: adding all that was reported counts persons twice."""
    inputs = told(dict.fromkeys(LEAVES, 1), {"A"}, set(), set(), set())
    assert sum(one.value for one in inputs) != len(LEAVES)


@given(st.lists(st.decimals(-9999, 9999, places=4), min_size=1, max_size=20))
def test_sums_are_exact(amounts):
    inputs = [value(f"P{at}", amount) for at, amount in enumerate(amounts)]
    assert total(inputs).value == sum(amounts)


@given(st.sets(st.integers(0, 40)), st.sets(st.integers(0, 40)), st.integers(0, 5))
def test_declared_overlap_bounds_the_true_number_of_persons(one, other, slack):
    inputs = [
        value("A", len(one), contributor="iom"),
        value("A", len(other), contributor="ngo"),
    ]
    shared = Shared(frozenset({"iom", "ngo"}), "A", "2025", "2025", Decimal(len(one & other) + slack))
    figure = total(inputs, shared=[shared])
    assert figure.low <= len(one | other) <= figure.high == figure.value


def test_an_overlap_elsewhere_or_at_another_time_takes_nothing_off():
    inputs = [value("A", 10, contributor="iom"), value("A", 8, contributor="ngo")]
    far = Shared(frozenset({"iom", "ngo"}), "B", "2025", "2025", Decimal(5))
    long_ago = Shared(frozenset({"iom", "ngo"}), "A", "2019", "2019", Decimal(5))
    here = Shared(frozenset({"iom", "ngo"}), "A1", "2025-02", "2025-02", Decimal(5))
    assert total(inputs, shared=[far, long_ago]).low == 18
    assert total(inputs, shared=[here]).low == 13


@pytest.mark.parametrize("rule", list(Combine))
def test_no_rule_makes_something_of_nothing(rule):
    assert total([], rule=rule).value is None
