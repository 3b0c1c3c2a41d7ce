"""A country's plan files as cards: reading and checking, nothing written here."""

import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from django.utils.translation import gettext as _

from taama.compact.models import Item
from taama.compact.queries import items_by_code
from taama.evidence.models import Citation
from taama.partners.models import Organisation
from taama.partners.queries import organisations_by_code
from taama.places.models import Area, Country
from taama.places.queries import areas_by_code, countries_by_code
from taama.web.languages import texts_of
from taama.web.refusals import BadInput
from taama.web.tables import Row, read_rows

from ..cards import ActivityCard, MilestoneCard
from ..rules import Status, ends_before_it_starts

ACTIVITY_COLUMNS = (
    "code", "title_fr", "title_en", "description_fr", "description_en", "objectives", "actions", "axis", "lead",
    "participants", "areas", "starts_on", "ends_on", "status", "planned_amount", "currency", "illustrative",
    "citation",
)  # fmt: skip
PLAN_ENTRIES = ("code", "country", "framework", "axes", "boundary_edition", "title", "edition")
EDITION_ENTRIES = ("label", "valid_from")
MILESTONE_COLUMNS = ("activity", "code", "title_fr", "title_en", "due_on", "reached_on")


@dataclass(frozen=True)
class ActivityFile:
    """One line of activities.csv."""

    row: Row
    card: ActivityCard


@dataclass(frozen=True)
class MilestoneFile:
    """One line of milestones.csv."""

    row: Row
    activity: str
    card: MilestoneCard


@dataclass(frozen=True)
class PlanFiles:
    """A plan read whole and checked."""

    card: Mapping[str, Any]
    country: Country
    activities: tuple[ActivityFile, ...]
    milestones: tuple[MilestoneFile, ...]
    reader: "ActivityReader"

    @property
    def by_code(self) -> dict[str, ActivityFile]:
        """Its activities by code."""
        return {one.card.code: one for one in self.activities}


def read_plan(folder: Path) -> PlanFiles:
    """The plan of a folder; an unknown code stops with file, line and column."""
    card = read_card(folder / "plan.toml")
    countries = countries_by_code()
    if card["country"] not in countries:
        sentence = _("plan.toml — “%(code)s” is not a known country.")
        raise BadInput("plan.country", sentence % {"code": card["country"]})
    reader = ActivityReader(card)
    activities = tuple(
        ActivityFile(row, reader.card(row))
        for row in unique_rows(folder / "activities.csv", ACTIVITY_COLUMNS, ("code",))
    )
    known = {activity.card.code: activity for activity in activities}
    milestones = tuple(read_milestones(folder / "milestones.csv", known))
    return PlanFiles(card, countries[card["country"]], activities, milestones, reader)


def read_card(path: Path) -> Mapping[str, Any]:
    """The plan's and the edition's own card; what is missing is named."""
    try:
        card = tomllib.loads(path.read_text(encoding="utf-8"))
    except FileNotFoundError:
        raise BadInput("plan.missing", _("plan.toml — This file does not exist.")) from None
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise BadInput("plan.broken", f"plan.toml — {error}") from None
    missing = [key for key in PLAN_ENTRIES if key not in card]
    missing += [f"edition.{key}" for key in EDITION_ENTRIES if key not in card.get("edition", {})]
    if missing:
        sentence = _("plan.toml — These entries are missing: %(names)s.")
        raise BadInput("plan.entries", sentence % {"names": ", ".join(missing)})
    return card


def unique_rows(path: Path, columns: tuple[str, ...], key: tuple[str, ...]) -> Iterator[Row]:
    """The rows of a file; a code that stands twice is refused with its line."""
    seen: set[tuple[str, ...]] = set()
    for row in read_rows(path, columns):
        claim = tuple(row[column] for column in key)
        if claim in seen:
            raise row.bad(key[-1], _("“%(code)s” stands twice in this file.") % {"code": row[key[-1]]})
        seen.add(claim)
        yield row


class ActivityReader:
    """Turns rows into activity cards; holds what codes stand for."""

    def __init__(self, card: Mapping[str, Any]) -> None:
        self.items: Mapping[str, Item] = items_by_code(card["framework"])
        self.axes: Mapping[str, Item] = items_by_code(card["axes"])
        self.partners: Mapping[str, Organisation] = organisations_by_code()
        self.areas: Mapping[str, Area] = areas_by_code(card["boundary_edition"])
        self.citations: Mapping[str, Citation] = {one.code: one for one in Citation.objects.all()}
        self.country: str = card["country"]

    def card(self, row: Row) -> ActivityCard:
        """The card of a row."""
        amount = row.decimal("planned_amount")
        if (amount is None) != (not row["currency"]):
            raise row.bad("currency", _("An amount and its currency are given together."))
        return ActivityCard(
            code=row["code"],
            title=texts_of(row.cells, "title"),
            description=texts_of(row.cells, "description"),
            serves=self.serves(row),
            axis=row.known("axis", self.axes) if row["axis"] else None,
            lead=row.known("lead", self.partners),
            participants=row.known_list("participants", self.partners),
            areas=self.areas_of(row),
            starts_on=row.partial_date("starts_on"),
            ends_on=end_of(row),
            status=row.one_of("status", Status.values),
            planned_amount=amount,
            currency=row["currency"],
            citation=self.citation(row),
            is_illustrative=row.yes("illustrative"),
        )

    def serves(self, row: Row) -> list[Item]:
        """The objectives and actions of a row; there is at least one."""
        items = row.known_list("objectives", self.items) + row.known_list("actions", self.items)
        if not items:
            raise row.bad("objectives", _("An activity serves at least one objective or action."))
        return items

    def areas_of(self, row: Row) -> list[Area]:
        """The areas of a row; the country's own code means the whole of it, kept as no area."""
        if row.codes("areas") == [self.country]:
            return []
        return row.known_list("areas", self.areas)

    def citation(self, row: Row) -> Citation | None:
        """The citation of a public fact; what is not illustrative must have one."""
        if not row["citation"] and not row.yes("illustrative"):
            raise row.bad("citation", _("A public fact has its citation; what has none is illustrative."))
        return row.known("citation", self.citations) if row["citation"] else None


def end_of(row: Row) -> str:
    """The last day of a row; before the first it is refused."""
    ends_on = row.partial_date("ends_on")
    if ends_before_it_starts(row["starts_on"], ends_on):
        raise row.bad("ends_on", _("This ends before it starts."))
    return ends_on


def read_milestones(path: Path, activities: Mapping[str, ActivityFile]) -> Iterator[MilestoneFile]:
    """The milestones of a file; none without a day it is due."""
    for row in unique_rows(path, MILESTONE_COLUMNS, ("activity", "code")):
        row.known("activity", activities)
        if not row["due_on"]:
            raise row.bad("due_on", _("A milestone has a day it is due."))
        due_on, reached_on = row.partial_date("due_on"), row.partial_date("reached_on")
        card = MilestoneCard(row["code"], texts_of(row.cells, "title"), due_on, reached_on)
        yield MilestoneFile(row, row["activity"], card)
