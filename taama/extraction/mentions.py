"""Objectives of the Compact named by their number: « objectif 21 du Pacte », "Objectives 1, 3 and 23"."""

import re
from typing import NamedTuple

from .folding import fold

# « objectif n° 9 (trafic illicite) et 10 (traite) »: numbers with what joins them, and what a bracket adds.
NUMBER = r"(?:n ?°|nos?\.?|numeros?)? ?\d{1,2}(?![\d°%]|[.,]\d| \d{3}\b)(?: ?\([^()\n]{1,80}\))?"
JOINT = (
    r" ?(?:,? ?(?:et|and|ou|or|ainsi que|as well as)|,|;|&|/|a|au|to|through|-) ?"
    r"(?:de |d'|l'|les |the )?(?:objecti(?:f|ve)s? )?"
)
OURS = r"(?:du|of the|de ce|of this|from the|in the|dans le)? ?(?:pacte(?: mondial)?|pmm|gcm|(?:global )?compact)\b"
MENTION = re.compile(rf"objecti(?:f|ve)s?(?P<ours> {OURS})? ?:? ?(?P<listed>{NUMBER}(?:{JOINT}{NUMBER})*)")
PART = re.compile(r"\d+|\b(?:a|au|to|through)\b|-")
COMPACT = re.compile(
    r"\b(?:pacte (?:mondial(?! des nations| (?:sur|pour) les refugies)|de marrakech|sur les migrations?)|pmm|gcm"
    r"|global compact (?:for|on) (?:safe|migration)|marrakech compact|compact for migration)\b"
)
BEFORE_OURS = re.compile(r"\b(?:pmm|gcm|compact|pacte)(?:'s)?[ ,:(]*$")
BEFORE_OTHER = re.compile(
    r"(?:\b(?:odd|sdgs?|ponam|credd|plan|politique|strateg\w+|policy|projet|project)(?:'s)?)[ ,:(]*$"
)
AFTER_OURS = re.compile(rf"[ ,]*{OURS}")
AFTER_OTHER = re.compile(
    r"[ ,(]*(?:(?:du|de la|de l'|des|de|of the|of|in the|under the) ?)?(?:(?:national|present|own) ?)?"
    r"(?:developpement durable|developpement du millenaire|odd|sdgs?|sustainable|agenda|2030|programme|ponam|credd|plan"
    r"|politique|policy|strateg\w*|specifique|projet|project|cadre|framework|loi|law|decret|document|reunion|atelier"
    r"|workshop|meeting|feuille de route|roadmap)"
)
ALL = 23
# More numbers than this in one breath is the Compact as a whole, not what the text speaks of.
TOO_MANY = 12


class Mention(NamedTuple):
    """Objectives named by number: `text[start:end]`."""

    start: int
    end: int
    numbers: tuple[int, ...]


def find_mentions(text: str) -> list[Mention]:
    """Where the text names objectives of the Compact by number; those of other lists are left out."""
    if "bjecti" not in text and "BJECTI" not in text:
        return []
    folded = fold(text).replace("\n", " ")
    found = [(match, numbers_of(match["listed"])) for match in MENTION.finditer(folded)]
    names_compact = bool(found) and COMPACT.search(folded) is not None
    return [
        Mention(begin(folded, match), reach(folded, match), numbers)
        for match, numbers in found
        if numbers and is_ours(folded, match, names_compact)
    ]


def is_ours(folded: str, match: re.Match[str], names_compact: bool) -> bool:
    """Whether the Compact's objectives are meant: the nearest name decides, else whether the text names it at all."""
    before, after = folded[max(0, match.start() - 30) : match.start()], folded[match.end() : match.end() + 60]
    if match["ours"] or AFTER_OURS.match(after) or BEFORE_OURS.search(before):
        return True
    if AFTER_OTHER.match(after) or BEFORE_OTHER.search(before):
        return False
    return names_compact


def begin(folded: str, match: re.Match[str]) -> int:
    """The start of the mention: with "GCM" where it precedes."""
    at = max(0, match.start() - 30)
    named = BEFORE_OURS.search(folded[at : match.start()])
    return at + named.start() if named else match.start()


def reach(folded: str, match: re.Match[str]) -> int:
    """The end of the mention: with « du Pacte » where it follows."""
    named = AFTER_OURS.match(folded, match.end())
    return named.end() if named else match.end()


def numbers_of(listed: str) -> tuple[int, ...]:
    """The numbers of « 1, 3 et 23 » or « 1 à 5 »; none where all or nearly all are meant, or one is no objective."""
    numbers: list[int] = []
    through = False
    for part in PART.findall(re.sub(r"\([^)]*\)", " ", listed)):
        if part.isdigit():
            first = numbers[-1] + 1 if through and numbers else int(part)
            numbers.extend(range(first, int(part) + 1))
        through = not part.isdigit()
    sound = all(1 <= number <= ALL for number in numbers) and len(numbers) <= TOO_MANY
    return tuple(dict.fromkeys(numbers)) if sound else ()
