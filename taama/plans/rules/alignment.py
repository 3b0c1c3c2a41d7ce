"""What a change of ties between a policy and the Compact would do. Plain Python."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

Ties = frozenset[tuple[str, str]]  # (axis, objective)


@dataclass(frozen=True)
class Served:
    """An activity: the axis it stands under, and the objectives it serves."""

    code: str
    axis: str
    objectives: frozenset[str]

    def serves_both(self, ties: Ties) -> bool:
        """Whether its axis is tied to an objective it serves."""
        return any((self.axis, objective) in ties for objective in self.objectives)


@dataclass(frozen=True)
class Effect:
    """What would be otherwise."""

    dropped: tuple[tuple[str, str], ...]
    added: tuple[tuple[str, str], ...]
    left_alone: tuple[str, ...]
    newly_covered: tuple[str, ...]
    emptied: tuple[str, ...]
    filled: tuple[str, ...]
    no_longer_both: tuple[str, ...]
    newly_both: tuple[str, ...]

    @property
    def is_none(self) -> bool:
        """Whether nothing would change."""
        return not (self.dropped or self.added)


def effect_of(
    before: Ties, after: Ties, axes: Sequence[str], objectives: Sequence[str], activities: Iterable[Served]
) -> Effect:
    """What follows from replacing one set of ties by another, in the order of axes and objectives."""
    served = list(activities)
    covered = [{objective for _axis, objective in ties} for ties in (before, after)]
    used = [{axis for axis, _objective in ties} for ties in (before, after)]
    both = [{one.code for one in served if one.serves_both(ties)} for ties in (before, after)]
    return Effect(
        dropped=ordered(before - after, axes, objectives),
        added=ordered(after - before, axes, objectives),
        left_alone=tuple(one for one in objectives if one in covered[0] - covered[1]),
        newly_covered=tuple(one for one in objectives if one in covered[1] - covered[0]),
        emptied=tuple(one for one in axes if one in used[0] - used[1]),
        filled=tuple(one for one in axes if one in used[1] - used[0]),
        no_longer_both=tuple(one.code for one in served if one.code in both[0] - both[1]),
        newly_both=tuple(one.code for one in served if one.code in both[1] - both[0]),
    )


def ordered(
    ties: Iterable[tuple[str, str]], axes: Sequence[str], objectives: Sequence[str]
) -> tuple[tuple[str, str], ...]:
    """Ties in the order of their axes, then objectives."""
    return tuple(sorted(ties, key=lambda tie: (axes.index(tie[0]), objectives.index(tie[1]))))
