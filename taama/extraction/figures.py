"""Findings of a text: numbers that count something, each with what, who, where, when and how sure."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from decimal import Decimal
from typing import TypeVar

from .circumstances import deduplicated, governing_place, governing_time, kind
from .counted import Decoy
from .decoys import Left, is_age
from .ellipsis import OF_BEFORE, large_and_bare, left_to_earlier, left_to_later, shared_with_later
from .folding import fold
from .measures import measured
from .numbers import WrittenNumber, numbers_in
from .passage import Passage
from .populations import population_of, population_of_sum
from .quantities import MONEY, Quantity, is_year, quantity_at
from .said import Found, behind, in_front, labelled, money, rough_sum, share
from .scenes import PEOPLE, population_before, time_before, time_meant, with_country
from .sentences import tabbed, unwrapped
from .stems import words_of
from .tables import of_row, time_of_column
from .told import About, ToldFigure, ToldPlace, ToldTime

Told = TypeVar("Told")
SMALL = 10
BRACKET = 40
CFA_COUNTRIES = frozenset({"MLI", "BFA", "NER", "SEN", "CIV", "TGO", "BEN", "GNB"})


# « articles 3, 5 et 6 »: what is no finding makes none of those listed behind it.
LIST = re.compile(r"[ ]?(?:[,;/&-]|et|and|ou|or)[ ]?(?:et |and )?")


def find_figures(
    text: str, about: About, times: Sequence[ToldTime], places: Sequence[ToldPlace]
) -> list[ToldFigure]:
    """The findings of the text, in order.

    Each span runs from the hedge to the end of the counted noun phrase: the head noun with its adjectives, not the
    place, the time or the clause. Where the noun stands before the number (« les déplacés étaient 160 000 »), the
    span runs from the noun to the number; where an earlier figure has the noun, it is the number alone.
    Years, ages, references and numbers without a counted noun are left out.
    """
    folded = unwrapped(tabbed(fold(text)))
    time_starts = [time.start for time in times]
    numbers = [
        number
        for number in numbers_in(folded, 0, len(folded), about.language, times, words_of(text))
        if not is_within(number, times, time_starts)
    ]
    if not numbers:
        return []
    places = with_country(folded, places, about.country)
    passage = Passage(
        text,
        folded,
        numbers,
        times,
        places,
        time_starts,
        [place.start for place in places],
        [number.start for number in numbers],
        currency="xof" if about.country in CFA_COUNTRIES else "",
    )
    return list(figures_of(passage))


def is_within(number: WrittenNumber, times: Sequence[ToldTime], starts: Sequence[int]) -> bool:
    """Whether the number is part of a date or period."""
    place = bisect_right(starts, number.start)
    return bool(place) and number.start < times[place - 1].end


def figures_of(passage: Passage) -> Iterator[ToldFigure]:
    """The figures, each read with the one before it in view."""
    done = decoy = 0
    for place, number in enumerate(passage.numbers):
        if number.start < done:
            continue
        is_listed = decoy and LIST.fullmatch(passage.folded, decoy, number.start)
        quantity = None if is_listed else quantity_to_tell(passage, place)
        if quantity is None:
            decoy = number.end
            continue
        done = quantity.end
        found = said_of(passage, quantity, place)
        if found is None and Left.of(passage.folded, number.start).names:
            decoy = number.end
        if found:
            figure = told(passage, quantity, found)
            passage.previous = figure
            passage.people = figure if counts_on(figure, passage.people) else passage.people
            yield figure


def counts_on(figure: ToldFigure, people: ToldFigure | None) -> bool:
    """Whether later numbers count what this one counts: people, but not the households they make up in a bracket."""
    if people and figure.unit == "households" and people.unit == "persons":
        return figure.start - people.end > BRACKET
    return figure.unit in PEOPLE


def said_of(passage: Passage, quantity: Quantity, place: int) -> Found | None:
    """What the quantity at this place of the numbers is said of, None if of nothing."""
    if quantity.unit in MONEY:
        return money(passage, quantity)
    if quantity.unit == "percent":
        return share(passage, quantity)
    try:
        return (
            behind(passage, quantity, place)
            or measured(passage, quantity)
            or in_front(passage, quantity)
            or left_to_earlier(passage, quantity)
            or left_to_later(passage, quantity, place)
            or shared_with_later(passage, quantity, place)
            or of_row(passage, quantity)
            or labelled(passage, quantity)
            or rough_sum(passage, quantity)
            or large_and_bare(passage, quantity)
        )
    except Decoy:
        return None


def quantity_to_tell(passage: Passage, place: int) -> Quantity | None:
    """The quantity here, unless the words around it say that it counts nothing."""
    number, folded = passage.numbers[place], passage.folded
    if not number.value:
        return None
    left = Left.of(folded, number.start)
    if left.is_decoy or is_age(folded, number.end) or (is_year(number) and left.is_before_year):
        return None
    quantity = quantity_at(passage.text, folded, passage.numbers, place)
    if number.value < SMALL and left.is_definite and not quantity.unit and quantity.value_to is None:
        return None
    return quantity


def told(passage: Passage, quantity: Quantity, found: Found) -> ToldFigure:
    """The figure with its circumstances."""
    floor, ceiling = passage.sentence(quantity.core)
    clause = passage.folded[max(floor, found.start - 200) : min(ceiling, found.end + 200)]
    earlier = found.inherited or earlier_meant(passage, floor)
    time, where = time_and_place(passage, quantity, found, earlier)
    time = time_meant(passage, time, found.end)
    population = population_found(found, clause)
    return ToldFigure(
        found.start,
        found.end,
        value=times_factor(quantity.value, found.factor),
        value_to=None if quantity.value_to is None else times_factor(quantity.value_to, found.factor),
        qualifier=quantity.qualifier,
        unit=found.unit,
        what=found.what,
        population=population
        or (earlier.population if earlier else population_before(passage, found, floor)),
        place=where,
        time=time,
        kind=found.inherited.kind if found.inherited else kind_of(passage, quantity, found.unit, time),
        deduplicated=deduplicated(passage.tenor(quantity.core)),
        score=score(quantity, found, time, where),
    )


def times_factor(value: Decimal, factor: int) -> Decimal:
    """The value times what its label multiplies by, whole where it can be."""
    product = value * factor
    return Decimal(int(product)) if factor > 1 and product == int(product) else product


def population_found(found: Found, clause: str) -> str:
    """Whose figure it is."""
    if found.inherited:
        return found.inherited.population
    return (
        population_of_sum(found.phrase, clause)
        if found.unit in MONEY
        else population_of(found.phrase, clause)
    )


def kind_of(passage: Passage, quantity: Quantity, unit: str, time: ToldTime | None) -> str:
    """Stock, flow, cumulative or event."""
    before_time = passage.folded[max(0, time.start - 14) : time.start] if time else ""
    return kind(passage.tenor(quantity.core), unit, time, before_time)


def time_and_place(
    passage: Passage, quantity: Quantity, found: Found, earlier: ToldFigure | None
) -> tuple[ToldTime | None, ToldPlace | None]:
    """When and where: of the sentence; of the column's head; of the earlier figure the sentence goes on from."""
    floor, ceiling = passage.sentence(quantity.core)
    following = next_start(passage, quantity.end, ceiling)
    times = within(passage.times, passage.time_starts, floor, ceiling)
    places = within(passage.places, passage.place_starts, floor, ceiling)
    time = governing_time(passage.folded, times, quantity.start, found.end, following)
    where = governing_place(passage.folded, places, quantity.start, found.end, following)
    if time is None and "\t" in passage.folded[floor : found.start]:
        time = time_of_column(passage, quantity.start, quantity.end)
    if earlier is None:
        return time or time_before(passage, found, floor), where
    return time or earlier.time, where or earlier.place


def within(told: Sequence[Told], starts: Sequence[int], floor: int, ceiling: int) -> Sequence[Told]:
    """Those that begin in the sentence."""
    return told[bisect_left(starts, floor) : bisect_left(starts, ceiling)]


def next_start(passage: Passage, end: int, ceiling: int) -> int:
    """Where the next number begins, at most the end of the sentence."""
    following = passage.number_starting_from(end)
    return ceiling if following < 0 else min(following, ceiling)


def earlier_meant(passage: Passage, floor: int) -> ToldFigure | None:
    """The figure before, where the sentence speaks of a part of it: « Parmi eux, 415 personnes … »."""
    earlier = passage.previous
    if earlier is None or "\n\n" in passage.folded[earlier.end : floor]:
        return None
    return earlier if OF_BEFORE.match(passage.folded, floor) or earlier.start >= floor else None


def score(quantity: Quantity, found: Found, time: ToldTime | None, where: ToldPlace | None) -> float:
    """How sure the figure is, by the parts that are clear."""
    is_large = not quantity.number.is_bare or quantity.value >= 100
    sure = (
        found.sureness
        + 0.03 * is_large
        + 0.03 * bool(time)
        + 0.01 * bool(where)
        - 0.05 * (quantity.value < SMALL)
    )
    return round(min(sure, 0.97), 2)
