"""Which held question a suggestion answers: by unit, kind, population and the words both use. Plain Python."""

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache

from taama.extraction.folding import folded_key
from taama.extraction.lexicon_files import rows

STEM = 6  # letters; « retournés » and « retour » meet, and so do "returned" and "return"
ENOUGH = 0.75
IDLE = """
de du des le la les un une et ou au aux en dans par pour sur que qui est sont ont il elle sa son ses leur leurs a l d s
n c combien quand quel quelle quels quelles pendant depuis the of and or to in on at by for with that this is are was
were be it its how many much when what which did does do has have from
personne personnes person persons people individus individuals
"""
SMALL_WORDS = frozenset(IDLE.split())
WEIGHTS = {"kind": 0.15, "population": 0.4, "said": 0.4, "said alone": 0.7, "around": 0.3}


@dataclass(frozen=True)
class Traits:
    """What tells questions apart: the unit, the kind, who is counted, the stems of the words."""

    unit: str
    kind: str
    populations: frozenset[str]
    stems: frozenset[str]


@dataclass(frozen=True)
class Candidate:
    """A question with how well it fits, 0 and up; `is_good` where it may be proposed as it is."""

    code: str
    score: float

    @property
    def is_good(self) -> bool:
        """Whether it fits well enough to be chosen beforehand."""
        return self.score >= ENOUGH


def stems(*texts: str) -> frozenset[str]:
    """The beginnings of the words that say something."""
    words = (word for text in texts for word in folded_key(text).split())
    return frozenset(word[:STEM] for word in words if word not in SMALL_WORDS and len(word) > 1)


@cache
def population_phrases() -> tuple[tuple[str, str], ...]:
    """Phrases that name a population, folded, the longest first."""
    held = [(folded_key(row["phrase"]), row["population"]) for row in rows("populations.csv")]
    return tuple(sorted(held, key=lambda pair: -len(pair[0])))


def populations_in(*texts: str) -> frozenset[str]:
    """The populations these texts name, each stretch of words for its longest phrase only."""
    found: set[str] = set()
    for text in texts:
        left = f" {folded_key(text)} "
        for phrase, population in population_phrases():
            if f" {phrase} " in left:
                found.add(population)
                left = left.replace(f" {phrase} ", " | ")
    return frozenset(found)


def fit(asked: Traits, around: frozenset[str], held: Traits) -> float:
    """How well a question fits: shared words count by their share on either side, another population against it."""
    score = WEIGHTS["kind"] if asked.kind == held.kind else 0.0
    if asked.populations & held.populations:
        score += WEIGHTS["population"]
    elif asked.populations and held.populations:
        score -= WEIGHTS["population"]
    said = WEIGHTS["said" if asked.populations else "said alone"]
    score += said * share(asked.stems, held.stems)
    return score + WEIGHTS["around"] * share(held.stems, around | asked.stems)


def share(part: frozenset[str], whole: frozenset[str]) -> float:
    """Which share of one set is in the other."""
    return len(part & whole) / len(part) if part else 0.0


def ranked(asked: Traits, around: frozenset[str], held: Iterable[tuple[str, Traits]]) -> list[Candidate]:
    """All questions of the same unit, the best fit first."""
    fits = [Candidate(code, fit(asked, around, traits)) for code, traits in held if traits.unit == asked.unit]
    return sorted(fits, key=lambda one: -one.score)
