"""Loading indicators, observations and targets; a value that differs is a new observation that supersedes."""

import datetime as dt
import uuid
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from django.core.exceptions import ValidationError
from django.utils import timezone
from django.utils.translation import gettext as _

from taama.accounts.models import User
from taama.journal.actors import Actor
from taama.journal.changes import change, record
from taama.journal.keeping import Tally, keep, keep_ties
from taama.monitoring.cards import ObservationCard
from taama.monitoring.loading import (
    INDICATOR_COLUMNS,
    TARGET_COLUMNS,
    IndicatorReader,
    PlaceReader,
    read_observations,
    unique_rows,
)  # fmt: skip
from taama.monitoring.models import Indicator, Observation, Target
from taama.monitoring.queries import indicators_by_code
from taama.monitoring.rules import ObservationStatus, breakdown_text
from taama.places.models import Area
from taama.web.identity import derived_id
from taama.web.languages import texts_of
from taama.web.tables import Row

RELATIONS = frozenset(
    {
        "indicator",
        "country",
        "area",
        "finding",
        "document",
        "organisation",
        "contributor",
        "supersedes",
        "recorded_by",
        "validated_by",
    }
)
MENDED = ("finding", "document", "note", "is_illustrative")


@change
def load_indicators(*, folder: Path, by: Actor) -> Tally:
    """Add or mend the indicators of `indicators.csv`."""
    tally = Tally()
    reader = IndicatorReader()
    kept = None
    for row in unique_rows(folder / "indicators.csv", INDICATOR_COLUMNS, ("code",)):
        kept = keep_indicator(row, reader, tally)
    if kept and tally.anything:
        record("monitoring.indicators.loaded", kept, by=by, detail=tally.as_detail())
    return tally


def keep_indicator(row: Row, reader: IndicatorReader, tally: Tally) -> Indicator:
    """One indicator with its ties."""
    texts = {name: texts_of(row.cells, name) for name in ("title", "definition", "source")}
    ties = reader.ties(row)
    with named(row):
        pk = derived_id("monitoring.indicator", row["code"])
        indicator = keep(Indicator, pk, {**texts, **reader.values(row)}, tally)
    for name, others in ties.items():
        keep_ties(indicator, name, others, tally)
    return indicator


@change
def load_observations(*, folder: Path, by: Actor, validated_by: User) -> Tally:
    """Add the observations of `observations.csv`; those marked validated are, by `validated_by`."""
    tally = Tally()
    cards = read_observations(folder / "observations.csv")
    load = Load(timezone.now(), validated_by, standing_by_subject())
    added = list(new_ones(cards, load, tally))
    if added:
        Observation.objects.bulk_create(added, batch_size=200)
    if tally.anything:
        subject = added[-1] if added else Observation.objects.get(pk=observation_id(cards[-1][1]))
        record("monitoring.observations.loaded", subject, by=by, detail=tally.as_detail())
    return tally


@dataclass(frozen=True)
class Load:
    """One run of a file: when, on whose validation, and what stood before."""

    at: dt.datetime
    validated_by: User
    standing: Mapping[tuple[str, ...], Observation]

    def judged(self, status: str) -> dict[str, object]:
        """The fields that say whether, when and by whom a value was validated."""
        if status != ObservationStatus.VALIDATED:
            return {"status": status}
        return {"status": status, "validated_at": self.at, "validated_by": self.validated_by}


def new_ones(cards: Iterable[tuple[Row, ObservationCard]], load: Load, tally: Tally) -> Iterator[Observation]:
    """Observations not there yet; those there are left alone but for their source and note."""
    known = Observation.objects.in_bulk([observation_id(card) for _row, card in cards])
    for row, card in cards:
        pk = observation_id(card)
        if pk in known:
            mend(known[pk], card, load, tally)
            continue
        tally.added += 1
        yield built(row, card, pk, load)


def built(row: Row, card: ObservationCard, pk: uuid.UUID, load: Load) -> Observation:
    """A new observation, checked; it supersedes what stood there, if anything did."""
    observation = Observation(
        pk=pk,
        **values_of(card),
        recorded_at=load.at,
        supersedes=load.standing.get(card.about),
        **load.judged(card.status),
    )
    with named(row):
        observation.clean_fields(exclude=RELATIONS)
    return observation


def values_of(card: ObservationCard) -> dict[str, object]:
    """A card's fields as the record names them, without its status."""
    names = (
        "indicator", "answer", "value", "country", "area", "time_start", "time_end", "contributor", "deduplicated",
    )  # fmt: skip
    own = {name: getattr(card, name) for name in names}
    return {**own, **vars(card.source), "breakdown": dict(card.breakdown)}


def mend(found: Observation, card: ObservationCard, load: Load, tally: Tally) -> None:
    """Bring source and note in line with the file; validate what the file now calls validated, never the reverse."""
    values: dict[str, object] = {name: getattr(card.source, name) for name in MENDED}
    if found.status == ObservationStatus.SUBMITTED:
        values |= load.judged(card.status)
    keep(Observation, found.pk, values, tally) if differs(found, values) else count_unchanged(tally)


def differs(found: Observation, values: Mapping[str, object]) -> bool:
    """Whether any of these fields is another."""
    ids = {"finding": "finding_id", "document": "document_id", "validated_by": "validated_by_id"}
    return any(
        getattr(found, ids.get(name, name)) != (getattr(value, "pk", None) if name in ids else value)
        for name, value in values.items()
    )


def count_unchanged(tally: Tally) -> None:
    """One more that was left alone."""
    tally.unchanged += 1


def standing_by_subject() -> dict[tuple[str, ...], Observation]:
    """What stands for each thing: what a new value of that thing supersedes."""
    standing = Observation.objects.standing().select_related(
        "indicator", "country", "area__edition", "contributor"
    )
    return {subject_of(one): one for one in standing}


def subject_of(one: Observation) -> tuple[str, ...]:
    """What an observation is about, as its card says it."""
    place = str(one.area) if one.area else one.country.iso3
    whose = (one.contributor.code,) if one.contributor else ()
    return (one.indicator.code, place, one.time_start, one.time_end, breakdown_text(one.breakdown), *whose)


def observation_id(card: ObservationCard) -> uuid.UUID:
    """The id of what a card claims: another value is another observation."""
    return derived_id(
        "monitoring.observation",
        *card.about,
        card.answer if card.value is None else f"{card.value.normalize():f}",
    )


@change
def load_targets(*, folder: Path, by: Actor) -> Tally:
    """Add or mend the targets of `targets.csv`."""
    tally = Tally()
    known = indicators_by_code()
    kept = None
    claim = ("indicator", "area_edition", "area_code", "due_on")
    places = PlaceReader()
    for row in unique_rows(folder / "targets.csv", TARGET_COLUMNS, claim):
        kept = keep_target(row, row.known("indicator", known), places.area(row), tally)
    if kept and tally.anything:
        record("monitoring.targets.loaded", kept, by=by, detail=tally.as_detail())
    return tally


def keep_target(row: Row, indicator: Indicator, area: Area | None, tally: Tally) -> Target:
    """One target with the observation it is measured from."""
    for column in ("value", "due_on"):
        if not row[column]:
            raise row.bad(column, _("A target has a value and a day."))
    values = {
        "indicator": indicator,
        "area": area,
        "baseline": baseline_of(row, indicator, area),
        "value": row.decimal("value"),
        "due_on": row.partial_date("due_on"),
        "is_illustrative": row.yes("illustrative"),
        "source": row["source"],
        "translations": texts_of(row.cells, "source"),
    }
    with named(row):
        where = (str(area),) if area else ()
        pk = derived_id("monitoring.target", indicator.code, row["due_on"], *where)
        return keep(Target, pk, values, tally)


def baseline_of(row: Row, indicator: Indicator, area: Area | None) -> Observation | None:
    """The place's value that ends at the baseline's date; none where the row names none."""
    if not row["baseline_as_of"]:
        return None
    values = Observation.objects.effective().filter(
        indicator=indicator, area=area, breakdown={}, contributor=None
    )
    by_end: dict[str, Observation] = {one.time_end: one for one in values.order_by("-time_start")}
    return row.known("baseline_as_of", by_end)


@contextmanager
def named(row: Row) -> Iterator[None]:
    """Give a record's complaint its file and line."""
    try:
        yield
    except ValidationError as error:
        raise row.bad("", " ".join(error.messages)) from error
