"""All that a text tells, in one call: what stands in boilerplate is left out of it."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from typing import TypeVar

from .boilerplate import boilerplate_of
from .claims import find_claims
from .dates import find_times
from .figures import find_figures
from .learned import Learned
from .lexicon import Known, Lexicon
from .lines import lines_of
from .names import find_names
from .objectives import find_objectives
from .own_day import date_of
from .places import find_places
from .told import About, Span, Told

Placed = TypeVar("Placed", bound=Span)


def tell(
    text: str, about: About, lexicon: Lexicon, *, media_type: str = "", model: Learned | None = None
) -> Told:
    """Figures, dated claims, names and objectives in order, and the boilerplate they were kept out of.

    Where `about` does not know the document's day, the text itself is asked: dates without a year lean on it.
    `model` is the learned part of the objectives, where there is one.
    """
    boilerplate = boilerplate_of(text, media_type)
    about = dated(about, text)
    keep = outside(boilerplate)
    times = keep(find_times(text, about))
    named = FoundOnce(lexicon.spellings, lexicon.finder, lexicon.found(text))
    places = keep(find_places(text, named))
    return Told(
        figures=tuple(keep(find_figures(text, about, times, places))),
        claims=tuple(keep(find_claims(text, about, times, places))),
        names=tuple(keep(find_names(text, named))),
        objectives=tuple(find_objectives(text, model=model, apart=boilerplate)),
        boilerplate=tuple(boilerplate),
    )


@dataclass(frozen=True)
class FoundOnce(Lexicon):
    """A lexicon that has gone through its one text: places and organisations come out of one pass."""

    hits: Sequence[tuple[int, int, Known]] = ()

    def found(self, text: str) -> list[tuple[int, int, Known]]:
        """What was found in that text."""
        return list(self.hits)


def dated(about: About, text: str) -> About:
    """The same with the document's own day, if only the text knows it."""
    return about if about.dated else replace(about, dated=date_of(text, lines_of(text, len(text))))


def outside(spans: Sequence[Span]) -> Callable[[Iterable[Placed]], list[Placed]]:
    """A function that keeps what touches none of these stretches, which stand in order without overlap."""
    starts = [span.start for span in spans]

    def keep(found: Iterable[Placed]) -> list[Placed]:
        if not spans:
            return list(found)
        return [one for one in found if not touches(one)]

    def touches(one: Span) -> bool:
        before = bisect_right(starts, one.end - 1) - 1
        return before >= 0 and spans[before].end > one.start

    return keep
