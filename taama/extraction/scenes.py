"""When a figure holds that leaves its time to the sentences before it."""

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import replace

from .passage import Passage
from .populations import WORDS
from .said import Found
from .sentences import sentence_at
from .told import ToldPlace, ToldTime

PEOPLE = ("persons", "households", "movements")
COUNTED = (*PEOPLE, "count")
REACH = 400
ENDED = re.compile(r"[.!?][ \n]")
# « Au 31 mai, … »: a time before which its sentence says nothing holds for the sentences behind it.
FRONT = re.compile(
    r"[^a-z]*(?:(?:as of|as at|au|en|in|entre|between|du|de|from|during|since|depuis|on|le|a la date du)[ ])?"
)


def time_before(passage: Passage, found: Found, floor: int) -> ToldTime | None:
    """The time of the people counted in the sentence before; else the one that opened a sentence before."""
    if found.unit not in COUNTED:
        return None
    return time_of_people(passage, found, floor) or time_of_scene(passage, floor)


def time_of_people(passage: Passage, found: Found, floor: int) -> ToldTime | None:
    """The time of the figure before, where people are counted on in the next sentence of a paragraph."""
    earlier = passage.people
    if earlier is None or found.unit not in PEOPLE or "\n\n" in passage.folded[earlier.end : floor]:
        return None
    is_next = not ENDED.search(passage.folded, earlier.end, max(earlier.end, floor - 2))
    return earlier.time if is_next else None


def time_of_scene(passage: Passage, floor: int) -> ToldTime | None:
    """The time told last in the paragraph, if it opened its sentence."""
    place = bisect_left(passage.time_starts, floor) - 1
    time = passage.times[place] if place >= 0 else None
    if time is None or floor - time.end > REACH or "\n" in passage.folded[time.end : floor]:
        return None
    start, _ = sentence_at(passage.folded, time.start)
    return time if FRONT.fullmatch(passage.folded, start, time.start) else None


YEAR_BEFORE = re.compile(
    r"[ \n][^.;:]{0,24}?\b(?:un an (?:plus tot|auparavant|avant)|l'an(?:nee)? (?:precedente?|d'avant)"
    r"|a year (?:earlier|before)|(?:the|in the) (?:previous|preceding|prior) year|the year before)\b"
)
SINCE = re.compile(r"\b(?:depuis|since) [a-z' -]{2,32}$")


def time_meant(passage: Passage, time: ToldTime | None, end: int) -> ToldTime | None:
    """The time as words around it turn it: « un an plus tôt » behind the figure, « depuis le début de » before it."""
    if time is None:
        return None
    behind = YEAR_BEFORE.match(passage.folded, end)
    if behind and time.end <= end:
        return a_year_before(time, behind.end())
    before = passage.folded[max(0, time.start - 40) : time.start] if time.as_of else ""
    if ("depuis" in before or "since" in before) and SINCE.search(before):
        return replace(time, as_of="", begin=time.as_of)
    return time


def a_year_before(time: ToldTime, end: int) -> ToldTime:
    """The same day, month or period of the year before."""
    return ToldTime(time.start, end, *map(year_before, (time.as_of, time.begin, time.finish)))


def year_before(dated: str) -> str:
    """A partial date one year back; 29 February becomes its month."""
    if not dated:
        return ""
    return f"{int(dated[:4]) - 1:04d}{'-02' if dated[4:] == '-02-29' else dated[4:]}"


GENERIC = WORDS["person"] | {
    "arrivals",
    "arrivees",
    "beneficiaires",
    "beneficiaries",
    "passagers",
    "passengers",
}


def population_before(passage: Passage, found: Found, floor: int) -> str:
    """Who was counted in the sentence before, where only « personnes », « femmes » or a share stands here."""
    people = passage.people
    if (
        people is None
        or floor - people.end > REACH
        or "\n" in passage.folded[people.end : max(floor, people.end)]
    ):
        return ""
    is_open = found.unit == "percent" and not found.phrase
    is_generic = found.unit in ("persons", "percent") and not GENERIC.isdisjoint(found.phrase.split())
    return people.population if is_open or is_generic else ""


IN_THE_COUNTRY = re.compile(
    r"\b(?:dans (?:le|tout le|notre) pays|a travers le pays|sur (?:l'ensemble|toute l'etendue) du (?:pays|territoire)"
    r"|sur le (?:sol|territoire) national|in the country"
    r"|across the country|throughout the country"
    r"|nationwide|country-?wide|le pays (?:compte|comptait|accueille|accueillait|abrite|abritait)"
    r"|the country (?:hosts|hosted|counts|has))\b"
)


def with_country(folded: str, places: Sequence[ToldPlace], country: str) -> Sequence[ToldPlace]:
    """The places with « le pays » for the country named last before it, if that is the country of the document."""
    if not country or not ("pays" in folded or "country" in folded or "national" in folded):
        return places
    meant = [place for found in IN_THE_COUNTRY.finditer(folded) for place in meant_by(found, places, country)]
    return sorted([*places, *meant], key=lambda place: place.start) if meant else places


def meant_by(found: re.Match[str], places: Sequence[ToldPlace], country: str) -> Iterator[ToldPlace]:
    """The document's country, unless another was named since."""
    last = next(
        (place for place in reversed(places) if place.end <= found.start() and is_country(place)), None
    )
    if last and last.code in (country, country[:2]):  # a list of areas names its country in two letters
        yield ToldPlace(*found.span(), last.name, last.code, last.edition)


def is_country(place: ToldPlace) -> bool:
    """Whether the code is one of a country."""
    return 2 <= len(place.code) <= 3 and place.code.isalpha()
