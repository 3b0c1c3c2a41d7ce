"""When and where a figure holds, whether it is a stock, a flow, a sum since a beginning or of one event."""

import re
from collections.abc import Iterator, Sequence
from typing import TypeVar

from .told import Span, ToldPlace, ToldTime

Told = TypeVar("Told", bound=Span)
NEAR = 70
FEW_DAYS = 7
BREAK = re.compile(
    r"[;(]|, (?!(?:en|au|in|on|le [0-9])\b)|\b(?:contre|against|dont|selon|according|et|and|mais|but)\b"
)


def governing(folded: str, told: Sequence[Told], start: int, end: int, following: int) -> Told | None:
    """The one said of the figure between start and end; `following` is where the next figure begins.

    The next behind it if nothing parts them; else the nearest before; else the next behind, before another figure.
    """
    if not told:
        return None
    after = next((one for one in told if end <= one.start < following), None)
    before = next((one for one in reversed(told) if one.end <= start), None)
    if after and after.start - end <= NEAR:
        is_in_bracket = folded[end : after.start].lstrip() == "("
        if is_in_bracket or not BREAK.search(folded, end, after.start):
            return after
    return before or after


# What sets one figure against another, so that nothing is said of both.
AGAINST = re.compile(
    r"[;:|\t]|\b(?:contre|against|compared|than|que|mais|but|while|tandis|alors|selon|according)\b"
)


def said_of_all(folded: str, times: Sequence[ToldTime], end: int) -> ToldTime | None:
    """« trois camions et 87 personnes, dont 12 filles, dans la nuit du 5 mai »: what stands behind the last of them."""
    found = next((one for one in times if one.start >= end), None)
    return None if found is None or AGAINST.search(folded, end, found.start) else found


# « le plan, publié le 26 août, demande … »: the day is of the plan.
INSERTED = re.compile(
    r", (?:qui |which |that )?(?:was |were |is |a ete |est )?"
    r"(?:publish|sign|launch|adopt|establish|set up|open|inaugurat|vot|publi|lanc|ouvert|inaugur|mise? en place"
    r"|fonctionnel|operational|promulg|renew|renouvel)\w*[^,;.]{0,24}$"
)


def governing_time(
    folded: str, times: Sequence[ToldTime], start: int, end: int, following: int
) -> ToldTime | None:
    """The time said of the figure; the day of a text or of an opening, put in between commas, is left out."""
    found = governing(folded, times, start, end, following) or said_of_all(folded, times, end)
    if found is None or found.end > start or not is_inserted(folded, found):
        return found
    return governing_time(folded, [one for one in times if one is not found], start, end, following)


def is_inserted(folded: str, time: ToldTime) -> bool:
    """Whether the time dates only the noun before it."""
    return (
        folded[time.end : time.end + 1] == ","
        and INSERTED.search(folded, max(0, time.start - 50), time.start) is not None
    )


FROM = re.compile(
    r"(?:\bfrom|\bdepuis|\bprovenance d[eu']|\boriginaires? d[eu']|\b(?:venue?s?|rentree?s?|arrivee?s?|revenue?s?"
    r"|rapatriee?s?|retournee?s?|expulsee?s?|refoulee?s?|evacuee?s?) (?:de|d'|du|des))(?: la| l)?[ ']?$"
)


# « financé par le Danemark », "paid by Bamako": who did it, not where.
AGENT = re.compile(r"\b(?:par (?:le |la |les |l')|by (?:the )?)$")
# The last words of each, asked first because it costs less.
MAY_BE_FROM = ("de ", "du ", "des ", "d'", "la ", "l'", "from ", "depuis ", "d ", "l ")
MAY_BE_AGENT = ("le ", "la ", "les ", "l'", "by ", "the ")
LISTED = re.compile(r"(?:,|,? (?:et|and|ou|or))(?: (?:de la|de l|du|des|de|d|from|la|le)[ ']?)? ?")


def governing_place(
    folded: str, places: Sequence[ToldPlace], start: int, end: int, following: int
) -> ToldPlace | None:
    """The place said of the figure; one that people came from, or that did something, is left out."""
    return governing(folded, [*held_in(folded, places)], start, end, following) if places else None


def held_in(folded: str, places: Sequence[ToldPlace]) -> Iterator[ToldPlace]:
    """The places where something can be: no origins (« de Tunisie, du Niger et de Libye »), no agents."""
    origin = -1
    for place in places:
        before = folded[max(0, place.start - 24) : place.start]
        if (before.endswith(MAY_BE_FROM) and FROM.search(before)) or (
            origin >= 0 and LISTED.fullmatch(folded, origin, place.start)
        ):
            origin = place.end
        elif not (before.endswith(MAY_BE_AGENT) and AGENT.search(before)):
            yield place


SINGLE_DAY = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
UP_TO_DAY = re.compile(r"(?:\bau|\bas of|\bas at|\ba la date du|\bjusqu'au|\buntil|\bby|\bto|\()[ \n]?$")
MONEY = ("xof", "usd", "eur")


def kind(tenor: frozenset[str], unit: str, time: ToldTime | None, before_time: str) -> str:
    """Stock, flow, cumulative or event, by the words of the sentence, the time and the words before it."""
    is_action = "action" in tenor
    if (time and time.begin and not time.finish) or "since" in tenor:
        return "cumulative" if is_action or unit in MONEY else "stock"
    if unit in ("persons", "count") and {"meeting", "attended"} <= tenor:
        return "event"
    if unit in MONEY and "price" in tenor:
        return "stock"
    if unit == "movements":
        return "flow"
    is_period = time is not None and bool(time.finish)
    if not is_action or ("standing" in tenor and not is_period):
        return "event" if unit in MONEY or {"journey", "on_board"} <= tenor else "stock"
    return kind_of_action(tenor, unit, time, before_time)


def kind_of_action(tenor: frozenset[str], unit: str, time: ToldTime | None, before_time: str) -> str:
    """Something happened: at one event, over a period, or up to a day."""
    if time is None:
        return "event" if unit in MONEY or "journey" in tenor else "flow"
    if SINGLE_DAY.fullmatch(time.as_of):
        return "cumulative" if UP_TO_DAY.search(before_time) else "event"
    return "event" if is_short(time) else "flow"


def is_short(time: ToldTime) -> bool:
    """Whether the period is of a few days of one month."""
    return bool(SINGLE_DAY.fullmatch(time.begin) and SINGLE_DAY.fullmatch(time.finish)) and (
        time.begin[:7] == time.finish[:7] and int(time.finish[8:]) - int(time.begin[8:]) < FEW_DAYS
    )


def deduplicated(tenor: frozenset[str]) -> str:
    """Whether the sentence says that each person is counted once."""
    if "unique" in tenor:
        return "yes"
    return "no" if "repeated" in tenor else "unknown"
