"""Says who? A finding's page leads from the value to the words and the people behind it."""

import pytest

from taama.evidence.models import Finding
from taama.reviews.models import Compilation, FrozenFigure
from taama.reviews.tests.factories import NOW, on_stage

pytestmark = pytest.mark.django_db


def text(client, code="returns-letter", language="en"):
    prefix = "" if language == "fr" else f"/{language}"
    return client.get(f"{prefix}/figures/finding/{code}/").content.decode()


def test_visitor_sees_the_words_in_their_passage(world, client):
    page = text(client)

    assert "At least 5,000\u00a0people" in page
    assert "At least <mark>5,000 people</mark> returned." in page
    assert "#p0" in page
    assert "Ministry" in page


def test_what_contradicts_it_is_shown_beside_it(world, client):
    page = text(client, "first-review-letter")

    assert "/en/figures/finding/first-review-release/" in page
    assert "June\u00a02021" in page


def test_what_nobody_contradicts_says_so(world, client):
    assert "Nothing we hold contradicts it." in text(client)


def test_visitor_reads_the_role_of_who_judged_never_the_name(world, cast, client):
    page = text(client)

    assert "evidence officer" in page
    assert cast.evidence_officer.name not in page


def test_whoever_signs_in_reads_the_name(world, cast, client):
    client.force_login(cast.partner)

    assert cast.evidence_officer.name in text(client)


def test_a_finding_nobody_accepted_says_so(world, client):
    assert "Not accepted" in text(client, "returns-release")
    assert "Not accepted" not in text(client, "returns-letter")


def freeze(finding, review, language="en", text="at least 5,000 people"):
    """The finding as printed in a compiled review."""
    with on_stage():
        compiled = Compilation.objects.create(
            review=review, language=language, digest="0" * 64, model={}, at=NOW
        )
        FrozenFigure.objects.create(
            compilation=compiled, section=review.sections.last(), reference=f"finding:{finding.code}",
            value=finding.value, text=text, unit="persons", finding=finding,
        )  # fmt: skip


def test_it_shows_where_a_compiled_review_uses_it(world, client):
    assert "frozen as" not in text(client)

    freeze(Finding.objects.get(code="returns-letter"), world)

    assert "frozen as at least 5,000 people" in text(client)


def test_a_use_is_told_once_a_section_as_printed_in_the_readers_language(world, client):
    found = Finding.objects.get(code="returns-letter")
    freeze(found, world)
    freeze(found, world, "fr", "au moins 5 000 personnes")

    assert text(client).count("frozen as") == 1
    assert "frozen as at least 5,000 people" in text(client)
    assert "figé à au moins 5 000 personnes" in text(client, language="fr")


@pytest.mark.parametrize(
    ("person", "offered"), [("evidence_officer", True), ("partner", False), ("stranger", False)]
)
def test_a_verdict_is_offered_to_those_who_may_give_it(world, cast, client, person, offered):
    client.force_login(getattr(cast, person))

    assert ("Give a verdict" in text(client)) is offered


def test_an_unknown_code_is_not_found(world, client):
    assert client.get("/figures/finding/nothing/").status_code == 404


def test_queries_are_few(world, client, django_assert_max_num_queries):
    with django_assert_max_num_queries(10):
        text(client, "first-review-letter")
