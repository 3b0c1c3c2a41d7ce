"""The overview: each objective with what it has of each kind, thin ones first."""

import datetime as dt
import uuid
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass

from django.db.models import Max

from taama.compact.models import Item
from taama.compact.queries import objectives
from taama.evidence.models import Finding
from taama.monitoring.models import Indicator, Observation, last_day_text
from taama.monitoring.queries import standing_by_objective
from taama.monitoring.rules import Progress, Standing
from taama.places.country import country
from taama.plans.queries import current_edition, money_page
from taama.plans.rules.money import Total

from ..rules import is_fresh


@dataclass(frozen=True)
class OverviewRow:
    """One objective: how much of each kind it has; no money where nobody plans any."""

    item: Item
    standing: Standing
    progress: Progress
    fresh: int
    evidence: int
    planned: Total | None

    @property
    def gaps(self) -> int:
        """How many of the four kinds it has nothing of."""
        return [self.standing.activities, self.standing.indicators, self.fresh, self.evidence].count(0)

    @property
    def percent_fresh(self) -> int:
        """Indicators with fresh data in each hundred; none of none is none."""
        return 100 * self.fresh // self.standing.indicators if self.standing.indicators else 0


@dataclass(frozen=True)
class Overview:
    """All that the overview shows; `has_money` is whether any objective has a budget."""

    rows: list[OverviewRow]
    by: str
    is_reversed: bool
    has_money: bool
    is_illustrative: bool

    @property
    def thin(self) -> int:
        """How many objectives have nothing of some kind."""
        return sum(row.gaps > 0 for row in self.rows)


ORDERS: dict[str, Callable[[OverviewRow], tuple[int, ...]]] = {
    "thin": lambda row: (-row.gaps, row.percent_fresh, row.standing.activities + row.evidence),
    "number": lambda row: (),
    "progress": lambda row: (-list(Progress).index(row.progress),),
    "activities": lambda row: (row.standing.activities,),
    "indicators": lambda row: (row.standing.indicators,),
    "fresh": lambda row: (row.percent_fresh, row.fresh),
    "money": lambda row: (int(row.planned.value) if row.planned else 0,),
    "evidence": lambda row: (row.evidence,),
}


def overview(on: dt.date, sort: str = "") -> Overview:
    """The objectives in an order of ORDERS, turned round after a “-”; a fixed number of queries."""
    by = sort.removeprefix("-") if sort.removeprefix("-") in ORDERS else "thin"
    rows = overview_rows(on)
    rows.sort(key=ORDERS[by], reverse=sort.startswith("-"))
    money = [row.planned for row in rows if row.planned]
    return Overview(
        rows, by, sort.startswith("-"), bool(money), any(total.is_illustrative for total in money)
    )


def overview_rows(on: dt.date) -> list[OverviewRow]:
    """A row an objective, in the Compact's order."""
    standings, fresh, evidence, money = (
        standing_by_objective(), fresh_by_objective(on), evidence_by_objective(), planned_by_objective(),
    )  # fmt: skip
    return [
        OverviewRow(
            item, *standings[item.pk], fresh[item.pk], evidence[item.pk], money.get(item.pk)
        )
        for item in objectives()
    ]  # fmt: skip


def fresh_by_objective(on: dt.date) -> Counter[uuid.UUID]:
    """How many indicators of each objective have a value, of any place or part, that is fresh on a day."""
    newest = newest_times()
    frequencies = dict(Indicator.objects.values_list("pk", "frequency"))
    fresh = {pk for pk, end in newest.items() if is_fresh(end, frequencies[pk], on)}
    ties = Indicator.objectives.through.objects.values_list("item_id", "indicator_id")
    return Counter(item for item, indicator in ties if indicator in fresh)


def newest_times() -> dict[uuid.UUID, str]:
    """The last day each indicator has an effective value for."""
    ends = Observation.objects.effective().order_by().values("indicator_id")
    newest = ends.annotate(newest=Max(last_day_text("time_end"))).values_list("indicator_id", "newest")
    # Filled up as text, June ends on a 31st: its month alone says the same day.
    return {pk: end[:7] if end.endswith("-31") else end for pk, end in newest}


def evidence_by_objective() -> Counter[uuid.UUID]:
    """How many accepted findings speak to each objective."""
    accepted = Finding.objects.accepted().order_by().values("pk")
    ties = Finding.objectives.through.objects.filter(finding__in=accepted)
    return Counter(ties.values_list("item_id", flat=True))


def planned_by_objective() -> dict[uuid.UUID, Total]:
    """What is planned for each objective in the country's currency; a line counts under each it serves."""
    edition = current_edition()
    if edition is None:
        return {}
    page = money_page(edition, "objective", country().currency)
    return {row.key.pk: row.planned for row in page.rows if row.planned.count}
