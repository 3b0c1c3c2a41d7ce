"""Saying how an activity stands; opening and closing risks."""

import datetime as dt

from django.utils.translation import gettext as _

from taama.accounts.models import User
from taama.journal.actors import Actor
from taama.journal.changes import change, record
from taama.plans.cards import RiskCard, UpdateCard
from taama.plans.models import Activity, Risk, StatusUpdate
from taama.web.refusals import NotAllowedNow

from .activities import set_status
from .checking import checked


@change
def add_update(*, activity: Activity, card: UpdateCard, by: User, at: dt.datetime) -> StatusUpdate:
    """Say how an activity stands, in words; its state follows, if the rules allow the move."""
    set_status(activity=activity, status=card.status, by=by)
    update = StatusUpdate(activity=activity, written_by=by, written_at=at, **card.values())
    checked(update, "plans.update.fields").save(force_insert=True)
    record("plans.update.added", update, by=by)
    return update


@change
def open_risk(*, activity: Activity, card: RiskCard, by: Actor) -> Risk:
    """Write down what may keep an activity from its end."""
    risk = checked(Risk(activity=activity, **card.values()), "plans.risk.fields")
    risk.save(force_insert=True)
    record("plans.risk.opened", risk, by=by)
    return risk


@change
def weigh_risk(*, risk: Risk, likelihood: int, impact: int, by: Actor) -> Risk:
    """Judge an open risk anew."""
    locked = open_one(risk)
    if (locked.likelihood, locked.impact) == (likelihood, impact):
        return locked
    locked.likelihood, locked.impact = likelihood, impact
    checked(locked, "plans.risk.fields").save(update_fields=["likelihood", "impact"])
    record("plans.risk.weighed", locked, by=by)
    return locked


@change
def close_risk(*, risk: Risk, on: str, outcome: dict[str, str], by: Actor) -> Risk:
    """Close a risk on a day, with the reason."""
    locked = open_one(risk)
    locked.closed_on, locked.outcome = on, outcome
    checked(locked, "plans.risk.fields").save(update_fields=["closed_on", "outcome"])
    record("plans.risk.closed", locked, by=by)
    return locked


def open_one(risk: Risk) -> Risk:
    """The risk, locked, while it is open."""
    locked: Risk = Risk.objects.select_for_update().get(pk=risk.pk)
    if not locked.is_open:
        raise NotAllowedNow("plans.risk.closed_already", _("This risk is closed already."))
    return locked
