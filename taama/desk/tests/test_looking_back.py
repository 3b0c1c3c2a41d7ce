"""As known on a day: pages that look back say so."""

import datetime as dt
from decimal import Decimal

import pytest

from taama.monitoring.models import Observation
from taama.reviews.tests.factories import NOW, an_observation, on_stage

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("today")]
LATER = NOW + dt.timedelta(days=30)


@pytest.fixture
def corrected(world, cast):
    """1,580 was known on 15 January, 1,600 took its place a month later."""
    first = Observation.objects.get(value=Decimal(1580))
    with on_stage():
        second = an_observation(first.indicator, world.country, cast, 1600, "2024", supersedes=first)
        Observation.objects.filter(pk=second.pk).update(validated_at=LATER)
    return first, second


def objective(client, known=""):
    return client.get(f"/en/objectives/21/{f'?known={known}' if known else ''}").content.decode()


def test_an_objective_shows_what_was_known_and_says_that_it_looks_back(corrected, client):
    then, now = objective(client, "2026-01-20"), objective(client)

    assert "1,580" in then
    assert "1,600" not in then
    assert "This page looks back" in then
    assert "1,600" in now
    assert "This page looks back" not in now


def test_before_anything_was_known_there_is_no_value(corrected, client):
    assert "no value yet" in objective(client, "2026-01-14")


@pytest.mark.parametrize("known", ["nonsense", "2026-02-31", "9999-01-01"])
def test_what_is_no_day_of_the_past_is_said(corrected, client, known):
    page = objective(client, known)

    assert "Give a day before today" in page
    assert "1,600" in page


@pytest.mark.parametrize(
    ("known", "said"),
    [
        ("2026-01-14", "Nothing was known of this then."),
        ("2026-01-20", "Another answer stood then:"),
        ("2026-02-20", "This answer stood then."),
    ],
)
def test_an_observation_says_what_stood_for_it_on_a_day(corrected, client, known, said):
    page = client.get(f"/en/figures/observation/{corrected[1].pk}/?known={known}").content.decode()
    assert said in page


def test_a_trend_says_by_how_much_and_whether_it_is_better(corrected, client):
    page = objective(client)

    assert "+400" in page
    assert "since 2023" in page
    assert "for the better" in page
