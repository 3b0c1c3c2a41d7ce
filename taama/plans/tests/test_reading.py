"""Pages of organisations, money, results, alignment, time and place: seen by visitors and by those who answer."""

from decimal import Decimal

import pytest

from taama.compact.queries import item
from taama.partners.models import Organisation
from taama.plans import changes
from taama.plans.changes import DutyCard, MoneyCard, RiskCard
from taama.plans.models import Duty, StatusUpdate
from tests.cast import STAGE

from .factories import activity, both, edition, milestone

pytestmark = pytest.mark.usefixtures("compact")


def text(client, address):
    answer = client.get(f"/en/plan/{address}")
    assert answer.status_code == 200
    return answer.content.decode()


def ministry():
    return Organisation.objects.get(code="ministry")


def test_an_organisation_shows_its_mandate_duties_and_what_is_late(cast, client):
    milestone(activity(lead="ministry", status="ongoing"), due_on="2020")
    mandate = DutyCard(
        ministry(), "mandate", "lead", "2004", words=both("Convenes"), person="Invented Person"
    )
    changes.give_duty(card=mandate, by=STAGE)
    changes.give_duty(
        card=DutyCard(ministry(), "indicator", "validates", "2020", indicator="returns"), by=STAGE
    )

    page = text(client, "organisations/ministry/")

    assert "Convenes (en)" in page
    assert "/indicators/returns/" in page
    assert "a milestone is past its day" in page
    assert "Invented Person" not in page
    client.force_login(cast.partner)
    assert "Invented Person" in text(client, "organisations/ministry/")
    assert client.get("/en/plan/organisations/nobody/").status_code == 404


def test_money_is_shown_by_funder_with_rates_and_what_has_none(cast, client):
    made = activity()
    for amount, currency, stage in ((100, "XOF", "planned"), (7, "USD", "planned"), (30, "XOF", "spent")):
        money = MoneyCard(2024, ministry(), stage, Decimal(amount), currency, is_illustrative=True)
        changes.add_budget_line(activity=made, card=money, by=STAGE)

    page = text(client, "money/")

    assert "never added together" in page
    assert "7\xa0USD, 2024" in page
    assert "1 amount not in it" in page
    assert "130" not in page
    assert "made up for the demonstration" in page
    assert "consular-cards (en)" in text(client, "funders/ministry/")
    assert "No money is written down yet." in text(client, "money/unfunded/")


def test_alignment_simulates_and_saves_nothing(cast, client):
    from taama.compact.models import Crosswalk

    activity(numbers=(7,), axis=item("ponam", "axis-1"))
    ties = Crosswalk.objects.count()

    page = text(client, "alignment/?simulate=1&tie=axis-1:2&tie=axis-9:1&tie=x")

    assert (
        "Minimize adverse drivers" in page.split("Objectives an axis would cover for the first time")[1][:200]
    )
    assert "consular-cards (en)" in page.split("Activities that would no longer serve both")[1][:300]
    assert Crosswalk.objects.count() == ties
    assert "What would change" not in text(client, "alignment/")


def test_time_and_place_are_drawn_with_a_table_beside(cast, client, db):
    activity(starts_on="2024", ends_on="2026-05")

    timeline, tiles = text(client, "timeline/"), text(client, "map/")

    assert 'aria-label="1 activity in time"' in timeline
    assert timeline.count("consular-cards (en)") >= 2
    assert "1 activity is for the whole country" in tiles
    assert "<svg" in tiles


def test_the_plan_is_filtered_by_year_organisation_funder_and_standing(cast, client):
    activity("one", lead="ministry", starts_on="2024", ends_on="2024", status="completed")
    two = activity("two", starts_on="2025", ends_on="2030", status="ongoing")
    changes.open_risk(activity=two, card=RiskCard(both("flood"), 3, 3, ministry(), "2025"), by=STAGE)
    changes.add_budget_line(activity=two, card=MoneyCard(2025, None, "planned", Decimal(5), "XOF"), by=STAGE)

    for asked, code in (
        ("year=2024", "one"),
        ("organisation=ministry", "one"),
        ("funder=-", "two"),
        ("standing=at_risk", "two"),
    ):
        page = text(client, f"table/?{asked}")
        assert f"{code} (en)" in page
        assert "1 of 2 activities" in page
    assert "No funder yet" in text(client, "?by=funder")
    assert "/plan/organisations/ministry/" in text(client, "?by=organisation")


def test_a_focal_point_says_how_the_own_activity_stands_and_a_partner_may_not(cast, client):
    activity(lead="service")
    address = "/en/plan/activities/consular-cards/updates/add/"
    lead = Organisation.objects.get(code="service").pk
    given = {
        "on": "2025-05",
        "status": "ongoing",
        "organisation": lead,
        "progress": "10",
        "words_en": "Begun.",
    }
    client.force_login(cast.focal_point)

    wrong = client.post(address, {**given, "words_en": "", "citation": "none-such"}).content.decode()
    client.post(address, given)

    assert "Say it in at least one language" in wrong
    assert "is not a known code" in wrong
    assert StatusUpdate.objects.get().written_by == cast.focal_point
    page = text(client, "activities/consular-cards/")
    assert "Begun." in page
    client.force_login(cast.partner)
    assert client.get(address).status_code == 403


@pytest.mark.parametrize("what", ["risks", "budget", "updates"])
def test_those_who_answer_for_another_organisation_write_nothing(cast, client, what):
    activity(lead="ministry")
    client.force_login(cast.focal_point)

    assert client.get(f"/en/plan/activities/consular-cards/{what}/add/").status_code == 403


def test_the_coordinator_writes_duties_money_rates_risks_and_results(cast, client):
    activity()
    client.force_login(cast.coordinator)
    base, pk = "/en/plan/activities/consular-cards/", ministry().pk
    posts = {
        f"{base}duties/add/": {"organisation": pk, "role": "validates", "began_on": "2025"},
        f"{base}budget/add/": {"year": 2025, "funder": pk, "stage": "spent", "amount": "1 234,5", "currency": "XOF"},
        f"{base}risks/add/": {"title_fr": "Crue", "likelihood": 2, "impact": 3, "owner": pk, "on": "2025"},
        "/en/plan/money/rates/add/": {
            "currency": "USD", "quote": "XOF", "value": "600", "valid_from": "2025", "valid_to": "2025", "source": "x",
        },
        "/en/plan/organisations/ministry/duties/add/": {"indicator": "returns", "role": "lead", "began_on": "2025"},
        "/en/plan/logframe/results/add/": {"title_fr": "Su", "objective": item("gcm", "8").pk, "indicators": "a b"},
    }  # fmt: skip

    assert [client.post(address, given).status_code for address, given in posts.items()] == [302] * len(posts)
    duty = Duty.objects.get(indicator="returns")
    assert client.post(f"/en/plan/duties/{duty.pk}/end/", {"on": "2025-12"}).status_code == 302
    page = text(client, "activities/consular-cards/")
    assert "1,234.5" in page
    assert "Crue" in page
    assert edition().results.get().indicators == ["a", "b"]
