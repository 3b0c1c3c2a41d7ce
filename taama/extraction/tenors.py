"""What the words of a sentence say of its figures: that something happened, lasts, was counted at a meeting."""

import ahocorasick

from .lexicon_files import rows

BEFORE_WORDS = (" ", "'", "\n", "(", "\t")


def finder() -> ahocorasick.Automaton:
    """An automaton of the words of the list, each with its tenor and whether it must end where it ends."""
    automaton = ahocorasick.Automaton()
    for row in rows("units.tenors.csv"):
        words, is_stem = row["words"].rstrip("*"), row["words"].endswith("*") or " " in row["words"]
        for before in BEFORE_WORDS:
            automaton.add_word(before + words, (row["tenor"], is_stem))
    automaton.make_automaton()
    return automaton


FINDER = finder()


def tenor_of(folded: str, start: int, end: int) -> frozenset[str]:
    """Of a stretch of folded text: action, since, meeting, attended, journey, standing, unique, repeated."""
    return frozenset(
        tenor
        for last, (tenor, is_stem) in FINDER.iter(folded, start, end)
        if is_stem or not folded[last + 1 : last + 2].isalpha()
    )
