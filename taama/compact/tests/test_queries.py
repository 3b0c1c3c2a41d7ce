"""An objective with all that belongs to it, in a fixed number of queries."""

import pytest

from taama.compact import queries

pytestmark = pytest.mark.django_db


def test_an_objective_comes_with_its_actions_and_ties(compact, django_assert_max_num_queries):
    with django_assert_max_num_queries(4):
        card = queries.objective_card(8)

    assert [action.code for action in card.actions] == ["8(a)", "8(b)", "8(c)", "8(d)", "8(e)", "8(f)"]
    assert [table.code for table in card.round_tables] == ["round-table-2"]
    assert card.ties


@pytest.mark.parametrize("number", [0, 24])
def test_there_are_twenty_three_objectives(compact, number):
    assert queries.objective_card(number) is None
    assert queries.objective(number) is None


def test_items_by_code(compact):
    assert queries.items_by_code("gcm")["8(d)"].parent.code == "8"
    assert queries.item("sdg", "10.7") is not None
