"""Loading a plan from its files; what a person has changed since stays as the person left it."""

import datetime as dt
import uuid
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from django.core.exceptions import ValidationError
from django.utils import timezone

from taama.journal.actors import Actor
from taama.journal.changes import change, record
from taama.journal.keeping import Tally, keep, keep_ties
from taama.plans.cards import ActivityCard
from taama.plans.loading import (
    ActivityFile,
    KeptRow,
    Known,
    MilestoneFile,
    PlanFiles,
    read_further,
    read_plan,
)
from taama.plans.models import Activity, Edition, ExpectedResult, Milestone, Plan, Rate, StatusUpdate
from taama.plans.queries import touched_by_people
from taama.web.identity import derived_id
from taama.web.tables import Row


@change
def load_plan(*, folder: Path, by: Actor) -> Tally:
    """Add or mend the plan of `plan.toml`, `activities.csv` and `milestones.csv`."""
    files = read_plan(folder)
    further = read_further(folder, Known(files.by_code, files.reader))
    tally = Tally()
    if was_revised_since(files):
        return tally
    touched = touched_by_people()
    edition = keep_edition(files, tally)
    activities = {file.card.code: keep_activity(edition, file, touched, tally) for file in files.activities}
    for file in files.milestones:
        keep_milestone(activities[file.activity], file, touched, tally)
    for one in further:
        keep_further(edition, activities, one, touched, tally)
    if tally.anything:
        record("plans.plan.loaded", edition, by=by, detail=tally.as_detail())
    return tally


def keep_edition(files: PlanFiles, tally: Tally) -> Edition:
    """The plan and the edition on its card, which becomes the current one."""
    card = files.card
    plan_values = {"code": card["code"], "title": card["title"], "country": files.country}
    plan = keep(Plan, derived_id("plans.plan", card["code"]), plan_values, tally)
    given = card["edition"]
    pk = derived_id("plans.edition", plan.code, given["label"])
    for earlier in Edition.objects.filter(plan=plan, is_current=True).exclude(pk=pk):
        keep(Edition, earlier.pk, {"is_current": False}, tally)
    values = {
        "plan": plan,
        "label": given["label"],
        "number": number_of(plan, pk),
        "valid_from": given["valid_from"],
        "valid_to": given.get("valid_to", ""),
        "adopted_on": given.get("adopted_on", ""),
        "is_current": True,
        "is_illustrative": given.get("illustrative", False),
        "note": given.get("note", {}),
    }
    return keep(Edition, pk, values, tally)


def was_revised_since(files: PlanFiles) -> bool:
    """Whether people adopted a revision of the edition in the files: then theirs stays in force."""
    label, plan = files.card["edition"]["label"], files.card["code"]
    superseded = Edition.objects.filter(plan__code=plan, label=label, is_current=False, is_draft=False)
    return Edition.objects.filter(plan__code=plan, is_current=True, revises__in=superseded).exists()


def number_of(plan: Plan, pk: uuid.UUID) -> int:
    """The number an edition has, or the next one."""
    known = dict(Edition.objects.filter(plan=plan).values_list("pk", "number"))
    return known.get(pk) or max(known.values(), default=0) + 1


def keep_activity(
    edition: Edition, file: ActivityFile, touched: frozenset[uuid.UUID], tally: Tally
) -> Activity:
    """One activity with its ties."""
    pk = derived_id("plans.activity", edition.plan.code, edition.label, file.card.code)
    if pk in touched:
        tally.unchanged += 1
        found: Activity = Activity.objects.get(pk=pk)
        return found
    with named(file.row):
        activity = keep(Activity, pk, {"edition": edition, **values_of(file.card)}, tally)
    for name, others in ties_of(file.card).items():
        keep_ties(activity, name, others, tally)
    return activity


def values_of(card: ActivityCard) -> dict[str, Any]:
    """A card's own fields as the record names them."""
    names = (
        "code", "axis", "lead", "starts_on", "ends_on", "status", "planned_amount", "currency", "citation",
        "is_illustrative",
    )  # fmt: skip
    texts = {"title": dict(card.title), "description": dict(card.description)}
    return {**texts, **{name: getattr(card, name) for name in names}}


def ties_of(card: ActivityCard) -> Mapping[str, Any]:
    """What a card ties the activity to."""
    return {"serves": card.serves, "participants": card.participants, "areas": card.areas}


def keep_milestone(
    activity: Activity, file: MilestoneFile, touched: frozenset[uuid.UUID], tally: Tally
) -> None:
    """One milestone."""
    card = file.card
    pk = derived_id("plans.milestone", str(activity.pk), card.code)
    if pk in touched:
        tally.unchanged += 1
        return
    values = {"activity": activity, "code": card.code, "title": dict(card.title)}
    with named(file.row):
        keep(Milestone, pk, {**values, "due_on": card.due_on, "reached_on": card.reached_on}, tally)


def keep_further(
    edition: Edition,
    activities: Mapping[str, Activity],
    one: KeptRow,
    touched: frozenset[uuid.UUID],
    tally: Tally,
) -> None:
    """One line of the files beside the plan's own."""
    kind = one.model._meta.label_lower
    place = () if one.model is Rate else (edition.plan.code, edition.label)
    pk = derived_id(kind, *place, *one.key)
    if pk in touched:
        tally.unchanged += 1
        return
    values = {**one.values, **({"activity": activities[one.activity]} if one.activity else {})}
    if one.model is ExpectedResult:
        values["edition"] = edition
    if one.model is StatusUpdate:
        values["written_at"] = written_at(pk)
    with named(one.row):
        kept = keep(one.model, pk, values, tally)
    if one.ties is not None:
        keep_ties(kept, "activities", [activities[code] for code in one.ties], tally)


def written_at(pk: uuid.UUID) -> dt.datetime:
    """When an update from a file was first loaded."""
    known = StatusUpdate.objects.filter(pk=pk).values_list("written_at", flat=True).first()
    return known or timezone.now()


@contextmanager
def named(row: Row) -> Iterator[None]:
    """Give a record's complaint its file and line."""
    try:
        yield
    except ValidationError as error:
        raise row.bad("", " ".join(error.messages)) from error
