"""What the words of a sentence say of its figures: that something happened, lasts, was counted at a meeting."""

import re
from collections import defaultdict

from .lexicon_files import rows

STEM = 4
WORD = re.compile(r"[a-z]+(?:-[a-z]+)*")
ROWS = [(row["words"], row["tenor"]) for row in rows("units.tenors.csv")]
PHRASES = [(words, tenor) for words, tenor in ROWS if " " in words]
WHOLE = {words: tenor for words, tenor in ROWS if " " not in words and not words.endswith("*")}
STEMS: dict[str, list[tuple[str, str]]] = defaultdict(list)
for words, tenor in ROWS:
    if words.endswith("*"):
        STEMS[words[:STEM].rstrip("*")].append((words[:-1], tenor))


def tenor_of(sentence: str) -> frozenset[str]:
    """Of a folded sentence: action, since, meeting, attended, journey, standing, unique, repeated."""
    found = {tenor for words, tenor in PHRASES if words in sentence}
    for word in set(WORD.findall(sentence)):
        if word in WHOLE:
            found.add(WHOLE[word])
        elif word[:STEM] in STEMS:
            found.update(tenor for stem, tenor in STEMS[word[:STEM]] if word.startswith(stem))
    return frozenset(found)
