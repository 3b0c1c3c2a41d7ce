"""Regions: what is known of each, and what is not."""

import datetime as dt
from decimal import Decimal

import pytest
from django.utils import timezone

from taama.monitoring.models import Indicator, Observation
from taama.places.models import Area
from taama.reviews.tests.factories import an_observation, on_stage
from taama.rounds.models import ReportingRound, Request

pytestmark = pytest.mark.django_db


@pytest.fixture
def gao(world):
    return Area.objects.get(code="ML07")


@pytest.fixture
def kayes(gao):
    """A region nobody reported for."""
    with on_stage():
        return Area.objects.create(
            edition=gao.edition, code="ML01", level=1, name="Kayes", tile_column=0, tile_row=1, source="law"
        )


def text(client, code="ML07", edition="mli-2023"):
    return client.get(f"/en/regions/{edition}:{code}/").content.decode()


def test_visitor_sees_the_value_with_its_mark_and_who_says_so(gao, client):
    page = text(client)

    assert "1 of 1 indicators has a value here." in page
    regional = Observation.objects.get(area=gao)
    assert f"/en/figures/observation/{regional.pk}/" in page
    assert 'class="illustrative"' in page
    assert 'aria-label="Where Gao lies among the regions"' in page


def test_silence_is_said_and_is_not_zero(kayes, client):
    page = text(client, "ML01")

    assert "0 of 1 indicators have a value here." in page
    assert "not reported" in page.split("<tbody")[1].split("</tbody>")[0]


def asked(kayes, cast, ends_in_days):
    now = timezone.now()
    with on_stage():
        asking = ReportingRound.objects.create(
            code="round", title={"en": "Round"}, period_start="2026-01", period_end="2026-03",
            deadline=now + dt.timedelta(days=ends_in_days), opened_at=now,
        )  # fmt: skip
        request = Request.objects.create(
            round=asking, organisation=cast.focal_point.memberships.get().organisation,
            indicator=Indicator.objects.get(), time_start="2026-01", time_end="2026-03",
        )  # fmt: skip
        request.areas.add(kayes)


@pytest.mark.parametrize(("ends_in_days", "said"), [(3, "not yet due"), (-3, "not reported")])
def test_what_is_asked_for_is_not_yet_due_until_the_deadline(kayes, cast, client, ends_in_days, said):
    asked(kayes, cast, ends_in_days)

    assert said in text(client, "ML01").split("<tbody")[1].split("</tbody>")[0]


@pytest.mark.parametrize(
    ("fields", "said"),
    [
        ({"value": Decimal(0)}, ">0</a>"),
        ({"value": None, "answer": "withheld"}, "withheld"),
        ({"value": None, "answer": "not_applicable"}, "not applicable"),
    ],
)
def test_zero_withheld_and_not_applicable_are_three_things(gao, client, fields, said):
    with on_stage():
        Observation.objects.filter(area=gao).update(**fields)

    assert said in text(client).split("<tbody")[1].split("</tbody>")[0]


def test_a_part_or_a_share_is_not_the_value_of_the_region(world, cast, gao, client):
    with on_stage():
        an_observation(
            Indicator.objects.get(), world.country, cast, 77, "2025", area=gao, breakdown={"sex": "female"}
        )

    assert ">77</a>" not in text(client)
    assert ">260</a>" in text(client)


def test_a_value_nobody_validated_is_not_published(gao, client):
    with on_stage():
        Observation.objects.filter(area=gao).update(status="submitted", validated_at=None, validated_by=None)

    assert ">260</a>" not in text(client)


@pytest.mark.parametrize(("edition", "code"), [("mli-2023", "ML99"), ("mli-2012", "ML07")])
def test_a_code_is_one_of_its_edition_or_not_found(gao, client, edition, code):
    assert client.get(f"/regions/{edition}:{code}/").status_code == 404


def test_every_region_stands_in_the_list_with_its_coverage(kayes, client):
    page = client.get("/en/regions/").content.decode()

    assert page.index("Gao") < page.index("Kayes")
    assert "1 of 1 indicators" in page
    assert "0 of 1 indicators" in page


def test_without_areas_the_list_says_so(db, client):
    assert "No region is loaded yet." in client.get("/en/regions/").content.decode()


def test_queries_are_few(kayes, client, django_assert_max_num_queries):
    with django_assert_max_num_queries(7):
        text(client)
    with django_assert_max_num_queries(3):
        client.get("/en/regions/")
