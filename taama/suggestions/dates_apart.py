"""Dates of one event of one subject that cannot all be true. Plain Python."""

import re
from collections.abc import Iterator, Sequence
from datetime import date

from taama.extraction.told import ToldClaim, ToldTime
from taama.suggestions.sides import (
    Said,
    ToldConflict,
    ToldDocument,
    elsewhere,
    groups,
    of_one_thing,
    words_of,
)
from taama.web.partial_dates import first_day, last_day

# Words of one event, told differently; others mean other steps of one procedure and may have other dates.
SAME_EVENT = {
    "approved": "validated", "opened": "held", "begun": "held", "concluded": "signed", "conducted": "held",
    "extended": "renewed", "transmitted": "submitted",
}  # fmt: skip
# For a text these may name one step or two: only dates far apart contradict each other.
LOOSELY_ONE = {
    "submitted", "presented", "published", "prepared", "conducted", "dated", "transmitted", "written",
    "signed", "issued", "completed",
}  # fmt: skip
# « Le rapport remonte à juin 2020 » may mean any of its steps.
DATED = LOOSELY_ONE | {"validated", "adopted"}
FAR_APART_DAYS = 150
# What can happen again: only within one year can two dates be of one time.
COMES_AGAIN = {
    "held", "visited", "received", "announced", "written", "transmitted", "presented", "published", "submitted",
    "revised", "evaluated", "commemorated", "appointed", "elected", "installed", "handed over",
    "renewed", "conducted", "prepared", "arrived", "trained", "implemented", "ended",
}  # fmt: skip
ORDINALS = {"first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth"}
# A body that is launched is set up; a plan that is launched was made before.
BODIES = {"group", "network", "committee", "commission", "council", "platform", "unit", "observatory"}
STANDS_SOMEWHERE = {"centre", "office", "post", "house", "consulate", "school"}
# Say no more than that there is one.
COMMON = {
    "press release", "annual report", "final report", "progress report", "mission report", "partnership agreement",
    "bilateral agreement", "framework agreement", "financing agreement", "action plan", "national action plan",
    "national strategy", "national workshop", "validation workshop", "training workshop", "steering committee",
    "technical committee", "working group", "road map", "final evaluation", "joint programme", "legal framework",
    "regional office", "border post", "reception centre", "transit centre", "training centre", "national committee",
    "monitoring committee", "launch ceremony", "opening ceremony", "champion country", "results framework",
    "data collection", "health centre", "information office", "information campaign", "coordination meeting",
    "regional conference", "mobile border post", "charter flight", "signing ceremony", "handover ceremony",
}  # fmt: skip
ALL_COMMON = {words_of(phrase) for phrase in COMMON}
Claimed = tuple[ToldDocument, ToldClaim]


def conflicts_of_dates(documents: Sequence[ToldDocument]) -> Iterator[ToldConflict]:
    """One event of one subject on dates that cannot be the same."""
    claims = [
        (document, claim) for document in documents for claim in document.told.claims if says_which(claim)
    ]
    for alike in of_one_thing(claims, lambda claimed: words_of(claimed[1].subject), may_be_one):
        for group in groups(alike, dates_disagree, lambda claimed: said_date(*claimed)):
            subject = f"{fullest(group)}: {event_of(group)}"
            yield ToldConflict(subject, "date", tuple(said_date(*claimed) for claimed in group))


def fullest(group: Sequence[Claimed]) -> str:
    """The subject that says most."""
    return max((claim.subject for _, claim in group), key=lambda subject: len(words_of(subject)))


def says_which(claim: ToldClaim) -> bool:
    """Whether a subject names one thing in the world, not any report or workshop; a centre does with its place."""
    words = words_of(claim.subject)
    if words in ALL_COMMON:
        return bool(words & STANDS_SOMEWHERE)
    return len(words) > 1 or bool(re.search(r"[0-9]|Compact|policy$", claim.subject))


def may_be_one(one: Claimed, other: Claimed) -> bool:
    """Whether two claims, the words of one among the other's, speak of one subject."""
    left, right = words_of(one[1].subject), words_of(other[1].subject)
    if (left & ORDINALS) != (right & ORDINALS):
        return False
    if left in ALL_COMMON or right in ALL_COMMON:
        return same_event(one[1]) == same_event(other[1]) and of_one_time_or_place(one, other)
    return left == right or len(left) > 1


def of_one_time_or_place(one: Claimed, other: Claimed) -> bool:
    """Whether two claims on a common thing may mean the same one: at one place, or within weeks of one year."""
    if one[1].place and other[1].place:
        return not elsewhere(one[1].place, other[1].place)
    return days_apart(one[1].time, other[1].time) < FEW_WEEKS


FEW_WEEKS = 31


def dates_disagree(one: Claimed, other: Claimed) -> bool:
    """Whether two claims on one subject cannot both be true."""
    left, right = one[1], other[1]
    if left.is_planned != right.is_planned or elsewhere(left.place, right.place):
        return False
    apart = days_apart(left.time, right.time)
    if not apart:
        return False
    if same_event(left) == same_event(right):
        return (happens_once(left) and happens_once(right)) or years_of(left) == years_of(right)
    return loosely_one(left, right) and apart > FAR_APART_DAYS


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
    words = words_of(claim.subject)
    if claim.predicate == "launched" and words & BODIES:
        return "created"
    if claim.predicate == "opened" and words & STANDS_SOMEWHERE:
        return "inaugurated"
    return SAME_EVENT.get(claim.predicate, claim.predicate)


def happens_once(claim: ToldClaim) -> bool:
    """Whether the event of such a subject can have one date only."""
    return same_event(claim) not in COMES_AGAIN or bool(ORDINALS & words_of(claim.subject))


def loosely_one(one: ToldClaim, other: ToldClaim) -> bool:
    """Whether two words may name one step of one text: « soumis », « présenté », « remonte à »."""
    predicates = {one.predicate, other.predicate}
    if "dated" in predicates:
        return predicates <= DATED
    return bool(ORDINALS & words_of(one.subject)) and predicates <= LOOSELY_ONE


def event_of(group: Sequence[Claimed]) -> str:
    """The events of a group, each once."""
    return ", ".join(dict.fromkeys(claim.predicate for _, claim in group))


def said_date(document: ToldDocument, claim: ToldClaim) -> Said:
    """The passage of a claim with its date or period."""
    time = claim.time
    return Said(claim.start, claim.end, document.name, time.as_of or f"{time.begin}/{time.finish}")
