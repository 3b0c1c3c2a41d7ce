"""Validating and refusing values: tried by the cast."""

import pytest

from taama.monitoring.changes import record_observation
from taama.monitoring.models import Observation

from .factories import card, indicator, observation, waiting

WAITING = "/en/indicators/values/waiting/"


def address(one, verb):
    return f"/en/indicators/{one.indicator.code}/values/{one.pk}/{verb}/"


def test_a_validator_finds_what_waits_and_validates_it(cast, client):
    entered = waiting(indicator(), 5, cast=cast)
    client.force_login(cast.validator)

    assert address(entered, "judge") in client.get(WAITING).content.decode()
    assert "5\u00a0people" in client.get(address(entered, "judge")).content.decode()
    client.post(address(entered, "validate"))

    judged = Observation.objects.get()
    assert (judged.status, judged.validated_by) == ("validated", cast.validator)
    assert "Nothing waits for validation." in client.get(WAITING).content.decode()


def test_a_validator_refuses_with_a_reason(cast, client):
    entered = waiting(indicator(), 5, cast=cast)
    client.force_login(cast.validator)

    without = client.post(address(entered, "judge"), {"why": ""})
    client.post(address(entered, "judge"), {"why": "Mauvaise année."})

    assert "This field is required" in without.content.decode()
    assert Observation.objects.get().refusal == "Mauvaise année."
    assert "Mauvaise année." in client.get(address(entered, "judge")).content.decode()


def test_a_validator_who_entered_it_is_refused(cast, client):
    own = record_observation(card=card(indicator(), 5), by=cast.validator)
    client.force_login(cast.validator)

    assert "somebody else validates it" in client.get(address(own, "judge")).content.decode()
    assert client.post(address(own, "validate")).status_code == 409
    assert Observation.objects.get().status == "submitted"


def test_validating_twice_is_refused_and_asking_is_no_validation(cast, client):
    entered = waiting(indicator(), 5, cast=cast)
    client.force_login(cast.validator)

    assert client.get(address(entered, "validate")).status_code == 405
    client.post(address(entered, "validate"))
    assert client.post(address(entered, "validate")).status_code == 409


@pytest.mark.parametrize("name", ["coordinator", "focal_point", "partner", "stranger"])
def test_others_validate_nothing(cast, client, name):
    entered = waiting(indicator(), 5, cast=cast)
    client.force_login(getattr(cast, name))

    assert client.get(WAITING).status_code == 403
    assert client.post(address(entered, "validate")).status_code == 403


def test_the_number_of_queries_does_not_grow(cast, client, django_assert_max_num_queries):
    jobs = indicator()
    observation(jobs, 1, "2000", cast=cast)
    for year in range(2010, 2022):
        waiting(jobs, year, str(year), cast=cast)
    client.force_login(cast.validator)

    with django_assert_max_num_queries(5):
        client.get(WAITING)
