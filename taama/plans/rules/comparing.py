"""Two editions side by side: what was added, dropped, changed. Plain Python."""

from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True)
class Difference:
    """One field of one activity in both editions."""

    field: str
    before: object
    after: object


@dataclass(frozen=True)
class Comparison:
    """Codes added and dropped, and the fields of those that changed, all in the order of codes."""

    added: tuple[str, ...]
    dropped: tuple[str, ...]
    changed: tuple[tuple[str, tuple[Difference, ...]], ...]
    same: int

    @property
    def is_empty(self) -> bool:
        """Whether the two editions say the same."""
        return not (self.added or self.dropped or self.changed)


def compare(
    before: Mapping[str, Mapping[str, object]], after: Mapping[str, Mapping[str, object]]
) -> Comparison:
    """What one edition says otherwise than another; each is fields by activity code."""
    both = sorted(before.keys() & after.keys())
    differing = {code: differences(before[code], after[code]) for code in both}
    return Comparison(
        added=tuple(sorted(after.keys() - before.keys())),
        dropped=tuple(sorted(before.keys() - after.keys())),
        changed=tuple((code, found) for code, found in differing.items() if found),
        same=sum(not found for found in differing.values()),
    )


def differences(before: Mapping[str, object], after: Mapping[str, object]) -> tuple[Difference, ...]:
    """The fields that differ, in the order in which they were given."""
    names = [*before, *(name for name in after if name not in before)]
    return tuple(
        Difference(name, before.get(name), after.get(name))
        for name in names
        if before.get(name) != after.get(name)
    )
