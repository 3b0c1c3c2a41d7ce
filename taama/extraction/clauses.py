"""The noun phrases around an event word. Grammar by its small words, no parser.

The text is folded, and « à » standing alone is "@", so that it is neither « a » (has) nor the English article.
"""

import re
from itertools import pairwise

from .clause_words import (
    ADVERBS,
    AFTER_A_DATE,
    BEGINS_AN_ADVERBIAL,
    BEGINS_AN_APPOSITION,
    COORDINATED,
    CUTS_A_CLAUSE,
    CUTS_A_RELATIVE,
    DETERMINED,
    ENDS_SKIPPING,
    FINITE,
    FREE_HEAD,
    GOVERNS,
    HEAD,
    INSERTION,
    LATER_COMPLEMENT,
    LEADS_IN,
    PARTITIVE,
    SKIPS_TO,
    STANDS_ALONE,
    STOP,
    TIME_OR_PLACE,
)


def phrase_from(folded: str, start: int, end: int) -> tuple[int, int] | None:
    """The noun phrase that begins at an offset, up to what ends it."""
    stop = STOP.search(folded, start, end)
    stretch = folded[start : stop.start() if stop else end]
    bare = stretch.rstrip(" ,.-")
    return (start, start + len(bare)) if bare.strip() else None


def phrase_before(folded: str, start: int, verb: int) -> tuple[int, int] | None:
    """The subject of a verb: the last comma's stretch before it that is no adverbial and no apposition."""
    colon = folded.rfind(":", start, verb)
    if colon >= 0 and folded[colon + 1 : verb].strip():
        start = colon + 1
    dash = folded.rfind(" - ", start, verb)
    if dash >= 0 and STANDS_ALONE.match(folded, dash + 3, verb):
        start = dash + 3
    commas = [start, *commas_in(folded, start, verb), verb + 1]
    spare = None
    for begin, stop in reversed(list(pairwise(commas))):
        found = phrase_within(folded, begin, stop - 1)
        if found and (begin == start or STANDS_ALONE.match(folded, found[0])):
            return found
        spare = spare or found
    return spare


def commas_in(folded: str, start: int, end: int) -> list[int]:
    """Offsets after the commas that part stretches: not those in brackets, nor that of « sûres, ordonnées »."""
    found = []
    at = folded.find(",", start, end)
    while at >= 0:
        if not in_brackets(folded, start, at):
            found.append(at + 1)
        at = folded.find(",", at + 1, end)
    return found


def phrase_modified(folded: str, start: int, participle: int) -> tuple[int, int] | None:
    """What a participle without auxiliary belongs to: the phrase next to it, else the subject of the verb before."""
    verb = last_of(FINITE, folded, start, participle)
    begin = verb.end() if verb else start
    if verb and COORDINATED.search(folded, begin, participle):
        return phrase_before(folded, start, verb.start())
    for left, right in reversed(
        list(pairwise([begin, *commas_in(folded, begin, participle), participle + 1]))
    ):
        if not folded[left : right - 1].strip():
            continue
        if right <= participle and BEGINS_AN_APPOSITION.match(folded, left + 1, right - 1):
            continue
        if found := next_to(folded, left, right - 1):
            return found
        if not BEGINS_AN_ADVERBIAL.match(folded, left + 1, right - 1):
            break
    found = phrase_before(folded, begin, participle)
    return found or (phrase_before(folded, start, verb.start()) if verb else None)


def next_to(folded: str, start: int, end: int) -> tuple[int, int] | None:
    """The phrase of the last article in a stretch that no preposition governs; else of the last one « de » does not."""
    free = last_of(FREE_HEAD, folded, start, end) or last_of(HEAD, folded, start, end)
    return phrase_from(folded, free.start(1), end) if free else None


def last_of(pattern: re.Pattern[str], folded: str, start: int, end: int) -> re.Match[str] | None:
    """The last match in a stretch."""
    found = None
    for match in pattern.finditer(folded, start, end):
        found = match
    return found


def in_brackets(folded: str, start: int, at: int) -> bool:
    """Whether a bracket is open there, or a comma stands inside « sûres, ordonnées »."""
    if folded.startswith((" ordonnees", " orderly"), at + 1):
        return True
    return folded.rfind("(", start, at) > folded.rfind(")", start, at)


def phrase_within(folded: str, begin: int, stop: int) -> tuple[int, int] | None:
    """The noun phrase of a comma's stretch, past what leads in; None if it is an adverbial or an apposition."""
    cut = last_of(CUTS_A_CLAUSE, folded, begin, stop)
    if cut and folded[cut.end() : stop].strip():
        begin = cut.end()
    while begin < stop and folded[begin] in ' \n-"»«*#':
        begin += 1
    if lead := LEADS_IN.match(folded, begin, stop):
        begin = lead.end()
    if BEGINS_AN_APPOSITION.match(folded, begin, stop):
        return None
    if BEGINS_AN_ADVERBIAL.match(folded, begin, stop):
        return past_adverbial(folded, begin, stop)
    relative = CUTS_A_RELATIVE.search(folded, begin, stop)
    return phrase_from(folded, begin, relative.start() if relative else stop)


def past_adverbial(folded: str, begin: int, stop: int) -> tuple[int, int] | None:
    """« En juin 2020 le rapport » without a comma: the determined phrase after the date."""
    found = last_of(AFTER_A_DATE, folded, begin, stop)
    return phrase_from(folded, found.start(), stop) if found else None


def phrase_after(folded: str, start: int, end: int, *, of_noun: bool = False) -> tuple[int, int] | None:
    """The object of a verb, or the complement of a noun; past an insertion between commas and adverbials."""
    adverbs = ADVERBS.match(folded, start, end)
    at = adverbs.end() if adverbs else start
    if of_noun:
        if link := PARTITIVE.match(folded, at, end):
            return phrase_from(folded, link.end(), end)
    elif DETERMINED.match(folded, at, end):
        return phrase_from(folded, at, end)
    elif folded.startswith(("par ", "by "), at):
        return None
    if insertion := INSERTION.match(folded, at, end):
        return phrase_after(folded, insertion.end(), end, of_noun=of_noun)
    if of_noun:
        later = LATER_COMPLEMENT.search(folded, at, min(end, at + 75))
        return phrase_from(folded, later.end(), end) if later else None
    return past_adverbials(folded, at, end)


def past_adverbials(folded: str, at: int, end: int) -> tuple[int, int] | None:
    """« a remis à la police, le vendredi 14 avril, un poste »: the determined phrase after times and places."""
    for skip in SKIPS_TO.finditer(folded, at, min(end, at + 90)):
        skipped = folded[at : skip.start()]
        if GOVERNS.search(skipped):
            continue
        if ENDS_SKIPPING.search(skipped) or not all(map(TIME_OR_PLACE.match, skipped.split(","))):
            return None
        if DETERMINED.match(folded, skip.start(), end):
            return phrase_from(folded, skip.start(), end)
    return None
