"""Who may edit what: tried by the cast."""

import pytest
from django.contrib.auth.models import AnonymousUser
from django.core.exceptions import PermissionDenied
from django.http import Http404

from taama.plans import access

from .factories import activity

pytestmark = pytest.mark.usefixtures("compact")


def test_the_coordinator_edits_all_and_a_focal_point_what_the_own_organisation_leads(cast):
    own, other = activity("own", lead="service"), activity("other", lead="ministry")

    assert [access.may_edit(cast.coordinator, one) for one in (own, other)] == [True, True]
    assert [access.may_edit(cast.focal_point, one) for one in (own, other)] == [True, False]


@pytest.mark.parametrize(
    "name", ["partner", "validator", "evidence_officer", "reviewer", "auditor", "administrator"]
)
def test_others_edit_nothing(cast, name):
    made = activity(lead="service")

    assert not access.may_edit(getattr(cast, name), made)
    with pytest.raises(PermissionDenied):
        access.activity_to_edit(getattr(cast, name), made.code)


def test_strangers_and_visitors_edit_nothing(cast):
    made = activity(lead="service")

    assert not access.may_edit(cast.stranger, made)
    assert not access.may_edit(AnonymousUser(), made)
    assert not access.may_add(cast.focal_point)


def test_what_does_not_exist_is_not_found(cast):
    activity()

    with pytest.raises(Http404):
        access.activity_to_edit(cast.coordinator, "nothing")
    with pytest.raises(Http404):
        access.milestone_to_edit(cast.coordinator, "consular-cards", "nothing")
