"""What a share is of, and what a sum of money is for."""

import re

from .counted import FUNCTION_WORDS, Counted, Decoy, noun_after, noun_before
from .lexicon_files import words
from .units import NOUNS

OF = re.compile(
    r" (?:des |de |du |d'(?:entre (?:eux|elles))?|of |parmi |among )"
    r"(?:all |the |these |those |ces |cette |ce |leurs? |toutes? |tous |les |la |l')*"
)
ARE = re.compile(r",? (?:(?:sont|etaient|seraient|are|were|is|was|est|etait|represent\w*) )(?:des |de |d')?")
SHARED = re.compile(r"[a-z]+(?:-[a-z]+)*")
MONEY_NOUNS = words("units.money.txt")
WORD = re.compile(r"[a-z]+(?:-[a-z]+)*")
OF_MONEY = re.compile(r" (?:de |d'|of )[a-z]+")


def shared(text: str, folded: str, floor: int, start: int, end: int) -> Counted | None:
    """What the share at this place is of; None where the sentence does not say."""
    return (
        part_of(text, folded, end) or plain_after(text, folded, end) or nearest_before(folded, floor, start)
    )


def part_of(text: str, folded: str, end: int) -> Counted | None:
    """« 25 % des migrants interrogés », "5 per cent of GDP"."""
    found = OF.match(folded, end)
    if not found:
        return None
    begin = found.end() - 1 if folded[found.end() - 1] == " " else found.end()
    counted = tried(text, folded, begin)
    if counted:
        return counted
    word = SHARED.match(folded, found.end())
    if not word or (word[0] in FUNCTION_WORDS and word[0] not in ("total",)):
        return None
    return Counted(word.start(), word.end(), word[0], NOUNS.get(word[0], ""))


def plain_after(text: str, folded: str, end: int) -> Counted | None:
    """« 45 per cent women », « 45 % étaient des femmes »."""
    found = ARE.match(folded, end)
    counted = tried(text, folded, found.end() - 1 if found and folded[found.end() - 1] == " " else end)
    return counted if counted and counted.unit else None


def tried(text: str, folded: str, place: int) -> Counted | None:
    """The noun phrase at this place, none where it is of another kind."""
    try:
        return noun_after(text, folded, place)
    except Decoy:
        return None


def nearest_before(folded: str, floor: int, start: int) -> Counted | None:
    """The counted noun nearest before the share in its sentence."""
    linked = noun_before(folded, floor, start)
    if linked:
        return linked
    near = [word for word in WORD.finditer(folded, max(floor, start - 120), start) if word[0] in NOUNS]
    return Counted(near[-1].start(), near[-1].end(), near[-1][0], NOUNS[near[-1][0]]) if near else None


def paid_for(folded: str, floor: int, start: int, end: int, ceiling: int) -> tuple[int, int] | None:
    """Where the sentence names what the sum is: transfers, a budget, a cost."""
    found = money_noun(folded, max(floor, start - 140), start, -1) or money_noun(
        folded, end, min(ceiling, end + 90), 0
    )
    if found is None:
        return None
    more = OF_MONEY.match(folded, found[1])
    return found[0], more.end() if more and more.end() <= max(start, found[1]) else found[1]


def money_noun(folded: str, start: int, end: int, which: int) -> tuple[int, int] | None:
    """The first (0) or last (-1) noun of the stretch that sums are for."""
    if MONEY_NOUNS.isdisjoint(folded[start:end].replace("'", " ").replace(",", " ").split()):
        return None
    return [word.span() for word in WORD.finditer(folded, start, end) if word[0] in MONEY_NOUNS][which]
