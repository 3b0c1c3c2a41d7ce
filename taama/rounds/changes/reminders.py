"""Letters to those who are late: recorded, never two a day."""

import datetime as dt

from django.db import transaction
from django.db.models import Q

from taama.accounts.models import User
from taama.accounts.roles import Role
from taama.journal.actors import Actor
from taama.journal.changes import change, record
from taama.rounds.letters import letter, send
from taama.rounds.models import Delegation, Reminder, ReportingRound
from taama.rounds.queries.rounds import Part, late_ones


def remind(*, now: dt.datetime, on: dt.date, by: Actor) -> list[Reminder]:
    """Remind the focal points, and who stands in for them, of every organisation that is late."""
    return [
        sent
        for found, part in late_ones(now)
        for person in recipients(part, on)
        if (sent := remind_one(found=found, part=part, recipient=person, on=on, by=by)) is not None
    ]


def recipients(part: Part, on: dt.date) -> list[User]:
    """Who answers for an organisation on a day."""
    lent = Delegation.objects.filter(organisation=part.organisation, starts_on__lte=on, ends_on__gte=on)
    standing_in = lent.filter(Q(ended_on=None) | Q(ended_on__gt=on)).values("receiver")
    own = Q(
        memberships__role=Role.FOCAL_POINT,
        memberships__organisation=part.organisation,
        memberships__ended_on=None,
    )
    return list(User.objects.filter(own | Q(pk__in=standing_in), is_active=True).distinct().order_by("email"))


@change
def remind_one(
    *, found: ReportingRound, part: Part, recipient: User, on: dt.date, by: Actor
) -> Reminder | None:
    """One letter, sent once its record is kept; none where one went out that day."""
    same = {"round": found, "organisation": part.organisation, "recipient": recipient, "sent_on": on}
    if Reminder.objects.filter(**same).exists():
        return None
    reminder = Reminder(**same, missing=part.missing)
    reminder.save(force_insert=True)
    record("rounds.reminder.sent", reminder, by=by)
    written = letter(found, part, recipient)
    transaction.on_commit(lambda: send(written))
    return reminder
