"""Neighbouring entries of one kind and day become one line."""

import datetime as dt

from django.utils.translation import override

from taama.desk.rules import Bundle, Happening, bundles, in_words

MONDAY, TUESDAY = dt.date(2026, 1, 12), dt.date(2026, 1, 13)


def test_neighbours_of_one_verb_and_day_are_one():
    found = bundles(
        [
            Happening(9, "evidence.finding.marked", TUESDAY),
            Happening(8, "evidence.finding.marked", TUESDAY),
            Happening(7, "evidence.finding.marked", MONDAY),
            Happening(6, "plans.activity.edited", MONDAY),
            Happening(5, "evidence.finding.marked", MONDAY),
        ]
    )

    assert [(one.newest, one.count) for one in found] == [(9, 2), (7, 1), (6, 1), (5, 1)]


def test_nothing_makes_no_line():
    assert bundles([]) == []


def test_one_and_many_are_told_apart_in_both_languages():
    one = Bundle(1, "plans.activity.edited", MONDAY, 1)
    many = Bundle(1, "plans.activity.edited", MONDAY, 3)

    with override("en"):
        assert [in_words(one), in_words(many)] == ["Activity edited", "3 activities edited"]
    with override("fr"):
        assert [in_words(one), in_words(many)] == ["Activité modifiée", "3 activités modifiées"]
