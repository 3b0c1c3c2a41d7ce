"""Reading the plan: by objective, by state, what is late."""

import datetime as dt

import pytest

from taama.compact.queries import item, objective
from taama.plans import queries
from taama.plans.changes import set_status
from taama.plans.queries import Wanted
from tests.cast import STAGE

from .factories import activity, edition, milestone

pytestmark = pytest.mark.usefixtures("compact")
TODAY = dt.date(2025, 1, 1)


def test_an_activity_tied_to_an_action_serves_its_objective(cast):
    made = activity(numbers=(1,))
    with_action = activity("action", numbers=(1,))
    tie_to_action(with_action)

    assert {one.code for one in queries.activities_serving(objective(8))} == {"action"}
    assert {one.code for one in queries.activities_serving(objective(1))} == {made.code, "action"}


def tie_to_action(made):
    from taama.journal.changes import open_change, record

    with open_change():
        made.serves.add(item("gcm", "8(d)"))
        record("plans.activity.edited", made, by=STAGE)


def test_states_are_counted_once_an_objective_in_one_query(cast, django_assert_num_queries):
    tie_to_action(activity(numbers=(8,), status="ongoing"))
    activity("other", numbers=(8, 21))

    with django_assert_num_queries(1):
        counts = queries.status_counts()

    assert counts[objective(8).pk] == {"ongoing": 1, "yet_to_start": 1}
    assert counts[objective(21).pk] == {"yet_to_start": 1}


def test_only_open_activities_have_late_milestones(cast):
    late = milestone(activity(), "late", "2024-12-31")
    milestone(late.activity, "soon", "2025-01-01")
    milestone(late.activity, "reached", "2024", "2024-11")
    milestone(activity("ended", status="completed"), "old", "2024")

    assert queries.late_milestones(TODAY) == [late]


@pytest.mark.parametrize(
    ("wanted", "codes"),
    [
        (Wanted(), {"8": ["one", "two"], "21": ["two"]}),
        (Wanted(status="ongoing"), {"8": ["two"], "21": ["two"]}),
        (Wanted(lead="ministry"), {"8": ["one"]}),
        (Wanted(objective="21"), {"21": ["two"]}),
        (Wanted(objective="21", lead="ministry"), {}),
    ],
)
def test_the_page_shows_what_was_asked_for(cast, wanted, codes):
    activity("one", lead="ministry")
    set_status(activity=activity("two", numbers=(8, 21)), status="ongoing", by=STAGE)

    page = queries.plan_page(edition(), wanted, TODAY)

    shown = {group.objective.code: [one.code for one in group.activities] for group in page.groups}
    assert shown == codes
    assert (page.total, page.shown) == (2, len({code for group in codes.values() for code in group}))


def test_there_is_one_current_edition(cast):
    assert queries.current_edition() is None

    made = edition()

    assert queries.current_edition() == made
    assert queries.activity("nothing") is None
