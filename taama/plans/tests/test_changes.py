"""Adding, editing, moving activities; adding and reaching milestones: outcome and journal."""

from decimal import Decimal

import pytest
from django.db import IntegrityError, transaction

from taama.compact.queries import objective
from taama.journal.changes import open_change
from taama.journal.models import Entry
from taama.plans.changes import (
    MilestoneCard,
    add_activity,
    add_milestone,
    edit_activity,
    reach_milestone,
    set_status,
)
from taama.plans.models import Activity, Edition, Milestone
from taama.plans.queries import newest_entry
from taama.web.refusals import BadInput, NotAllowedNow

from .factories import activity, both, card, edition, milestone

pytestmark = pytest.mark.usefixtures("compact")


def refused(code, verb, **given):
    entries = Entry.objects.count()
    with pytest.raises((NotAllowedNow, BadInput)) as refusal:
        verb(**given)
    assert refusal.value.code == code
    assert Entry.objects.count() == entries


def newest() -> Entry:
    return Entry.objects.order_by("-seq").first()


def test_an_activity_is_added_with_its_ties(cast):
    added = add_activity(edition=edition(), card=card(numbers=(8, 21)), by=cast.coordinator)

    assert {item.code for item in added.serves.all()} == {"8", "21"}
    assert (newest().verb, newest().actor) == ("plans.activity.added", cast.coordinator.journal_name)


def test_a_code_stands_once_in_an_edition(cast):
    activity()

    refused("plans.activity.exists", add_activity, edition=edition(), card=card(), by=cast.coordinator)


def test_an_edit_says_which_fields_and_the_same_again_leaves_no_trace(cast):
    made = activity()
    changed = card(title=both("Other"), planned_amount=Decimal(5), currency="XOF", numbers=(8, 21))

    edit_activity(activity=made, card=changed, by=cast.coordinator)
    entries = Entry.objects.count()
    edit_activity(activity=made, card=changed, by=cast.coordinator)

    assert newest().payload["fields"] == ["currency", "planned_amount", "title"]
    assert Entry.objects.count() == entries
    assert set(Activity.objects.get().serves.all()) == {objective(8), objective(21)}


def test_an_edit_upon_something_old_is_refused(cast):
    made = activity()
    seen = newest_entry(made)
    edit_activity(activity=made, card=card(title=both("First")), by=cast.coordinator, seen=seen)

    refused(
        "plans.activity.changed_meanwhile",
        edit_activity, activity=made, card=card(title=both("Second")), by=cast.focal_point, seen=seen,
    )  # fmt: skip

    assert Activity.objects.get().title == both("First")


def test_moves_follow_the_rule(cast):
    made = activity()
    refused("plans.activity.move", set_status, activity=made, status="completed", by=cast.coordinator)
    refused(
        "plans.activity.move",
        edit_activity,
        activity=made,
        card=card(status="completed"),
        by=cast.coordinator,
    )

    set_status(activity=made, status="ongoing", by=cast.coordinator)
    moved = set_status(activity=made, status="completed", by=cast.coordinator)

    assert moved.status == "completed"
    assert newest().payload["fields"] == ["status"]


def test_fields_that_do_not_belong_together_are_refused(cast):
    made = activity()
    for wrong in ({"currency": "XOF"}, {"starts_on": "2024", "ends_on": "2023"}, {"starts_on": "spring"}):
        refused(
            "plans.activity.fields", edit_activity, activity=made, card=card(**wrong), by=cast.coordinator
        )


def test_a_milestone_is_reached_once(cast):
    step = milestone(activity())

    reach_milestone(milestone=step, on="2024-05-31", by=cast.focal_point)

    assert newest().verb == "plans.milestone.reached"
    assert Milestone.objects.get().reached_on == "2024-05-31"
    refused(
        "plans.milestone.reached_already", reach_milestone, milestone=step, on="2025", by=cast.focal_point
    )


def test_a_milestone_is_reached_on_a_day(cast):
    step = milestone(activity())

    refused("plans.milestone.no_day", reach_milestone, milestone=step, on="", by=cast.focal_point)
    refused("plans.milestone.fields", reach_milestone, milestone=step, on="soon", by=cast.focal_point)


def test_a_milestone_stands_once_and_has_a_date(cast):
    made = activity()
    milestone(made)
    again, dateless = (
        MilestoneCard("opening", both("Again"), "2024"),
        MilestoneCard("new", both("New"), "soon"),
    )

    refused("plans.milestone.exists", add_milestone, activity=made, card=again, by=cast.coordinator)
    refused("plans.milestone.fields", add_milestone, activity=made, card=dateless, by=cast.coordinator)


def test_the_database_holds_one_current_edition_and_amounts_with_currency(cast):
    made = activity()

    with pytest.raises(IntegrityError), transaction.atomic(), open_change():
        Edition.objects.create(plan=made.edition.plan, label="other", valid_from="2028")
    with pytest.raises(IntegrityError), transaction.atomic(), open_change():
        Activity.objects.update(planned_amount=5)
