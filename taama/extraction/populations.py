"""Who is counted: the code of a population known to migration statistics, from the counted words and their clause."""

from .lexicon_files import rows

PHRASES = [(row["phrase"], row["population"]) for row in rows("populations.csv")]
# Words that say nothing of the kind of person: their clause says who they are.
GENERIC = frozenset(
    "personnes individus gens femmes hommes enfants mineurs filles garcons menages familles foyers ressortissants"
    " compatriotes nationaux maliens maliennes jeunes adultes victimes personnes persons people individuals women men"
    " children minors girls boys households families nationals compatriots malians youth adults victims".split()
)
RETURNED = (
    "retour",
    "rapatri",
    "rentre",
    "return",
    "repatriat",
    "refoul",
    "expuls",
    "deport",
    "came back",
    "revenu",
)
ABROAD = (
    "etabli",
    "exterieur",
    "etranger",
    "abroad",
    "hors du pays",
    "hors du mali",
    "dans le monde",
    "diaspora",
)


def population_of(phrase: str, clause: str) -> str:
    """The code for the counted words, read with the clause they stand in; "" if it is none of those known."""
    found = next((code for words, code in PHRASES if words in phrase), "")
    if found or not GENERIC.intersection(phrase.split()):
        return found
    named = next((code for words, code in PHRASES if words in clause and " " in words), "")
    return named or of_nationals(phrase, clause)


def of_nationals(phrase: str, clause: str) -> str:
    """Nationals who came back, or who live abroad."""
    if any(word in clause for word in RETURNED):
        return "returnees"
    return "diaspora" if any(word in clause for word in ABROAD) else ""
