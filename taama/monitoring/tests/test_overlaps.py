"""Two contributors who may have counted the same people; two indicators somebody would add."""

from decimal import Decimal

import pytest

from taama.monitoring.addition import added, why_not_added
from taama.monitoring.changes import OverlapCard, declare_overlap, withdraw_overlap
from taama.monitoring.making import figure_made
from taama.monitoring.models import Overlap
from taama.monitoring.rollup import Cell
from taama.partners.models import Organisation
from taama.web.refusals import BadInput, NotAllowedNow

from .factories import indicator, observation

YEAR = Cell(start="2024", end="2024")


@pytest.fixture
def two(cast):
    one, other = Organisation.objects.order_by("code")[:2]
    assisted = indicator("assisted", rule="sum")
    observation(assisted, 10, cast=cast, contributor=one)
    observation(assisted, 8, cast=cast, contributor=other)
    return assisted, one, other


def card(one, other, at_most="5", **more):
    given = {"time_start": "2024", "time_end": "2024", "why": "Same lists."} | more
    return OverlapCard(one, other, at_most=Decimal(at_most), **given)


def made(of):
    return figure_made(of, YEAR, edition="mli-2023").made


def test_a_declared_overlap_lowers_the_lower_bound_and_never_the_sum(cast, two):
    assisted, one, other = two
    declare_overlap(indicator=assisted, card=card(one, other), by=cast.coordinator)
    assert (made(assisted).low, made(assisted).value, made(assisted).high) == (13, 18, 18)


def test_what_was_withdrawn_counts_no_more_and_is_withdrawn_once(cast, two):
    assisted, one, other = two
    overlap = declare_overlap(indicator=assisted, card=card(one, other), by=cast.coordinator)
    withdraw_overlap(overlap=overlap, by=cast.coordinator)
    assert made(assisted).low == 18
    with pytest.raises(NotAllowedNow):
        withdraw_overlap(overlap=overlap, by=cast.coordinator)


@pytest.mark.parametrize("wrong", [{"at_most": "0"}, {"time_end": "2023"}, {"why": ""}])
def test_a_declaration_that_makes_no_sense_is_refused(cast, two, wrong):
    assisted, one, other = two
    with pytest.raises(BadInput):
        declare_overlap(indicator=assisted, card=card(one, other, **wrong), by=cast.coordinator)
    assert not Overlap.objects.exists()


def test_the_coordinator_declares_it_on_a_page(cast, two, client):
    assisted, one, other = two
    client.force_login(cast.coordinator)
    given = {"one": one.pk, "other": other.pk, "time_start": "2024", "time_end": "2024", "at_most": "5"}
    refused = client.post("/en/indicators/assisted/overlaps/add/", given)
    assert "errorlist" in refused.content.decode()
    answer = client.post("/en/indicators/assisted/overlaps/add/", given | {"why": "Same lists."}, follow=True)
    page = answer.content.decode()
    assert "Same lists." in page
    client.post(f"/en/indicators/assisted/overlaps/{Overlap.objects.get().pk}/withdraw/")
    assert made(assisted).low == 18


def test_the_same_contributor_twice_is_told(cast, two, client):
    _assisted, one, _other = two
    client.force_login(cast.coordinator)
    given = {
        "one": one.pk,
        "other": one.pk,
        "time_start": "2024",
        "time_end": "2024",
        "at_most": "5",
        "why": "x",
    }
    assert (
        "another contributor" in client.post("/en/indicators/assisted/overlaps/add/", given).content.decode()
    )


def test_a_focal_point_declares_nothing(cast, two, client):
    client.force_login(cast.focal_point)
    assert client.get("/en/indicators/assisted/overlaps/add/").status_code == 403


@pytest.mark.parametrize(
    ("other", "reason"),
    [
        ({"unit": "households"}, "different units"),
        ({"kind": "stock"}, "what is there on a day"),
        ({"counting": "estimated"}, "different ways"),
        ({"unit": "percent", "rule": "latest"}, "never added"),
    ],
)
def test_what_is_counted_otherwise_is_not_added_and_says_why(cast, client, other, reason):
    indicator("a", counting="registered")
    indicator("b", **({"counting": "registered"} | other))
    page = client.get("/en/indicators/sum/?one=a&other=b").content.decode()
    assert "These are not added" in page
    assert reason in page


def test_like_counts_of_one_time_are_added(cast):
    one, other = indicator("a"), indicator("b")
    observation(one, 2, cast=cast)
    assert added(one, other).total is None
    observation(other, 3, cast=cast)
    assert added(one, other).total == 5
    assert why_not_added(one, one)
    observation(other, 4, "2025", cast=cast)
    assert added(one, other).total is None


def test_nothing_chosen_yet_is_an_empty_form(client, db):
    assert client.get("/en/indicators/sum/").status_code == 200
