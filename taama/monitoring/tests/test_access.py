"""Who may enter and who may validate: tried by the cast."""

import pytest
from django.contrib.auth.models import AnonymousUser
from django.core.exceptions import PermissionDenied
from django.http import Http404

from taama.monitoring import access

from .factories import indicator, observation, waiting

ENTER = {"coordinator", "focal_point"}
VALIDATE = {"validator"}
NAMES = (
    "coordinator", "focal_point", "validator", "evidence_officer", "reviewer", "partner", "auditor",
    "administrator", "stranger",
)  # fmt: skip


@pytest.mark.parametrize("name", NAMES)
def test_who_enters_does_not_validate_by_role_and_others_do_neither(cast, name):
    person = getattr(cast, name)

    assert access.may_enter(person) is (name in ENTER)
    assert access.may_validate(person) is (name in VALIDATE)


def test_a_visitor_does_neither():
    assert not access.may_enter(AnonymousUser())
    assert not access.may_validate(AnonymousUser())


def test_what_is_known_is_refused_and_what_does_not_exist_is_not_found(cast):
    entered = waiting(indicator(), 5, cast=cast)

    with pytest.raises(PermissionDenied):
        access.indicator_to_enter(cast.partner, "jobs")
    with pytest.raises(PermissionDenied):
        access.observation_to_validate(cast.coordinator, "jobs", entered.pk)
    with pytest.raises(Http404):
        access.indicator_to_enter(cast.coordinator, "nothing")
    with pytest.raises(Http404):
        access.observation_to_validate(cast.validator, "another", entered.pk)


def test_only_a_validated_value_is_corrected(cast):
    jobs = indicator()
    judged, entered = observation(jobs, 5, "2023", cast=cast), waiting(jobs, 6, cast=cast)

    assert access.observation_to_correct(cast.focal_point, "jobs", judged.pk) == judged
    with pytest.raises(Http404):
        access.observation_to_correct(cast.focal_point, "jobs", entered.pk)
