"""Who may edit the plan: the coordinator all of it, a focal point what the own organisation leads."""

import uuid

from django.contrib.auth.models import AnonymousUser
from django.core.exceptions import PermissionDenied
from django.http import Http404

from taama.accounts.models import User
from taama.accounts.queries import organisations_of
from taama.accounts.roles import Role
from taama.partners.models import Organisation

from .models import Activity, BudgetLine, Duty, Edition, ExpectedResult, Milestone, Risk

EDITING = (Role.COORDINATOR, Role.FOCAL_POINT)

Reader = User | AnonymousUser


def may_add(user: Reader) -> bool:
    """Whether this person may add activities to the plan."""
    return isinstance(user, User) and user.has_role(Role.COORDINATOR)


def may_edit(user: Reader, activity: Activity) -> bool:
    """Whether this person may edit this activity and its milestones."""
    if not isinstance(user, User):
        return False
    if user.has_role(Role.COORDINATOR):
        return True
    return bool(organisations_of(user, Role.FOCAL_POINT).filter(pk=activity.lead_id).exists())


def activity_to_read(code: str) -> Activity:
    """An activity of the current edition; everyone may read it."""
    found = Activity.objects.current().with_page().filter(code=code).first()
    if found is None:
        raise Http404(code)
    activity: Activity = found
    return activity


def activity_to_edit(user: Reader, code: str) -> Activity:
    """An activity this person may edit: not found if it does not exist, refused if it is not theirs to change."""
    activity = activity_to_read(code)
    if not may_edit(user, activity):
        raise PermissionDenied
    return activity


def milestone_to_edit(user: Reader, code: str, milestone: str) -> Milestone:
    """A milestone of an activity this person may edit."""
    activity = activity_to_edit(user, code)
    found: Milestone | None = activity.milestones.filter(code=milestone).first()
    if found is None:
        raise Http404(milestone)
    return found


def edition_to_add_to(user: Reader) -> Edition:
    """The current edition, if this person may add activities to it."""
    if not may_add(user):
        raise PermissionDenied
    edition: Edition | None = Edition.objects.filter(is_current=True).select_related("plan").first()
    if edition is None:
        raise Http404
    return edition


def edition_to_read(number: int) -> Edition:
    """An edition by its number, in force or not; everyone may read what was adopted or is being revised."""
    edition: Edition | None = (
        Edition.objects.filter(number=number).select_related("plan", "revises").order_by("plan__code").first()
    )
    if edition is None:
        raise Http404(number)
    return edition


def edition_in_force() -> Edition:
    """The current edition; not found before any is loaded."""
    edition: Edition | None = Edition.objects.filter(is_current=True).select_related("plan").first()
    if edition is None:
        raise Http404
    return edition


def draft_to_edit(user: Reader, number: int) -> Edition:
    """A draft edition, if this person may revise the plan: the coordinator alone."""
    if not may_add(user):
        raise PermissionDenied
    edition = edition_to_read(number)
    if not edition.is_draft:
        raise Http404(number)
    return edition


def activity_in(edition: Edition, code: str) -> Activity:
    """An activity of one edition."""
    found: Activity | None = Activity.objects.filter(edition=edition, code=code).with_page().first()
    if found is None:
        raise Http404(code)
    return found


def organisation_to_read(code: str) -> Organisation:
    """An organisation by its code; everyone may read what it answers for."""
    found: Organisation | None = Organisation.objects.filter(code=code).first()
    if found is None:
        raise Http404(code)
    return found


def part_to_edit(user: Reader, part: type[Risk] | type[BudgetLine], pk: uuid.UUID) -> Risk | BudgetLine:
    """A risk or budget line of an activity in force that this person may edit."""
    found = part.objects.filter(pk=pk, activity__edition__is_current=True).select_related("activity").first()
    if found is None:
        raise Http404(pk)
    if not may_edit(user, found.activity):
        raise PermissionDenied
    return found  # type: ignore[no-any-return]


def duty_to_end(user: Reader, pk: uuid.UUID) -> Duty:
    """A duty that has not ended, if this person may say who answers for what: the coordinator alone."""
    if not may_add(user):
        raise PermissionDenied
    found: Duty | None = (
        Duty.objects.filter(pk=pk, ended_on="").select_related("activity", "organisation").first()
    )
    if found is None:
        raise Http404(pk)
    return found


def result_to_edit(user: Reader, code: str) -> ExpectedResult:
    """An expected result of the edition in force, if this person may edit it: the coordinator alone."""
    if not may_add(user):
        raise PermissionDenied
    found: ExpectedResult | None = ExpectedResult.objects.filter(edition__is_current=True, code=code).first()
    if found is None:
        raise Http404(code)
    return found
