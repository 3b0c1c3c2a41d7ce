"""Who may enter values and who may validate them; everyone reads what is validated."""

import uuid

from django.contrib.auth.models import AnonymousUser
from django.core.exceptions import PermissionDenied
from django.shortcuts import get_object_or_404

from taama.accounts.models import User
from taama.accounts.roles import Role

from .models import Indicator, Observation, Overlap
from .rules import ObservationStatus

ENTERING = (Role.COORDINATOR, Role.FOCAL_POINT)
VALIDATING = (Role.VALIDATOR,)

Reader = User | AnonymousUser


def may_enter(user: Reader) -> bool:
    """Whether this person may enter and correct values."""
    return isinstance(user, User) and user.has_role(*ENTERING)


def may_validate(user: Reader) -> bool:
    """Whether this person may validate or refuse values that others entered."""
    return isinstance(user, User) and user.has_role(*VALIDATING)


def indicator_to_read(code: str) -> Indicator:
    """An indicator; everyone may read it."""
    indicators = Indicator.objects.select_related("sdg_target", "base").prefetch_related(
        "objectives", "activities"
    )
    found: Indicator = get_object_or_404(indicators, code=code)
    return found


def indicator_to_enter(user: Reader, code: str) -> Indicator:
    """An indicator for which this person may enter a value; refused or not found."""
    insist(may_enter(user))
    found: Indicator = get_object_or_404(Indicator, code=code)
    return found


def observation_to_correct(user: Reader, code: str, pk: uuid.UUID) -> Observation:
    """A validated value this person may correct; refused or not found."""
    insist(may_enter(user))
    validated = Observation.objects.filter(indicator__code=code, status=ObservationStatus.VALIDATED)
    found: Observation = get_object_or_404(validated.with_source(), pk=pk)
    return found


def observation_to_validate(user: Reader, code: str, pk: uuid.UUID) -> Observation:
    """A value this person may judge; refused or not found."""
    insist(may_validate(user))
    found: Observation = get_object_or_404(Observation.objects.with_source(), indicator__code=code, pk=pk)
    return found


def may_declare(user: Reader) -> bool:
    """Whether this person may say who counted the same people twice."""
    return isinstance(user, User) and user.has_role(Role.COORDINATOR)


def indicator_to_declare(user: Reader, code: str) -> Indicator:
    """An indicator on which this person may declare an overlap; refused or not found."""
    insist(may_declare(user))
    found: Indicator = get_object_or_404(Indicator, code=code)
    return found


def overlap_to_withdraw(user: Reader, code: str, pk: uuid.UUID) -> Overlap:
    """A declaration this person may take back; refused or not found."""
    insist(may_declare(user))
    found: Overlap = get_object_or_404(Overlap, indicator__code=code, pk=pk)
    return found


def insist(allowed: bool) -> None:
    """Refuse with 403 what is known but not allowed."""
    if not allowed:
        raise PermissionDenied
