"""The first page: the 23 objectives at a glance, the latest figures, what changed, the review."""

from collections import Counter
from dataclasses import dataclass

from taama.compact.models import Item
from taama.compact.queries import objectives
from taama.evidence.queries import conflicts
from taama.monitoring.models import Observation
from taama.monitoring.queries import standing_by_objective
from taama.monitoring.rules import Progress, Standing
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
class Home:
    """All that the first page shows."""

    tiles: list[Tile]
    tally: list[tuple[Progress, int]]
    figures: list[Observation]
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
        latest_figures(FIGURES),
        lately(5),
        list(Review.objects.order_by("-as_of", "slug")),
        len(conflicts()),
        Activity.objects.current().filter(is_illustrative=True).exists(),
    )


def objective_tiles() -> list[Tile]:
    """Every objective with its progress, by the rule of monitoring."""
    standings = standing_by_objective()
    return [Tile(item, *standings[item.pk]) for item in objectives()]


def latest_figures(limit: int) -> list[Observation]:
    """The newest national values that a source states, one an indicator; illustrative ones never stand here."""
    newest: dict[object, Observation] = {}
    found = Observation.objects.effective().whole().filter(is_illustrative=False).newest_first()
    sources = ("indicator", "document", "organisation", "finding__passage__reading__document")
    for observation in found.select_related(*sources).defer("finding__passage__reading__text")[: limit * 20]:
        newest.setdefault(observation.indicator_id, observation)
    return list(newest.values())[:limit]
