"""Who may do what with evidence."""

import pytest
from django.contrib.auth.models import AnonymousUser
from django.core.exceptions import PermissionDenied
from django.http import Http404

from taama.evidence import access

from .factories import document

MAY_ADD = {"evidence_officer", "coordinator"}
MAY_JUDGE = {"evidence_officer", "validator"}
EVERYONE = (
    "coordinator", "focal_point", "validator", "evidence_officer", "reviewer", "partner", "auditor",
    "administrator", "stranger",
)  # fmt: skip


@pytest.mark.parametrize("name", EVERYONE)
def test_what_each_of_the_cast_may_do(cast, name):
    person = getattr(cast, name)

    assert access.may_add(person) == (name in MAY_ADD)
    assert access.may_judge(person) == (name in MAY_JUDGE)
    assert access.may_download(person)


def test_visitor_only_reads(db):
    visitor = AnonymousUser()

    assert not access.may_add(visitor)
    assert not access.may_judge(visitor)
    assert not access.may_download(visitor)


def test_a_known_passage_is_forbidden_and_an_unknown_one_not_found(cast):
    held = document()

    assert access.passage_to_mark(cast.coordinator, held.slug, 2).position == 2
    with pytest.raises(PermissionDenied):
        access.passage_to_mark(cast.partner, held.slug, 2)
    with pytest.raises(Http404):
        access.passage_to_mark(cast.coordinator, held.slug, 99)


def test_the_public_reads_roles_and_colleagues_names(cast):
    assert access.shown_as(cast.validator, cast.partner) == "Validator"
    assert "validat" in access.shown_as(cast.validator, AnonymousUser()).lower()
    assert cast.validator.name != access.shown_as(cast.validator, AnonymousUser())
