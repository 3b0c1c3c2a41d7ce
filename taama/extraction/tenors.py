"""What the words of a sentence say of its figures: that something happened, lasts, was counted at a meeting."""

from .lexicon_files import rows

NONE: frozenset[str] = frozenset()
# Tenors of words, of beginnings of words, and of phrases whose last word may go on.
WHOLE: dict[str, str] = {}
BEGUN: dict[str, str] = {}
PHRASES: dict[str, str] = {}
for row in rows("units.tenors.csv"):
    is_begun = row["words"].endswith("*")
    kept = PHRASES if " " in row["words"] else BEGUN if is_begun else WHOLE
    kept[row["words"].rstrip("*").replace("'", " ")] = row["tenor"]
SHORTEST, LONGEST = min(map(len, BEGUN)), max(map(len, BEGUN))
# The longest word of each phrase: only where it stands is the phrase looked for.
CLUES = tuple(max(phrase.split(), key=len) for phrase in PHRASES)
PHRASE = "phrase"
MOST_REMEMBERED = 50_000


class Tenors(dict[str, frozenset[str]]):
    """The tenors of each word met so far, marks behind it aside."""

    def __missing__(self, word: str) -> frozenset[str]:
        if len(self) > MOST_REMEMBERED:
            self.clear()
        found = self[word] = frozenset(tenors_of(word)) or NONE
        return found


def tenors_of(word: str) -> set[str]:
    """By the whole word and by its beginnings; `phrase` for one that a phrase may be known by."""
    end = next(
        (at for at, character in enumerate(word) if not (character.isalpha() or character == "-")), None
    )
    beginnings = (word[:length] for length in range(SHORTEST, min(LONGEST, len(word)) + 1))
    found = {BEGUN[beginning] for beginning in beginnings if beginning in BEGUN}
    found |= {WHOLE[part] for part in (word[:end], word[:end].partition("-")[0]) if part in WHOLE}
    return found | ({PHRASE} if word.startswith(CLUES) else set())


OF_WORD = Tenors()


def tenor_of(folded: str, start: int, end: int) -> frozenset[str]:
    """Of a stretch of folded text: action, since, meeting, attended, journey, standing, unique, repeated."""
    stretch = folded[start:end].replace("'", " ").replace("(", " ")
    found = NONE.union(*map(OF_WORD.__getitem__, stretch.split()))
    return phrases_in(stretch, found) if PHRASE in found else found


def phrases_in(stretch: str, found: frozenset[str]) -> frozenset[str]:
    """The tenors of words with those of phrases."""
    line = " " + " ".join(stretch.split())
    told = (tenor for phrase, tenor in PHRASES.items() if f" {phrase}" in line)
    return (found - {PHRASE}).union(told)
