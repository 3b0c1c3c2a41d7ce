"""Entering and correcting a value: tried by the cast."""

import pytest

from taama.monitoring.models import Observation
from taama.plans.tests.factories import document_shells

from .factories import area, indicator, mali, observation

ADD = "/en/indicators/jobs/values/add/"


def flow(**fields):
    return {"value": "1 234,5", "period_start": "2024-01", "period_end": "2024-12"} | fields


@pytest.mark.parametrize("number", ["1 234,5", "1234.5", "1,234.5", "1\u202f234,5"])
def test_a_focal_point_enters_a_number_as_people_write_it(cast, client, number):
    mali()
    indicator()
    client.force_login(cast.focal_point)

    answer = client.post(ADD, flow(value=number))

    entered = Observation.objects.get()
    assert answer.url == f"/en/figures/observation/{entered.pk}/"
    assert str(entered.value) == "1234.5000"
    assert (entered.status, entered.organisation.code, entered.area) == ("submitted", "service", None)
    assert (entered.time_start, entered.time_end) == ("2024-01", "2024-12")


def test_zero_is_entered_and_nothing_is_refused(cast, client):
    mali()
    indicator()
    client.force_login(cast.coordinator)

    assert "This field is required" in client.post(ADD, flow(value="")).content.decode()

    client.post(ADD, flow(value="0"))
    assert Observation.objects.get().value == 0


def test_a_stock_has_a_date_a_region_a_part_and_a_document(cast, client):
    place = area()
    indicator(kind="stock", disaggregations=["sex", "age", "area"])
    document = shell("report")
    client.force_login(cast.focal_point)
    given = {"value": "7", "as_of": "2024-06-30", "area": place.pk, "part_sex": "female", "part_age": "0-17"}

    client.post(ADD, given | {"document": document.pk, "note": "Page 3."})

    entered = Observation.objects.get()
    assert (entered.time_start, entered.time_end) == ("2024-06-30", "2024-06-30")
    assert (entered.area, entered.breakdown) == (place, {"age": "0-17", "sex": "female"})
    assert (entered.document, entered.organisation, entered.note) == (document, None, "Page 3.")


def shell(slug):
    from taama.journal.changes import open_change, record
    from tests.cast import STAGE

    with open_change():
        (passage,) = document_shells([slug])
        record("tests.prepared", passage, by=STAGE)
    return passage.reading.document


@pytest.mark.parametrize(
    ("fields", "said"),
    [
        ({"value": "1,234"}, "can be read in two ways"),
        ({"value": "dix"}, "is not a number"),
        ({"value": "-5"}, "never less than zero"),
        ({"value": "1.23456"}, "no more than 4 decimal places"),
        ({"period_start": "2024-13"}, "is not a date"),
        ({"period_start": "2999", "period_end": "2999"}, "has not come yet"),
        ({"period_start": "2024-06", "period_end": "2024-01"}, "ends before it begins"),
        ({"period_end": ""}, "This field is required"),
        ({"area": "6f0f7c5e-6c1b-5b4e-9a53-7461616d6100"}, "Select a valid choice"),
        ({"part_sex": "other"}, "Select a valid choice"),
    ],
)
def test_what_is_wrong_is_said_beside_its_field(cast, client, fields, said):
    mali()
    indicator(disaggregations=["sex"])
    client.force_login(cast.focal_point)

    answer = client.post(ADD, flow() | fields)

    assert said in answer.content.decode().replace("&quot;", '"')
    assert not Observation.objects.exists()


def test_a_second_value_for_the_same_thing_is_told_apart(cast, client):
    observation(indicator(), 5, "2024-01/2024-12", cast=cast)
    client.force_login(cast.focal_point)

    answer = client.post(ADD, flow())

    assert "Correct that one." in answer.content.decode()
    assert Observation.objects.count() == 1


def test_a_correction_waits_beside_the_old_value(cast, client):
    old = observation(indicator(), 5, cast=cast)
    client.force_login(cast.focal_point)

    page = client.get(f"/en/indicators/jobs/values/{old.pk}/correct/").content.decode()
    client.post(f"/en/indicators/jobs/values/{old.pk}/correct/", {"value": "6", "note": "Recompté."})

    assert "5\u00a0people" in page
    assert [one.value for one in Observation.objects.filter(supersedes=old, status="submitted")] == [6]


@pytest.mark.parametrize(
    ("name", "status"),
    [("coordinator", 200), ("focal_point", 200), ("validator", 403), ("partner", 403), ("stranger", 403)],
)
def test_who_may_open_the_form(cast, client, name, status):
    indicator()
    client.force_login(getattr(cast, name))

    assert client.get(ADD).status_code == status


def test_a_visitor_signs_in_first(cast, client):
    indicator()

    assert client.get(ADD).status_code == 302
