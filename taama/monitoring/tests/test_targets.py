"""Targets of a place stand beside the nation's and are not held against its values."""

from decimal import Decimal

from taama.monitoring.changes import TargetCard, set_target
from taama.monitoring.models import Indicator, Target
from taama.monitoring.queries import indicator_page, lines_of
from tests.cast import STAGE

from .factories import area, indicator, observation


def aim(of, amount, place=None):
    card = TargetCard(Decimal(amount), "2027", is_illustrative=True, area=place)
    return set_target(indicator=of, card=card, by=STAGE)


def test_one_target_a_place_and_a_date(db):
    jobs, kayes = indicator(), area("ML01")
    for amount in (10, 12):
        aim(jobs, 100)
        aim(jobs, amount, kayes)
    assert sorted(Target.objects.values_list("value", flat=True)) == [12, 100]


def test_a_regions_target_is_not_the_nations(cast):
    jobs = indicator()
    observation(jobs, 50, cast=cast)
    aim(jobs, 10, area("ML01"))
    line = lines_of(Indicator.objects.all())[0]
    assert line.target is None
    assert not line.is_met
    assert [one.area.code for one in indicator_page(jobs, "mli-2023").targets] == ["ML01"]


def test_the_page_names_the_place_of_a_target(cast, client):
    aim(indicator(), 10, area("ML01"))
    assert "· ML01" in client.get("/en/indicators/jobs/").content.decode()
