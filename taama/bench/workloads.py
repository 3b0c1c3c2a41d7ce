"""The workloads by name, each answering with its document, its text and whether its goals hold."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, Protocol

from . import review


@dataclass(frozen=True)
class Result:
    """What one workload found."""

    document: dict[str, Any]
    text: str
    holds: bool


class Workload(Protocol):
    """Anything that can be measured."""

    def __call__(self, *, quick: bool, show: Callable[[str], None]) -> Any:
        """Run it and answer with a Result."""
        ...


WORKLOADS: dict[str, Workload] = {"review": review.run}
