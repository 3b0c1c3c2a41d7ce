"""Numerals in letters, French and English: « trois millions cinq cent mille », "twenty-three thousand"."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from decimal import Decimal
from typing import NamedTuple

ONES = {
    "un": 1, "une": 1, "one": 1, "a": 1, "deux": 2, "trois": 3, "quatre": 4, "cinq": 5, "six": 6, "sept": 7, "huit": 8,
    "neuf": 9, "two": 2, "three": 3, "four": 4, "five": 5, "seven": 7, "eight": 8, "nine": 9,
}  # fmt: skip
TEENS = {
    "dix": 10, "onze": 11, "douze": 12, "treize": 13, "quatorze": 14, "quinze": 15, "seize": 16, "ten": 10,
    "eleven": 11, "twelve": 12, "thirteen": 13, "fourteen": 14, "fifteen": 15, "sixteen": 16, "seventeen": 17,
    "eighteen": 18, "nineteen": 19,
}  # fmt: skip
TENS = {
    "vingt": 20, "vingts": 20, "trente": 30, "quarante": 40, "cinquante": 50, "soixante": 60, "twenty": 20,
    "thirty": 30, "forty": 40, "fifty": 50, "sixty": 60, "seventy": 70, "eighty": 80, "ninety": 90,
}  # fmt: skip
HUNDREDS = {"cent", "cents", "hundred"}
THOUSANDS = {"mille", "thousand"}
GREAT = {
    "million": 10**6, "millions": 10**6, "milliard": 10**9, "milliards": 10**9, "billion": 10**9, "billions": 10**9,
}  # fmt: skip
ROUGH = {
    "dizaine": 10, "douzaine": 12, "quinzaine": 15, "vingtaine": 20, "trentaine": 30, "quarantaine": 40,
    "cinquantaine": 50, "soixantaine": 60, "centaine": 100, "millier": 1000, "dozen": 12,
}  # fmt: skip
ARTICLES = {"un", "une", "one", "a"}
NEEDS_ONE = {"hundred", "thousand", "cents", *GREAT}

WORD = re.compile(r"[a-z]+")
JOINT = re.compile(r"[ -]et[ -]|,? and |[ -]|\n")
HALF_BEHIND = re.compile(r" (?:et demie?|and a half)\b")
NOT_ALONE = re.compile(r"(?:pour|per|p\.)[ -]$")
HALF_BEFORE = re.compile(r"(?:half a|un demi)[ -]$")
ONE_BEFORE = re.compile(r"(?<![a-z])(?:une?|one|a)[ -]$")


STARTS = frozenset({*ONES, *TEENS, *TENS, *HUNDREDS, *THOUSANDS, *GREAT, *ROUGH} - ARTICLES)


NO_LIMIT = 10**12


class Numeral(NamedTuple):
    """A numeral in letters; `magnitude` is 1 unless it ends in millions; `is_rough`: « une centaine »."""

    start: int
    end: int
    value: Decimal
    magnitude: int = 1
    is_rough: bool = False


@dataclass(slots=True)
class Tally:
    """The sum of a numeral while its words are read."""

    whole: int = 0
    current: int = 0
    least: int = NO_LIMIT

    def take(self, word: str) -> bool:
        """Add a word if it can follow; False where the numeral ends before it."""
        if word in ONES or word in TEENS:
            return self.take_small(ONES.get(word) or TEENS[word])
        if word in TENS:
            return self.take_ten(TENS[word])
        if word in HUNDREDS:
            return self.take_hundred()
        return self.take_great(1000 if word in THOUSANDS else GREAT[word])

    def take_small(self, value: int) -> bool:
        """A numeral under twenty: behind hundreds, or behind tens."""
        rest = self.current % 100
        if (
            rest
            and (rest % 10 or rest < 20)
            and not ((rest == 10 and 7 <= value <= 9) or (rest in (70, 90) and value < 10))
        ):
            return False
        if value >= 10 and rest not in (0, 60, 80):
            return False
        self.current += value
        return True

    def take_ten(self, value: int) -> bool:
        """A numeral of tens; « quatre-vingt » is a product."""
        rest = self.current % 100
        if value == 20 and rest == 4:
            self.current += 76
            return True
        if rest:
            return False
        self.current += value
        return True

    def take_hundred(self) -> bool:
        """A hundred, times what stands before it."""
        if self.current >= 20:
            return False
        self.current = (self.current or 1) * 100
        return True

    def take_great(self, factor: int) -> bool:
        """A thousand or more, times what stands before it."""
        if factor >= self.least or not (self.current or factor == 1000):
            return False
        self.whole += (self.current or 1) * factor
        self.current, self.least = 0, factor
        return True


def numerals_in(folded: str, at: int, end: int, words: Iterable[str] | None = None) -> Iterator[Numeral]:
    """Numerals in letters, in order; articles and vague plurals (« des milliers ») are none.

    `words` are those of the text, where somebody has parted them already.
    """
    held = STARTS.intersection(WORD.findall(folded, at, end) if words is None else words)
    done = at
    for start in sorted(place for word in held for place in places_of(folded, word, at, end)):
        numeral = numeral_at(folded, start) if start >= done else None
        if numeral:
            yield numeral
            done = numeral.end


def places_of(folded: str, word: str, at: int, end: int) -> Iterator[int]:
    """Where the word stands, spaces around it."""
    place = folded.find(word, at, end)
    while place >= 0:
        stop = place + len(word)
        if not (place and folded[place - 1].isalnum()) and not folded[stop : stop + 1].isalpha():
            yield place
        place = folded.find(word, stop, end)


def numeral_at(folded: str, start: int) -> Numeral | None:
    """The numeral that begins here, or with the « un » before."""
    word = WORD.match(folded, start)
    assert word
    if word[0] == "demi" or HALF_BEFORE.search(folded, start - 8, start):
        return half_million(folded, start)
    one = ONE_BEFORE.search(folded, start - 5, start)
    if word[0] in ROUGH:
        return Numeral(one.start(), word.end(), Decimal(ROUGH[word[0]]), 1, True) if one else None
    if word[0] not in NEEDS_ONE and word[0] not in HUNDREDS:
        one = None
    elif one is None and (word[0] in NEEDS_ONE or NOT_ALONE.search(folded, start - 5, start)):
        return None
    return full_numeral(folded, one.start() if one else start, start, Tally(current=1 if one else 0))


def full_numeral(folded: str, first: int, start: int, tally: Tally) -> Numeral | None:
    """The numeral from its first word to its last."""
    end = end_of_numeral(folded, start, tally)
    if not end:
        return None
    magnitude = tally.least if tally.least < NO_LIMIT and not tally.current and tally.least > 1000 else 1
    half = HALF_BEHIND.match(folded, end) if magnitude > 1 else None
    value = Decimal(tally.whole + tally.current + (magnitude // 2 if half else 0))
    return Numeral(first, half.end() if half else end, value, magnitude)


def end_of_numeral(folded: str, start: int, tally: Tally) -> int:
    """Where it ends, each word added to the tally; 0 if none could be."""
    end, place = 0, start
    while (word := WORD.match(folded, place)) and is_numeral(word[0]) and tally.take(word[0]):
        end = word.end()
        joint = JOINT.match(folded, end)
        if not joint:
            break
        place = joint.end()
        if not is_joined(joint[0], tally, folded, place):
            break
    return end


def is_joined(joint: str, tally: Tally, folded: str, place: int) -> bool:
    """Whether the joint binds: « et » only before « un » and « onze », "and" only behind a full hundred."""
    if "et" in joint:
        return bool(WORD_AFTER_ET.match(folded, place))
    return "and" not in joint or not tally.current % 100


WORD_AFTER_ET = re.compile(r"(?:une?|onze)\b")


def is_numeral(word: str) -> bool:
    """Whether the word is part of a numeral."""
    return (
        word in ONES
        or word in TEENS
        or word in TENS
        or word in HUNDREDS
        or word in THOUSANDS
        or word in GREAT
    )


BEFORE_HALF = re.compile(r"(?:half a|un demi|un)[ -]$")
HALF_MILLION = re.compile(r"(?:demi[ -])?(million|milliard|billion)\b")


def half_million(folded: str, start: int) -> Numeral | None:
    """« un demi-million », "half a million"."""
    found = HALF_MILLION.match(folded, start)
    if not found:
        return None
    before = BEFORE_HALF.search(folded, start - 8, start)
    value = Decimal(GREAT[found[1]] // 2)
    return Numeral(before.start() if before else start, found.end(), value, GREAT[found[1]])
