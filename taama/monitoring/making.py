"""How a figure is made of what was recorded: inputs fetched, chosen, combined; as known now or on a given day."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from django.db.models import QuerySet

from taama.places.models import Area, Crosswalk
from taama.places.rules import CrosswalkKind
from taama.web.partial_dates import first_day, last_day

from .models import Indicator, Method, Observation
from .rollup import WHOLE_COUNTRY, Cell, Input, LeftOut, Made, Shared, Tree, Why, made
from .rules import Combine

COUNTED = frozenset({"persons", "households", "movements", "areas", "count", "xof", "usd", "eur"})
Subject = tuple[str, str, str, tuple[tuple[str, str], ...], str]


@dataclass(frozen=True)
class Figure:
    """A figure with the observations behind it, by the key of their input."""

    indicator: Indicator
    cell: Cell
    made: Made
    observations: Mapping[str, Observation]

    @property
    def used(self) -> list[Observation]:
        """The observations that are in the figure."""
        return [self.observations[one.key] for one in self.made.used]

    @property
    def left_out(self) -> list[tuple[Observation, LeftOut]]:
        """Those that are not, each with why; what lies in another place or time is not named."""
        return [
            (self.observations[one.input.key], one) for one in self.made.left_out if one.why != Why.ELSEWHERE
        ]


def figure_made(of: Indicator, cell: Cell, *, edition: str, known_at: dt.datetime | None = None) -> Figure:
    """The figure of a cell by the indicator's rule; areas are of the boundary edition, `known_at` looks back."""
    observations = {str(one.pk): one for one in answers(of, known_at)}
    boundaries = Boundaries(edition)
    bases = bases_of(of, boundaries, known_at)
    inputs = [with_base(input_of(one, boundaries), bases) for one in observations.values()]
    usable, refused = parted(inputs, of, cell, list(of.methods.all()))
    figure = made(
        usable, cell, rule=Combine(of.rule), kind=of.kind, tree=boundaries.tree,
        expected=boundaries.expected(usable, cell), shared=shared_people(of, boundaries),
    )  # fmt: skip
    return Figure(of, cell, replace(figure, left_out=(*refused, *figure.left_out)), observations)


def answers(of: Indicator, known_at: dt.datetime | None) -> QuerySet[Observation]:
    """The answers that stand, or stood at a moment."""
    found = Observation.objects.filter(indicator=of).with_source()
    chosen: QuerySet[Observation] = found.standing() if known_at is None else found.as_known(known_at)
    return chosen.order_by("time_end", "pk")


class Boundaries:
    """The areas of one edition, and what the others' codes mean in it."""

    def __init__(self, edition: str) -> None:
        areas = list(Area.objects.in_edition(edition).select_related("parent"))
        self.edition = edition
        self.level = {area.code: area.level for area in areas}
        # The country's own area stands for the country, which has no code in a cell.
        self.whole = {area.code for area in areas if area.level == 0}
        self.tree = Tree({area.code: self.parent(area) for area in areas if area.level})
        exact = Crosswalk.objects.filter(to_area__edition__code=edition, kind=CrosswalkKind.EXACT)
        self.same = dict(exact.values_list("from_area_id", "to_area__code"))

    def parent(self, area: Area) -> str:
        """The code of the area it lies in; the country's own is the country."""
        return area.parent.code if area.parent and area.parent.level else WHOLE_COUNTRY

    def place(self, area: Area | None) -> str | None:
        """The area's code in this edition; None where nobody knows what ground it is here."""
        if area is None:
            return WHOLE_COUNTRY
        code = area.code if area.edition.code == self.edition else self.same.get(area.pk)
        return WHOLE_COUNTRY if code in self.whole else code

    def expected(self, inputs: Iterable[Input], cell: Cell) -> list[str]:
        """The places that owe an answer: those of the first level below the cell's that anybody answered for."""
        levels = {self.level[one.place] for one in inputs if one.place in self.level}
        own = self.level.get(cell.place, 0)
        below = min((level for level in levels if level > own), default=None)
        if below is None:
            return [cell.place]
        return [
            code for code, level in self.level.items() if level == below and self.tree.holds(cell.place, code)
        ]


def input_of(one: Observation, boundaries: Boundaries) -> Input:
    """An observation as an input; an area unknown here keeps its code with its edition, which no cell holds."""
    place = boundaries.place(one.area)
    return Input(
        key=str(one.pk),
        place=str(one.area) if place is None else place,
        start=one.time_start,
        end=one.time_end,
        value=one.value,
        part=tuple(sorted(one.breakdown.items())),
        contributor=one.contributor.code if one.contributor else "",
        answer=one.answer,
    )


def shared_people(of: Indicator, boundaries: Boundaries) -> list[Shared]:
    """What was declared of people two contributors may both have counted; not what was withdrawn since."""
    found = of.overlaps.filter(withdrawn_at=None).select_related("one", "other", "area__edition")
    declared = []
    for one in found:
        place = boundaries.place(one.area)
        if place is not None:
            pair = frozenset({one.one.code, one.other.code})
            declared.append(Shared(pair, place, one.time_start, one.time_end, one.at_most))
    return declared


def subject(one: Input) -> Subject:
    """What an input speaks of, to find the weight or denominator that belongs to it."""
    return one.place, one.start, one.end, one.part, one.contributor


def bases_of(of: Indicator, boundaries: Boundaries, known_at: dt.datetime | None) -> dict[Subject, Input]:
    """The values of the indicator's denominator or weight, by what they speak of."""
    if of.base is None:
        return {}
    found = (input_of(one, boundaries) for one in answers(of.base, known_at))
    return {subject(one): one for one in found}


def with_base(one: Input, bases: Mapping[Subject, Input]) -> Input:
    """The input with its weight or denominator, where there is one."""
    base = bases.get(subject(one))
    return replace(one, base=base.value) if base else one


def parted(
    inputs: Sequence[Input], of: Indicator, cell: Cell, methods: Sequence[Method]
) -> tuple[list[Input], list[LeftOut]]:
    """(inputs that may enter, those that may not whatever else there is)."""
    refused = {one.key: why for one in inputs if (why := barred(one, of, cell, methods))}
    usable = [one for one in inputs if one.key not in refused]
    return usable, [LeftOut(one, refused[one.key]) for one in inputs if one.key in refused]


def barred(one: Input, of: Indicator, cell: Cell, methods: Sequence[Method]) -> Why | None:
    """Why an input may never enter this cell."""
    if ":" in one.place:
        return Why.OTHER_BOUNDARIES
    if not is_addable(of) and (one.place, one.part, one.contributor) != (
        cell.place, cell.part, cell.contributor,
    ):  # fmt: skip
        return Why.NOT_ADDED
    if methods and method_at(methods, one.end) is not method_at(methods, cell.end or one.end):
        return Why.OTHER_METHOD
    return None


def is_addable(of: Indicator) -> bool:
    """Whether values of several places make one: counts do, and what is recomputed; a bare share or rate does not."""
    return of.rule != Combine.LATEST or of.unit in COUNTED


def method_at(methods: Sequence[Method], end: str) -> Method | None:
    """The method in force on the last day of a value; the first one's for all before it."""
    in_force = [one for one in methods if first_day(one.valid_from) <= last_day(end)]
    return in_force[-1] if in_force else None


def periods_of(of: Indicator) -> Iterator[str]:
    """The years this indicator has answers for, newest first."""
    ends = Observation.objects.standing().filter(indicator=of).values_list("time_end", flat=True)
    yield from sorted({end[:4] for end in ends}, reverse=True)
