"""Editing and adding an activity, its milestones too: tried by the cast."""

import pytest

from taama.compact.queries import objective
from taama.journal.models import Entry
from taama.partners.models import Organisation
from taama.plans.models import Activity, Milestone

from .factories import activity, edition, milestone

pytestmark = pytest.mark.usefixtures("compact")
EDIT = "/en/plan/activities/consular-cards/edit/"


def written(**fields):
    lead = Organisation.objects.get(code="service").pk
    given = {"title_fr": "Cartes", "title_en": "Cards", "lead": lead, "serves": [objective(8).pk]}
    return given | {"status": "yet_to_start"} | fields


def test_a_focal_point_edits_an_activity_of_the_own_organisation(cast, client):
    activity()
    client.force_login(cast.focal_point)
    amount = {"planned_amount": "5000", "currency": "xof", "starts_on": "2026-05", "status": "ongoing"}

    answer = client.post(EDIT, written(**amount))

    made = Activity.objects.get()
    assert answer.url == "/en/plan/activities/consular-cards/"
    assert (made.title["en"], made.planned_amount, made.currency, made.status) == (
        "Cards",
        5000,
        "XOF",
        "ongoing",
    )
    assert made.is_illustrative
    assert Entry.objects.order_by("-seq").first().actor == cast.focal_point.journal_name


def test_a_focal_point_hands_no_activity_on(cast, client):
    activity()
    client.force_login(cast.focal_point)

    client.post(EDIT, written(lead=Organisation.objects.get(code="ministry").pk))

    assert Activity.objects.get().lead.code == "service"


def test_the_form_shows_what_is_and_saving_it_changes_nothing(cast, client):
    activity(planned_amount=185_000, currency="XOF")
    client.force_login(cast.coordinator)
    initial = client.get(EDIT).context["form"].initial
    entries = Entry.objects.count()
    same = {
        name: [one.pk for one in value] if isinstance(value, list) else getattr(value, "pk", value)
        for name, value in initial.items()
        if value not in (None, "", False)
    }

    client.post(EDIT, same)

    assert Entry.objects.count() == entries


@pytest.mark.parametrize(
    ("field", "wrong", "said"),
    [
        ("starts_on", "spring", "is not a date"),
        ("planned_amount", "much", "Enter a number"),
        ("currency", "XOF", "given together"),
        ("status", "completed", "is not one of the available choices"),
        ("ends_on", "1999", "ends before it starts"),
    ],
)
def test_what_is_wrong_is_said_beside_its_field(cast, client, field, wrong, said):
    activity()
    client.force_login(cast.coordinator)

    answer = client.post(EDIT, written(starts_on="2026") | {field: wrong})

    assert said in answer.content.decode()
    assert Activity.objects.get().title["en"] == "consular-cards (en)"


def test_two_people_lose_nothing(cast, client):
    activity()
    client.force_login(cast.coordinator)
    seen = client.get(EDIT).context["form"].initial["seen"]
    client.post(EDIT, written(seen=seen, title_en="First"))

    answer = client.post(EDIT, written(seen=seen, title_en="Second"))

    page = answer.content.decode()
    assert "changed this activity in the meantime" in page
    assert 'value="Second"' in page
    assert Activity.objects.get().title["en"] == "First"


@pytest.mark.parametrize(
    ("name", "status"),
    [("partner", 403), ("validator", 403), ("stranger", 403), ("coordinator", 200), ("focal_point", 200)],
)
def test_who_may_open_the_form(cast, client, name, status):
    activity()
    client.force_login(getattr(cast, name))

    assert client.get(EDIT).status_code == status


def test_a_focal_point_of_another_organisation_is_refused_and_a_visitor_signs_in(cast, client):
    activity(lead="ministry")
    assert client.get(EDIT).status_code == 302

    client.force_login(cast.focal_point)
    assert client.post(EDIT, written()).status_code == 403


def test_the_coordinator_adds_an_activity(cast, client):
    edition()
    client.force_login(cast.coordinator)

    answer = client.post("/en/plan/new/", written(title_fr="Antennes régionales"))

    assert answer.url == "/en/plan/activities/antennes-regionales/"
    again = client.post("/en/plan/new/", written(title_fr="Antennes régionales"))
    assert "has the code “antennes-regionales” already" in again.content.decode()


def test_a_title_is_needed(cast, client):
    edition()
    client.force_login(cast.coordinator)

    answer = client.post("/en/plan/new/", written(title_fr="", title_en=""))

    assert "Give a title in at least one language" in answer.content.decode()


def test_a_milestone_is_added_and_reached(cast, client):
    activity()
    client.force_login(cast.focal_point)

    client.post(
        "/en/plan/activities/consular-cards/milestones/add/", {"title_fr": "Ouverture", "due_on": "2026"}
    )
    reached = "/en/plan/activities/consular-cards/milestones/ouverture/reached/"
    early = client.post(reached, {"on": "2999"})
    client.post(reached, {"on": "2024-05-06"})

    assert "has not come yet" in early.content.decode()
    assert Milestone.objects.get().reached_on == "2024-05-06"
    assert client.get(reached).status_code == 404


def test_a_partner_reaches_nothing(cast, client):
    milestone(activity())
    client.force_login(cast.partner)

    assert (
        client.post(
            "/en/plan/activities/consular-cards/milestones/opening/reached/", {"on": "2024"}
        ).status_code
        == 403
    )
