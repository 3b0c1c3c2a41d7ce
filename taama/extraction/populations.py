"""Who is counted: the code of a population known to migration statistics, from the counted words and their clause."""

from .lexicon_files import rows

PHRASES = [(row["phrase"], row["population"]) for row in rows("populations.csv")]
# Where the phrases that begin with a word stand in the list: few words of a text begin any.
BY_WORD: dict[str, list[int]] = {}
for place, (phrase, _) in enumerate(PHRASES):
    BY_WORD.setdefault(phrase.split()[0], []).append(place)
# Words that say nothing of the kind of person: their clause says who they are.
NATIONALS = frozenset(
    "ressortissants ressortissantes compatriotes nationaux maliens maliennes malians nationals compatriots".split()
)
PEOPLE = NATIONALS | frozenset(
    "personnes individus gens femmes hommes enfants mineurs filles garcons jeunes adultes victimes expulses refoules"
    " deportes persons people individuals women men children minors girls boys youth adults victims".split()
)
HOUSEHOLDS = frozenset("menages familles foyers households families".split())
DEAD = frozenset("deces morts corps deaths bodies fatalities noyes disparus disparitions cadavres".split())
ON_THE_WAY = (
    "migrant",
    "route",
    "naufrag",
    "desert",
    "sahara",
    "mer ",
    "mediterran",
    "canaries",
    "at sea",
    "shipwreck",
)
KILLED = (
    "cout la vie",
    "coute la vie",
    "perdu la vie",
    "lost their lives",
    "drowned",
    "noye",
    "shipwreck",
    "naufrag",
)
RETURNED = (
    *(
        "retour",
        "rapatri",
        "rentre",
        "regagn",
        "return",
        "repatriat",
        "came back",
        "revenu",
        "en detresse",
        "distress",
    ),
    *("refoul", "expuls", "expelled", "deport", "assistes", "assisted"),
)
ABROAD = (
    "etabli",
    "exterieur",
    "etranger",
    "abroad",
    "hors du pays",
    "hors du mali",
    "dans le monde",
    "vivent",
    "vivraient",
    "live in",
    "living in",
)
SENT = ("transfert", "transfer", "remittanc", "envois de fonds", "envoi de fonds")
EXPELLED = ("expuls", "refoul", "deport", "expelled")


def population_of(phrase: str, clause: str) -> str:
    """The code for the counted words, read with the clause they stand in; "" if it is none of those known."""
    found = named_in(phrase)
    if found:
        return found
    words = set(phrase.split())
    if words & DEAD:
        return "missing_migrants" if any(word in clause for word in ON_THE_WAY) else ""
    if words & PEOPLE:
        return of_people(words, clause)
    return of_households(clause) if words & HOUSEHOLDS else ""


def named_in(text: str, least: int = 1) -> str:
    """The population of the first phrase of the list that stands in the text, of at least so many words."""
    places = sorted(place for word in set(text.split()) for place in BY_WORD.get(word.strip(".,;:()"), ()))
    for place in places:
        words, code = PHRASES[place]
        if words in text and words.count(" ") + 1 >= least:
            return code
    return ""


def population_of_sum(what: str, clause: str) -> str:
    """Remittances are of the diaspora."""
    return "diaspora" if any(word in what or word in clause for word in SENT) else ""


def of_people(words: set[str], clause: str) -> str:
    """Who the people are, by their clause."""
    if any(word in clause for word in KILLED):
        return "missing_migrants"
    if words & NATIONALS:
        return of_nationals(clause)
    if any(word in clause for word in EXPELLED):
        return "returnees" if "malien" in clause or "malian" in clause else "migrants"
    return of_households(clause) or ("diaspora" if "diaspora" in clause else "")


def of_households(clause: str) -> str:
    """A population the clause names in full, or the displaced."""
    return named_in(clause, least=2) or ("idps" if "deplacee" in clause or "deplaces" in clause or "displaced" in clause else "")


def of_nationals(clause: str) -> str:
    """Nationals who came back, or who live abroad."""
    if any(word in clause for word in RETURNED):
        return "returnees"
    return "diaspora" if any(word in clause for word in ABROAD) else ""
