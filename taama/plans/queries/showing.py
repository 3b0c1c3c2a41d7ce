"""The plan as a reader asks for it: which activities, gathered by what."""

import datetime as dt
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, fields
from typing import TypeVar

from taama.compact.models import Item
from taama.compact.queries import objectives
from taama.partners.models import Organisation
from taama.places.models import Area

from ..models import Activity, Edition
from ..rules import Standing, Status
from ..rules.standing import lies_in_year
from .standing import Line, lines_of, roles_in

T = TypeVar("T", Organisation, Area)

NOBODY = "-"  # of a funder: none is found yet
WHOLE = "-"  # of an area: the whole country


@dataclass(frozen=True)
class Wanted:
    """What a reader asked for; empty means all."""

    status: str = ""
    lead: str = ""
    objective: str = ""
    organisation: str = ""
    funder: str = ""
    year: str = ""
    area: str = ""
    standing: str = ""
    by: str = "objective"

    @property
    def is_all(self) -> bool:
        """Whether nothing is left out."""
        return not any(getattr(self, one.name) for one in fields(self) if one.name != "by")


@dataclass(frozen=True)
class Group:
    """An objective, organisation or funder with its activities; neither: what has none."""

    lines: list[Line]
    objective: Item | None = None
    organisation: Organisation | None = None

    @property
    def activities(self) -> list[Activity]:
        """Its activities."""
        return [line.activity for line in self.lines]


@dataclass(frozen=True)
class PlanPage:
    """All that the plan's pages show."""

    edition: Edition
    lines: list[Line]
    groups: list[Group]
    counts: list[tuple[Status, int]]
    standings: list[tuple[Standing, int]]
    leads: list[Organisation]
    organisations: list[Organisation]
    funders: list[Organisation]
    areas: list[Area]
    years: list[int]
    objectives: list[Item]
    wanted: Wanted
    total: int

    @property
    def shown(self) -> int:
        """How many activities answer what was asked."""
        return len(self.lines)

    @property
    def late(self) -> int:
        """How many of all are late."""
        return dict(self.standings).get(Standing.LATE, 0)


def plan_page(edition: Edition, wanted: Wanted, on: dt.date) -> PlanPage:
    """The activities of an edition that answer what was asked, and what there is to ask for."""
    everything = lines_of(edition, on)
    chosen = [one for one in everything if answers(one, wanted, on)]
    states = Counter(one.activity.status for one in everything)
    standings = Counter(one.standing for one in everything)
    every_objective = objectives()
    return PlanPage(
        edition=edition,
        lines=chosen,
        groups=gathered(chosen, wanted, every_objective),
        counts=[(status, states[status]) for status in Status if states[status]],
        standings=[(standing, standings[standing]) for standing in Standing if standings[standing]],
        leads=by_code(one.activity.lead for one in everything),
        organisations=by_code(organisations_in(everything)),
        funders=by_code(
            line.funder for one in everything for line in one.activity.budget_lines.all() if line.funder
        ),
        areas=by_code(area for one in everything for area in one.activity.areas.all()),
        years=years_of(everything),
        objectives=every_objective,
        wanted=wanted,
        total=len(everything),
    )


def organisations_in(lines: Iterable[Line]) -> Iterable[Organisation]:
    """Whoever has a part in any of these activities."""
    for one in lines:
        yield one.activity.lead
        yield from one.activity.participants.all()
        yield from (duty.organisation for duty in one.activity.duties.all())


def by_code(records: Iterable[T]) -> list[T]:
    """Each once, by code."""
    return sorted(set(records), key=lambda record: record.code)


def years_of(lines: Sequence[Line]) -> list[int]:
    """The years in which any activity runs."""
    known = [
        int(text[:4]) for one in lines for text in (one.activity.starts_on, one.activity.ends_on) if text
    ]
    return list(range(min(known), max(known) + 1)) if known else []


def answers(line: Line, wanted: Wanted, on: dt.date) -> bool:
    """Whether an activity is what the reader asked for."""
    one = line.activity
    return (
        wanted.status in ("", one.status)
        and wanted.standing in ("", line.standing)
        and wanted.lead in ("", one.lead.code)
        and (not wanted.objective or wanted.objective in line.objectives)
        and (not wanted.organisation or wanted.organisation in set().union(*roles_in(one, on).values()))
        and (not wanted.funder or wanted.funder in funder_codes(one))
        and (not wanted.area or wanted.area in area_codes(one))
        and (not wanted.year or lies_in_year(one.starts_on, one.ends_on, wanted.year))
    )


def funder_codes(activity: Activity) -> set[str]:
    """Codes of its funders; NOBODY where money is planned and nobody gives it."""
    return {line.funder.code if line.funder else NOBODY for line in activity.budget_lines.all()}


def area_codes(activity: Activity) -> set[str]:
    """Codes of its areas; WHOLE where it is for the whole country."""
    return {area.code for area in activity.areas.all()} or {WHOLE}


def gathered(lines: Sequence[Line], wanted: Wanted, every_objective: Sequence[Item]) -> list[Group]:
    """Under objectives, leads or funders; an activity stands under each it belongs to."""
    if wanted.by == "organisation":
        return under_organisations(lines, lambda one: [one.activity.lead])
    if wanted.by == "funder":
        return under_organisations(
            lines, lambda one: [line.funder for line in one.activity.budget_lines.all()]
        )
    by_objective: Mapping[str, list[Line]] = defaultdict(list)
    for one in lines:
        for code in one.objectives:
            by_objective[code].append(one)
    under = [item for item in every_objective if wanted.objective in ("", item.code)]
    return [Group(by_objective[item.code], objective=item) for item in under if by_objective[item.code]]


def under_organisations(
    lines: Sequence[Line], of: Callable[[Line], Iterable[Organisation | None]]
) -> list[Group]:
    """Activities under each organisation they have; what has none comes last."""
    found: dict[Organisation | None, list[Line]] = defaultdict(list)
    for one in lines:
        for organisation in dict.fromkeys(of(one)) or [None]:
            found[organisation].append(one)
    ordered = sorted(found, key=lambda one: (one is None, one.code if one else ""))
    return [Group(found[one], organisation=one) for one in ordered]
