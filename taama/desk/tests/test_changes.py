"""What changed: public verbs only, in words, never who."""

import pytest

from taama.evidence.models import Finding, Verdict
from taama.journal.changes import open_change, record
from taama.plans.models import Activity
from tests.cast import STAGE

pytestmark = pytest.mark.django_db


def note(verb, subject, by=STAGE):
    with open_change():
        record(verb, subject, by=by)


def text(client):
    return client.get("/en/changes/").content.decode()


def test_a_change_is_told_with_the_name_and_page_of_what_it_touched(world, cast, client):
    note("plans.activity.edited", Activity.objects.get(), by=cast.focal_point)

    page = text(client)
    assert "Activity edited" in page
    assert "Open antennas (en)" in page
    assert "/en/plan/" in page


def test_nobody_is_named(world, cast, client):
    note("plans.activity.edited", Activity.objects.get(), by=cast.focal_point)

    assert cast.focal_point.name not in text(client)
    assert str(cast.focal_point.pk) not in text(client)


def test_a_verdict_leads_to_its_finding(world, client):
    verdict = Verdict.objects.get(finding__code="returns-letter")
    note("evidence.finding.judged", verdict.finding)

    assert "/en/figures/finding/returns-letter/" in text(client)


def test_many_of_a_kind_are_one_line(world, client):
    for finding in Finding.objects.all():
        note("evidence.finding.marked", finding)

    assert f"{Finding.objects.count()} findings marked" in text(client)


def test_other_verbs_stay_in_the_journal(world, cast, client):
    note("accounts.role.granted", cast.partner.memberships.get())

    assert "granted" not in text(client)
    assert "Nothing has been recorded yet." in text(client)


def test_queries_do_not_grow_with_the_list(world, client, django_assert_max_num_queries):
    for number in range(12):
        note(("plans.activity.edited", "plans.activity.added")[number % 2], Activity.objects.get())

    with django_assert_max_num_queries(4):
        text(client)
