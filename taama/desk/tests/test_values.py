"""The data of charts as files: everything needed to use a value elsewhere."""

import csv
import io
from decimal import Decimal

import pytest

from taama.monitoring.models import Observation
from taama.reviews.tests.factories import an_observation, on_stage

pytestmark = pytest.mark.django_db

FILES = (
    "/en/figures/indicator/plans-signed/values.csv",
    "/en/objectives/21/values.csv",
    "/en/regions/mli-2023:ML07/values.csv",
)


def rows(client, address):
    answer = client.get(address)
    assert answer.status_code == 200
    assert answer["Content-Disposition"].startswith("attachment")
    text = b"".join(answer.streaming_content).decode()
    assert text.startswith("\ufeff"), "Excel would break the accents"
    return list(csv.DictReader(io.StringIO(text.removeprefix("\ufeff"), newline="")))


@pytest.mark.parametrize(("address", "count"), [(FILES[0], 3), (FILES[1], 3), (FILES[2], 1)])
def test_visitor_takes_the_values_with_them(world, client, address, count):
    assert len(rows(client, address)) == count


def test_a_row_says_place_edition_time_kind_and_who_says_so(world, client):
    row = rows(client, FILES[2])[0]
    one = Observation.objects.exclude(area=None).get()

    assert (row["place code"], row["boundary edition"], row["place"]) == ("ML07", "mli-2023", "Gao")
    assert (row["value"], row["unit"], row["kind of figure"]) == ("260", "count", "flow")
    assert (row["from"], row["to"]) == ("2024-01-01", "2024-12-31")
    assert row["double counting"] == "not said"
    assert row["illustrative"] == "yes"
    assert row["says who"] == f"http://testserver/en/figures/observation/{one.pk}/"


def test_a_withheld_answer_has_no_number_and_zero_has_one(world, client):
    with on_stage():
        Observation.objects.filter(value=Decimal(1200)).update(value=None, answer="withheld")
        Observation.objects.filter(value=Decimal(1580)).update(value=Decimal(0))

    by_time = {(row["from"], row["place code"]): row for row in rows(client, FILES[0])}
    assert by_time["2023-01-01", "MLI"]["value"] == ""
    assert by_time["2023-01-01", "MLI"]["answer"] == "withheld"
    assert by_time["2024-01-01", "MLI"]["value"] == "0"


def test_a_text_that_begins_like_a_formula_is_harmless(world, client):
    indicator = Observation.objects.first().indicator
    with on_stage():
        indicator.title = {"fr": "=cmd()", "en": "=cmd()"}
        indicator.save()

    assert {row["title"] for row in rows(client, FILES[0])} == {"'=cmd()"}


def test_what_is_not_validated_or_superseded_stays_in(world, cast, client):
    first = Observation.objects.get(value=Decimal(1580))
    with on_stage():
        an_observation(first.indicator, world.country, cast, 1600, "2024", supersedes=first)
        Observation.objects.filter(value=Decimal(1200)).update(
            status="submitted", validated_at=None, validated_by=None
        )

    assert sorted(row["value"] for row in rows(client, FILES[0])) == ["1600", "260"]


def test_a_file_can_look_back(world, client):
    assert rows(client, f"{FILES[0]}?known=2026-01-14") == []
    assert len(rows(client, f"{FILES[0]}?known=2026-01-15")) == 3


@pytest.mark.parametrize(
    "address",
    ["/figures/indicator/none/values.csv", "/objectives/24/values.csv", "/regions/mli-2023:ML99/values.csv"],
)
def test_of_nothing_there_is_no_file(world, client, address):
    assert client.get(address).status_code == 404


def test_an_indicator_offers_its_values_beside_each_chart(world, client):
    page = client.get("/en/indicators/plans-signed/").content.decode()

    assert page.count(f'href="{FILES[0]}"') == 3, "over time, by region, and the table of values"
