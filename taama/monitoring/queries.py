"""Reading indicators: current values, series, breakdowns, targets, and where each objective stands."""

import uuid
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal

from django.db.models import QuerySet
from django.utils.translation import gettext as _

from taama.compact.models import Item
from taama.compact.queries import objectives
from taama.places.country import country
from taama.plans.queries import status_counts
from taama.plans.rules import Status
from taama.web.refusals import BadInput

from .models import Indicator, Observation, Target
from .rules import (
    NoSuchReference,
    ObservationStatus,
    Progress,
    ProgressRule,
    Reference,
    Standing,
    breakdown_of,
    breakdown_text,
    progress,
    reached,
    reference_of,
    share_of_way,
    target_met,
)


def indicators_by_code() -> dict[str, Indicator]:
    """All indicators by code."""
    return {one.code: one for one in Indicator.objects.all()}


def indicator(code: str) -> Indicator | None:
    """An indicator by its code, with the objectives and activities it is tied to."""
    found = Indicator.objects.select_related("sdg_target").prefetch_related("objectives", "activities")
    return found.filter(code=code).first()


def current_value(of: Indicator) -> Observation | None:
    """The newest effective value for the whole country; None where there is none, and zero is a value."""
    return whole_values().filter(indicator=of).first()


def whole_values() -> QuerySet[Observation]:
    """Effective values for the whole country and without breakdown, newest first."""
    found: QuerySet[Observation] = Observation.objects.effective().whole().newest_first()
    return found


def series(of: Indicator) -> list[Observation]:
    """The whole country's effective values, oldest first; parts are never among them, so nothing counts twice."""
    return oldest_first(whole_values().filter(indicator=of).with_source())  # type: ignore[attr-defined]


def oldest_first(newest_first: Iterable[Observation]) -> list[Observation]:
    """In order of time, one for each time."""
    by_time: dict[tuple[str, str], Observation] = {}
    for one in newest_first:
        by_time.setdefault((one.time_start, one.time_end), one)
    return list(reversed(by_time.values()))


def values_by_area(of: Indicator, edition: str) -> list[Observation]:
    """The newest effective value of each area of one boundary edition, by area code."""
    found = Observation.objects.effective().filter(indicator=of, area__edition__code=edition, breakdown={})
    newest: dict[uuid.UUID | None, Observation] = {}
    for one in found.newest_first().with_source():
        newest.setdefault(one.area_id, one)
    return sorted(newest.values(), key=lambda one: one.area.code if one.area else "")


def values_by_breakdown(of: Indicator) -> dict[str, list[Observation]]:
    """For each kind of breakdown (`sex`, `age`) the parts of the newest time that has any, whole country."""
    found = Observation.objects.effective().filter(indicator=of, area=None).exclude(breakdown={})
    kinds: dict[str, list[Observation]] = defaultdict(list)
    for one in found.newest_first().with_source():
        kinds["|".join(sorted(one.breakdown))].append(one)
    return {kind: newest_parts(kinds[kind]) for kind in sorted(kinds)}


def newest_parts(newest_first: Sequence[Observation]) -> list[Observation]:
    """Those of the first one's time, by breakdown."""
    time = newest_first[0].dated.start, newest_first[0].dated.end
    parts = [one for one in newest_first if (one.time_start, one.time_end) == time]
    return sorted(parts, key=lambda one: breakdown_text(one.breakdown))


@dataclass(frozen=True)
class IndicatorLine:
    """An indicator at a glance: newest value, all values oldest first, the last target, how far one has come.

    `reached` is what the target is measured against: by the indicator's rule the newest value or the sum of all.
    """

    indicator: Indicator
    current: Observation | None
    series: tuple[Decimal, ...]
    target: Target | None
    reached: Decimal | None

    @property
    def share(self) -> Decimal | None:
        """How much of the way from baseline to target is done; None where one of the three is missing."""
        if self.target is None or self.target.baseline is None or self.reached is None:
            return None
        return share_of_way(self.target.baseline.number, self.reached, self.target.value)

    @property
    def is_met(self) -> bool:
        """Whether the target is reached; never without a value."""
        return (
            self.target is not None
            and self.reached is not None
            and target_met(self.reached, self.target.value, self.indicator.direction)
        )


def indicator_lines(item: Item) -> list[IndicatorLine]:
    """The indicators tied to an objective, each at a glance; three queries."""
    return lines_of(Indicator.objects.filter(objectives=item))


def lines_of(indicators: QuerySet[Indicator]) -> list[IndicatorLine]:
    """These indicators at a glance, by code; a fixed number of queries."""
    wanted = list(indicators.order_by("code"))
    values: dict[uuid.UUID, list[Observation]] = defaultdict(list)
    hedged = whole_values().select_related("indicator", "finding")
    for one in hedged.filter(indicator__in=[one.pk for one in wanted]):
        values[one.indicator_id].append(one)
    targets = last_targets()
    return [line_of(one, values[one.pk], targets.get(one.pk)) for one in wanted]


def line_of(one: Indicator, newest_first: Sequence[Observation], target: Target | None) -> IndicatorLine:
    """One indicator at a glance."""
    ordered = oldest_first(newest_first)
    return IndicatorLine(
        one,
        ordered[-1] if ordered else None,
        tuple(value.number for value in ordered),
        target,
        reached([value.dated for value in ordered], one.rule, one.kind),
    )


def last_targets() -> dict[uuid.UUID, Target]:
    """The last target of each indicator for the whole country."""
    found = Target.objects.filter(area=None).select_related("baseline").order_by("due_on")
    return {target.indicator_id: target for target in found}


def standing_by_objective() -> dict[uuid.UUID, tuple[Standing, Progress]]:
    """What each objective of the Compact is judged from, and the judgement; six queries, however much there is."""
    counts = status_counts()
    lines: dict[uuid.UUID, list[IndicatorLine]] = defaultdict(list)
    by_indicator = {line.indicator.pk: line for line in lines_of(Indicator.objects.all())}
    for indicator_pk, item_pk in Indicator.objectives.through.objects.values_list("indicator_id", "item_id"):
        lines[item_pk].append(by_indicator[indicator_pk])
    standings = {one.pk: standing_of(counts.get(one.pk, {}), lines[one.pk]) for one in objectives()}
    rule = progress_rule()
    return {pk: (standing, progress(standing, rule)) for pk, standing in standings.items()}


def progress_rule() -> ProgressRule:
    """The rule as this country has set it."""
    return ProgressRule(**{name: Decimal(share) for name, share in country().progress.items()})


def standing_of(states: Mapping[str, int], lines: Sequence[IndicatorLine]) -> Standing:
    """What one objective is judged from."""
    return Standing(
        activities=sum(states.values()),
        completed=states.get(Status.COMPLETED, 0),
        ongoing=states.get(Status.ONGOING, 0),
        halted=states.get(Status.SUSPENDED, 0) + states.get(Status.CANCELLED, 0),
        indicators=len(lines),
        indicators_with_data=sum(line.current is not None for line in lines),
        targets_met=sum(line.is_met for line in lines),
        targets=sum(line.target is not None for line in lines),
    )


def observation_for(reference: str, *, edition: str) -> Observation | None:
    """The newest effective observation a text refers to; areas are of the given boundary edition.

    None where the indicator or a value for that time and part does not exist; BadInput where it is no reference.
    """
    try:
        wanted = reference_of(reference)
    except NoSuchReference:
        sentence = _(
            "“%(text)s” refers to no observation. Write indicator@2022#ML07 or indicator[sex=female]."
        )
        raise BadInput("monitoring.reference", sentence % {"text": reference}) from None
    found = Observation.objects.effective().filter(
        indicator__code=wanted.indicator,
        time_end__startswith=wanted.time,
        breakdown=breakdown_of(wanted.breakdown),
        **place_of(wanted, edition),
    )
    return found.newest_first().with_source().first()


def place_of(wanted: Reference, edition: str) -> dict[str, object]:
    """The place a reference asks for, as the records name it."""
    if wanted.area:
        return {"area__code": wanted.area, "area__edition__code": edition}
    return {"area": None}


def observations_waiting() -> QuerySet[Observation]:
    """Values that wait for a validator, the longest waiting first."""
    found: QuerySet[Observation] = Observation.objects.filter(
        status=ObservationStatus.SUBMITTED
    ).with_source()
    return found.select_related("supersedes", "recorded_by").order_by("recorded_at", "pk")


def history_of(of: Indicator) -> list[Observation]:
    """Every validated observation for the whole country, superseded ones too: newest time first, newest word first."""
    found = Observation.objects.whole().filter(indicator=of, status=ObservationStatus.VALIDATED)
    return list(found.newest_first().with_source().prefetch_related("corrections"))


@dataclass(frozen=True)
class Group:
    """An objective with its indicators at a glance; no objective for those that serve none."""

    objective: Item | None
    lines: list[IndicatorLine]


def indicators_by_objective() -> list[Group]:
    """Every indicator at a glance under each objective it serves; a fixed number of queries."""
    by_pk = {line.indicator.pk: line for line in lines_of(Indicator.objects.all())}
    ties = Indicator.objectives.through.objects.values_list("item_id", "indicator_id")
    under: dict[uuid.UUID, list[IndicatorLine]] = defaultdict(list)
    for item_pk, indicator_pk in ties.order_by("indicator__code"):
        under[item_pk].append(by_pk[indicator_pk])
    tied = {line.indicator.pk for lines in under.values() for line in lines}
    groups = [Group(item, under[item.pk]) for item in objectives() if under[item.pk]]
    alone = [line for pk, line in by_pk.items() if pk not in tied]
    return [*groups, Group(None, alone)] if alone else groups


@dataclass(frozen=True)
class IndicatorPage:
    """All that an indicator's page shows."""

    line: IndicatorLine
    values: list[Observation]
    history: list[Observation]
    areas: list[Observation]
    parts: dict[str, list[Observation]]
    targets: list[Target]

    @property
    def is_illustrative(self) -> bool:
        """Whether any value that weighs in what is reached is made up."""
        return any(one.is_illustrative for one in self.values)


def indicator_page(of: Indicator, edition: str) -> IndicatorPage:
    """An indicator with its values, parts, targets and the history of corrections."""
    values = series(of)
    targets = list(of.targets.select_related("baseline", "area").order_by("due_on"))
    whole = [target for target in targets if target.area_id is None]
    return IndicatorPage(
        line_of(of, list(reversed(values)), whole[-1] if whole else None),
        values,
        history_of(of),
        values_by_area(of, edition),
        values_by_breakdown(of),
        targets,
    )
