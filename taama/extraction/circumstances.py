"""When and where a figure holds, whether it is a stock, a flow, a sum since a beginning or of one event."""

import re
from collections.abc import Sequence
from typing import TypeVar

from .told import Span, ToldPlace, ToldTime

Told = TypeVar("Told", bound=Span)
NEAR = 70
BREAK = re.compile(
    r"[;(]|, (?!(?:en|au|in|on|le [0-9])\b)|\b(?:contre|against|dont|selon|according|et|and|mais|but)\b"
)


def governing(folded: str, told: Sequence[Told], start: int, end: int, following: int) -> Told | None:
    """The one said of the figure between start and end; `following` is where the next figure begins.

    The next behind it if nothing parts them; else the nearest before; else the next behind, before another figure.
    """
    after = next((one for one in told if end <= one.start < following), None)
    before = next((one for one in reversed(told) if one.end <= start), None)
    if after and after.start - end <= NEAR and not BREAK.search(folded, end, after.start):
        return after
    return before or after


FROM = re.compile(
    r"(?:\bfrom|\bdepuis|\bprovenance d[eu']|\boriginaires? d[eu']|\b(?:venue?s?|rentree?s?|arrivee?s?|revenue?s?"
    r"|rapatriee?s?|retournee?s?|expulsee?s?|refoulee?s?|evacuee?s?) (?:de|d'|du|des))(?: la| l)?[ ']?$"
)


def where(folded: str, places: Sequence[ToldPlace], start: int, end: int, following: int) -> ToldPlace | None:
    """The place said of the figure; a place people came from is left out, and a name within the counted words."""
    here = [one for one in places if not FROM.search(folded, max(0, one.start - 24), one.start)]
    return governing(folded, here, start, end, following)


CUMULATIVE = re.compile(
    r"\bdepuis\b|\bsince\b|\bcumul|\ba ce jour\b|\bto date\b|\bau total depuis\b|\bso far\b"
)
ACTION = re.compile(
    r"\b(?:assist|rapatri|retourn|rentre|arriv|form[ea]|train|intercept|secour|rescu|refoul|expuls|deport|repatriat"
    r"|return|reached|reçu|recu|receiv|benefici|evacu|identifi|enregistr|register|record|accueilli|helped|support"
    r"|appuy|accompagn|aide|sensibilis|orient|refer|releas|liber|transfer|envoy|sent|displac|deplacements|fled|fui"
    r"|deced|mort|died|death|disparu|inject|invest|distribu|delivr|issued|adopt|creat|cree|realis|organis|observ)"
)
MEETING = re.compile(
    r"\b(?:atelier|workshop|reunion|meeting|conference|forum|ceremonie|ceremony|dialogue|session|vol|flight)\b"
)
SINGLE_DAY = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
UNIQUE = re.compile(
    r"personnes uniques|individus uniques|unique (?:individuals|persons|people|beneficiaries|migrants)"
    r"|beneficiaires uniques|sans doubles? (?:comptages?|comptes?)|without double[ -]counting|de-?duplicated|dedoublonne"
)
NOT_UNIQUE = re.compile(
    r"double comptage possible|may be counted (?:twice|more than once)|peuvent etre comptee?s plusieurs fois"
)


def kind_of(clause: str, unit: str, time: ToldTime | None) -> str:
    """Stock, flow, cumulative or event, by the words of the clause and the time."""
    if (time and time.begin and not time.finish) or CUMULATIVE.search(clause):
        return "cumulative" if ACTION.search(clause) or unit in MONEY else "stock"
    if unit == "movements":
        return "flow"
    if not ACTION.search(clause):
        return "event" if MEETING.search(clause) or unit in MONEY else "stock"
    return kind_of_action(time, clause)


MONEY = ("xof", "usd", "eur")


def kind_of_action(time: ToldTime | None, clause: str) -> str:
    """Something happened: at one event, or over a period."""
    if time and (SINGLE_DAY.fullmatch(time.as_of) or is_short(time)):
        return "event"
    if time is None and MEETING.search(clause):
        return "event"
    return "flow"


def is_short(time: ToldTime) -> bool:
    """Whether the period lies within one month and is given by days."""
    return bool(SINGLE_DAY.fullmatch(time.begin) and SINGLE_DAY.fullmatch(time.finish)) and (
        time.begin[:7] == time.finish[:7] and int(time.finish[8:]) - int(time.begin[8:]) < 7
    )


def deduplicated(clause: str) -> str:
    """Whether the clause says that each person is counted once."""
    if UNIQUE.search(clause):
        return "yes"
    return "no" if NOT_UNIQUE.search(clause) else "unknown"
