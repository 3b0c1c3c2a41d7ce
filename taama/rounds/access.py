"""Who runs rounds, who fills in whose form, who judges, who looks on."""

import datetime as dt
import uuid

from django.contrib.auth.models import AnonymousUser
from django.core.exceptions import PermissionDenied
from django.db.models import Q, QuerySet
from django.shortcuts import get_object_or_404

from taama.accounts.models import User
from taama.accounts.queries import organisations_of
from taama.accounts.roles import Role
from taama.partners.models import Organisation

from .models import Delegation, ReportingRound, Request, Submission

RUNNING = (Role.COORDINATOR,)
VALIDATING = (Role.VALIDATOR,)
WATCHING = (Role.COORDINATOR, Role.VALIDATOR, Role.AUDITOR, Role.REVIEWER)
LENDING = (Role.COORDINATOR, Role.FOCAL_POINT)

Reader = User | AnonymousUser


def may_run(user: Reader) -> bool:
    """Whether this person opens and closes rounds."""
    return isinstance(user, User) and user.has_role(*RUNNING)


def may_validate(user: Reader) -> bool:
    """Whether this person judges what was handed in."""
    return isinstance(user, User) and user.has_role(*VALIDATING)


def may_watch(user: Reader) -> bool:
    """Whether this person sees how a round goes, organisation by organisation."""
    return isinstance(user, User) and user.has_role(*WATCHING)


def delegations_held(user: User, on: dt.date) -> QuerySet[Delegation]:
    """What others have lent to this person, as of a day."""
    held = Delegation.objects.filter(receiver=user, starts_on__lte=on, ends_on__gte=on)
    found: QuerySet[Delegation] = held.filter(Q(ended_on=None) | Q(ended_on__gt=on))
    return found.select_related("organisation", "giver")


def organisations_acted_for(user: Reader, on: dt.date) -> QuerySet[Organisation]:
    """The organisations whose form this person fills in: as their focal point, or standing in for one."""
    if not isinstance(user, User):
        return Organisation.objects.none()
    own, lent = organisations_of(user, Role.FOCAL_POINT), delegations_held(user, on)
    return Organisation.objects.filter(Q(pk__in=own) | Q(pk__in=lent.values("organisation")))


def organisations_lent_by(user: User) -> QuerySet[Organisation]:
    """The organisations for which this person may name somebody: all for the coordinator, else the own."""
    if may_run(user):
        return Organisation.objects.order_by("code")
    return organisations_of(user, Role.FOCAL_POINT).order_by("code")


def round_to_run(user: Reader, code: str) -> ReportingRound:
    """A round this person may run; refused or not found."""
    insist(may_run(user))
    return round_by(code)


def round_to_watch(user: Reader, code: str) -> ReportingRound:
    """A round this person may look at; refused or not found."""
    insist(may_watch(user))
    return round_by(code)


def round_by(code: str) -> ReportingRound:
    """A round, or not found."""
    found: ReportingRound = get_object_or_404(ReportingRound, code=code)
    return found


def request_to_run(user: Reader, code: str, pk: uuid.UUID) -> Request:
    """What an organisation is asked for, for the coordinator."""
    round_to_run(user, code)
    found: Request = get_object_or_404(
        Request.objects.select_related("round", "organisation"), round__code=code, pk=pk
    )
    return found


def form_to_read(
    user: Reader, code: str, organisation: str, on: dt.date
) -> tuple[ReportingRound, Organisation]:
    """A form this person may see: as who fills it in, or looks on."""
    found, whose = round_by(code), organisation_by(organisation)
    insist(may_watch(user) or fills_in(user, whose, on))
    return found, whose


def form_to_fill(
    user: Reader, code: str, organisation: str, on: dt.date
) -> tuple[ReportingRound, Organisation]:
    """A form this person may fill in; refused or not found."""
    found, whose = round_by(code), organisation_by(organisation)
    insist(fills_in(user, whose, on))
    return found, whose


def organisation_by(code: str) -> Organisation:
    """An organisation, or not found."""
    found: Organisation = get_object_or_404(Organisation, code=code)
    return found


def fills_in(user: Reader, organisation: Organisation, on: dt.date) -> bool:
    """Whether this person fills in this organisation's form."""
    return organisations_acted_for(user, on).filter(pk=organisation.pk).exists()


def submission_to_judge(user: Reader, code: str, pk: uuid.UUID) -> Submission:
    """What was handed in, for who may judge it; refused or not found."""
    insist(may_validate(user))
    found: Submission = get_object_or_404(
        Submission.objects.select_related("round", "organisation", "submitted_by", "delegation__giver"),
        round__code=code, pk=pk,
    )  # fmt: skip
    return found


def delegation_to_end(user: Reader, pk: uuid.UUID) -> Delegation:
    """A delegation this person may end: whoever gave it, and the coordinator."""
    assert isinstance(user, User)
    found: Delegation = get_object_or_404(Delegation, pk=pk)
    insist(may_run(user) or found.giver_id == user.pk)
    return found


def insist(allowed: bool) -> None:
    """Refuse with 403 what is known but not allowed."""
    if not allowed:
        raise PermissionDenied
