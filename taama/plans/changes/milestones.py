"""Adding milestones and saying that one is reached."""

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

from taama.journal.actors import Actor
from taama.journal.changes import change, record
from taama.plans.cards import MilestoneCard
from taama.plans.models import Activity, Milestone
from taama.web.refusals import BadInput, NotAllowedNow


@change
def add_milestone(*, activity: Activity, card: MilestoneCard, by: Actor) -> Milestone:
    """Add a dated step to an activity; a code that stands there already is refused."""
    if Milestone.objects.filter(activity=activity, code=card.code).exists():
        sentence = _("A milestone of this activity has the code “%(code)s” already.")
        raise NotAllowedNow("plans.milestone.exists", sentence % {"code": card.code})
    milestone = Milestone(
        activity=activity,
        code=card.code,
        title=dict(card.title),
        due_on=card.due_on,
        reached_on=card.reached_on,
    )
    check(milestone)
    milestone.save(force_insert=True)
    record("plans.milestone.added", milestone, by=by)
    return milestone


@change
def reach_milestone(*, milestone: Milestone, on: str, by: Actor) -> Milestone:
    """Say on which day a milestone was reached; one that is reached stays so."""
    locked: Milestone = Milestone.objects.select_for_update().get(pk=milestone.pk)
    if locked.reached_on:
        raise NotAllowedNow("plans.milestone.reached_already", _("This milestone is reached already."))
    locked.reached_on = on
    if not on:
        raise BadInput("plans.milestone.no_day", _("Give the day on which it was reached."))
    check(locked)
    locked.save(update_fields=["reached_on"])
    record("plans.milestone.reached", locked, by=by)
    return locked


def check(milestone: Milestone) -> None:
    """Refuse what the record's own rules do not allow."""
    try:
        milestone.full_clean()
    except ValidationError as error:
        raise BadInput("plans.milestone.fields", " ".join(error.messages)) from error
