"""The first page: what a visitor sees before knowing anything."""

import pytest

from taama.monitoring.models import Observation
from taama.reviews.tests.factories import on_stage

pytestmark = pytest.mark.django_db


def text(client, address="/"):
    return client.get(address).content.decode()


def test_visitor_sees_each_objective_with_its_progress_and_counts(world, client):
    page = text(client, "/en/")

    assert 'href="/en/objectives/21/"' in page
    assert "badge--under_way" in page
    assert "1 activity" in page
    assert "1 indicator with data" in page


def test_visitor_is_led_to_the_review_and_to_the_conflicts(world, client):
    page = text(client, "/en/")

    assert "/en/review/review/" in page
    assert "1 question on which sources disagree" in page


def test_illustrative_values_are_no_latest_figures(world, client):
    assert "1,580" not in text(client, "/en/")


def test_a_value_with_a_source_is_a_latest_figure(world, cast, client):
    with on_stage():
        Observation.objects.update(is_illustrative=False, organisation=world.organisation)

    assert "1,580" in text(client, "/en/")


def test_progress_judged_from_illustrative_data_says_so(world, client):
    assert 'class="illustrative"' in text(client)


def test_an_empty_country_says_what_is_missing(db, client):
    page = text(client, "/en/")

    assert "The objectives are not loaded yet." in page
    assert "Nothing has been recorded yet." in page


def test_the_page_is_french_without_a_prefix(world, client):
    page = text(client)

    assert '<html lang="fr"' in page
    assert "Les 23 objectifs en un coup d’œil" in page
    assert 'hreflang="en"' in page


def test_all_objectives_cost_no_more_queries_than_one(compact, client, django_assert_max_num_queries):
    with django_assert_max_num_queries(12):
        assert text(client).count('class="card tile"') == 23
