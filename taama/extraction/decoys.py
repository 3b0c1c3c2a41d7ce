"""Numbers that count nothing of the world: references, addresses, ages, places in a text."""

import re
from typing import NamedTuple

from .lexicon_files import groups, rows

BEFORE = {row["word"]: row["why"] for row in rows("decoys.csv") if row["stands"] == "before"}
# « Objectif : 500 ménages » tells a number, « Objectif 8 » does not.
OPENED_BY_COLON = frozenset({"goal of a framework", "series", "place in a text"})
GRAMMAR = groups("units.grammar.csv")
# « a arrêté 87 personnes » is no « arrêté n° 87 ».
ALSO_VERBS = ("arrete",)
AUXILIARIES = ("a", "ont", "avait", "avaient", "ayant")
SIDE = 30
CLOSING = (":", "=", "(")
STRIPPED = "().,;\"\xab\xbb*-\x96'"


class Left(NamedTuple):
    """The last word before a number, folded, and whether a colon follows it."""

    word: str
    has_colon: bool

    @classmethod
    def of(cls, folded: str, start: int) -> "Left":
        """What stands right before this place."""
        line = folded[max(0, start - SIDE) : start].rstrip(" ").rpartition("\n")[2]
        has_colon = line[-1:] in CLOSING
        before, _, last = line.rstrip(":=( ").rpartition(" ")
        word = last.rpartition("'")[2].strip(STRIPPED)
        if word in ALSO_VERBS and before.rpartition(" ")[2].rpartition("'")[2] in AUXILIARIES:
            word = ""
        return cls(word, has_colon)

    @property
    def is_decoy(self) -> bool:
        """Whether the word says that the number names or places something."""
        why = BEFORE.get(self.word)
        return why is not None and not (self.has_colon and why in OPENED_BY_COLON)

    @property
    def names(self) -> bool:
        """Whether the word is followed by names or places in a text, whatever stands between."""
        return self.word in BEFORE

    @property
    def is_definite(self) -> bool:
        """Whether the number repeats what is known: « les deux parties »."""
        return self.word in GRAMMAR["definite"]

    @property
    def is_before_year(self) -> bool:
        """Whether four digits behind the word are a year."""
        return self.word in GRAMMAR["before_year"]


AGE = re.compile(
    r"[ \n]?(?:-[ \n]?)?(?:ans?|years?)\b|[ \n]?(?:-|a|to|et|and)[ \n]?[0-9]{1,2}[ \n](?:ans|years)\b"
)


def is_age(folded: str, end: int) -> bool:
    """Whether years follow: an age, a duration."""
    near = folded[end : end + 2].lstrip()[:1]
    return near != "" and near in "ay-te" and AGE.match(folded, end) is not None
