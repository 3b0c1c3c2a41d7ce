"""An objective on one page: status, three figures with sources, activities, what is missing."""

import datetime as dt

import pypdfium2
import pytest

from taama.desk.queries.sheet import objective_sheet
from taama.evidence.models import Finding
from taama.monitoring.models import Observation
from taama.reviews.tests.factories import on_stage

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("today")]
ON = dt.date(2026, 11, 24)


def test_values_come_before_findings_and_there_are_three(world):
    with on_stage():
        for finding in Finding.objects.all():
            finding.objectives.add(world.sections.get(key="objective-21").objective)

    figures = objective_sheet(21, ON).figures
    assert len(figures) == 3
    assert isinstance(figures[0], Observation)
    assert all(isinstance(one, Finding) for one in figures[1:])


def test_what_is_missing_is_said(world, client):
    with on_stage():
        Observation.objects.update(status="submitted", validated_at=None, validated_by=None)

    page = client.get("/en/objectives/21/sheet/").content.decode()
    assert "1 indicator has no value for the country." in page
    assert "No finding is tied to this objective." in page


def test_an_objective_without_anything_is_no_data(compact, client):
    page = client.get("/en/objectives/8/sheet/").content.decode()

    assert "badge--no_data" in page
    assert "No value was validated yet." in page


def test_visitor_reads_status_figures_and_activities_with_their_marks(world, client):
    page = client.get("/en/objectives/21/sheet/").content.decode()

    for words in ("1,580", "Open antennas (en)", "badge--under_way"):
        assert words in page
    assert page.count('class="illustrative"') == 2


@pytest.mark.parametrize(("prefix", "words"), [("", "Ce qui manque"), ("/en", "What is missing")])
def test_it_is_one_page_of_paper(world, client, prefix, words):
    answer = client.get(f"{prefix}/objectives/21/sheet.pdf")

    assert answer["Content-Type"] == "application/pdf"
    read = pypdfium2.PdfDocument(answer.content)
    try:
        assert len(read) == 1
        assert words in read[0].get_textpage().get_text_bounded()
    finally:
        read.close()


@pytest.mark.parametrize("file", ["sheet/", "sheet.pdf"])
def test_there_is_no_twenty_fourth(compact, client, file):
    assert client.get(f"/objectives/24/{file}").status_code == 404


def test_queries_are_few(world, client, django_assert_max_num_queries):
    with django_assert_max_num_queries(17):
        client.get("/objectives/21/sheet/")
