"""What a sheet of activities says, row by row: what would be added, what changed, what cannot be understood."""

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from django.utils.text import slugify
from django.utils.translation import gettext as _

from taama.compact.models import Item
from taama.compact.queries import items_by_code
from taama.partners.models import Organisation, OrganisationName
from taama.places.country import country
from taama.places.queries import areas_by_code

from ..cards import ActivityCard
from ..models import Activity, Edition
from ..queries import with_everything
from ..rules import Status, ends_before_it_starts, may_move
from . import values
from .columns import folded, letters
from .opening import Cell, Sheet

NUMBER = re.compile(
    r"(?:objectifs?|objectives?|obj|os|n|gcm|pmm)?\W*(\d{1,2})(?:\W*\(?([a-l])\)?)?", re.IGNORECASE
)
PAIRED = ("planned_amount", "currency")


@dataclass(frozen=True)
class Fault:
    """What is wrong, and in which cell."""

    cell: str
    sentence: str


@dataclass(frozen=True)
class UnderstoodRow:
    """One row: the card it makes, the activity it is about, what it changes, what was noted, what is wrong."""

    line: int
    title: str
    card: ActivityCard | None
    activity: Activity | None
    changed: tuple[str, ...]
    notes: tuple[str, ...]
    faults: tuple[Fault, ...]

    @property
    def outcome(self) -> str:
        """added, changed, same or refused."""
        if self.faults or self.card is None:
            return "refused"
        if self.activity is None:
            return "added"
        return "changed" if self.changed else "same"


@dataclass
class Known:
    """What words in a workbook may stand for, by folded name."""

    items: Mapping[str, Item]
    axes: Mapping[str, Item]
    organisations: Mapping[str, Organisation]
    areas: Mapping[str, Any]
    activities: Mapping[str, Activity]


def known_in(edition: Edition) -> Known:
    """Everything a row may name."""
    axes = items_by_code(country().policy_framework)
    areas = areas_by_code(country().boundary_edition).values()
    activities = with_everything(Activity.objects.filter(edition=edition).order_by("code"))
    return Known(
        items=items_by_code("gcm"),
        axes={
            name: one
            for one in axes.values()
            for name in names_of(one.code, *one.title.values(), *one.short.values())
        },
        organisations=organisations_by_name(),
        areas={name: one for one in areas for name in names_of(one.code, one.name)},
        activities={one.code: one for one in activities},
    )


def names_of(*texts: str) -> set[str]:
    """Folded names, without empty ones."""
    return {folded(text) for text in texts} - {""}


def organisations_by_name() -> dict[str, Organisation]:
    """Organisations by code, acronym and every name they bear or bore; the code wins."""
    found: dict[str, Organisation] = {}
    for name in OrganisationName.objects.select_related("organisation"):
        for one in names_of(name.acronym, *name.name.values()):
            found[one] = name.organisation
    for organisation in Organisation.objects.all():
        for one in names_of(organisation.acronym, *organisation.name.values(), organisation.code):
            found[one] = organisation
    return found


def understood(sheet: Sheet, head: int, columns: Sequence[str], edition: Edition) -> list[UnderstoodRow]:
    """Every filled row under the heads; nothing is written."""
    known, seen = known_in(edition), dict[str, int]()
    found = []
    for number, cells in sheet.rows.items():
        if number <= head or all(values.is_blank(cell) for cell in cells):
            continue
        row = RowReader(number + 1, cells, columns, known).understood()
        code = row.card.code if row.card else ""
        if code and code in seen:
            sentence = _("This activity stands in row %(row)s already.") % {"row": seen[code]}
            row = replace(row, faults=(*row.faults, Fault(f"{letters(0)}{row.line}", sentence)))
        seen.setdefault(code, row.line)
        found.append(row)
    return found


class RowReader:
    """Reads one row against what is known."""

    def __init__(self, line: int, cells: Sequence[Cell], columns: Sequence[str], known: Known) -> None:
        self.line, self.known = line, known
        self.at = {field: place for place, field in enumerate(columns) if field and place < len(cells)}
        self.cells = {
            field: cells[place] for field, place in self.at.items() if not values.is_blank(cells[place])
        }
        self.given: dict[str, Any] = {}
        self.notes: list[str] = []
        self.faults: list[Fault] = []

    def understood(self) -> UnderstoodRow:
        """The row as a card, or what keeps it from being one."""
        for field in self.cells:
            self.read(field)
        title = self.given.get("title_fr") or self.given.get("title_en") or ""
        code = slugify(self.given.get("code", "") or title)[:30].strip("-")
        activity = self.known.activities.get(code)
        self.insist(activity, code)
        card = None if self.faults else self.card(code, activity)
        changed = () if card is None or activity is None else differing(card, activity)
        shown = title or code or _("(no title)")
        return UnderstoodRow(self.line, shown, card, activity, changed, tuple(self.notes), tuple(self.faults))

    def read(self, field: str) -> None:
        """One cell; what cannot be understood is a fault of it."""
        cell = self.cells[field]
        try:
            values.check_error(cell)
            told = READERS.get(field, text)(cell, self.known)
        except values.Unclear as error:
            self.fault(field, str(error))
            return
        self.given[field] = told.value
        if told.note:
            self.notes.append(f"{letters(self.at[field])}{self.line}: {told.note}")

    def fault(self, field: str, sentence: str) -> None:
        """Something is wrong in this field's cell."""
        place = letters(self.at[field]) if field in self.at else ""
        self.faults.append(Fault(f"{place}{self.line}", sentence))

    def insist(self, activity: Activity | None, code: str) -> None:
        """A new activity has a title, objectives and a lead; states and dates are in order."""
        given, before = self.given, activity
        if not code:
            self.fault("title_fr", _("A row needs a title or a code."))
        for field in () if before else ("serves", "lead"):
            if field not in given and field not in self.cells:
                self.fault(field, MISSING[field]())
        if (given.get("planned_amount") is None) != (not given.get("currency")) and not before:
            if given.get("planned_amount") is not None and "currency" not in self.at:
                given["currency"] = country().currency
                self.notes.append(_("amount taken to be in %(currency)s") % {"currency": given["currency"]})
            elif not self.faults:
                self.fault("currency", _("An amount and its currency are given together."))
        if ends_before_it_starts(
            given.get("starts_on", before.starts_on if before else ""),
            given.get("ends_on", before.ends_on if before else ""),
        ):
            self.fault("ends_on", _("This ends before it starts."))
        if before and "status" in given and not may_move(before.status, given["status"]):
            states = {"old": Status(before.status).label, "new": Status(given["status"]).label}
            self.fault("status", _("An activity that is “%(old)s” cannot become “%(new)s”.") % states)

    def card(self, code: str, activity: Activity | None) -> ActivityCard:
        """The card: what the activity is, with what the row says over it."""
        base = (
            card_of(activity)
            if activity
            else ActivityCard(code, {}, self.given["lead"], self.given["serves"])
        )
        own = {
            name: self.given[name]
            for name in (
                "lead", "serves", "axis", "participants", "areas", "starts_on", "ends_on", "status", *PAIRED,
            )
            if name in self.given
        }  # fmt: skip
        if own.get("planned_amount") is not None and not own.get("currency"):
            own["currency"] = base.currency or country().currency
        if own.get("currency") and own.get("planned_amount", base.planned_amount) is None:
            del own["currency"]
        return replace(
            base,
            title=self.texts("title", base.title),
            description=self.texts("description", base.description),
            **own,
        )

    def texts(self, name: str, before: Mapping[str, str]) -> dict[str, str]:
        """Texts by language, those of the row over those there are."""
        own = {code: self.given[f"{name}_{code}"] for code in ("fr", "en") if f"{name}_{code}" in self.given}
        return {**before, **own}


MISSING: dict[str, Callable[[], str]] = {
    "serves": lambda: _("An activity serves at least one objective or action."),
    "lead": lambda: _("A new activity needs a lead."),
}


def card_of(activity: Activity) -> ActivityCard:
    """What an activity is, as a card."""
    own = ("code", "lead", "axis", "starts_on", "ends_on", "status", "planned_amount", "currency", "citation")
    return ActivityCard(
        title=activity.title,
        description=activity.description,
        serves=list(activity.serves.all()),
        participants=list(activity.participants.all()),
        areas=list(activity.areas.all()),
        is_illustrative=activity.is_illustrative,
        **{name: getattr(activity, name) for name in own},
    )


def differing(card: ActivityCard, activity: Activity) -> tuple[str, ...]:
    """The fields in which a card differs from its activity."""
    before = card_of(activity)
    names = (
        "title", "description", "lead", "serves", "axis", "participants", "areas", "starts_on", "ends_on", "status",
        *PAIRED,
    )  # fmt: skip
    return tuple(
        name for name in names if comparable(getattr(card, name)) != comparable(getattr(before, name))
    )


def comparable(value: Any) -> Any:
    """Lists compare as sets: their order says nothing."""
    return {one.pk for one in value} if isinstance(value, list) else value


def text(cell: Cell, known: Known) -> values.Told:
    """Words as they are, on one line."""
    return values.Told(" ".join(cell.text.split()))


def objectives(cell: Cell, known: Known) -> values.Told:
    """« 8 », « Objectif 8 ; 21(a) »: objectives and actions by number."""
    found = []
    for one in values.listed(cell):
        match = NUMBER.fullmatch(one.strip())
        code = f"{int(match[1])}" + (f"({match[2].lower()})" if match[2] else "") if match else ""
        if code not in known.items:
            raise values.Unclear(_("“%(text)s” is no objective or action of the Compact.") % {"text": one})
        found.append(known.items[code])
    return values.Told(list(dict.fromkeys(found)))


def one_organisation(word: str, known: Known) -> Organisation:
    """An organisation by code, acronym or name."""
    if folded(word) not in known.organisations:
        raise values.Unclear(_("“%(text)s” is no organisation we know.") % {"text": word})
    return known.organisations[folded(word)]


def lead(cell: Cell, known: Known) -> values.Told:
    """Who leads: one organisation."""
    return values.Told(one_organisation(cell.text, known))


def participants(cell: Cell, known: Known) -> values.Told:
    """Who takes part: names may hold commas, so the whole cell is tried first."""
    words = [cell.text] if folded(cell.text) in known.organisations else values.listed(cell)
    return values.Told(list(dict.fromkeys(one_organisation(word, known) for word in words)))


def axis(cell: Cell, known: Known) -> values.Told:
    """An axis by code, number or title."""
    word = folded(cell.text)
    for name in (word, f"axis {word}", word.replace("axe", "axis")):
        if name in known.axes:
            return values.Told(known.axes[name])
    raise values.Unclear(_("“%(text)s” is no axis of the policy.") % {"text": cell.text})


def areas(cell: Cell, known: Known) -> values.Told:
    """Regions by name or code; the whole country is no area."""
    found = []
    for word in values.listed(cell):
        if folded(word) in WHOLE or word == country().iso3:
            return values.Told([])
        if folded(word) not in known.areas:
            raise values.Unclear(_("“%(text)s” is no region we know.") % {"text": word})
        found.append(known.areas[folded(word)])
    return values.Told(list(dict.fromkeys(found)))


WHOLE = {
    "tout le pays",
    "national",
    "territoire national",
    "mali entier",
    "the whole country",
    "whole country",
}


def currency(cell: Cell, known: Known) -> values.Told:
    """XOF, FCFA, EUR, €…"""
    code = {
        "fcfa": "XOF",
        "f cfa": "XOF",
        "cfa": "XOF",
        "euro": "EUR",
        "euros": "EUR",
        "": "EUR" if "€" in cell.text else "USD",
    }
    word = folded(cell.text)
    found = code.get(word, word.upper())
    if not re.fullmatch(r"[A-Z]{3}", found):
        raise values.Unclear(_("“%(text)s” is no currency: write XOF, EUR or USD.") % {"text": cell.text})
    return values.Told(found)


READERS: dict[str, Callable[[Cell, Known], values.Told]] = {
    "serves": objectives,
    "lead": lead,
    "participants": participants,
    "axis": axis,
    "areas": areas,
    "currency": currency,
    "starts_on": lambda cell, known: values.date(cell),
    "ends_on": lambda cell, known: values.date(cell),
    "status": lambda cell, known: values.state(cell),
    "planned_amount": lambda cell, known: values.amount(cell),
}
