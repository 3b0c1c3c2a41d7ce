"""The people every test knows. All invented."""

import datetime as dt
from dataclasses import dataclass

from taama.accounts.models import Membership, User
from taama.accounts.roles import Role
from taama.journal.actors import Program
from taama.journal.changes import open_change, record
from taama.partners.models import Organisation
from taama.web.identity import derived_id

STAGE = Program("tests")
PASSWORD = "une longue phrase de passe"


@dataclass(frozen=True)
class Cast:
    """Each with one role, of two organisations."""

    coordinator: User
    focal_point: User
    validator: User
    evidence_officer: User
    reviewer: User
    partner: User
    auditor: User
    administrator: User
    stranger: User


def call_the_cast() -> Cast:
    """Write the cast and their two organisations."""
    ministry = organisation("ministry", "ministry")
    service = organisation("service", "public_agency")
    posts = {
        "coordinator": (Role.COORDINATOR, ministry),
        "focal_point": (Role.FOCAL_POINT, service),
        "validator": (Role.VALIDATOR, ministry),
        "evidence_officer": (Role.EVIDENCE_OFFICER, ministry),
        "reviewer": (Role.REVIEWER, ministry),
        "partner": (Role.PARTNER, service),
        "auditor": (Role.AUDITOR, ministry),
        "administrator": (Role.ADMINISTRATOR, ministry),
    }
    people = {name: person(name, role, place) for name, (role, place) in posts.items()}
    return Cast(
        **people, stranger=User.objects.create_user("stranger@example.org", PASSWORD, name="Stranger")
    )


def organisation(code: str, kind: str) -> Organisation:
    """An invented organisation."""
    with open_change():
        made, _ = Organisation.objects.get_or_create(
            pk=derived_id("partners.organisation", code),
            defaults={"code": code, "kind": kind, "name": {"fr": code, "en": code}},
        )
        record("partners.organisation.added", made, by=STAGE)
    return made


def person(name: str, role: Role, place: Organisation) -> User:
    """An invented person with one role."""
    user = User.objects.create_user(f"{name}@example.org", PASSWORD, name=name.replace("_", " ").title())
    with open_change():
        post = Membership.objects.create(
            user=user, organisation=place, role=role, began_on=dt.date(2024, 1, 1)
        )
        record("accounts.role.granted", post, by=STAGE)
    return user
