"""Who may edit the plan: the coordinator all of it, a focal point what the own organisation leads."""

from django.contrib.auth.models import AnonymousUser
from django.core.exceptions import PermissionDenied
from django.http import Http404

from taama.accounts.models import User
from taama.accounts.queries import organisations_of
from taama.accounts.roles import Role

from .models import Activity, Edition, Milestone

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
