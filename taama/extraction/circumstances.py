"""When and where a figure holds, whether it is a stock, a flow, a sum since a beginning or of one event."""

import re
from collections.abc import Sequence
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
    after = next((one for one in told if end <= one.start < following), None)
    before = next((one for one in reversed(told) if one.end <= start), None)
    if after and after.start - end <= NEAR:
        is_in_bracket = folded[end : after.start].lstrip() == "("
        if is_in_bracket or not BREAK.search(folded, end, after.start):
            return after
    return before or after


FROM = re.compile(
    r"(?:\bfrom|\bdepuis|\bprovenance d[eu']|\boriginaires? d[eu']|\b(?:venue?s?|rentree?s?|arrivee?s?|revenue?s?"
    r"|rapatriee?s?|retournee?s?|expulsee?s?|refoulee?s?|evacuee?s?) (?:de|d'|du|des))(?: la| l)?[ ']?$"
)


def governing_place(folded: str, places: Sequence[ToldPlace], start: int, end: int, following: int) -> ToldPlace | None:
    """The place said of the figure; a place people came from is left out, and a name within the counted words."""
    here = [one for one in places if not FROM.search(folded, max(0, one.start - 24), one.start)]
    return governing(folded, here, start, end, following)


CUMULATIVE = re.compile(
    r"\bdepuis\b|\bsince\b|\bcumul|\ba ce jour\b|\bto date\b|\bso far\b|\bdes l'ouverture\b"
)
ACTION = re.compile(
    r"\b(?:assist|rapatri|retourn|rentr|arriv|form[ea]|train|intercept|secour|rescu|refoul|expuls|expel|deport|repatriat"
    r"|return|reached|recu|receiv|benefici|evacu|identifi|enregistr|register|record|accueilli[es]?\b|helped|support"
    r"|appuy|accompagn|aide[es]|sensibilis|orient|refer|releas|liber|transfer|remittanc|envoi|envoy|sent|nouveaux depl"
    r"|new displ|fled|fui|deced|mort|died|death|disparu|inject|invest|distribu|deliv|issued|adopt|creat|cree|realis"
    r"|organis|observ|ramen|foul|regagn|crossed|travers|came back|left|entraient|sortaient|finance|retenu|mene)"
    r"|\b(?:ont|a ete|have been|has been|were|was|had) (?:ete )?[a-z]+(?:ed|es?|is?|us?)\b"
)
MEETING = re.compile(
    r"\b(?:atelier|workshop|reunion|meeting|conference|forum|ceremon|dialogue|session|consultation|seminaire|assemblee)"
)
ATTENDED = re.compile(
    r"\b(?:particip|attend|reuni|delegu|delegat|gathered|brought together|presents?\b|assistai|took part)"
)
JOURNEY = re.compile(
    r"\b(?:vols?|flights?|a (?:son )?bord|on board|aboard|convoys?|convois?|airport|aeroport|buses|navire)\b"
)
STANDING = re.compile(
    r"\b(?:capacit|compte(?:nt|rait)?\b|comptait|compter|accueill(?:e|ent|ait|aient)\b|hosts?\b|hosting|hosted|abrit|dispos"
    r"|vivent|living|lives?\b|still|encore|currently|actuellement|remain|holds?\b|comprises?|regroupe|denombre|there are)"
)
SINGLE_DAY = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
UP_TO_DAY = re.compile(r"(?:\bau|\bas of|\bas at|\ba la date du|\bjusqu'au|\buntil|\bby|\bto|\()[ \n]?$")
MONEY = ("xof", "usd", "eur")


def kind(clause: str, unit: str, time: ToldTime | None, before_time: str) -> str:
    """Stock, flow, cumulative or event, by the words of the clause, the time and the words before it."""
    is_action = ACTION.search(clause) is not None
    if (time and time.begin and not time.finish) or CUMULATIVE.search(clause):
        return "cumulative" if is_action or unit in MONEY else "stock"
    if unit in ("persons", "count") and MEETING.search(clause) and ATTENDED.search(clause):
        return "event"
    if unit == "movements":
        return "flow"
    is_period = time is not None and bool(time.finish)
    if not is_action or (STANDING.search(clause) and not is_period):
        return "event" if unit in MONEY else "stock"
    return kind_of_action(time, unit, clause, before_time)


def kind_of_action(time: ToldTime | None, unit: str, clause: str, before_time: str) -> str:
    """Something happened: at one event, over a period, or up to a day."""
    if time is None:
        return "event" if unit in MONEY or JOURNEY.search(clause) else "flow"
    if SINGLE_DAY.fullmatch(time.as_of):
        return "cumulative" if UP_TO_DAY.search(before_time) else "event"
    return "event" if is_short(time) else "flow"


def is_short(time: ToldTime) -> bool:
    """Whether the period is of a few days of one month."""
    return bool(SINGLE_DAY.fullmatch(time.begin) and SINGLE_DAY.fullmatch(time.finish)) and (
        time.begin[:7] == time.finish[:7] and int(time.finish[8:]) - int(time.begin[8:]) < FEW_DAYS
    )


UNIQUE = re.compile(
    r"personnes uniques|individus uniques|unique (?:individuals|persons|people|beneficiaries|migrants)"
    r"|beneficiaires uniques|sans doubles? (?:comptages?|comptes?)|without double[ -]counting|de-?duplicated|dedoublonne"
)
NOT_UNIQUE = re.compile(
    r"double comptage possible|may be counted (?:twice|more than once)|peuvent etre comptee?s plusieurs fois"
)


def deduplicated(clause: str) -> str:
    """Whether the clause says that each person is counted once."""
    if UNIQUE.search(clause):
        return "yes"
    return "no" if NOT_UNIQUE.search(clause) else "unknown"
