"""The lines of a text as they are looked at one by one: folded, with where they stand."""

from __future__ import annotations

import re
from dataclasses import dataclass

from .folding import fold

SHORT, LONG = 90, 300
A_SENTENCE = 140
FULL_STOP = re.compile(r"[.!?;][\"')»\s]*$")


@dataclass(frozen=True, slots=True)
class Line:
    """A line of the text, folded, blanks at its ends left out."""

    start: int
    end: int
    folded: str

    @property
    def is_short(self) -> bool:
        """Too short for a paragraph."""
        return len(self.folded) <= SHORT

    @property
    def is_sentence(self) -> bool:
        """Long, or ended as sentences end."""
        return len(self.folded) > A_SENTENCE or (
            len(self.folded) > 40 and FULL_STOP.search(self.folded) is not None
        )


def lines_of(text: str, end: int) -> list[Line]:
    """The lines that hold something."""
    folded, lines, start = fold(text[:end]), [], 0
    for line in folded.split("\n"):
        said = line.strip()
        if said:
            first = start + line.index(said[0])
            lines.append(Line(first, first + len(said), said))
        start += len(line) + 1
    return lines
