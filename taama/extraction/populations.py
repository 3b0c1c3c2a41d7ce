"""Who is counted: the code of a population known to migration statistics, from the counted words and their clause."""

from functools import lru_cache

from .lexicon_files import groups, rows

PHRASES = [(row["phrase"], row["population"]) for row in rows("populations.csv")]
# Where the phrases that begin with a word stand in the list: few words of a text begin any.
BY_WORD: dict[str, list[int]] = {}
for place, (phrase, _) in enumerate(PHRASES):
    BY_WORD.setdefault(phrase.split()[0], []).append(place)
# Words that say nothing of the kind of person, and words of their clause that do.
WORDS = groups("populations.words.csv")
PEOPLE = WORDS["national"] | WORDS["person"]


def has(clause: str, role: str) -> bool:
    """Whether one of the beginnings of words of the role stands in the clause."""
    return any(words in clause for words in WORDS[role])


def population_of(phrase: str, clause: str) -> str:
    """The code for the counted words, read with the clause they stand in; "" if it is none of those known."""
    found = named_in(phrase)
    if found:
        return found
    words = set(phrase.split())
    if words & WORDS["dead"]:
        return "missing_migrants" if has(clause, "on_the_way") else ""
    if words & PEOPLE:
        return of_people(words, clause)
    return of_households(clause) if words & WORDS["household"] else ""


@lru_cache(4096)
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
    return "diaspora" if has(clause, "sent") or has(what, "sent") else ""


def of_people(words: set[str], clause: str) -> str:
    """Who the people are, by their clause."""
    if has(clause, "killed"):
        return "missing_migrants"
    if words & WORDS["national"]:
        return of_nationals(clause)
    if has(clause, "expelled"):
        return "returnees" if "malien" in clause or "malian" in clause else "migrants"
    return of_households(clause) or ("diaspora" if "diaspora" in clause else "")


def of_households(clause: str) -> str:
    """A population the clause names in full, or the displaced."""
    return named_in(clause, least=2) or (
        "idps" if "deplacee" in clause or "deplaces" in clause or "displaced" in clause else ""
    )


def of_nationals(clause: str) -> str:
    """Nationals who came back, or who live abroad."""
    if has(clause, "returned"):
        return "returnees"
    return "diaspora" if has(clause, "abroad") else ""
