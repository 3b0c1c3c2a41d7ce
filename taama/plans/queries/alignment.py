"""The policy beside the Compact and the goals: what covers what, and what a revision would change."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from taama.compact.models import Crosswalk, Framework, Item
from taama.compact.queries import objectives
from taama.compact.rules import ItemKind
from taama.places.country import country

from ..models import Activity, Edition
from ..rules import Effect, Served, Ties, effect_of

COMPACT, GOALS = "gcm", "sdg"


@dataclass(frozen=True)
class AlignmentRow:
    """An objective: the axes that cover it, the targets it is tied to, its activities and those that serve both."""

    objective: Item
    ties: frozenset[str]
    targets: list[Item]
    activities: int
    both: int


@dataclass(frozen=True)
class AlignmentPage:
    """All that the page of alignment shows; `wanted` are the ties of a simulated revision."""

    policy: Framework
    axes: list[Item]
    rows: list[AlignmentRow]
    counts: list[tuple[Item, int, int]]
    uncovered: list[Item]
    stray: list[Activity]
    without_axis: list[Activity]
    wanted: Ties
    effect: Effect | None
    named: Mapping[str, Item]
    activities: Mapping[str, Activity]


def alignment_page(edition: Edition | None, asked: Iterable[str] | None) -> AlignmentPage | None:
    """Coverage as it is and, where ties are asked for (“axis-1:7”), what they would change. Nothing is written."""
    policy = Framework.objects.filter(code=country().policy_framework).first()
    if policy is None:
        return None
    axes = list(Item.objects.of(policy.code, ItemKind.AXIS))
    every = objectives()
    now = ties_between(policy.code, COMPACT)
    found = list(
        Activity.objects.filter(edition=edition)
        .order_by("code")
        .prefetch_related("serves")
        .select_related("axis")
    )
    served = [as_served(one) for one in found]
    wanted = ties_asked(asked, axes, every) if asked is not None else now
    by_code = {one.code: one for one in found}
    return AlignmentPage(
        policy=policy,
        axes=axes,
        rows=rows(every, now, served),
        counts=[
            (axis, sum(tie[0] == axis.code for tie in now), sum(one.axis == axis.code for one in served))
            for axis in axes
        ],
        uncovered=[one for one in every if one.code not in {tie[1] for tie in now}],
        stray=[by_code[one.code] for one in served if one.axis and not one.serves_both(now)],
        without_axis=[by_code[one.code] for one in served if not one.axis],
        wanted=wanted,
        effect=effect_of(now, wanted, [a.code for a in axes], [o.code for o in every], served)
        if asked is not None
        else None,
        named={item.code: item for item in [*axes, *every]},
        activities=by_code,
    )


def rows(every: list[Item], now: Ties, served: list[Served]) -> list[AlignmentRow]:
    """A row an objective."""
    targets = targets_by_objective()
    return [
        AlignmentRow(
            item,
            frozenset(axis for axis, code in now if code == item.code),
            targets.get(item.code, []),
            sum(item.code in one.objectives for one in served),
            sum((one.axis, item.code) in now for one in served if item.code in one.objectives),
        )
        for item in every
    ]


def as_served(activity: Activity) -> Served:
    """An activity as the rules take it."""
    codes = frozenset(item.code.partition("(")[0] for item in activity.serves.all())
    return Served(activity.code, activity.axis.code if activity.axis else "", codes)


def ties_between(one: str, other: str) -> Ties:
    """Ties of two frameworks by code, whichever way they are written."""
    pairs = Crosswalk.objects.values_list(
        "from_item__framework__code", "from_item__code", "to_item__framework__code", "to_item__code"
    )
    forth = {(a, b) for f, a, t, b in pairs if (f, t) == (one, other)}
    return frozenset(forth | {(b, a) for f, a, t, b in pairs if (f, t) == (other, one)})


def targets_by_objective() -> dict[str, list[Item]]:
    """Targets of the goals by the objective they are tied to."""
    found: dict[str, list[Item]] = defaultdict(list)
    ties = Crosswalk.objects.filter(from_item__framework__code=COMPACT, to_item__framework__code=GOALS)
    for tie in ties.select_related("from_item", "to_item").order_by("to_item__position"):
        found[tie.from_item.code].append(tie.to_item)
    return dict(found)


def ties_asked(asked: Iterable[str], axes: list[Item], every: list[Item]) -> Ties:
    """Ties as the form names them; what is unknown is left out."""
    known = ({one.code for one in axes}, {one.code for one in every})
    pairs = (text.partition(":")[::2] for text in asked)
    return frozenset((axis, code) for axis, code in pairs if axis in known[0] and code in known[1])
