"""Regions: what is known of each, what is not, and where it lies."""

import datetime as dt
import uuid
from collections import Counter
from dataclasses import dataclass

from django.db.models import QuerySet

from taama.monitoring.models import Indicator, Observation
from taama.monitoring.rules import Answer
from taama.places.models import Area, BoundaryEdition, Crosswalk
from taama.places.queries import areas_on_tiles, later_areas
from taama.rounds.models import Request
from taama.rounds.rules import RoundStatus


@dataclass(frozen=True)
class RegionLine:
    """An indicator in a region: the answer that stands; without one, whether it is still to come."""

    indicator: Indicator
    newest: Observation | None
    is_to_come: bool = False

    @property
    def has_value(self) -> bool:
        """Whether there is a number, zero among them."""
        return self.newest is not None and self.newest.answer == Answer.VALUE


@dataclass(frozen=True)
class RegionPage:
    """All that the page of a region shows."""

    area: Area
    lines: list[RegionLine]
    areas: list[Area]
    later: list[Crosswalk]

    @property
    def covered(self) -> int:
        """How many indicators have a value here."""
        return sum(line.has_value for line in self.lines)

    @property
    def is_illustrative(self) -> bool:
        """Whether any answer here is made up."""
        return any(line.newest.is_illustrative for line in self.lines if line.newest)


@dataclass(frozen=True)
class RegionsPage:
    """The regions of an edition, each with how many indicators have a value there, of how many."""

    edition: BoundaryEdition | None
    regions: list[tuple[Area, int]]
    indicators: int


def whole_answers_in(edition: str, level: int) -> QuerySet[Observation]:
    """Answers that stand for areas of a level, neither parts nor shares."""
    found: QuerySet[Observation] = Observation.objects.standing().filter(
        area__edition__code=edition, area__level=level, breakdown={}, contributor=None
    )
    return found


def region_page(area: Area, now: dt.datetime) -> RegionPage:
    """A region with every indicator that is answered for, or asked of, areas of its kind."""
    newest = newest_in(area)
    asked = asked_in(area, now)
    wanted = {*whole_answers_in(area.edition.code, area.level).values_list("indicator_id", flat=True), *asked}
    indicators = Indicator.objects.filter(pk__in=wanted).order_by("code")
    lines = [RegionLine(one, newest.get(one.pk), one.pk in asked) for one in indicators]
    return RegionPage(
        area,
        sorted(lines, key=lambda line: line.newest is None),
        areas_on_tiles(area.edition.code),
        later_areas(area),
    )


def newest_in(area: Area) -> dict[uuid.UUID, Observation]:
    """The newest answer of each indicator for an area."""
    found = whole_answers_in(area.edition.code, area.level).filter(area=area)
    newest: dict[uuid.UUID, Observation] = {}
    for one in found.newest_first().with_source():  # type: ignore[attr-defined]
        newest.setdefault(one.indicator_id, one)
    return newest


def asked_in(area: Area, now: dt.datetime) -> set[uuid.UUID]:
    """Indicators asked for here in an open round whose deadline has not passed."""
    asked = Request.objects.filter(
        areas=area, is_dropped=False, round__status=RoundStatus.OPEN, round__deadline__gt=now
    )
    return set(asked.exclude(indicator=None).values_list("indicator_id", flat=True))


def regions_page(edition: str) -> RegionsPage:
    """The regions with what is covered, the best covered first."""
    pairs = set(
        whole_answers_in(edition, 1).filter(answer=Answer.VALUE).values_list("area_id", "indicator_id")
    )
    covered = Counter(area for area, _indicator in pairs)
    areas = Area.objects.in_edition(edition, level=1).select_related("edition")
    regions = sorted(((one, covered[one.pk]) for one in areas), key=lambda pair: (-pair[1], pair[0].name))
    found = BoundaryEdition.objects.filter(code=edition).first()
    return RegionsPage(found, regions, len({indicator for _area, indicator in pairs}))
