"""My work: what a person may do, and what waits for them."""

import pytest

from taama.evidence.models import Finding, Verdict
from taama.monitoring.models import Observation
from taama.plans.models import Milestone
from taama.reviews.models import SectionText
from taama.reviews.tests.factories import NOW, on_stage
from taama.suggestions.tests.factories import proposed

pytestmark = pytest.mark.django_db


def text(client, person=None):
    if person:
        client.force_login(person)
    return client.get("/en/work/").content.decode()


def test_visitor_is_asked_to_sign_in(world, client):
    answer = client.get("/work/")

    assert answer.status_code == 302
    assert "/account/login/" in answer["Location"]


def test_validator_finds_what_awaits_a_verdict(world, cast, client):
    assert "/en/figures/finding/returns-release/" in text(client, cast.validator)


def test_a_judged_finding_no_longer_waits(world, cast, client):
    waiting = Finding.objects.get(code="returns-release")
    with on_stage():
        Verdict.objects.create(finding=waiting, judgement="accepted", by=cast.validator, at=NOW)

    assert "/en/figures/finding/returns-release/" not in text(client, cast.validator)


def test_validator_finds_submitted_values(world, cast, client):
    with on_stage():
        Observation.objects.filter(area=None).update(status="submitted", validated_at=None, validated_by=None)

    page = text(client, cast.validator)
    assert "Plans signed (en)" in page
    assert page.count('class="illustrative"') == 2


@pytest.mark.parametrize(("person", "sees"), [("coordinator", True), ("focal_point", False)])
def test_late_milestones_are_those_of_the_own_organisation(world, cast, client, person, sees):
    with on_stage():
        Milestone.objects.update(reached_on="")

    assert ("First (en)" in text(client, getattr(cast, person))) is sees


def test_sections_without_a_text_wait_for_the_coordinator(world, cast, client):
    assert "sections/introduction/edit/" not in text(client, cast.coordinator)

    with on_stage():
        SectionText.objects.filter(section__key="introduction", language="fr").delete()

    assert "sections/introduction/edit/" in text(client)


@pytest.mark.parametrize(
    ("person", "doors"),
    [("evidence_officer", True), ("coordinator", True), ("auditor", False), ("stranger", False)],
)
def test_only_doors_that_open_are_shown(world, cast, client, person, doors):
    assert ("Add documents" in text(client, getattr(cast, person))) is doors


def test_somebody_without_a_role_is_told_who_gives_them(world, cast, client):
    assert "The administrator gives roles." in text(client, cast.stranger)


def test_documents_with_suggestions_wait_for_officer_and_coordinator(world, cast, client):
    held = proposed()

    for person in (cast.evidence_officer, cast.coordinator):
        page = text(client, person)
        assert f"/en/suggestions/?document={held.slug}" in page
        assert "3 suggestions" in page
    assert "/en/suggestions/" not in text(client, cast.validator)
