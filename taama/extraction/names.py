"""Organisations and people named in a text."""

import re
from collections.abc import Iterator

from .lexicon import Lexicon, OrganisationName
from .told import ToldName

# What stands before a person's name. "M." alone also begins a sentence's "M. Untel"; a capital must follow.
TITLE = (
    r"(?:S\.?\s?E\.?\s?)?(?:Monsieur|Madame|Mademoiselle|Mme|Mlle|MM?\.|Dr\.?|Pr\.?|Mr\.?|Mrs\.?|Ms\.?|"
    r"Professeur|Docteur|Colonel|Général|El Hadj|Ambassador|Ambassadeur|H\.?\s?E\.?)"
)
PARTICLE = r"(?:Ag|ag|Ould|ould|Walet|walet|de|da|dos|van|von|El|el|Al|al|Ben|ben|N’|d’)"
CAPITAL = r"[A-ZÀ-ÖØ-Þ][\wÀ-ÿ’'\-]+"
GAP = r"[ \u00a0\u202f]"
# Any title begins so; to look for this first spares the costly pattern at most capitals of a text.
MAY_BE_TITLE = re.compile(
    r"[ACDEGHMPS](?:onsieur|adame|ademoiselle|me|lle|\.|M\.|r|rs|s|rofesseur|octeur|olonel|énéral|l Hadj|mbassad|E)"
    r"[ .\u00a0\u202feu]"
)
PERSON = re.compile(rf"{TITLE}{GAP}(?:{TITLE}{GAP})?({CAPITAL}(?:{GAP}(?:{PARTICLE}{GAP})?{CAPITAL}){{1,3}})")
# « Union des jeunes migrants (UJM) »: the words before an acronym whose letters they begin with.
ACRONYM = re.compile(r"\(([A-Z][A-Z&\-]{1,11}[A-Z])\)")
OFFICES = re.compile(
    r"^(?:le|la|les|the|ministre|minister|secrétaire|secretary|président|president|directeur|directrice|chef|représentant)",
    re.IGNORECASE,
)
SMALL_WORDS = frozenset(
    (
        "de",
        "des",
        "du",
        "la",
        "le",
        "les",
        "et",
        "pour",
        "the",
        "of",
        "and",
        "for",
        "en",
        "in",
        "à",
        "sur",
        "on",
    )
)
MOST_WORDS = 14


def find_names(text: str, lexicon: Lexicon) -> list[ToldName]:
    """Known organisations, organisations a text introduces with their acronym, people with a title; in order."""
    known = [
        ToldName(start, end, "organisation", named.name, named.code, 0.6 if named.is_acronym else 0.9)
        for start, end, named in lexicon.found(text)
        if isinstance(named, OrganisationName)
    ]
    taken = {(one.start, one.end) for one in known}
    found = [*known, *people(text), *(one for one in introduced(text) if not meets(one, taken))]
    return sorted(found, key=lambda one: (one.start, -one.end))


def people(text: str) -> Iterator[ToldName]:
    """« Mme Aminata Keïta », "Mr. Moussa Ag Alhassane": the name without its title."""
    end = 0
    for may_be in MAY_BE_TITLE.finditer(text):
        start = may_be.start()
        match = PERSON.match(text, start) if start >= end and not text[start - 1 : start].isalnum() else None
        if match is None:
            continue
        end, name = match.end(), match[1]
        if not OFFICES.match(name):
            yield ToldName(*match.span(1), "person", " ".join(name.split()), "", 0.7)


def introduced(text: str) -> Iterator[ToldName]:
    """A name spelled out before its acronym in brackets."""
    for match in ACRONYM.finditer(text):
        start = where_it_begins(text, match.start(), match[1])
        if start is not None:
            name = " ".join(text[start : match.start()].split())
            yield ToldName(start, match.end(), "organisation", name, "", 0.6)


def where_it_begins(text: str, end: int, acronym: str) -> int | None:
    """Where the words begin whose initials make the acronym, read backwards; None if they do not."""
    sentence = max(text.rfind(sign, 0, end) for sign in ".;:!?\n(") + 1
    words = list(re.finditer(r"[\wÀ-ÿ]+", text[sentence:end]))[-MOST_WORDS:]
    wanted = [letter for letter in acronym if letter.isalpha()]
    for word in reversed(words):
        if word[0][0].upper() == wanted[-1]:
            wanted.pop()
        elif word[0].lower() not in SMALL_WORDS:
            return None
        if not wanted:
            return sentence + word.start()
    return None


def meets(one: ToldName, taken: set[tuple[int, int]]) -> bool:
    """Whether it overlaps what is known already."""
    return any(one.start < end and start < one.end for start, end in taken)
