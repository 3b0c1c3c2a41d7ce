"""Words as search compares them: case, accents and endings aside, French and English alike. Plain Python.

One light stemmer for both languages, since a person who searches does not say which one she means: « déplacées »,
« déplacés » and « déplacer » meet, "refugees" and "refugee", "signed" and « signé ». Two words that fall together
by accident cost a passage too many; none is missed. Small words that carry no sense are left out on both sides.
"""

import re
import unicodedata
from collections.abc import Iterable, Iterator
from typing import NamedTuple

# A number with its thousands apart is one word; letters carry their combining marks; all else parts words.
JOINERS = " \u00a0\u202f,.'’"
MARKS = "\u0300-\u036f\u064b-\u065f\u0670"
WORD = re.compile(
    rf"(?<![^\W_])\d{{1,3}}(?:[{JOINERS}]\d{{3}})+(?![^\W_])|[^\W_]+(?:[{MARKS}]+[^\W_]*)*",
)
WITHOUT_SENSE = (
    "le la les un une des du de et ou au aux en dans par pour sur que qui ce cet cette ces se sa son ses leur leurs "
    "il elle ils elles on est ne pas the an of and or to in on at by for with that this these is are was were be "
    "it its as from"
)
SMALL_WORDS = frozenset(WITHOUT_SENSE.split())
LIGATURES = str.maketrans({"œ": "oe", "æ": "ae", "ɛ": "e", "ɔ": "o", "ɲ": "n", "ŋ": "n"})
ENDINGS = (("ement", 4), ("ing", 4), ("ed", 4), ("er", 4), ("ez", 4))
LONGEST_STEM = 40  # characters; longer runs of letters are noise of a bad text layer


def bare(word: str) -> str:
    """In lower case, without accents and ligatures."""
    if word.isascii():
        return word.lower()
    parts = unicodedata.normalize("NFKD", word.lower().translate(LIGATURES))
    return "".join(character for character in parts if character.isalnum()).lower()


def stem(word: str) -> str:
    """What is left of a word once its ending is off; "" for a small word."""
    plain = bare(word)
    if word[0].isdigit():
        return "".join(character for character in plain if character.isalnum())
    if len(plain) < 2 or plain in SMALL_WORDS:
        return ""
    return without_ending(singular(plain))[:LONGEST_STEM] if len(plain) > 3 else plain


def singular(word: str) -> str:
    """Without the sign of the plural: « nationaux » as « national », « réseaux », "countries"."""
    if word.endswith("eaux"):
        return word[:-1]
    if word.endswith("aux") and len(word) > 5:
        return word[:-2] + "l"
    return word[:-1] if word[-1] in "sx" and word[-2:] != "ss" else word


def without_ending(word: str) -> str:
    """Without the ending of a verb, participle or gender."""
    for ending, least in ENDINGS:
        if word.endswith(ending) and len(word) - len(ending) >= least:
            word = word[: -len(ending)]
            break
    word = word.rstrip("e") if len(word) > 4 else word
    if word[-1:] == "y":
        return word[:-1] + "i"
    if word[-2:] == "if":
        return word[:-1] + "v"
    return word[:-1] if len(word) > 4 and word[-1] == word[-2] else word


class Stems(dict[str, str]):
    """The stem of every word met so far."""

    def __missing__(self, word: str) -> str:
        if len(self) > MOST_REMEMBERED:
            self.clear()
        found = self[word] = stem(word)
        return found


class StemsOfBytes(dict[bytes, str]):
    """The same by the word's bytes in the code page."""

    def __missing__(self, word: bytes) -> str:
        if len(self) > MOST_REMEMBERED:
            self.clear()
        found = self[word] = stem(word.decode("cp1252"))
        return found


MOST_REMEMBERED = 200_000
STEMS = Stems()
STEMS_OF_BYTES = StemsOfBytes()


def bare_byte(code: int) -> bytes:
    """A byte of the code page as its bare letter or digit, a joiner as a space, another sign as a line's end."""
    character = bytes([code]).decode("cp1252", "replace")
    if character in JOINERS:
        return b" "
    if not character.isalnum():
        return b"\n"
    return bare(character).encode("cp1252", "replace")


TABLE = bytes(bare_byte(code)[0] for code in range(256))
AWKWARD = "ŒœÆæµ¼½¾¹²³".encode("cp1252")  # longer, or another kind of sign, once bare
ANY_DIGIT = bytes.maketrans(b"123456789", b"000000000")
APART = re.compile(rb"(?<![^ \n])(\d{1,3})((?: \d{3})+)(?![^ \n])")


def stems_of(text: str) -> str:
    """The stems of a text in order, a space before and after each: what the index holds of a passage."""
    return f" {' '.join(filter(None, stems_in(text)))} "


def stems_in(text: str) -> Iterable[str]:
    """The stem of each word: by bytes where the whole text is in the code page, six times as fast."""
    try:
        raw = text.replace("\u202f", " ").encode("cp1252")
    except UnicodeEncodeError:
        return map(STEMS.__getitem__, WORD.findall(text))
    plain = raw.translate(TABLE, AWKWARD)
    if len(plain) != len(raw):
        return map(STEMS.__getitem__, WORD.findall(text))
    if b"0 000" in plain.translate(ANY_DIGIT):
        plain = APART.sub(closed_up, plain)
    return map(STEMS_OF_BYTES.__getitem__, plain.split())


def closed_up(match: re.Match[bytes]) -> bytes:
    """A number without the gaps between its thousands."""
    return match[0].replace(b" ", b"")


class Place(NamedTuple):
    """A word of a text by its stem and offsets."""

    stem: str
    start: int
    end: int


def places_of(text: str, start: int = 0, end: int | None = None) -> Iterator[Place]:
    """The words of a text, or of a stretch of it, that carry sense, where they stand."""
    for match in WORD.finditer(text, start, len(text) if end is None else end):
        found = STEMS[match[0]]
        if found:
            yield Place(found, match.start(), match.end())
