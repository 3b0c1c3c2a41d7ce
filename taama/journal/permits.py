"""The permit under which journaled records may be written: open only inside a change."""

from contextvars import ContextVar
from dataclasses import dataclass


class OutsideAChange(RuntimeError):
    """A journaled record was written without a change: a bug, never a user's mistake."""


class UnjournaledChange(RuntimeError):
    """A change wrote records and left no journal entry: a bug."""


@dataclass
class Permit:
    """What the running change has done so far."""

    writes: int = 0
    entries: int = 0


current_permit: ContextVar[Permit | None] = ContextVar("current_permit", default=None)


def note_write(what: str, records: int = 1) -> None:
    """Count writes of journaled records; refuse even the attempt outside a change."""
    permit = current_permit.get()
    if permit is None:
        raise OutsideAChange(f"{what} may only be written inside a change.")
    permit.writes += records
