"""Revising, comparing, adopting: both editions stay, and what others point at stays in force."""

import datetime as dt
from decimal import Decimal

import pytest

from taama.compact.queries import objective
from taama.journal.models import Entry
from taama.partners.models import Organisation
from taama.plans import changes, queries
from taama.plans.changes import EditionCard, MoneyCard, ResultCard, UpdateCard
from taama.plans.models import Activity, BudgetLine, Edition, ExpectedResult, Milestone, StatusUpdate
from taama.web.refusals import NotAllowedNow
from tests.cast import STAGE

from .factories import activity, both, card, edition, milestone

pytestmark = pytest.mark.usefixtures("compact")
LATER = EditionCard("2028–2032", "2028", "2032")


@pytest.fixture
def draft(cast):
    """An edition with all kinds of parts, and a draft begun from it."""
    kept, gone = activity("kept", title=both("Before")), activity("gone")
    milestone(kept)
    ministry = Organisation.objects.get(code="ministry")
    money = MoneyCard(2025, ministry, "planned", Decimal(100), "XOF")
    changes.add_budget_line(activity=kept, card=money, by=STAGE)
    told = ResultCard("heard", objective(8), both("Heard"), activities=[kept, gone])
    changes.add_result(edition=edition(), card=told, by=STAGE)
    return changes.revise_edition(edition=edition(), card=LATER, by=cast.coordinator)


def revised(draft, cast):
    """The draft with one activity changed, one dropped, one added; all its parts again."""
    kept = Activity.objects.get(edition=draft, code="kept")
    after = card("kept", title=both("After"), numbers=(8, 21))
    changes.edit_activity(activity=kept, card=after, by=cast.coordinator)
    changes.drop_activity(activity=Activity.objects.get(edition=draft, code="gone"), by=cast.coordinator)
    changes.add_activity(edition=draft, card=card("new"), by=cast.coordinator)


def test_a_draft_holds_copies_of_everything_and_the_plan_in_force_is_as_before(draft):
    assert (draft.number, draft.is_draft, draft.is_current) == (2, True, False)
    assert queries.current_edition().number == 1
    for model in (Milestone, BudgetLine):
        assert sorted(model.objects.values_list("activity__edition__number", flat=True)) == [1, 2]
    copy = ExpectedResult.objects.get(edition=draft)
    assert {one.edition_id for one in copy.activities.all()} == {draft.pk}
    assert queries.comparison_page(edition(), draft).comparison.is_empty


def test_a_comparison_says_what_was_added_dropped_and_changed(draft, cast):
    revised(draft, cast)

    said = queries.comparison_page(edition(), draft).comparison

    assert (said.added, said.dropped) == (("new",), ("gone",))
    assert [one.field for one in said.changed[0][1]] == ["title", "serves"]


def test_adopting_keeps_the_ids_others_point_at_in_force(draft, cast):
    before = {one.code: one.pk for one in Activity.objects.filter(edition__number=1)}
    kept = Activity.objects.get(pk=before["kept"])
    said = UpdateCard("2025", "yet_to_start", both("word"), kept.lead)
    changes.add_update(
        activity=kept, card=said, by=cast.coordinator, at=dt.datetime(2025, 5, 1, tzinfo=dt.UTC)
    )
    revised(draft, cast)

    changes.adopt_edition(edition=draft, on="2026-01", by=cast.coordinator)

    now = {one.code: one for one in Activity.objects.current()}
    assert set(now) == {"kept", "new"}
    assert (now["kept"].pk, now["kept"].title) == (before["kept"], both("After"))
    assert StatusUpdate.objects.get().activity_id == now["kept"].pk
    assert {item.code for item in now["kept"].serves.all()} == {"8", "21"}
    old = {one.code: one for one in Activity.objects.filter(edition__number=1)}
    assert (set(old), old["kept"].title) == ({"kept", "gone"}, both("Before"))
    for model in (Milestone, BudgetLine):
        assert sorted(model.objects.values_list("activity__edition__number", flat=True)) == [1, 2]
    first, second = ExpectedResult.objects.order_by("edition__number")
    assert {one.code for one in first.activities.all()} == {"kept", "gone"}
    assert [one.pk for one in second.activities.all()] == [now["kept"].pk]
    assert Entry.objects.order_by("-seq").first().verb == "plans.edition.adopted"


@pytest.mark.parametrize(
    ("code", "verb"),
    [
        (
            "plans.edition.draft_exists",
            lambda draft, by: changes.revise_edition(edition=edition(), card=LATER, by=by),
        ),
        (
            "plans.edition.not_a_draft",
            lambda draft, by: changes.adopt_edition(edition=edition(), on="2026", by=by),
        ),
        ("plans.edition.not_a_draft", lambda draft, by: changes.discard_edition(edition=edition(), by=by)),
        (
            "plans.activity.not_a_draft",
            lambda draft, by: changes.drop_activity(activity=Activity.objects.current().first(), by=by),
        ),
    ],
)
def test_what_is_in_force_is_neither_dropped_nor_discarded(draft, cast, code, verb):
    with pytest.raises(NotAllowedNow) as refusal:
        verb(draft, cast.coordinator)

    assert refusal.value.code == code


def test_a_draft_given_up_leaves_the_plan_in_force(draft, cast):
    changes.discard_edition(edition=draft, by=cast.coordinator)

    assert Edition.objects.get() == queries.current_edition()
    assert {one.code for one in Activity.objects.all()} == {"kept", "gone"}


def test_the_pages_of_editions_read_and_revise(draft, cast, client):
    client.force_login(cast.coordinator)
    page = client.get("/en/plan/editions/2/").content.decode()
    assert "it is being revised" in page
    answer = client.post("/en/plan/editions/2/activities/gone/drop/", {"sure": "on"})
    assert answer.url == "/en/plan/editions/2/"

    compared = client.get("/en/plan/editions/2/compared-with/1/").content.decode()
    client.post("/en/plan/editions/2/adopt/", {"on": "2026-01-05"})

    assert "Dropped: 1" in compared
    assert queries.current_edition().label == "2028–2032"
    assert "kept as it was" in client.get("/en/plan/editions/1/").content.decode()
    assert client.get("/en/plan/editions/1/adopt/").status_code == 404


def test_only_the_coordinator_revises(draft, cast, client):
    client.force_login(cast.focal_point)

    for address in ("revise/", "2/adopt/", "2/discard/", "2/add/", "2/activities/kept/edit/"):
        assert client.get(f"/en/plan/editions/{address}").status_code == 403
