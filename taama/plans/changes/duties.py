"""Giving and ending duties; a lead is handed on, never left empty."""

import datetime as dt

from django.db.models import QuerySet
from django.utils.translation import gettext as _

from taama.journal.actors import Actor
from taama.journal.changes import change, record
from taama.partners.models import Organisation
from taama.plans.cards import DutyCard
from taama.plans.models import Activity, Duty
from taama.plans.rules import DutyRole, Matter
from taama.web.refusals import NotAllowedNow

from .checking import checked


@change
def give_duty(*, card: DutyCard, by: Actor) -> Duty:
    """Give an organisation a duty; a new lead of an activity ends the lead before it and becomes the plan's own."""
    if standing(card).filter(organisation=card.organisation, role=card.role).exists():
        sentence = _("This organisation has this duty already.")
        raise NotAllowedNow("plans.duty.exists", sentence)
    if card.role == DutyRole.LEAD and card.matter != Matter.MANDATE:
        for earlier in standing(card).filter(role=DutyRole.LEAD):
            end(earlier, day_before(card.began_on), by)
    duty = checked(Duty(**card.values()), "plans.duty.fields")
    duty.save(force_insert=True)
    record("plans.duty.given", duty, by=by)
    if card.activity and card.role == DutyRole.LEAD and card.activity.lead_id != card.organisation.pk:
        hand_lead_on(card.activity, card.organisation, by)
    return duty


@change
def end_duty(*, duty: Duty, on: str, by: Actor) -> Duty:
    """End a duty on a day; the lead of an activity ends only when another takes it over."""
    locked: Duty = Duty.objects.select_for_update().get(pk=duty.pk)
    if locked.ended_on:
        raise NotAllowedNow("plans.duty.ended_already", _("This duty has ended already."))
    if locked.role == DutyRole.LEAD and locked.matter == Matter.ACTIVITY:
        sentence = _("An activity is never without a lead: give the lead to another organisation instead.")
        raise NotAllowedNow("plans.duty.lead_needed", sentence)
    return end(locked, on, by)


def standing(card: DutyCard) -> QuerySet[Duty]:
    """Open duties about the same matter."""
    same: QuerySet[Duty] = Duty.objects.filter(
        matter=card.matter, activity=card.activity, indicator=card.indicator, ended_on=""
    )
    return same.filter(organisation=card.organisation) if card.matter == Matter.MANDATE else same


def end(duty: Duty, on: str, by: Actor) -> Duty:
    """Write the end of a duty."""
    duty.ended_on = on
    checked(duty, "plans.duty.fields").save(update_fields=["ended_on"])
    record("plans.duty.ended", duty, by=by)
    return duty


def hand_lead_on(activity: Activity, to: Organisation, by: Actor) -> None:
    """Make an organisation the lead that the plan names."""
    locked: Activity = Activity.objects.select_for_update().get(pk=activity.pk)
    locked.lead = to
    locked.save(update_fields=["lead"])
    record("plans.activity.edited", locked, by=by, detail={"fields": ["lead"]})


def follow_lead(activity: Activity, on: dt.date, by: Actor) -> None:
    """After the plan names another lead: end the dated duty of the one before, begin that of the new one."""
    leads = Duty.objects.filter(activity=activity, role=DutyRole.LEAD, ended_on="")
    if not leads.exists() or leads.filter(organisation=activity.lead).exists():
        return
    for earlier in leads:
        end(earlier, day_before(on.isoformat()), by)
    begun = Duty(
        organisation=activity.lead, matter=Matter.ACTIVITY, activity=activity, role=DutyRole.LEAD,
        began_on=on.isoformat(), is_illustrative=activity.is_illustrative,
    )  # fmt: skip
    checked(begun, "plans.duty.fields").save(force_insert=True)
    record("plans.duty.given", begun, by=by)


def day_before(text: str) -> str:
    """The day before a full date; of a month or year, itself: the change fell within it."""
    if len(text) < len("2026-05-06"):
        return text
    return (dt.date.fromisoformat(text) - dt.timedelta(days=1)).isoformat()
