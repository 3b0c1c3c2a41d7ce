"""Adding and editing activities, and moving them from one state to another."""

from django.core.exceptions import ValidationError
from django.utils import timezone
from django.utils.translation import gettext as _

from taama.journal.actors import Actor
from taama.journal.changes import change, record
from taama.journal.keeping import Tally, keep_ties
from taama.plans.cards import ActivityCard
from taama.plans.models import Activity, Edition
from taama.plans.queries import newest_entry
from taama.plans.rules import Status, may_move
from taama.web.refusals import BadInput, NotAllowedNow

from .duties import follow_lead
from .loaded import ties_of, values_of


@change
def add_activity(*, edition: Edition, card: ActivityCard, by: Actor) -> Activity:
    """Add an activity to an edition; a code that stands in it already is refused."""
    if Activity.objects.filter(edition=edition, code=card.code).exists():
        sentence = _("An activity of this edition has the code “%(code)s” already.")
        raise NotAllowedNow("plans.activity.exists", sentence % {"code": card.code})
    activity = Activity(edition=edition, **values_of(card))
    check(activity)
    activity.save(force_insert=True)
    tie(activity, card)
    record("plans.activity.added", activity, by=by)
    return activity


@change
def edit_activity(*, activity: Activity, card: ActivityCard, by: Actor, seen: int | None = None) -> Activity:
    """Edit an activity; refused if somebody else did since entry number `seen`. The code stays."""
    locked: Activity = Activity.objects.select_for_update().get(pk=activity.pk)
    if seen is not None and seen != newest_entry(locked):
        sentence = _("Somebody changed this activity in the meantime. Look at it again, then save.")
        raise NotAllowedNow("plans.activity.changed_meanwhile", sentence)
    check_move(locked.status, card.status)
    differing = {
        name: value
        for name, value in values_of(card).items()
        if name != "code" and getattr(locked, name) != value
    }
    for name, value in differing.items():
        setattr(locked, name, value)
    check(locked)
    if tie(locked, card) or differing:
        locked.save()
        record("plans.activity.edited", locked, by=by, detail={"fields": sorted(differing)})
        follow_lead(locked, timezone.localdate(), by)
    return locked


@change
def set_status(*, activity: Activity, status: str, by: Actor) -> Activity:
    """Move an activity to another state; a move the rules do not allow is refused."""
    locked: Activity = Activity.objects.select_for_update().get(pk=activity.pk)
    check_move(locked.status, status)
    if locked.status != status:
        locked.status = status
        locked.save(update_fields=["status"])
        record("plans.activity.edited", locked, by=by, detail={"fields": ["status"]})
    return locked


def check_move(old: str, new: str) -> None:
    """Refuse a move that is not allowed, naming both states."""
    if not may_move(old, new):
        sentence = _("An activity that is “%(old)s” cannot become “%(new)s”.")
        states = {"old": Status(old).label, "new": Status(new).label}
        raise NotAllowedNow("plans.activity.move", sentence % states)


def check(activity: Activity) -> None:
    """Refuse what the record's own rules do not allow."""
    try:
        activity.full_clean()
    except ValidationError as error:
        raise BadInput("plans.activity.fields", " ".join(error.messages)) from error


def tie(activity: Activity, card: ActivityCard) -> bool:
    """Tie the activity to what its card names; whether anything differed."""
    tally = Tally()
    for name, others in ties_of(card).items():
        keep_ties(activity, name, others, tally)
    return tally.anything
