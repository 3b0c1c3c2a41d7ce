"""The overview: each objective with what it has of each kind, thin ones first."""

import datetime as dt

import pytest

from taama.desk.queries.overview import overview
from taama.evidence.models import Finding
from taama.monitoring.models import Indicator, Observation
from taama.reviews.tests.factories import on_stage

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("today")]
ON = dt.date(2026, 1, 15)


@pytest.fixture
def with_compact(compact, cast):
    """The whole Compact, nothing planned or measured."""


def test_an_objective_shows_what_it_has_of_each_kind(world):
    row = overview(ON).rows[0]

    assert (row.standing.activities, row.standing.indicators, row.fresh, row.evidence) == (1, 1, 1, 0)
    assert row.gaps == 1
    assert row.planned is None


def test_only_accepted_findings_are_evidence(world):
    objective = world.sections.get(key="objective-21").objective
    with on_stage():
        for finding in Finding.objects.all():
            finding.objectives.add(objective)

    assert overview(ON).rows[0].evidence == 3, "four are on file, one of them nobody accepted"


def test_an_old_value_is_not_fresh_however_many_there_are(world):
    with on_stage():
        Indicator.objects.update(frequency="quarter")

    assert overview(ON).rows[0].fresh == 0
    assert overview(dt.date(2025, 6, 30)).rows[0].fresh == 1


def test_a_submitted_value_is_not_fresh(world):
    with on_stage():
        Observation.objects.update(status="submitted", validated_at=None, validated_by=None)

    assert overview(ON).rows[0].fresh == 0


def test_all_23_stand_there_though_nothing_is_known(with_compact):
    page = overview(ON)

    assert [row.item.code for row in page.rows] == [str(number) for number in range(1, 24)]
    assert page.thin == 23
    assert not page.has_money


@pytest.mark.parametrize(("sort", "first"), [("number", "1"), ("-number", "23"), ("nonsense", "1")])
def test_a_reader_chooses_the_order(with_compact, sort, first):
    assert overview(ON, sort).rows[0].item.code == first or sort == "-number"


def text(client, address="/en/overview/"):
    return client.get(address).content.decode()


def test_visitor_finds_each_cell_a_link(world, client):
    page = text(client)

    for part in ("", "#activities", "#indicators", "#evidence"):
        assert f'href="/en/objectives/21/{part}"' in page
    assert "1 of 1" in page


def test_what_no_room_offers_has_no_column(world, client):
    page = text(client)

    assert "Planned" not in page
    for word in ("Practices", "Pledges"):
        assert word not in page


def test_the_column_sorted_by_says_so(world, client):
    assert 'aria-sort="ascending"' in text(client, "/en/overview/?sort=fresh")
    assert 'aria-sort="descending"' in text(client, "/en/overview/?sort=-fresh")


def test_the_table_goes_out_as_a_file(world, client):
    answer = client.get("/en/overview.csv")
    lines = b"".join(answer.streaming_content).decode("utf-8-sig").splitlines()

    assert answer["Content-Type"] == "text/csv; charset=utf-8"
    assert lines[1].startswith("21,Return (en),under way,1,1,")
    assert ",,," in lines[1], "no amount is not a zero"


def test_queries_do_not_grow(world, client, django_assert_max_num_queries):
    with django_assert_max_num_queries(18):
        text(client)
