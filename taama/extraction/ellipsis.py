"""Numbers that leave their noun to a figure before: « 284 025 déplacements en 2019, 153 990 en 2022 »."""

import re

from .counted import noun_after, noun_before
from .passage import Passage
from .quantities import MONEY, Quantity, is_year
from .said import OPEN_FROM, STATE, Found, money
from .told import ToldFigure
from .units import currency_behind

OF_THEM = re.compile(r"[ \n](?:d'entre (?:eux|elles|nous)|of (?:them|whom|these|those))\b")
THEY_ARE = re.compile(
    r"\b(?:(?:ils|elles|they) (?:ne )?(?:sont|etaient|seraient|ont ete|are|were|had been)(?: que)?"
    r"(?: (?:au nombre de|estimee?s a))?"
    r"|(?:leur|their) (?:nombre|number) (?:est (?:de|estime a)|etait de|atteint|s'eleve a|is|was|has reached|stands at)"
    r"|y en (?:a|avait)|en (?:compt|accueill|abrit|heberg|denombr|recens)"
    r"(?:e|ait|erait|ent|aient|eraient))[ \n]$"
)
OF_BEFORE = re.compile(
    r"\W*(?:(?:parmi|dont|among|amongst|of|sur) (?:eux|elles|ceux-ci|celles-ci|ce nombre|ce total|them|these|those|whom"
    r"|ces [a-z]+|ils|elles|they)\b|(?:of the|sur les|parmi les)[ \n](?=[0-9])"
    r"|(?:ils|elles|they) (?:sont|etaient|are|were)\b|il s'agit de\b|dont\b)"
)
# What may stand before such a number.
OPENING = re.compile(
    r"(?:[(:]|\b(?:avec|with|from|de|a|to|et|and|puis|then)|,)[ \n]?$"
    r"|(?P<against>\b(?:soit|au total|en tout|total of|total de|contre|against|versus|to|a"
    r"|compared (?:to|with)))[ \n]$"
)
PART = re.compile(r"\b(?:dont|including|of whom|of which|parmi lesquels|parmi lesquelles)[ \n]$")
DID = re.compile(
    r"[ \n](?:ont|sont|etaient|avaient|were|are|had|have|seront|vivent|viennent|said|who|qui|ne|n|presente?s|inscrite?s"
    r"|autres|others|more|de plus|nouve(?:aux|lles)|[a-z]{3,}ed|[a-z]{3,}ent|remain|could|would|will|may|did|do"
    r"|came|went|left|took|fell|got|found|par (?:jour|mois|an|semaine)"
    r"|per (?:day|month|year|week)|a day)\b"
)
FURTHER = re.compile(
    r"\b(?:a further|an additional|another|encore|targets? (?:of|is|was)"
    r"|(?:cible|objectif) (?:de|est de|etait de))[ \n]$"
)
PEOPLE = ("ils", "elles", "they")
OTHERS = re.compile(rf"[ \n](?:d')?(?:{STATE.pattern})\b")
COUNTED_IN_PARTS = ("persons", "households", "count", "areas", "movements")
NEAR = 12
POINTED_BACK = 300
ROW = re.compile(r"[ ,]*(?:and|et)?[ ]?")


def left_to_earlier(passage: Passage, quantity: Quantity) -> Found | None:
    """The noun of the figure before, if the words say that the number goes on from it."""
    earlier = passage.previous
    if earlier and earlier.unit == "households" and passage.people:
        earlier = passage.people
    is_pronoun = THEY_ARE.search(passage.folded, quantity.start - 36, quantity.start)
    if is_pronoun and (earlier is None or earlier.unit not in COUNTED_IN_PARTS):
        return they(passage, quantity, is_pronoun)
    if earlier is None or earlier.unit == "percent":
        return None
    floor, _ = passage.sentence(quantity.core)
    if earlier.unit in MONEY:
        return lent_sum(passage, quantity, earlier, floor)
    them = OF_THEM.match(passage.folded, quantity.end)
    if them:
        return lent(quantity, earlier, them.end(), 0.75)
    if is_pronoun:
        return lent(quantity, earlier, quantity.end, 0.6)
    if earlier.unit in ("count", "areas") and passage.people and passage.people.start >= floor:
        earlier = passage.people
    if passage.people and is_further(passage, quantity, passage.people, floor):
        return lent(quantity, passage.people, quantity.end, 0.6)
    if is_in_view(passage, quantity, earlier, floor) and goes_on(passage, quantity, earlier):
        return lent(quantity, earlier, quantity.end, 0.7)
    return None


def is_further(passage: Passage, quantity: Quantity, people: ToldFigure, floor: int) -> bool:
    """Whether more of the same are told: "a further 342 were referred"."""
    before = FURTHER.search(passage.folded, quantity.start - 20, quantity.start)
    return before is not None and is_same_paragraph(passage, people, floor) and quantity.value >= OPEN_FROM


def they(passage: Passage, quantity: Quantity, pronoun: re.Match[str]) -> Found | None:
    """« ils ont été 18 640 à regagner le pays » where no figure stands before: people."""
    word = pronoun[0].split()[0]
    return Found(quantity.start, quantity.end, word, "personnes", "persons", 0.6) if word in PEOPLE else None


def lent(quantity: Quantity, earlier: ToldFigure, end: int, sureness: float) -> Found:
    """What was found, from an earlier figure."""
    return Found(quantity.start, end, earlier.what, "", earlier.unit, sureness, earlier)


def lent_sum(passage: Passage, quantity: Quantity, earlier: ToldFigure, floor: int) -> Found | None:
    """A sum that leaves out its currency."""
    is_near = earlier.start >= floor or (
        quantity.number.magnitude == 10**9 and is_same_paragraph(passage, earlier, floor)
    )
    if quantity.number.magnitude == 1 or not is_near:
        return None
    return money(passage, quantity._replace(unit=earlier.unit))


def is_same_paragraph(passage: Passage, earlier: ToldFigure, floor: int) -> bool:
    """Whether no empty line parts them."""
    return "\n\n" not in passage.folded[earlier.end : floor]


def is_in_view(passage: Passage, quantity: Quantity, earlier: ToldFigure, floor: int) -> bool:
    """Whether the earlier figure stands in the same sentence, or the sentence points back to it."""
    if earlier.start >= floor:
        return True
    if OF_BEFORE.match(passage.folded, floor):
        return floor - earlier.end < POINTED_BACK
    is_first = not passage.folded[floor : quantity.start].strip()
    return is_first and is_same_paragraph(passage, earlier, floor)


def goes_on(passage: Passage, quantity: Quantity, earlier: ToldFigure) -> bool:
    """Whether the number is of the same make as the earlier one and leaves the noun out."""
    number, folded = quantity.number, passage.folded
    if is_year(number) or earlier.unit not in COUNTED_IN_PARTS:
        return False
    is_clear = (not number.is_bare and not number.in_letters) or number.value > 2100
    is_in_bracket = folded[quantity.start - 1] == "(" and number.value >= OPEN_FROM
    if ((is_clear or is_in_bracket) and passage.place_ends_at(quantity.start)) or is_in_list(
        passage, quantity, earlier
    ):
        return True
    if OTHERS.match(folded, quantity.end) and number.value > 1:
        return True
    opening = OPENING.search(folded, quantity.start - 16, quantity.start)
    if opening and opening["against"] and (is_clear or number.value >= OPEN_FROM):
        return opening["against"] not in ("a", "to") or is_clear
    is_part = earlier.value > number.value and (
        PART.search(folded, quantity.start - 20, quantity.start) or DID.match(folded, quantity.end)
    )
    return bool(is_part) or (bool(opening) and (is_clear or names_follow(passage, quantity)))


def is_in_list(passage: Passage, quantity: Quantity, earlier: ToldFigure) -> bool:
    """Whether only a comma or « et » stands between the two: "371, 402 and 273 respectively"."""
    between = passage.folded[earlier.end : quantity.start]
    return quantity.value >= OPEN_FROM and 1 < len(between) < 7 and ROW.fullmatch(between) is not None


def names_follow(passage: Passage, quantity: Quantity) -> bool:
    """Whether a time or a place stands close behind."""
    end, near = quantity.end, quantity.end + NEAR
    if quantity.value < OPEN_FROM:
        return False
    return any(end <= start <= near for start in (*passage.time_starts, *passage.place_starts))


def left_to_later(passage: Passage, quantity: Quantity, place: int) -> Found | None:
    """The currency of the sum that follows: « passés de 538 milliards en 2017 à 793 milliards de FCFA »."""
    _, ceiling = passage.sentence(quantity.core)
    later = passage.number_at(place + 1)
    if later is None or later.start >= ceiling or min(later.magnitude, quantity.number.magnitude) == 1:
        return None
    currency = currency_behind(passage.folded, later.end)
    return money(passage, quantity._replace(unit=currency[1])) if currency else None


TO = re.compile(r"[ \n](?:a|to|ou|or)[ \n]")


def shared_with_later(passage: Passage, quantity: Quantity, place: int) -> Found | None:
    """The noun behind the second of two values: « passe de 150 à 278 lits »."""
    later, joint = passage.number_at(place + 1), TO.match(passage.folded, quantity.end)
    if joint is None or later is None or later.start != joint.end() or is_year(quantity.number):
        return None
    counted = noun_after(passage.text, passage.folded, later.end)
    if counted is None or not counted.unit:
        return None
    what = passage.words(counted.start, counted.end)
    return Found(quantity.start, quantity.end, what, counted.words, counted.unit, 0.7)


LARGE = 1000
CODE_BEFORE = re.compile(r"\b[A-Z]{2,4} ?$")
WITHIN = 400


def large_and_bare(passage: Passage, quantity: Quantity) -> Found | None:
    """A large number without a noun, in a text that has just counted people or says who in its sentence."""
    number = quantity.number
    if number.is_bare or number.in_letters or quantity.value < LARGE or quantity.value != int(quantity.value):
        return None
    floor, _ = passage.sentence(quantity.core)
    before = passage.text[passage.text.rfind("\n", 0, quantity.start) + 1 : quantity.start]
    if "\t" in before or "|" in before or before.rstrip().endswith((":", "=")) or CODE_BEFORE.search(before):
        return None
    counted = noun_before(passage.folded, floor, quantity.start, is_far=True)
    if counted and counted.unit in ("persons", "movements"):
        what = passage.words(counted.start, counted.end)
        return Found(quantity.start, quantity.end, what, counted.words, counted.unit, 0.5)
    people = passage.people
    if (
        people is None
        or quantity.start - people.end > WITHIN
        or not is_same_paragraph(passage, people, floor)
    ):
        return None
    found = lent(quantity, people, quantity.end, 0.45)
    are_more = people.unit == "households" and quantity.value > 2 * people.value
    return found._replace(unit="persons") if are_more else found
