"""Who may give and end roles: administrators, and never their own."""

import uuid
from typing import Any

from django.core.exceptions import PermissionDenied
from django.shortcuts import get_object_or_404

from .models import Membership, User
from .roles import Role

GIVING = (Role.ADMINISTRATOR,)


def may_give_roles(user: Any) -> bool:
    """Whether this person may add people and give or end roles."""
    return isinstance(user, User) and user.has_role(*GIVING)


def person_to_give_a_role(user: Any, pk: uuid.UUID) -> User:
    """Somebody this person may give a role to: refused with 403 where it is not theirs to do."""
    if not may_give_roles(user) or user.pk == pk:
        raise PermissionDenied
    return get_object_or_404(User, pk=pk)


def role_to_end(user: Any, pk: uuid.UUID) -> Membership:
    """A role held today that this person may end."""
    if not may_give_roles(user):
        raise PermissionDenied
    membership: Membership = get_object_or_404(
        Membership.objects.select_related("user"), pk=pk, ended_on=None
    )
    return membership
