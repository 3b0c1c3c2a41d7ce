"""Two editions side by side, and a policy revised in thought."""

from taama.plans.rules import Difference, Served, compare, effect_of


def test_added_dropped_changed_and_the_same_are_told_apart():
    before = {"a": {"title": "A", "end": "2024"}, "b": {"title": "B"}, "c": {"title": "C"}}
    after = {"a": {"title": "A", "end": "2026"}, "c": {"title": "C"}, "d": {"title": "D"}}

    said = compare(before, after)

    assert (said.added, said.dropped, said.same) == (("d",), ("b",), 1)
    assert said.changed == (("a", (Difference("end", "2024", "2026"),)),)
    assert compare(before, before).is_empty


AXES, OBJECTIVES = ["axis-1", "axis-2"], ["1", "2", "3"]
NOW = frozenset({("axis-1", "1"), ("axis-2", "2")})
SERVED = [Served("one", "axis-1", frozenset({"1"})), Served("two", "axis-2", frozenset({"3"}))]


def test_a_moved_tie_leaves_one_objective_alone_and_covers_another():
    after = frozenset({("axis-1", "1"), ("axis-2", "3")})

    effect = effect_of(NOW, after, AXES, OBJECTIVES, SERVED)

    assert (effect.dropped, effect.added) == ((("axis-2", "2"),), (("axis-2", "3"),))
    assert (effect.left_alone, effect.newly_covered) == (("2",), ("3",))
    assert (effect.newly_both, effect.no_longer_both) == (("two",), ())


def test_a_dropped_axis_is_emptied_and_its_activities_serve_one_alone():
    effect = effect_of(NOW, NOW - {("axis-1", "1")}, AXES, OBJECTIVES, SERVED)

    assert (effect.emptied, effect.no_longer_both, effect.filled) == (("axis-1",), ("one",), ())


def test_the_same_ties_change_nothing():
    assert effect_of(NOW, NOW, AXES, OBJECTIVES, SERVED).is_none
