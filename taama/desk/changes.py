"""Asking for the Monday sheet, no longer asking, and sending it: each recorded, none twice a week."""

import datetime as dt
from collections.abc import Callable, Iterable

from django.db import transaction

from taama.accounts.models import User
from taama.journal.actors import Actor
from taama.journal.changes import change, record

from .models import MondayLetter, Subscription


@change
def ask_for_sheet(*, by: User, at: dt.datetime) -> Subscription:
    """Receive the Monday sheet from now on; asking twice changes nothing."""
    standing: Subscription | None = Subscription.objects.filter(person=by, ended_at=None).first()
    if standing is not None:
        return standing
    made = Subscription(person=by, asked_at=at)
    made.save(force_insert=True)
    record("desk.subscription.asked", made, by=by)
    return made


@change
def end_subscription(*, by: User, at: dt.datetime) -> None:
    """Receive it no longer."""
    for one in Subscription.objects.select_for_update().filter(person=by, ended_at=None):
        one.ended_at = at
        one.save(update_fields=["ended_at"])
        record("desk.subscription.ended", one, by=by)


def send_sheet(
    *,
    to: Iterable[User],
    week: dt.date,
    at: dt.datetime,
    by: Actor,
    send: Callable[[User], None],
) -> list[MondayLetter]:
    """Send the sheet of a week to each who has not received it; `send` hands one letter to the mail server."""
    sent = (send_one(to=person, week=week, at=at, by=by, send=send) for person in to)
    return [letter for letter in sent if letter is not None]


@change
def send_one(
    *, to: User, week: dt.date, at: dt.datetime, by: Actor, send: Callable[[User], None]
) -> MondayLetter | None:
    """One letter, sent once its record is kept; none where the week's has gone out."""
    if MondayLetter.objects.filter(recipient=to, week=week).exists():
        return None
    letter = MondayLetter(recipient=to, week=week, sent_at=at)
    letter.save(force_insert=True)
    record("desk.letter.sent", letter, by=by)
    transaction.on_commit(lambda: send(to))
    return letter
