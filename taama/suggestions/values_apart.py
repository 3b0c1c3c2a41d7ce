"""Numbers of one thing at one place and time that cannot all be true. Plain Python."""

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import lru_cache
from itertools import zip_longest

from taama.evidence.rules import RECENT_YEARS, Answer, apart, comparable, disagree, meet, newest_year
from taama.extraction.folding import fold
from taama.extraction.subjects import subject_of
from taama.extraction.told import ToldFigure, ToldTime
from taama.suggestions.counted_words import COSTS, COUNTED_AS, NEUTRAL, VAGUE_THINGS, WIDE
from taama.suggestions.sides import FILLERS, Said, ToldConflict, ToldDocument, groups, place_within, words_of
from taama.web.partial_dates import last_day

NEIGHBOURS = 300  # characters
OF_ANOTHER_ORDER = 20
FEW_AREAS = 10  # fewer are those somebody went to
NEXT_TO = 9  # « 16 des 33 », "16 of the 33"
WHOLE_DAY = len("2022-12-31")
A_MONTH = 28  # days
SUBJECT_BEFORE = 400  # how far behind what it is of a cost can stand
OF_A_CLAIM = {"cost", "meeting"}
MONEY = {"xof", "usd", "eur"}
OVER_TIME = {"flow", "cumulative"}
# Who came back may be told as returnees, as migrants or by nation: one count if period and number of days are one.
ON_THE_MOVE = {"returnees", "migrants"}
Counted = tuple[ToldDocument, ToldFigure]
Thing = tuple[str, ...]


def conflicts_of_values(documents: Sequence[ToldDocument]) -> Iterator[ToldConflict]:
    """One thing counted at one place and time with values apart beyond what their words allow."""
    by_thing: dict[Thing, list[Counted]] = defaultdict(list)
    for document in documents:
        for figure in wholes(list(completed(document.told.figures))):
            for thing in things_of(document, figure):
                by_thing[thing].append((document, figure))
    seen: set[tuple[Said, ...]] = set()
    for thing, counted in by_thing.items():
        judge = sums_disagree if thing[0] in OF_A_CLAIM else values_disagree
        for group in groups(counted, judge, lambda side: said_value(*side)):
            sides = tuple(said_value(*side) for side in group)
            if sides not in seen:
                seen.add(sides)
                yield ToldConflict(group[0][1].what or thing[-1], "value", sides)


def completed(figures: Sequence[ToldFigure]) -> Iterator[ToldFigure]:
    """« 16 des 33 pays champions … à Rabat »: the place and the time are said of the 16; the 33 are all there are."""
    all_there_are: set[int] = set()
    for figure, beside in zip_longest(figures, figures[1:]):
        if beside and 0 <= beside.start - figure.end < NEXT_TO and words(beside.what) == words(figure.what):
            all_there_are.add(beside.start)
            figure = replace(figure, time=figure.time or beside.time, place=figure.place or beside.place)
        yield replace(figure, time=None, place=None) if figure.start in all_there_are else figure


def wholes(figures: Sequence[ToldFigure]) -> Iterator[ToldFigure]:
    """The numbers without those that make up another right before them: « 45 037, dont 25 922 … et 19 115 … »."""
    parts: set[int] = set()
    for first, one, other in zip(figures, figures[1:], figures[2:], strict=False):
        is_sum = first.value == one.value + other.value and first.unit == one.unit == other.unit
        if is_sum and other.start - first.end < NEIGHBOURS:
            parts |= {one.start, other.start}
    return (figure for figure in figures if figure.start not in parts)


def things_of(document: ToldDocument, figure: ToldFigure) -> Iterator[Thing]:
    """What must be equal for two numbers to speak of one thing: one way, or two."""
    if figure.unit in MONEY and words(figure.what) <= COSTS:
        yield from cost_of(document, figure)
        if figure.kind != "cumulative":
            return
    if "participant" in words(figure.what):
        yield from meeting_of(document, figure)
    if figure.kind == "event" and not (figure.unit == "count" and is_of_days(figure.time)):
        return
    time = figure.time
    place = place_within(document, figure.place)
    if time and is_told_of_all(document, figure, time):
        yield "period", figure.unit, time.begin, time.finish
    if time and time.begin and not figure.what and figure.kind == "cumulative" and figure.unit in MONEY:
        yield "since", figure.unit, time.begin[:4], place
    if can_be_held_against(figure):
        narrowed = words(figure.what) - NEUTRAL if figure.population else words(figure.what) - WIDE
        counts_over_time = figure.unit == "count" and time is not None
        yield (
            figure.unit,
            figure.population,
            " ".join(sorted(narrowed)),
            place,
            "" if counts_over_time else ("over time" if figure.kind in OVER_TIME else figure.kind),
        )


def is_told_of_all(document: ToldDocument, figure: ToldFigure, time: ToldTime) -> bool:
    """Whether a number is of all who moved in a period known to the day; of migrants, the first number."""
    if figure.kind not in OVER_TIME or len(time.finish) < WHOLE_DAY or not time.begin:
        return False
    if figure.population != "migrants":
        return figure.population in ON_THE_MOVE
    same = (one for one in document.told.figures if one.time == time and one.population == "migrants")
    return next(same, figure).start == figure.start


def is_of_days(time: ToldTime | None) -> bool:
    """Whether a time is known to the day."""
    return time is not None and len(time.as_of or time.finish) == WHOLE_DAY


def meeting_of(document: ToldDocument, figure: ToldFigure) -> Iterator[Thing]:
    """Who took part: in what the document tells first to the day; only its first number of participants."""
    counted = [one for one in document.told.figures if "participant" in words(one.what)]
    claims = [claim for claim in document.told.claims if claim.time.as_of and is_of_days(claim.time)]
    if claims and counted and counted[0].start == figure.start:
        named = words_of(claims[0].subject) - GENERAL
        yield from (("meeting", claims[0].time.as_of, word) for word in sorted(named))


def cost_of(document: ToldDocument, figure: ToldFigure) -> Iterator[Thing]:
    """What a cost is of: the plan whose launch or adoption is told right before."""
    before = [claim for claim in document.told.claims if -SUBJECT_BEFORE < claim.start - figure.start < 0]
    named = words_of(before[-1].subject) if before else frozenset()
    if named & PLAN:
        yield from (("cost", figure.unit, word) for word in sorted(named - PLAN - GENERAL))


PLAN = {"plan", "strategy", "policy", "project", "programme"}
GENERAL = {
    "workshop",
    "meeting",
    "action",
    "migration",
    "global",
    "review",
    "second",
    "first",
    "launch",
}  # tell no plan from another


@lru_cache(maxsize=20_000)
def words(what: str) -> frozenset[str]:
    """The counted words in normal English, singular, without fillers."""
    found = re.findall(r"[a-z0-9-]+", fold(subject_of(fold(what)).words))
    plain = (COUNTED_AS.get(word, COUNTED_AS.get(singular(word), singular(word))) for word in found)
    return frozenset(word for one in plain for word in one.split() if word not in FILLERS)


def singular(word: str) -> str:
    """A word without its plural."""
    return word[:-1] if word.endswith("s") and len(word) > 3 and not word.endswith("ss") else word


def can_be_held_against(figure: ToldFigure) -> bool:
    """Whether another document can be meant to count the same: not who came to a workshop, nor unnamed cases."""
    if not figure.what or fold(figure.what) in VAGUE_THINGS:
        return False
    if figure.unit == "areas" and not figure.time:
        return figure.value >= FEW_AREAS
    return bool(figure.population or figure.time)


def values_disagree(one: Counted, other: Counted) -> bool:
    """Whether two numbers of one thing cannot both be true; neighbours in a text are parts of a whole, or a row."""
    left, right = one[1], other[1]
    if one[0] is other[0] and abs(left.start - right.start) < NEIGHBOURS:
        return False
    if max(left.value, right.value) > OF_ANOTHER_ORDER * min(left.value, right.value):
        return False
    answers = answer(*one), answer(*other)
    if fewer_later(one, other, answers) or fewer_later(other, one, answers[::-1]):
        return True
    return comparable(*answers, newest_year(answers) - RECENT_YEARS) and disagree(*answers)


def sums_disagree(one: Counted, other: Counted) -> bool:
    """Whether two numbers for one plan or meeting lie apart; parts of one stand in one document."""
    largest, least = max(one[1].value, other[1].value), min(one[1].value, other[1].value)
    is_of_one_order = largest <= OF_ANOTHER_ORDER * least
    return one[0] is not other[0] and is_of_one_order and apart(answer(*one), answer(*other))


def fewer_later(one: Counted, other: Counted, answers: tuple[Answer, Answer]) -> bool:
    """Whether what was counted since one beginning grew less with time."""
    left, right = one[1].time, other[1].time
    if not (left and right and left.begin and right.begin and {one[1].kind, other[1].kind} <= OVER_TIME):
        return False
    if "cumulative" not in {one[1].kind, other[1].kind} or not meet(left.begin, right.begin):
        return False
    first, last = left.finish or one[0].dated, right.finish or other[0].dated or latest_told(other[0])
    if not first or not last or (last_day(last) - last_day(first)).days < A_MONTH:
        return False
    return apart(*answers) and one[1].value > other[1].value


def latest_told(document: ToldDocument) -> str:
    """The last date an undated document tells as past: it was written after that."""
    past = [claim.time.as_of or claim.time.finish for claim in document.told.claims if not claim.is_planned]
    return max((day for day in past if day), key=last_day, default="")


def answer(document: ToldDocument, figure: ToldFigure) -> Answer:
    """A figure as conflicts are judged; a stock without a date is taken for one of the document's year."""
    time = figure.time or ToldTime(figure.start, figure.end)
    own = (
        document.dated[:4] if figure.kind == "stock" and not (time.as_of or time.begin or time.finish) else ""
    )
    begin, finish = time.as_of or time.begin or own, time.as_of or time.finish or own
    return Answer(figure.value, figure.value_to, figure.qualifier, "", begin, finish, figure.kind)


def said_value(document: ToldDocument, figure: ToldFigure) -> Said:
    """The passage of a figure with its value."""
    high = f"/{figure.value_to}" if figure.value_to is not None else ""
    return Said(figure.start, figure.end, document.name, f"{figure.value}{high}")
