"""What a quantity is said of: the noun behind it or before it, of an earlier figure, above its row."""

import re
from typing import NamedTuple

from . import shares
from .counted import Counted, Decoy, noun_after, noun_before
from .decoys import Left
from .passage import Passage
from .quantities import Quantity, is_year
from .told import ToldFigure
from .units import guessed_unit

LEAD = re.compile(r"[ \n](?:de|des|of)(?=[ \n])|[ \n]d'")
LEAD_THEIR = re.compile(
    r"[ \n](?:de(?: nos| ces| ses| leurs| vos)?|des|of(?: our| its| these| those| their| the)?)(?=[ \n])|[ \n]d'"
)
OUT_OF = re.compile(
    r"[ \n](?:out of|of|sur|des|parmi)"
    r"(?: the| les| ces| these| its| our| their| nos| ses| leurs| [a-z]+'s?| (?:a|un) total (?:of|de))?"
    r"[ \n](?=[0-9a-z])"
)
UP_TO_TEN = "deux|trois|quatre|cinq|six|sept|huit|neuf|dix|two|three|four|five|seven|eight|nine|ten|[2-9]|10"
RATIO = re.compile(rf"(?: [a-z]+)?[ \n](?:sur|in|out of)[ \n](?:{UP_TO_TEN})\b(?! [0-9])")
RATIO_BEFORE = re.compile(
    r"\b(?:(?:une?|one|1) (?:[a-z]+ )?(?:sur|in|out of)|[0-9]+(?:e|eme|th|st|nd|rd) (?:sur|of|out of))[ \n]$"
)
THE_NUMBER_OF = re.compile(
    r"[ \n](?:le nombre|the number|le total|the total)(?: total)?[ \n](?:de(?=[ \n])|d'|des(?=[ \n])|of(?=[ \n]))"
)
CLOSING_QUOTE = re.compile(r"[ ]?[\xbb\"]")
FAMILY = re.compile(r"\b(?:pere|mere|father|mother|parent)s? (?:de|of)[ \n]$")
# States of people that a number can take for a noun: « 60 personnes, 97 présentes ».
STATE = re.compile(
    r"(?:present|inscrit|absent|autre|nouve(?:aux|lles)|supplementaire|hospitalise|accueilli|assiste|forme|identifie"
    r"|enregistre|rentre|arrive|parti|place|oriente|beneficiaire|refere|rapatrie|libere|sauve|secouru|interroge|others?"
    r"|arrivee)e?s?"
)
FARTHEST = 90
OPEN_FROM = 10
SMALL_OPEN_FROM = 2
OPEN_IN_LETTERS_FROM = 13
LONGEST_OPEN = 3
RATIO_UP_TO = 10


class Found(NamedTuple):
    """The words and the unit a quantity is said of, the span of both, how sure it is; what its label multiplies by."""

    start: int
    end: int
    what: str
    phrase: str
    unit: str
    sureness: float
    inherited: ToldFigure | None = None
    factor: int = 1


RATE = re.compile(r"[ \n]?=|[ \n](?:for|pour)[ \n](?:1|un|one)[ \n](?:us )?(?:dollar|euro|usd|eur)\b")
CONFIDENCE = re.compile(r"\b(?:confidence|confiance|margin|marge)\b")


def money(passage: Passage, quantity: Quantity) -> Found | None:
    """A sum, with what the sentence says it is for; « 1 USD = 600 FCFA » is a rate."""
    floor, ceiling = passage.sentence(quantity.core)
    if quantity.value <= 1 or RATE.match(passage.folded, quantity.end) or is_behind_equals(passage, quantity):
        return None
    span = shares.paid_for(passage.folded, floor, quantity.start, quantity.end, ceiling)
    what = passage.words(*span) if span else ""
    return Found(quantity.start, quantity.end, what, what.lower(), quantity.unit, 0.9 if span else 0.8)


def is_behind_equals(passage: Passage, quantity: Quantity) -> bool:
    """Whether an equals sign stands before."""
    return passage.folded[max(0, quantity.start - 2) : quantity.start].rstrip().endswith("=")


def share(passage: Passage, quantity: Quantity) -> Found | None:
    """A share with what it is of."""
    floor, _ = passage.sentence(quantity.core)
    if CONFIDENCE.search(passage.folded, max(floor, quantity.start - 40), quantity.start):
        return None
    counted = shares.shared(passage.text, passage.folded, floor, quantity.start, quantity.end)
    if not counted:
        return Found(quantity.start, quantity.end, "", "", "percent", 0.5)
    what = passage.words(counted.start, counted.end)
    end = counted.end if counted.start >= quantity.end else quantity.end
    return Found(quantity.start, end, what, counted.words, "percent", 0.9)


def behind(passage: Passage, quantity: Quantity, place: int) -> Found | None:
    """The noun right behind: « 18 000 migrants », "16 of the 33 champion countries", « porté à 250 le nombre de … »."""
    counted = right_behind(passage, quantity) or behind_another(passage, quantity, place)
    if counted is None or not is_acceptable(quantity, counted) or is_family(passage.folded, quantity.start):
        return None
    if not counted.unit and STATE.fullmatch(counted.words) and passage.people:
        return None
    if is_ratio(passage.folded, quantity, counted):
        raise Decoy("ratio")
    return found_with(passage, counted, quantity.start, counted.end, 0.9 if counted.unit else 0.55)


def right_behind(passage: Passage, quantity: Quantity) -> Counted | None:
    """The noun phrase behind, « de » between them where the number asks for it."""
    text, folded, end = passage.text, passage.folded, quantity.end
    lead = LEAD_THEIR.match(folded, end)
    if lead:
        return noun_after(text, folded, lead.end()) if is_led(quantity, lead[0].strip()) else None
    if needs_lead(quantity, folded):
        return None
    quoted = CLOSING_QUOTE.match(folded, end)
    return noun_after(text, folded, quoted.end() if quoted else end, is_one=quantity.value == 1)


def needs_lead(quantity: Quantity, folded: str) -> bool:
    """Whether French would put « de » before the noun: « une dizaine de », « deux millions de »."""
    last = folded[quantity.number.end - 1]
    return (quantity.number.is_rough and last == "e") or (quantity.number.magnitude > 1 and last == "s")


def is_led(quantity: Quantity, lead: str) -> bool:
    """Whether « de » leads to the counted noun: behind a million, a dozen, or with a pronoun (« 176 de nos … »)."""
    is_great = quantity.number.magnitude > 1 or quantity.value >= 10**6
    return " " in lead or quantity.number.is_rough or is_great


def behind_another(passage: Passage, quantity: Quantity, place: int) -> Counted | None:
    """The noun behind the whole the number is part of, or behind « le nombre de »."""
    whole = THE_NUMBER_OF.match(passage.folded, quantity.end)
    if whole:
        return noun_after(passage.text, passage.folded, whole.end())
    part = OUT_OF.match(passage.folded, quantity.end)
    following = passage.number_at(place + 1)
    if not part or following is None or following.start != part.end() or following.value <= quantity.value:
        return None
    return noun_after(passage.text, passage.folded, following.end)


def is_family(folded: str, start: int) -> bool:
    """« père de cinq enfants » tells of one person."""
    return FAMILY.search(folded, start - 12, start) is not None


def is_ratio(folded: str, quantity: Quantity, counted: Counted) -> bool:
    """« deux adultes sur cinq », "one in five migrants"."""
    before = RATIO_BEFORE.search(folded, quantity.start - 30, quantity.start)
    return bool(before or (quantity.value <= RATIO_UP_TO and RATIO.match(folded, counted.end)))


def is_acceptable(quantity: Quantity, counted: Counted) -> bool:
    """Whether a number of this shape counts such a noun: of an unknown noun only a clear number does."""
    number = quantity.number
    if quantity.value != int(quantity.value):
        return False
    if counted.unit:
        return not (number.in_letters and number.value < 2)
    least = OPEN_IN_LETTERS_FROM if number.in_letters else SMALL_OPEN_FROM
    return counted.words.count(" ") < LONGEST_OPEN and number.value >= least and not is_year(number)


def in_front(passage: Passage, quantity: Quantity) -> Found | None:
    """The noun before: « les déplacés étaient 160 000 », « Nombre de retours : 3 245 », « femmes (1 200) »."""
    floor, _ = passage.sentence(quantity.core)
    left = Left.of(passage.folded, quantity.start)
    if left.names or (is_year(quantity.number) and not left.has_colon) or quantity.number.magnitude == 10**9:
        return None
    is_of_place = passage.folded[quantity.start - 1] == "(" and passage.place_ends_at(quantity.start)
    is_far = is_of_place and not quantity.number.is_bare and passage.previous_in(floor) is None
    counted = noun_before(passage.folded, floor, quantity.start, is_far=is_far)
    if counted is None:
        return None
    start = counted.start if quantity.end - counted.start <= FARTHEST else quantity.start
    return found_with(passage, counted, start, quantity.end, 0.8)


LABEL = re.compile(r"[-*\x95\x96\t >]*(?P<label>[^\n:\t|;0-9]{4,60}?)(?:[ ]?[:=]|[ ][-\x96\x97])[ ]?$")
LINE_ENDS = re.compile(r"[ ]?(?:[\n;(]|\.?$|\.\n)")


def labelled(passage: Passage, quantity: Quantity) -> Found | None:
    """A line that says what it counts in words not known: "Boats intercepted: 14"."""
    folded, line = passage.folded, passage.folded.rfind("\n", 0, quantity.start) + 1
    label = LABEL.match(folded, line, quantity.start)
    number = quantity.number
    if not label or number.in_letters or is_year(number) or not LINE_ENDS.match(folded, quantity.end):
        return None
    counted = noun_after(passage.text, folded, label.start("label"))
    if counted is None or quantity.value != int(quantity.value) or quantity.value < SMALL_OPEN_FROM:
        return None
    return found_with(passage, counted, counted.start, quantity.end, 0.55)


def found_with(passage: Passage, counted: Counted, start: int, end: int, sureness: float) -> Found:
    """What was found, from the counted phrase."""
    what = passage.words(counted.start, counted.end)
    return Found(start, end, what, counted.words, counted.unit or guessed_unit(counted.words), sureness)


def rough_sum(passage: Passage, quantity: Quantity) -> Found | None:
    """« 120 milliards » without a currency, in a country of the CFA franc."""
    if quantity.number.magnitude < 10**9 or passage.currency != "xof" or quantity.number.is_rough:
        return None
    return Found(quantity.start, quantity.end, "", "", "xof", 0.5)
