"""Says who? An observation's page."""

import uuid
from decimal import Decimal

import pytest

from taama.evidence.models import Finding
from taama.monitoring.models import Observation
from taama.reviews.tests.factories import an_observation, on_stage

pytestmark = pytest.mark.django_db


@pytest.fixture
def value(world):
    return Observation.objects.get(value=Decimal(1580))


def page(client, pk, language="en"):
    prefix = "" if language == "fr" else f"/{language}"
    return client.get(f"{prefix}/figures/observation/{pk}/")


def test_visitor_sees_value_time_place_and_mark(value, client):
    text = page(client, value.pk).content.decode()

    assert "1,580" in text
    assert "2024" in text
    assert "Mali" in text
    assert 'class="illustrative"' in text
    assert "No source states it." in text


def test_visitor_reads_who_validated_by_role(value, cast, client):
    text = page(client, value.pk).content.decode()

    assert "validator" in text
    assert cast.validator.name not in text


def test_an_area_is_named_with_its_edition(value, client):
    regional = Observation.objects.exclude(area=None).get()

    assert "Gao (mli-2023:ML07)" in page(client, regional.pk).content.decode()


def test_a_value_from_a_finding_shows_the_words(world, cast, value, client):
    with on_stage():
        value.finding = Finding.objects.get(code="returns-letter")
        value.save()

    assert "<mark>5,000 people</mark>" in page(client, value.pk).content.decode()


def test_the_value_it_replaced_stays_readable(world, cast, value, client):
    with on_stage():
        an_observation(value.indicator, world.country, cast, 1600, "2024", supersedes=value)

    text = page(client, value.pk).content.decode()
    assert "1,600" in text
    assert "none is deleted" in text


def test_a_submitted_value_is_not_yours_to_know_until_you_sign_in(world, cast, value, client):
    with on_stage():
        value.status, value.validated_at, value.validated_by = "submitted", None, None
        value.save()
    assert page(client, value.pk).status_code == 404

    client.force_login(cast.partner)
    assert page(client, value.pk).status_code == 200


@pytest.mark.parametrize(
    ("person", "status", "door"),
    [
        ("validator", "submitted", ["Validate or refuse"]),
        ("focal_point", "validated", ["Correct this value"]),
        ("partner", "submitted", []),
        ("validator", "validated", []),
    ],
)
def test_doors_are_those_of_the_role_and_the_state(value, cast, client, person, status, door):
    if status == "submitted":
        with on_stage():
            value.status, value.validated_at, value.validated_by = "submitted", None, None
            value.save()
    client.force_login(getattr(cast, person))

    text = page(client, value.pk).content.decode()
    assert [words for words in ("Validate or refuse", "Correct this value") if words in text] == door


def test_an_unknown_one_is_not_found(world, client):
    assert page(client, uuid.uuid4()).status_code == 404


def test_queries_are_few(value, client, django_assert_max_num_queries):
    with django_assert_max_num_queries(5):
        page(client, value.pk)
