"""What a number counts: the noun phrase behind it or, in other word orders, before it.

The phrase runs from the first word to the head noun and its adjectives, with a close complement (« migrants de
retour », "victims of trafficking", "migrants in vulnerable situations"); not the place, the time or the clause.
No list of word classes is needed: in both languages the counted noun is a plural, what stands before it is an
English modifier, what follows it and is a plural too is a French adjective; any small word of grammar ends it.
"""

import re
from dataclasses import dataclass
from typing import NamedTuple

from .lexicon_files import groups, rows, words
from .units import NOUNS

GRAMMAR = groups("units.grammar.csv")
FUNCTION_WORDS = words("units.function_words.txt")
DECOYS = frozenset(row["word"] for row in rows("decoys.csv") if row["stands"] == "after")
WORD = re.compile(r"[ \n]?([a-z]+(?:-[a-z]+)*'?)")
TAIL = re.compile(
    r" (?:en (?:transit|detresse|situation (?:de \w+|d'\w+|\w+)|mobilite|migration|deplacement|danger|attente)"
    r"|in (?:vulnerable situations?|transit|distress|need|situations? of \w+|detention)"
    r"|with (?:disabilities|special needs|specific needs)|on the move|at risk|a risque|non[ -]accompagnes"
    r"|sans[ -](?:papiers|abri)|(?:presentement )?a (?:la charge|l'exterieur|l'etranger)|of concern"
    r"|de (?:la (?:traite|diaspora)|l'exterieur|la societe civile)(?: des (?:personnes|etres humains))?)\b"
)
MOST_BEFORE_HEAD = 6
# Small words that stand within a phrase before its head: "public and private institutions", "50 more families".
JOINING = ("and", "or")
INTENSIFYING = ("more", "other", "such", "very", "highly", "most")
FULL_LINE = 55


class Counted(NamedTuple):
    """A counted noun phrase: its folded words, the unit it counts in ("" if the noun is not known)."""

    start: int
    end: int
    words: str
    unit: str = ""


class Decoy(Exception):
    """What follows says that the number counts nothing of the world: an age, a duration, an article of a text."""


@dataclass(slots=True)
class Phrase:
    """A noun phrase being read."""

    text: str
    folded: str
    start: int = -1
    end: int = -1
    last: str = ""
    unit: str = ""
    has_head: bool = False

    def next_word(self, place: int) -> tuple[str, int, int] | None:
        """The word at this place: folded, start, end. A new line that begins with a capital begins something new."""
        found = WORD.match(self.folded, place)
        if not found:
            return None
        start, end = found.span(1)
        if self.folded[start - 1] == "\n" and not self.goes_on(start, found[1]):
            return None
        # « UN » in capitals is the United Nations, not an article.
        return ("UN" if self.text[start:end] == "UN" else found[1]), start, end

    def goes_on(self, start: int, word: str) -> bool:
        """Whether a new line goes on with the sentence: in small letters, behind a full line of text, or behind a
        number that has a line to itself, as posters print them."""
        line = self.folded.rfind("\n", 0, start - 1) + 1
        if not self.folded[line:start].strip(" \n\t.,0123456789%+-'><~"):
            return True
        is_full = start - line > FULL_LINE and "\t" not in self.folded[line:start]
        return self.text[start].islower() or (is_full and word in NOUNS)

    def take(self, word: str, start: int, end: int) -> None:
        """Let the phrase reach to this word."""
        self.unit = self.unit or NOUNS.get(word) or NOUNS.get(f"{self.last} {word}") or ""
        if not self.unit and word in DECOYS and not self.is_point_of(word, end):
            raise Decoy(word)
        if self.start < 0:
            self.start = start
        self.end, self.last = end, word

    def is_point_of(self, word: str, end: int) -> bool:
        """« points de suivi » are counted, the points of a text are not."""
        self.unit = NOUNS.get(f"{word} {self.folded[end + 1 : end + 3].rstrip(chr(39) + ' ')}", "")
        return bool(self.unit)


def noun_after(text: str, folded: str, at: int, *, is_one: bool = False) -> Counted | None:
    """The phrase that begins right here; None if there is none; Decoy if the number is not to be told."""
    phrase = Phrase(text, folded)
    place = read_head(phrase, at, is_one)
    if place is None:
        return None
    read_complements(phrase, place)
    return Counted(phrase.start, phrase.end, folded[phrase.start : phrase.end], phrase.unit)


def read_head(phrase: Phrase, place: int, is_one: bool) -> int | None:
    """Read to the first plural; the place behind it, None if none comes soon."""
    for _ in range(MOST_BEFORE_HEAD):
        step = phrase.next_word(place)
        if not step or is_elided(step[0]):
            return None
        if (step[0] in JOINING and phrase.start >= 0) or step[0] in INTENSIFYING:
            place = step[2]
            continue
        if step[0] in FUNCTION_WORDS:
            return None
        if step[1] == place and phrase.start < 0 and place and phrase.folded[place - 1] not in " '\n(":
            return None
        phrase.take(*step)
        place = step[2]
        if is_head(step[0]) or (is_one and f"{step[0]}s" in NOUNS):
            phrase.unit = phrase.unit or (NOUNS.get(f"{step[0]}s", "") if is_one else "")
            return place
    return None


def is_elided(word: str) -> bool:
    """Whether the word has lost its vowel (« d' »); a possessive ("pupils'") has not."""
    return word.endswith("'") and not (len(word) > 3 and word.endswith("s'"))


def is_head(word: str) -> bool:
    """Whether the word is a plural, or a noun known to count without its mark."""
    return word in NOUNS or (len(word) > 3 and word[-1] in "sx" and not word.endswith(("ous", "ss")))


def read_complements(phrase: Phrase, place: int) -> None:
    """Read on over adjectives and close complements."""
    for _ in range(8):
        step = phrase.next_word(place)
        if not step or step[1] == place:
            return
        word, _, end = step
        if word in ("de", "d'", "of", "du") or word in FUNCTION_WORDS:
            reached = tail_end(phrase, place) or complement_end(phrase, word, end)
            if not reached:
                return
            place = phrase.end = reached
        elif is_head(word):
            phrase.take(*step)
            place = end
        elif reached := tail_end(phrase, place):
            place = phrase.end = reached
        else:
            return


def tail_end(phrase: Phrase, place: int) -> int:
    """Where a set complement ends (« en détresse », "on the move"), 0 if none begins here."""
    found = TAIL.match(phrase.folded, place)
    return found.end() if found else 0


def complement_end(phrase: Phrase, joint: str, place: int) -> int:
    """Where « de base », « d'asile », "of trafficking" ends, 0 if no bare noun follows."""
    if joint not in ("de", "d'", "of"):
        return 0
    step = phrase.next_word(place)
    if not step or step[0] in FUNCTION_WORDS or step[0] in DECOYS or not phrase.text[step[1]].islower():
        return 0
    if step[0].endswith("'"):
        return 0
    if step[0] in GRAMMAR["modifier"]:
        following = phrase.next_word(step[2])
        return following[2] if following and following[0] not in FUNCTION_WORDS else step[2]
    return step[2]


TOKEN = re.compile(r"[a-z]+(?:-[a-z]+)*|[0-9]+|[:=(),;]")
# Nouns that hold people without a plural: « une population de 22 millions », "a death toll of 53".
COUNTED = {**NOUNS, **dict.fromkeys(GRAMMAR["mass_of_people"], "persons")}
LABEL_MARKS = (":", "=")
REACH = 180
FARTHEST = 15


def noun_before(folded: str, floor: int, start: int, *, is_far: bool = False) -> Counted | None:
    """The phrase the number is said of (« les déplacés étaient 160 000 », « Nombre de retours : 3 245 »); `is_far`
    where the name of a place stands between."""
    at = max(floor, start - REACH)
    tokens = [(token[0], token.start(), token.end()) for token in TOKEN.finditer(folded, at, start)]
    if not tokens:
        return None
    reach = FARTHEST if is_far else reach_of_link([token[0] for token in tokens[-16:]])
    return subject(folded, tokens[:-1][-reach:], tokens[-1][0] in LABEL_MARKS) if reach else None


def reach_of_link(tokens: list[str]) -> int:
    """How many words back the counted noun may stand, by the words that link it to the number; 0 for no link."""
    last, previous = tokens[-1], tokens[-2] if len(tokens) > 1 else ""
    if last == "(":
        return 0 if ":" in tokens[-4:] else 3
    if last == "des" and previous == "barre":
        return FARTHEST
    if last in ":=":
        return 8
    if last in GRAMMAR["says_how_many"] or (last == "que" and previous in GRAMMAR["says_how_many"]):
        return FARTHEST
    if last in ("a", "de", "d", "at", "to", "of", "from"):
        if previous in GRAMMAR["moves_to"] or GRAMMAR["word_for_number"].intersection(tokens):
            return FARTHEST
        return 2 if previous in GRAMMAR["mass_of_people"] else 0
    return 0


def subject(folded: str, tokens: list[tuple[str, int, int]], is_label: bool) -> Counted | None:
    """The noun the sentence is about: behind « nombre de », or the nearest that no preposition governs; of a label
    the first."""
    names = [token[0] for token in tokens]
    counted = [place for place, name in enumerate(names) if is_counted(names, place)]
    last_value = max(
        (place for place, name in enumerate(names) if name.isdigit() and not is_date_part(name)), default=-1
    )
    counted = [place for place in counted if place > last_value]
    if not counted:
        return None
    of_number = [
        place
        for place in counted
        if GRAMMAR["word_for_number"].intersection(names[max(0, place - 3) : place])
    ]
    free = [place for place in counted if governor(names, place) not in GRAMMAR["preposition"]]
    nearest = free[:1] if is_label else free[-1:]
    phrase = whole_phrase(folded, tokens, names, (of_number[:1] or nearest or counted[-1:])[0])
    return with_modifiers(folded, phrase) if is_label else phrase


def with_modifiers(folded: str, phrase: Counted) -> Counted:
    """The phrase from the beginning of its label, where only English modifiers stand between: "Asylum seekers: 12"."""
    line = max(folded.rfind(mark, 0, phrase.start) for mark in "\n:;,.(") + 1
    before = folded[line : phrase.start].lstrip("-*\x95\t ")
    words = before.split()
    if (
        not words
        or len(words) > 2
        or not before.replace(" ", "").isalpha()
        or FUNCTION_WORDS.intersection(words)
    ):
        return phrase
    start = phrase.start - len(before)
    return Counted(start, phrase.end, folded[start : phrase.end], phrase.unit)


def is_counted(names: list[str], place: int) -> bool:
    """Whether the word, alone or with the one before, is a noun known to be counted."""
    return names[place] in COUNTED or (place > 0 and f"{names[place - 1]} {names[place]}" in NOUNS)


def is_date_part(name: str) -> bool:
    """Whether digits can be a day or a year, which do not part a noun from its number."""
    return int(name) <= 31 or 1900 <= int(name) <= 2100


def governor(names: list[str], place: int) -> str:
    """The word before the noun, articles and adjectives left out."""
    place -= 1
    while place >= 0 and (names[place] in GRAMMAR["article"] or names[place] in COUNTED):
        place -= 1
    return names[place] if place >= 0 else ""


def whole_phrase(folded: str, tokens: list[tuple[str, int, int]], names: list[str], head: int) -> Counted:
    """The phrase around a known noun: plurals that touch it on both sides."""
    first = last = head
    while first and is_plain_plural(names[first - 1]):
        first -= 1
    while last + 1 < len(names) and is_plain_plural(names[last + 1]):
        last += 1
    known = names[head] if names[head] in COUNTED else ""
    # « ménages retournés » are households, though « retournés » alone are people.
    known = next((name for name in names[first : last + 1] if COUNTED.get(name) == "households"), known)
    if not known:
        known, first = f"{names[head - 1]} {names[head]}", min(first, head - 1)
    begin, end = tokens[first][1], tokens[last][2]
    tail = TAIL.match(folded, end) or DE_RETOUR.match(folded, end)
    end = tail.end() if tail else end
    return Counted(begin, end, folded[begin:end], COUNTED.get(known) or "count")


DE_RETOUR = re.compile(r" (?:de retour|d'asile|de (?:la )?traite|of (?:human )?trafficking)\b")


def is_plain_plural(name: str) -> bool:
    """Whether the word can be part of the phrase."""
    return is_head(name) and name not in FUNCTION_WORDS
