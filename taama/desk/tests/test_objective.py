"""An objective's page: text, indicators, activities, what the sources say."""

import pytest

from taama.evidence.models import Finding
from taama.reviews.tests.factories import on_stage

pytestmark = pytest.mark.django_db


def page(client, number=21, language="en"):
    prefix = "" if language == "fr" else f"/{language}"
    return client.get(f"{prefix}/objectives/{number}/")


def test_visitor_reads_what_serves_the_objective(world, client):
    text = page(client).content.decode()

    for words in ("Return (en)", "Open antennas (en)", "Plans signed (en)", "1,580"):
        assert words in text
    assert "badge--ongoing" in text
    assert "/en/review/review/sections/objective-21/" in text


def test_a_working_wording_is_said_to_be_one(world, client):
    assert "Working wording, not the official text." in page(client).content.decode()


def test_an_official_wording_is_not(compact, client):
    assert "Working wording" not in page(client, 8).content.decode()


def test_every_illustrative_thing_bears_its_mark(world, client):
    assert page(client).content.decode().count('class="illustrative"') == 3


def test_findings_are_told_by_question_newest_first(world, cast, client):
    with on_stage():
        for finding in Finding.objects.all():
            finding.objectives.add(world.sections.get(key="objective-21").objective)
    text = page(client).content.decode()

    assert text.count("When was the first review?") == 1
    assert text.index("June\u00a02021") < text.index("June\u00a02020")
    assert "7,200" not in text, "nobody accepted it"


def test_there_is_no_twenty_fourth(compact, client):
    assert page(client, 24).status_code == 404


def test_empty_lists_say_so(compact, client):
    text = page(client, 8).content.decode()

    assert "No activity serves this objective." in text
    assert "No indicator is tied to this objective." in text
    assert "No finding is tied to this objective." in text


def test_queries_are_few(world, client, django_assert_max_num_queries):
    with django_assert_max_num_queries(18):
        page(client)
