"""People who sign in by e-mail, and the roles they hold for an organisation."""

from __future__ import annotations

import uuid
from functools import cached_property
from typing import Any, ClassVar

from django.contrib.auth.models import AbstractBaseUser, BaseUserManager
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from taama.journal.models import JournaledRecord
from taama.journal.privacy import classes

from .roles import Role


class UserManager(BaseUserManager["User"]):
    """Makes people; there is no sign-up."""

    def create_user(self, email: str, password: str | None = None, **fields: Any) -> User:
        """A person with an address in lower case; without a password until one is set."""
        user = self.model(email=self.normalize_email(email).lower(), **fields)
        user.set_password(password)
        user.save(using=self._db)
        return user

    def get_by_natural_key(self, username: str | None) -> User:
        """Find by address, whatever its case."""
        return self.get(email__iexact=username)


class User(AbstractBaseUser):
    """A person who signs in. Not a journaled record: sign-in itself writes it; role grants are journaled."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    email = models.EmailField(_("e-mail"), unique=True)
    name = models.CharField(_("name"), max_length=120)
    title = models.CharField(_("function"), max_length=120, blank=True)
    is_active = models.BooleanField(default=True)
    is_invented = models.BooleanField(default=False, help_text=_("A person of the demonstration."))
    date_joined = models.DateTimeField(default=timezone.now)

    USERNAME_FIELD = "email"
    REQUIRED_FIELDS: ClassVar[list[str]] = ["name"]
    zone = "open"
    privacy = classes(
        official="id title is_active is_invented",
        personal="email name date_joined last_login",
        sensitive="password",
    )
    objects = UserManager()

    def __str__(self) -> str:
        return self.name

    @property
    def journal_name(self) -> str:
        """How the journal names this person: by id."""
        return f"user:{self.pk}"

    @cached_property
    def roles(self) -> frozenset[str]:
        """The roles held, for whichever organisation."""
        return frozenset(self.memberships.filter(ended_on=None).values_list("role", flat=True))

    def has_role(self, *roles: str) -> bool:
        """Whether any of these roles is held."""
        return bool(self.roles & {str(role) for role in roles})


class Membership(JournaledRecord):
    """A role held by a person for an organisation, from a day to a day."""

    user = models.ForeignKey(User, models.CASCADE, related_name="memberships")
    organisation = models.ForeignKey("partners.Organisation", models.PROTECT, related_name="+")
    role = models.CharField(max_length=30, choices=Role.choices)
    began_on = models.DateField()
    ended_on = models.DateField(null=True, blank=True)

    privacy = classes(official="id user organisation role began_on ended_on")

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["user", "organisation", "role"],
                condition=models.Q(ended_on=None),
                name="accounts_role_once",
            ),
            models.CheckConstraint(
                condition=models.Q(ended_on=None) | models.Q(ended_on__gte=models.F("began_on")),
                name="accounts_role_ends_after_it_began",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.role} {self.organisation_id}"
