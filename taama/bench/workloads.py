"""The workloads by name, each answering with its document, its text and whether its goals hold."""

from collections.abc import Callable
from typing import Protocol

from . import evidence, review
from .frame import Result


class Workload(Protocol):
    """Anything that can be measured."""

    def __call__(self, *, quick: bool, show: Callable[[str], None]) -> Result:
        """Run it and answer with what was found."""
        ...


WORKLOADS: dict[str, Workload] = {"evidence": evidence.run, "review": review.run}
