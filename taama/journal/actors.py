"""On whose word a change is made: a person who signs in, or a named program."""

from dataclasses import dataclass
from typing import Protocol


class Actor(Protocol):
    """Anyone a journal entry can name. The name is an id, never a person's words."""

    @property
    def journal_name(self) -> str:
        """Such as `user:0b9c…` or `program:load-compact`."""
        ...


@dataclass(frozen=True)
class Program:
    """A command that changes records on an administrator's word."""

    name: str

    @property
    def journal_name(self) -> str:
        """The program's name as the journal writes it."""
        return f"program:{self.name}"
