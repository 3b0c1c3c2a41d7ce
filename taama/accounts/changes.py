"""People are added, roles are given and ended: each with its journal entry, which never holds a name."""

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass

from django.conf import settings
from django.contrib.auth.hashers import make_password
from django.contrib.auth.password_validation import validate_password
from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

from taama.journal.actors import Actor
from taama.journal.changes import change, record
from taama.journal.keeping import Tally
from taama.partners.models import Organisation
from taama.partners.queries import organisations_by_code
from taama.web.identity import derived_id
from taama.web.refusals import BadInput, NotAllowedNow

from .demo import CAST, PASSWORD, DemoPerson
from .models import Membership, User
from .queries import roles_held
from .roles import Role
from .rules import check_may_end, check_not_own_role

DEMO_BEGAN_ON = dt.date(2024, 1, 1)


@dataclass(frozen=True)
class PersonCard:
    """What is asked of somebody who is to sign in."""

    email: str
    name: str
    title: str = ""


@dataclass(frozen=True)
class Post:
    """A role for an organisation from a day on."""

    role: Role
    organisation: Organisation
    on: dt.date


def add_person(*, card: PersonCard, password: str, by: Actor, post: Post | None = None) -> User:
    """Add somebody who may sign in, with a first role where one is given."""
    person = User(email=card.email.strip().lower(), name=card.name.strip(), title=card.title.strip())
    try:
        validate_password(password, person)
    except ValidationError as error:
        raise BadInput("accounts.password.weak", " ".join(error.messages)) from error
    person.password = make_password(password)  # slow on purpose, so it stands outside the transaction
    return keep_person(person=person, by=by, post=post)


@change
def keep_person(*, person: User, by: Actor, post: Post | None = None) -> User:
    """Write somebody whose password is hashed already, and their first role."""
    if User.objects.filter(email=person.email).exists():
        raise NotAllowedNow("accounts.person.exists", _("Somebody already signs in with this address."))
    try:
        person.full_clean()
    except ValidationError as error:
        raise BadInput("accounts.person.incomplete", " ".join(error.messages)) from error
    person.save(force_insert=True)
    record("accounts.person.added", person, by=by)
    if post is not None:
        grant_role(user=person, organisation=post.organisation, role=post.role, on=post.on, by=by)
    return person


@change
def grant_role(*, user: User, organisation: Organisation, role: Role, on: dt.date, by: Actor) -> Membership:
    """Give a role for an organisation from a day on; given twice, nothing changes."""
    check_not_own_role(giver=by.journal_name, receiver=user.journal_name)
    held: Membership | None = user.memberships.filter(
        organisation=organisation, role=role, ended_on=None
    ).first()
    if held is not None:
        return held
    membership = Membership(user=user, organisation=organisation, role=role, began_on=on)
    membership.full_clean()
    membership.save(force_insert=True)
    forget_roles(user)
    record("accounts.role.granted", membership, by=by)
    return membership


@change
def end_role(*, membership: Membership, on: dt.date, by: Actor) -> Membership:
    """End a role on a day; the record stays."""
    check_may_end(began_on=membership.began_on, ended_on=membership.ended_on, on=on)
    membership.ended_on = on
    membership.full_clean()
    membership.save(update_fields=["ended_on"])
    forget_roles(membership.user)
    record("accounts.role.ended", membership, by=by)
    return membership


@change
def close_account(*, user: User, on: dt.date, by: Actor) -> User:
    """End every role a person holds, and their signing in; what they did stays theirs."""
    for membership in roles_held(user):
        end_role(membership=membership, on=max(on, membership.began_on), by=by)
    user.is_active = False
    user.save(update_fields=["is_active"])
    forget_roles(user)
    record("accounts.person.closed", user, by=by)
    return user


def forget_roles(user: User) -> None:
    """Let a person in memory read their roles anew."""
    user.__dict__.pop("roles", None)


def load_demo_cast(*, by: Actor) -> Tally:
    """The invented people of the demonstration; a second time nothing changes."""
    known = set(User.objects.values_list("email", flat=True))
    # Outside the demonstration nobody signs in with a password that everybody may read.
    password = PASSWORD if settings.DEMO else None
    hashes = {person.email: make_password(password) for person in CAST if person.email not in known}
    return keep_cast(hashes=hashes, by=by)


@change
def keep_cast(*, hashes: Mapping[str, str], by: Actor) -> Tally:
    """Write those of the cast who are not there yet, and the role of each."""
    organisations = organisations_by_code()
    tally = Tally()
    for person in CAST:
        if person.organisation not in organisations:
            sentence = _(
                "The demonstration needs the organisation “%(code)s”: load the sample’s partners first."
            )
            raise BadInput("accounts.demo.no_organisation", sentence % {"code": person.organisation})
        keep_demo_person(person, organisations[person.organisation], hashes, tally, by)
    return tally


def keep_demo_person(
    person: DemoPerson, organisation: Organisation, hashes: Mapping[str, str], tally: Tally, by: Actor
) -> None:
    """One of the cast; somebody who is there already is left alone."""
    if person.email not in hashes:
        tally.unchanged += 1
        return
    made = User(
        id=derived_id("accounts.person", person.email),
        email=person.email,
        name=person.name,
        title=person.title,
        password=hashes[person.email],
        is_invented=True,
    )
    keep_person(person=made, by=by, post=Post(person.role, organisation, DEMO_BEGAN_ON))
    tally.added += 1
