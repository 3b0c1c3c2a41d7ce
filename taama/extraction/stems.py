"""Words of a text as phrases are compared: folded, light stems, small words left out; offsets are kept."""

import re
from collections.abc import Iterable, Sequence
from functools import lru_cache
from itertools import compress

from .folding import fold

# Words that say nothing of the subject: « gestion de la frontière » meets « gestion des frontières ».
SMALL_WORDS = """
a afin ainsi au aux avec ce ces cet cette chez d dans de des du elle elles en entre est et eux il ils l la le les
leur leurs ma mes mon nos notre nous on ou ont par pour qu que qui s sa se ses son sont sur un une vers y
an and are as at be been by for from had has have he her his in into is it its of on or our she that the their them
these they this those to us was we were which who with
"""
SMALL = frozenset(SMALL_WORDS.split())
# Stems that would meet another word: « données » is not « donne », « référencé » not « référence ».
APART = {"donnee": "donnee", "donnees": "donnee", "references": "references", "referencee": "references",
         "referencees": "references", "expose": "expos", "travaux": "travau", "nationals": "nationals",
         "returns": "returns", "misere": "misere"}  # fmt: skip
WORD = re.compile("[a-z0-9]+")
# Everything that is no letter or digit becomes one blank each, so that splitting keeps count of characters.
BLANKS = bytes(code if WORD.fullmatch(chr(code)) else 32 for code in range(256))
# Words remembered at most: a text of random words must not fill the memory.
REMEMBERED = 100_000


@lru_cache(REMEMBERED)
def stem(word: str) -> str:
    """A folded word without marks of plural and feminine: "migrantes" and "migrant" are one."""
    if len(word) <= 3 or word.isdigit() or word in APART:
        return APART.get(word, word)
    if word.endswith("aux"):
        word = word[:-3] + ("au" if word.endswith("eaux") else "al")
    elif word[-1] in "sx" and word[-2] != "s":
        word = word[:-1]
    word = word.rstrip("e")
    return ended(word) if len(word) > 2 else word


def ended(word: str) -> str:
    """Endings that differ by gender or number alone: "malienn-", "administratif", "country"."""
    if word[-1] == word[-2] and word[-1] in "nltp":
        word = word[:-1]
    return word[:-1] + {"f": "v", "y": "i"}.get(word[-1], word[-1])


def plain(text: str) -> str:
    """The text folded, every sign a blank: as long as the text."""
    return fold(text).encode("latin-1").translate(BLANKS).decode("latin-1")


@lru_cache(maxsize=2)  # figures and objectives read the same words
def words_of(text: str) -> list[str]:
    """The text parted at every sign and blank: nothing between two that touch, so that offsets can be counted."""
    return plain(text).split(" ")


def stems_of(text: str) -> list[str]:
    """The stems of a text in order, small words left out."""
    return [stem(word) for word in plain(text).split() if word not in SMALL]


def keys_of(phrases: Sequence[str]) -> list[str]:
    """What identifies each phrase: its stems. Folded all at once, which is what makes a start quick."""
    if not phrases:
        return []
    lines = fold("\n".join(phrase.replace("\n", " ") for phrase in phrases)).split("\n")
    return [" ".join(stem(word) for word in WORD.findall(line) if word not in SMALL) for line in lines]


class Letters(dict[str, str]):
    """A few letters for each known stem, so that a text becomes a short string one automaton reads in one pass.

    Small words have none; all unknown words share the same. Words are remembered with their letters as they are met.
    The letters of one place are used at no other, so that a match always begins with a word; they are few, because
    the automaton looks through them in a row.
    """

    SIZE = 2
    PLACE = 64
    UNKNOWN = "\x01" * SIZE

    def __init__(self) -> None:
        super().__init__()
        self.known: dict[str, str] = {}

    def spelled(self, stems: Iterable[str]) -> str:
        """The stems in these letters; those not met before get new ones."""
        return "".join(self.known.get(part) or self.added(part) for part in stems)

    def added(self, part: str) -> str:
        """Letters for a new stem."""
        first, second = divmod(len(self.known), self.PLACE)
        self.known[part] = chr(0x1000 + first) + chr(0x100 + second)
        return self.known[part]

    def __missing__(self, word: str) -> str:
        if len(self) > REMEMBERED:
            self.clear()
        letters = "" if not word or word in SMALL else self.known.get(stem(word), self.UNKNOWN)
        self[word] = letters
        return letters


class Places:
    """Where each word that has letters stands in the text the words were split from."""

    def __init__(self, words: list[str], letters: list[str]) -> None:
        self.words = words
        self.kept = list(compress(range(len(words)), letters))
        self.counted = self.at = 0

    def span(self, first: int, last: int) -> tuple[int, int]:
        """From where one word begins to where another ends; quickest asked from left to right."""
        begin, end = self.kept[first], self.kept[last]
        if begin < self.counted:
            self.counted = self.at = 0
        if begin > self.counted:
            self.at += len(" ".join(self.words[self.counted : begin])) + 1
            self.counted = begin
        if begin == end:
            return self.at, self.at + len(self.words[begin])
        return self.at, self.at + len(" ".join(self.words[begin : end + 1]))
