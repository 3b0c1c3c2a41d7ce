"""The first page: the 23 objectives at a glance, the figures that matter, what changed, the review."""

import uuid
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from decimal import Decimal

from django.db.models import QuerySet

from taama.compact.models import Item
from taama.compact.queries import objectives
from taama.evidence.queries import conflicts
from taama.monitoring.models import Observation
from taama.monitoring.queries import oldest_first, standing_by_objective, whole_values
from taama.monitoring.rules import Progress, Standing
from taama.places.country import country
from taama.plans.models import Activity
from taama.reviews.models import Review

from .lately import Change, lately

FIGURES = 8


@dataclass(frozen=True)
class Tile:
    """An objective at a glance."""

    item: Item
    standing: Standing
    progress: Progress


@dataclass(frozen=True)
class Figure:
    """A value for the first page, with all that came before it."""

    value: Observation
    series: tuple[Decimal, ...]


@dataclass(frozen=True)
class Home:
    """All that the first page shows."""

    tiles: list[Tile]
    tally: list[tuple[Progress, int]]
    figures: list[Figure]
    changes: list[Change]
    reviews: list[Review]
    conflicts: int
    is_illustrative: bool


def home() -> Home:
    """The first page."""
    tiles = objective_tiles()
    counted = Counter(tile.progress for tile in tiles)
    return Home(
        tiles,
        [(progress, counted[progress]) for progress in Progress if counted[progress]],
        headline_figures(country().headline),
        lately(5),
        list(Review.objects.order_by("-as_of", "slug")),
        len(conflicts()),
        Activity.objects.current().filter(is_illustrative=True).exists(),
    )


def objective_tiles() -> list[Tile]:
    """Every objective with its progress, by the rule of monitoring."""
    standings = standing_by_objective()
    return [Tile(item, *standings[item.pk]) for item in objectives()]


def headline_figures(codes: Sequence[str]) -> list[Figure]:
    """The newest value of each of these indicators, in this order; where none of them has one, of any."""
    found = sourced_values()
    named = figures_of(found.filter(indicator__code__in=codes))
    if not named:
        return figures_of(found[: FIGURES * 20])[:FIGURES]
    return sorted(named, key=lambda figure: codes.index(figure.value.indicator.code))[:FIGURES]


def sourced_values() -> QuerySet[Observation]:
    """National values that a source states, newest first; illustrative ones never stand on the first page."""
    sources = ("indicator", "document", "organisation", "finding__passage__reading__document")
    found = whole_values().filter(is_illustrative=False).select_related(*sources)
    return found.defer("finding__passage__reading__text")


def figures_of(newest_first: Iterable[Observation]) -> list[Figure]:
    """One an indicator: its newest value, and all of them oldest first."""
    values: dict[uuid.UUID, list[Observation]] = defaultdict(list)
    for one in newest_first:
        values[one.indicator_id].append(one)
    return [Figure(own[0], tuple(one.number for one in oldest_first(own))) for own in values.values()]
