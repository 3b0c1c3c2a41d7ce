"""The page of the plan."""

import pytest

from .factories import activity, edition, milestone

pytestmark = pytest.mark.usefixtures("compact")


def text(client, address="/en/plan/"):
    return client.get(address).content.decode()


def test_visitor_sees_activities_under_their_objectives_with_marks_and_amounts(cast, client):
    activity(numbers=(8, 21), planned_amount=185_000_000, currency="XOF", starts_on="2024", ends_on="2026")

    page = text(client)

    assert page.count("consular-cards (en)") == 2
    assert "185\u00a0million\u00a0CFA francs" in page
    assert "2024 – 2026" in page
    assert 'class="illustrative"' in page


def test_visitor_filters_by_state_lead_and_objective(cast, client):
    activity("one", status="ongoing")
    activity("two", lead="ministry")

    assert "two (en)" not in text(client, "/en/plan/?status=ongoing")
    assert "one (en)" not in text(client, "/en/plan/?lead=ministry")
    assert "No activity answers" in text(client, "/en/plan/?objective=21")
    assert "0 of 2 activities" in text(client, "/en/plan/?status=nonsense")


def test_late_milestones_are_counted(cast, client):
    milestone(activity(status="ongoing"), due_on="2020")

    page = text(client)

    assert "late <b>1</b>" in page
    assert "a milestone is past its day and not reached" in page


def test_the_page_is_french_first_and_says_when_there_is_no_plan(db, client):
    assert "Aucun plan n’est encore chargé." in text(client, "/plan/")


def test_only_the_coordinator_is_offered_to_add(cast, client):
    edition()
    client.force_login(cast.focal_point)
    assert "/plan/new/" not in text(client)

    client.force_login(cast.coordinator)
    assert "/plan/new/" in text(client)


def test_the_number_of_queries_does_not_grow(cast, client, django_assert_max_num_queries):
    for number in range(12):
        milestone(activity(f"activity-{number}", numbers=(8, 21)))

    with django_assert_max_num_queries(14):
        client.get("/en/plan/")
