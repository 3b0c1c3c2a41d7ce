"""The page of an activity."""

import pytest

from taama.plans.changes import add_activity
from tests.cast import STAGE

from .factories import activity, card, document_shells, edition, milestone

pytestmark = pytest.mark.usefixtures("compact")


def text(client, code="consular-cards"):
    return client.get(f"/en/plan/activities/{code}/").content.decode()


def test_visitor_sees_everything_of_an_activity(cast, client):
    made = activity(planned_amount=60_000, currency="XOF", description={"fr": "Une description."})
    milestone(made, due_on="2020")

    page = text(client)

    assert "60,000\u00a0CFA francs" in page
    assert '<p class="lead" lang="fr">Une description.</p>' in page
    assert "opening (en)" in page
    assert "late" in page
    assert "made up for the demonstration" in page
    assert "The whole country" in page


def test_a_public_fact_shows_the_words_it_rests_on(cast, client, cited):
    add_activity(edition=edition(), card=card("fact", citation=cited, is_illustrative=False), by=STAGE)

    page = text(client, "fact")

    assert 'href="/en/evidence/documents/letter/#p0"' in page
    assert '<blockquote class="quote"' in page
    assert 'class="illustrative"' not in page


@pytest.fixture
def cited(db):
    from taama.evidence.models import Citation
    from taama.journal.changes import open_change, record

    with open_change():
        (passage,) = document_shells(["letter"])
        citation = Citation.objects.create(code="words", passage=passage, start=0, end=1)
        record("tests.prepared", citation, by=STAGE)
    return citation


def test_only_those_who_may_are_offered_to_edit(cast, client):
    milestone(activity())
    for person, offered in ((cast.focal_point, True), (cast.partner, False)):
        client.force_login(person)

        page = text(client)

        assert ("/edit/" in page) is offered
        assert ("/reached/" in page) is offered


def test_an_unknown_code_is_not_found(cast, client):
    assert client.get("/en/plan/activities/nothing/").status_code == 404
