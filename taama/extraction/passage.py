"""What reading a text for figures has in hand at any moment."""

from collections.abc import Sequence
from dataclasses import dataclass

from .sentences import sentence_at, sentence_starts
from .numbers import WrittenNumber
from .told import ToldFigure, ToldPlace, ToldTime


@dataclass(slots=True)
class Passage:
    """A text, its numbers, times and places, and the figure read last."""

    text: str
    folded: str
    numbers: Sequence[WrittenNumber]
    times: Sequence[ToldTime]
    places: Sequence[ToldPlace]
    time_starts: Sequence[int]
    place_starts: Sequence[int]
    sentences: list[int] | None = None
    previous: ToldFigure | None = None

    def sentence(self, place: int) -> tuple[int, int]:
        """Where the sentence around a place begins and ends."""
        if self.sentences is None:
            self.sentences = sentence_starts(self.folded)
        return sentence_at(self.sentences, place, len(self.folded))

    def words(self, start: int, end: int) -> str:
        """A stretch of the text on one line."""
        return " ".join(self.text[start:end].split())
