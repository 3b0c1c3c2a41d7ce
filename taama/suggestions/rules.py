"""What told documents say that cannot all be true, before anyone has confirmed it. Plain Python.

Held against each other: dates of one event of one subject, and numbers of one thing, place and time. Never a part and
its whole, other places, other populations. Names that differ by a letter or two are questions of alias, no conflicts.
"""

import re
from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import combinations
from typing import TypeVar

from taama.evidence.rules import RECENT_YEARS, Answer, comparable, disagree, newest_year, unique
from taama.extraction.folding import fold, folded_key
from taama.extraction.subjects import subject_of
from taama.extraction.told import Span, Told, ToldClaim, ToldFigure, ToldPlace, ToldTime
from taama.suggestions.spellings import acronyms_are_near, are_near
from taama.web.partial_dates import first_day, last_day

# Words of one event, told differently; others mean other steps of one procedure and may have other dates.
SAME_EVENT = {"approved": "validated", "opened": "held", "begun": "held", "concluded": "signed"}
# For a text these may name one step or two: only dates far apart contradict each other.
LOOSELY_ONE = {
    "submitted", "presented", "published", "prepared", "conducted", "dated", "transmitted", "written",
    "signed", "issued", "completed", "held", "validated",
}  # fmt: skip
FAR_APART_DAYS = 150
# What can happen again: only within one year can two dates be of one time.
COMES_AGAIN = {
    "held", "visited", "received", "announced", "written", "transmitted", "presented", "published",
    "revised", "evaluated", "commemorated", "appointed", "elected", "installed", "handed over",
    "renewed", "conducted", "prepared",
}  # fmt: skip
ORDINALS = {"first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth"}
FILLERS = {"of", "for", "on", "the", "national", "implementation", "new", "draft", "document", "official"}
# Say no more than that there is one.
COMMON = {
    "press release", "annual report", "final report", "progress report", "mission report", "partnership agreement",
    "bilateral agreement", "framework agreement", "financing agreement", "action plan", "national action plan",
    "national strategy", "national workshop", "validation workshop", "training workshop", "steering committee",
    "technical committee", "working group", "road map", "final evaluation", "joint programme", "legal framework",
    "regional office", "border post", "reception centre", "transit centre", "training centre", "national committee",
    "monitoring committee", "launch ceremony", "opening ceremony", "champion country", "results framework",
}  # fmt: skip
# Words that name a population without narrowing it: its code says the same.
NEUTRAL = {
    "person", "individual", "individuals", "internal", "internally", "displaced", "deplace", "deplaces", "deplacees",
    "interne", "internes", "pdi", "idps", "refugee", "refugees", "refugie", "refugies", "migrant", "returnee", "return",
    "malian", "mali", "abroad", "diaspora", "international", "resident", "residents", "habitants", "inhabitants",
    "population", "total", "nationals", "ressortissants", "etablis", "vivant", "living", "compatriotes", "country",
}  # fmt: skip
VAGUE_THINGS = {"area", "areas", "zone", "zones", "unites", "units", "personne", "cas", "case"}
NEIGHBOURS = 300  # characters
OF_ANOTHER_ORDER = 20
Item = TypeVar("Item")


@dataclass(frozen=True)
class ToldDocument:
    """A document (its file or code) with all it tells; its own date and country, where known."""

    name: str
    told: Told
    dated: str = ""
    country: str = ""


@dataclass(frozen=True, slots=True)
class Said(Span):
    """One side: the passage of a document, and what it says: a date, "from/to" of a period, or a number."""

    document: str
    says: str


@dataclass(frozen=True, slots=True)
class ToldConflict:
    """Passages that cannot all be true: `kind` is date or value, `subject` says of what."""

    subject: str
    kind: str
    between: tuple[Said, ...]


@dataclass(frozen=True, slots=True)
class AliasQuestion:
    """Are two spellings one name? `kind` is person or organisation; where each first stands."""

    kind: str
    one: str
    other: str
    between: tuple[Said, Said]


Claimed = tuple[ToldDocument, ToldClaim]
Counted = tuple[ToldDocument, ToldFigure]


def conflicts(documents: Sequence[ToldDocument]) -> list[ToldConflict]:
    """Every conflict among the dates and the numbers the documents tell, within one document too."""
    return [*conflicts_of_dates(documents), *conflicts_of_values(documents)]


def conflicts_of_dates(documents: Sequence[ToldDocument]) -> Iterator[ToldConflict]:
    """One event of one subject on dates that cannot be the same."""
    by_subject: dict[frozenset[str], list[Claimed]] = defaultdict(list)
    for document in documents:
        for claim in document.told.claims:
            if says_which(claim.subject):
                by_subject[words_of(claim.subject)].append((document, claim))
    for claims in by_subject.values():
        for group in groups(claims, dates_disagree):
            subject = f"{group[0][1].subject}: {event_of(group)}"
            yield ToldConflict(subject, "date", tuple(said_date(*claimed) for claimed in group))


def says_which(subject: str) -> bool:
    """Whether a subject names one thing in the world, not any report or workshop."""
    words = words_of(subject)
    if subject.lower() in COMMON:
        return False
    return len(words) > 1 or bool(re.search(r"[0-9]|Compact|policy$", subject))


def words_of(subject: str) -> frozenset[str]:
    """What tells subjects apart: the words without their order and without fillers."""
    return frozenset(re.findall(r"[a-z0-9/-]+", fold(subject))) - FILLERS


def groups(items: Sequence[Item], disagree: Callable[[Item, Item], bool]) -> list[list[Item]]:
    """Items that hang together by disagreement."""
    group_of: dict[int, set[int]] = {}
    for one, other in combinations(range(len(items)), 2):
        if disagree(items[one], items[other]):
            joined = group_of.get(one, {one}) | group_of.get(other, {other})
            group_of.update(dict.fromkeys(joined, joined))
    return [[items[number] for number in sorted(group)] for group in unique(group_of.values())]


def dates_disagree(one: Claimed, other: Claimed) -> bool:
    """Whether two claims on one subject cannot both be true."""
    left, right = one[1], other[1]
    if left.is_planned != right.is_planned or elsewhere(left.place, right.place):
        return False
    apart = days_apart(left.time, right.time)
    if not apart:
        return False
    if same_event(left) == same_event(right):
        return happens_once(left) or years_of(left) == years_of(right)
    return loosely_one(left, right) and apart > FAR_APART_DAYS


def elsewhere(one: ToldPlace | None, other: ToldPlace | None) -> bool:
    """Whether two places are told and are not one."""
    return bool(one and other) and place_key(one) != place_key(other)


def place_key(place: ToldPlace | None) -> str:
    """The code of a place, else its folded name."""
    return (place.code or folded_key(place.name)) if place else ""


def days_apart(one: ToldTime, other: ToldTime) -> int:
    """Days between two dates or periods; 0 if they can share a day."""
    (one_first, one_last), (other_first, other_last) = bounds_of(one), bounds_of(other)
    return max((other_first - one_last).days, (one_first - other_last).days, 0)


def bounds_of(time: ToldTime) -> tuple[date, date]:
    """The first and the last day meant; an open period is the day it begins or ends."""
    return (
        first_day(time.as_of or time.begin or time.finish),
        last_day(time.as_of or time.finish or time.begin),
    )


def years_of(claim: ToldClaim) -> set[int]:
    """The years a claim speaks of."""
    return {day.year for day in bounds_of(claim.time)}


def same_event(claim: ToldClaim) -> str:
    """The event, one word for those that mean one."""
    return SAME_EVENT.get(claim.predicate, claim.predicate)


def happens_once(claim: ToldClaim) -> bool:
    """Whether the event of such a subject can have one date only."""
    return same_event(claim) not in COMES_AGAIN or bool(ORDINALS & words_of(claim.subject))


def loosely_one(one: ToldClaim, other: ToldClaim) -> bool:
    """Whether two words may name one step of one text: « soumis », « présenté », « remonte à »."""
    if "dated" in {one.predicate, other.predicate}:
        return {one.predicate, other.predicate} <= LOOSELY_ONE | {"validated", "adopted"}
    return bool(ORDINALS & words_of(one.subject)) and {one.predicate, other.predicate} <= LOOSELY_ONE


def event_of(group: Sequence[Claimed]) -> str:
    """The events of a group, each once."""
    return ", ".join(dict.fromkeys(claim.predicate for _, claim in group))


def said_date(document: ToldDocument, claim: ToldClaim) -> Said:
    """The passage of a claim with its date or period."""
    time = claim.time
    return Said(claim.start, claim.end, document.name, time.as_of or f"{time.begin}/{time.finish}")


def conflicts_of_values(documents: Sequence[ToldDocument]) -> Iterator[ToldConflict]:
    """One thing counted at one place and time with values apart beyond what their words allow."""
    by_thing: dict[tuple[str, ...], list[Counted]] = defaultdict(list)
    for document in documents:
        for figure in document.told.figures:
            if can_be_held_against(figure):
                by_thing[thing_of(document, figure)].append((document, figure))
    for counted in by_thing.values():
        for group in groups(counted, values_disagree):
            yield ToldConflict(group[0][1].what, "value", tuple(said_value(*side) for side in group))


def values_disagree(one: Counted, other: Counted) -> bool:
    """Whether two numbers of one thing cannot both be true; neighbours in a text are parts of a whole, or a row."""
    left, right = one[1], other[1]
    if one[0] is other[0] and abs(left.start - right.start) < NEIGHBOURS:
        return False
    if max(left.value, right.value) > OF_ANOTHER_ORDER * min(left.value, right.value):
        return False
    answers = answer(*one), answer(*other)
    return comparable(*answers, newest_year(answers) - RECENT_YEARS) and disagree(*answers)


def can_be_held_against(figure: ToldFigure) -> bool:
    """Whether another document can be meant to count the same: not the kits of one day, nor who came to a workshop."""
    if figure.kind == "event":
        return False
    if not figure.what or fold(figure.what) in VAGUE_THINGS:
        return False
    return bool(figure.population or figure.time or figure.unit == "areas")


def thing_of(document: ToldDocument, figure: ToldFigure) -> tuple[str, ...]:
    """What must be equal for two numbers to speak of one thing."""
    narrowed = set(re.findall(r"[a-z0-9-]+", fold(subject_of(fold(figure.what)).words))) - FILLERS
    words = " ".join(sorted(narrowed - NEUTRAL if figure.population else narrowed))
    place = place_key(figure.place)
    at = "" if place == document.country else place
    return figure.unit, figure.population, words, at, figure.kind


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


def alias_questions(documents: Sequence[ToldDocument], texts: Mapping[str, str]) -> list[AliasQuestion]:
    """Names that differ by a letter or two, one question for each pair; `texts` are the documents' by name."""
    first: dict[tuple[str, str], Said] = {}
    for document in documents:
        for name in document.told.names:
            spelling = " ".join(texts[document.name][name.start : name.end].split())
            first.setdefault((name.kind, spelling), Said(name.start, name.end, document.name, spelling))
    return [
        AliasQuestion(kind, one, other, (left, right))
        for ((kind, one), left), ((other_kind, other), right) in combinations(first.items(), 2)
        if kind == other_kind and may_be_one_name(one, other)
    ]


def may_be_one_name(one: str, other: str) -> bool:
    """Whether two spellings are near: acronyms by a letter more, other names by a letter or two."""
    if one.isupper() and other.isupper():
        return acronyms_are_near(one, other)
    return are_near(folded_key(one), folded_key(other))
