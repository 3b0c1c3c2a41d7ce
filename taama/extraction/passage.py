"""What reading a text for figures has in hand at any moment."""

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass

from .numbers import WrittenNumber
from .sentences import sentence_at
from .tenors import tenor_of
from .told import ToldFigure, ToldPlace, ToldTime

CLAUSE = 180


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
    number_starts: Sequence[int]
    last_sentence: tuple[int, int] = (0, 0)
    last_tenor: tuple[tuple[int, int], frozenset[str]] = ((0, 0), frozenset())
    currency: str = ""
    previous: ToldFigure | None = None
    people: ToldFigure | None = None

    def sentence(self, place: int) -> tuple[int, int]:
        """Where the sentence around a place begins and ends."""
        start, end = self.last_sentence
        if not start <= place < end:
            self.last_sentence = sentence_at(self.folded, place)
        return self.last_sentence

    def tenor(self, place: int) -> frozenset[str]:
        """What the words of the sentence around a place say of its figures."""
        sentence = self.sentence(place)
        if self.last_tenor[0] != sentence:
            start, end = max(sentence[0], place - CLAUSE), min(sentence[1], place + CLAUSE)
            self.last_tenor = sentence, tenor_of(self.folded, max(0, start - 1), end)
        return self.last_tenor[1]

    def number_starting_from(self, place: int) -> int:
        """Where the next number from here begins, -1 if there is none."""
        found = bisect_left(self.number_starts, place)
        return self.number_starts[found] if found < len(self.number_starts) else -1

    def previous_in(self, floor: int) -> ToldFigure | None:
        """The figure before, if it stands behind this place."""
        return self.previous if self.previous and self.previous.start >= floor else None

    def number_at(self, place: int) -> WrittenNumber | None:
        """The number at this place of the list, None past its end."""
        return self.numbers[place] if place < len(self.numbers) else None

    def names_within(self, start: int, end: int) -> bool:
        """Whether a place or a time is named in the stretch."""
        return any(
            bisect_left(starts, start) < bisect_left(starts, end)
            for starts in (self.place_starts, self.time_starts)
        )

    def place_ends_at(self, start: int) -> bool:
        """Whether a place is named right before."""
        found = bisect_left(self.place_starts, start)
        return bool(found) and start - 2 <= self.places[found - 1].end <= start

    def words(self, start: int, end: int) -> str:
        """A stretch of the text on one line."""
        return " ".join(self.text[start:end].split())
