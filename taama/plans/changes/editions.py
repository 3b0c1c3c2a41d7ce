"""Revising a plan: a draft edition is copied from the one in force, worked on, adopted; both stay."""

import uuid
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from django.db.models import Model
from django.utils.translation import gettext as _

from taama.journal.actors import Actor
from taama.journal.changes import change, record
from taama.plans.cards import EditionCard
from taama.plans.models import Activity, BudgetLine, Duty, Edition, ExpectedResult, Milestone, Plan, Risk
from taama.web.refusals import NotAllowedNow

from .checking import checked

PARTS: tuple[type[Model], ...] = (Milestone, Duty, BudgetLine, Risk)
TIES = ("serves", "participants", "areas")


@change
def revise_edition(*, edition: Edition, card: EditionCard, by: Actor) -> Edition:
    """A draft edition with copies of everything in the one in force; one draft at a time."""
    plan = Plan.objects.select_for_update().get(pk=edition.plan_id)
    if Edition.objects.filter(plan=plan, is_draft=True).exists():
        raise NotAllowedNow("plans.edition.draft_exists", _("A revision is under way already."))
    if Edition.objects.filter(plan=plan, label=card.label).exists():
        sentence = _("An edition is called “%(label)s” already.") % {"label": card.label}
        raise NotAllowedNow("plans.edition.exists", sentence)
    newest = Edition.objects.filter(plan=plan).order_by("-number").values_list("number", flat=True)[0]
    draft = Edition(
        plan=plan, label=card.label, number=newest + 1, revises=edition, is_draft=True, is_current=False,
        valid_from=card.valid_from, valid_to=card.valid_to, note=dict(card.note),
        is_illustrative=edition.is_illustrative,
    )  # fmt: skip
    checked(draft, "plans.edition.fields").save(force_insert=True)
    copies = copy_activities(edition, draft)
    copy_results(edition, draft, copies)
    record("plans.edition.revised", draft, by=by, detail={"activities": len(copies)})
    return draft


def copy_activities(edition: Edition, draft: Edition) -> dict[uuid.UUID, Activity]:
    """Copies of all activities by the id of the one copied, with what belongs to each."""
    originals = list(Activity.objects.filter(edition=edition).prefetch_related(*TIES))
    copies = {one.pk: copied(one, edition=draft) for one in originals}
    Activity.objects.bulk_create(copies.values())
    for one in originals:
        for name in TIES:
            getattr(copies[one.pk], name).set(getattr(one, name).all())
    for part in PARTS:
        parts: Iterable[Any] = part._default_manager.filter(activity__edition=edition)
        part._default_manager.bulk_create(copied(one, activity=copies[one.activity_id]) for one in parts)
    return copies


def copy_results(edition: Edition, draft: Edition, copies: Mapping[uuid.UUID, Activity]) -> None:
    """Copies of all expected results, tied to the copied activities."""
    for one in ExpectedResult.objects.filter(edition=edition).prefetch_related("activities"):
        copy = copied(one, edition=draft)
        copy.save(force_insert=True)
        copy.activities.set([copies[activity.pk] for activity in one.activities.all()])


def copied(one: Any, **otherwise: Any) -> Any:
    """A record like this one, with an id of its own."""
    values = {
        field.attname: getattr(one, field.attname)
        for field in one._meta.concrete_fields
        if not field.primary_key
    }
    values = {name: value for name, value in values.items() if name.removesuffix("_id") not in otherwise}
    return type(one)(**values, **otherwise)


@change
def drop_activity(*, activity: Activity, by: Actor) -> None:
    """Take an activity out of a draft edition; the edition in force keeps it."""
    if not activity.edition.is_draft:
        sentence = _("Only a draft edition loses an activity. Cancel it instead, or revise the plan.")
        raise NotAllowedNow("plans.activity.not_a_draft", sentence)
    record("plans.activity.dropped", activity, by=by)
    activity.delete()


@change
def discard_edition(*, edition: Edition, by: Actor) -> None:
    """Give up a draft edition; what was adopted is never discarded."""
    if not edition.is_draft:
        raise NotAllowedNow("plans.edition.not_a_draft", _("Only a draft edition can be given up."))
    record("plans.edition.discarded", edition, by=by)
    ExpectedResult.objects.filter(edition=edition).delete()
    Activity.objects.filter(edition=edition).delete()
    edition.delete()


@change
def adopt_edition(*, edition: Edition, on: str, by: Actor) -> Edition:
    """Put a draft edition in force. What others point at stays in force: the records of the edition before
    take on what the draft says, and the draft's take on what stood before."""
    draft: Edition = Edition.objects.select_for_update().get(pk=edition.pk)
    if not draft.is_draft or draft.revises is None:
        raise NotAllowedNow("plans.edition.not_a_draft", _("Only a draft edition can be adopted."))
    before = draft.revises
    if not before.is_current:
        sentence = _("Another edition came into force since this revision began.")
        raise NotAllowedNow("plans.edition.overtaken", sentence)
    trade_places(before, draft)
    before.is_current = False
    before.save(update_fields=["is_current"])
    draft.is_draft, draft.is_current, draft.adopted_on = False, True, on
    checked(draft, "plans.edition.fields").save(update_fields=["is_draft", "is_current", "adopted_on"])
    record("plans.edition.adopted", draft, by=by, detail={"before": before.label})
    return draft


def trade_places(before: Edition, after: Edition) -> None:
    """Let activities that stand in both editions trade all they say, so that each record keeps its id and ties."""
    old = {one.code: one for one in Activity.objects.filter(edition=before)}
    new = {one.code: one for one in Activity.objects.filter(edition=after)}
    pairs = [(old[code], new[code]) for code in sorted(old.keys() & new.keys())]
    if not pairs:
        return
    aside = copied(pairs[0][0], edition=after, code="~")
    aside.save(force_insert=True)
    for one, other in pairs:
        trade_ties(one, other)
        trade_values(one, other)
        for part in PARTS:
            trade_parts(part, one, other, aside)
    trade_results(pairs)
    aside.delete()


def trade_values(old: Activity, new: Activity) -> None:
    """Give each the fields of the other, its edition among them."""
    for name in [field.attname for field in Activity._meta.concrete_fields if not field.primary_key]:
        one, other = getattr(old, name), getattr(new, name)
        setattr(old, name, other)
        setattr(new, name, one)
    code, old.code = old.code, "~~"
    old.save()
    new.save()
    old.code = code
    old.save(update_fields=["code"])


def trade_ties(old: Activity, new: Activity) -> None:
    """Give each what the other serves, who takes part in it, and where it lies."""
    for name in TIES:
        mine, theirs = list(getattr(old, name).all()), list(getattr(new, name).all())
        getattr(old, name).set(theirs)
        getattr(new, name).set(mine)


def trade_parts(part: type[Model], old: Activity, new: Activity, aside: Activity) -> None:
    """Let what belongs to one belong to the other, by way of a third that holds it meanwhile."""
    for source, target in ((old, aside), (new, old), (aside, new)):
        part._default_manager.filter(activity=source).update(activity=target)


def trade_results(pairs: Sequence[tuple[Activity, Activity]]) -> None:
    """Results keep to the activities of their own edition."""
    ties = ExpectedResult.activities.through._default_manager
    other = {one.pk: another.pk for pair in pairs for one, another in (pair, pair[::-1])}
    for tie in list(ties.filter(activity__in=other)):
        ties.filter(pk=tie.pk).update(activity=other[tie.activity_id])
