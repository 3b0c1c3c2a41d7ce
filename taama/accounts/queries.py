"""Reading who holds which role for which organisation."""

from django.db import models

from taama.partners.models import Organisation

from .models import Membership, User
from .roles import Role


def roles_held(user: User) -> models.QuerySet[Membership]:
    """The roles this person holds today, with their organisations, in a steady order."""
    held: models.QuerySet[Membership] = user.memberships.filter(ended_on=None)
    return held.select_related("organisation").order_by("organisation__code", "role")


def organisations_of(user: User, *roles: Role) -> models.QuerySet[Organisation]:
    """The organisations this person acts for today, in any of these roles, in any role where none is named."""
    held = user.memberships.filter(ended_on=None)
    held = held.filter(role__in=roles) if roles else held
    return Organisation.objects.filter(pk__in=held.values("organisation"))


def people_holding(role: Role) -> models.QuerySet[User]:
    """Active people who hold this role today, for whichever organisation."""
    return User.objects.filter(
        is_active=True, memberships__role=role, memberships__ended_on=None
    ).distinct().order_by("name")  # fmt: skip
