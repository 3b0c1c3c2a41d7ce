"""What reading a text for figures has in hand at any moment."""

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass

from .sentences import sentence_at, sentence_starts
from .numbers import WrittenNumber
from .told import ToldFigure, ToldPlace, ToldTime


@dataclass(slots=True)
class Passage:
    """A text, its numbers, times and places, the figure read last and the last that counted people or movements."""

    text: str
    folded: str
    numbers: Sequence[WrittenNumber]
    times: Sequence[ToldTime]
    places: Sequence[ToldPlace]
    time_starts: Sequence[int]
    place_starts: Sequence[int]
    sentences: list[int] | None = None
    currency: str = ""
    previous: ToldFigure | None = None
    people: ToldFigure | None = None

    def sentence(self, place: int) -> tuple[int, int]:
        """Where the sentence around a place begins and ends."""
        if self.sentences is None:
            self.sentences = sentence_starts(self.folded)
        return sentence_at(self.sentences, place, len(self.folded))

    def number_at(self, place: int) -> WrittenNumber | None:
        """The number at this place of the list, None past its end."""
        return self.numbers[place] if place < len(self.numbers) else None

    def places_within(self, start: int, end: int) -> bool:
        """Whether a place is named in the stretch."""
        found = bisect_left(self.place_starts, start)
        return found < len(self.places) and self.places[found].start < end

    def place_ends_at(self, start: int) -> bool:
        """Whether a place is named right before."""
        found = bisect_left(self.place_starts, start)
        return bool(found) and start - 2 <= self.places[found - 1].end <= start

    def words(self, start: int, end: int) -> str:
        """A stretch of the text on one line."""
        return " ".join(self.text[start:end].split())
