"""The words and shapes of dates, French and English, as they stand in a folded text."""

import re
from typing import Any

import ahocorasick

MONTHS = {
    "janvier": 1, "fevrier": 2, "mars": 3, "avril": 4, "mai": 5, "juin": 6, "juillet": 7, "aout": 8,
    "septembre": 9, "octobre": 10, "novembre": 11, "decembre": 12,
    "january": 1, "february": 2, "march": 3, "april": 4, "may": 5, "june": 6, "july": 7, "august": 8,
    "september": 9, "october": 10, "november": 11, "december": 12,
}  # fmt: skip
SHORT_MONTHS = {
    "janv": 1, "jan": 1, "fevr": 2, "fev": 2, "feb": 2, "mar": 3, "avr": 4, "apr": 4, "jun": 6, "juil": 7, "jul": 7,
    "aug": 8, "sept": 9, "sep": 9, "oct": 10, "nov": 11, "dec": 12,
}  # fmt: skip
ALL_MONTHS = MONTHS | SHORT_MONTHS
ENGLISH_VERBS = {"may", "march"}  # a month only with its capital
WEEKDAYS = (
    "lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi", "dimanche",
    "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday",
)  # fmt: skip
ORDINALS = {
    "premier": 1, "1er": 1, "first": 1, "1st": 1, "deuxieme": 2, "second": 2, "2e": 2, "2eme": 2, "2nd": 2,
    "troisieme": 3, "third": 3, "3e": 3, "3eme": 3, "3rd": 3, "quatrieme": 4, "dernier": 4, "fourth": 4, "last": 4,
    "4e": 4, "4eme": 4, "4th": 4,
}  # fmt: skip
PARTS_OF_A_YEAR = {"trimestre": 3, "quarter": 3, "semestre": 6, "semester": 6, "half": 6}
RELATIVE_YEARS = {
    "annee derniere": -1, "annee passee": -1, "annee ecoulee": -1, "an dernier": -1, "annee precedente": -1,
    "last year": -1, "cette annee": 0, "annee en cours": 0, "this year": 0, "annee prochaine": 1, "an prochain": 1,
    "next year": 1,
}  # fmt: skip
RELATIVE_MONTHS = {"mois dernier": -1, "mois passe": -1, "last month": -1, "ce mois-ci": 0, "this month": 0}

MONTH = "|".join(sorted(ALL_MONTHS, key=len, reverse=True))
WEEKDAY = "|".join(WEEKDAYS)
RANK = r"(?:er|st|nd|rd|th|\?\?)?"
TO = r"(?:-|au|et|to|and|&|a|jusqu'au|until|through)"
YEAR = r"(?:19|20)[0-9]{2}"
# A year, and no part of a number, of a reference (2014-0765) or of a telephone number (2022 45 67).
ALONE = rf"(?![0-9a-z]|[.,][0-9]|[-/](?!{YEAR}(?![0-9]))[0-9]| [0-9]{{2}} [0-9]{{2}}(?![0-9]))"
MONTH_YEAR = (
    rf"(?P<month>{MONTH})(?![a-z])\.?(?:,?\s(?:de l'annee |de |of |l'an )?(?P<year>{YEAR})(?![0-9]))?"
)

DAY_FIRST = re.compile(
    rf"(?P<day>[0-3]?[0-9]){RANK}\s?(?:{TO}\s?(?:le |the )?(?:(?:{WEEKDAY}),? )?(?P<to>[0-3]?[0-9]){RANK}\s)?"
    rf"(?:(?:de |of |day of )?){MONTH_YEAR}"
)
MONTH_FIRST = re.compile(
    rf"(?P<month>{MONTH})(?![a-z])\.?"
    rf"(?:\s(?P<day>[0-3]?[0-9]){RANK}(?:\s?{TO}\s?(?P<to>[0-3]?[0-9]){RANK})?(?![0-9]|[.,:h%][0-9]| [0-9]{{3}}))?"
    rf"(?:,?\s(?:de l'annee |de |of |l'an )?(?P<year>{YEAR}){ALONE})?"
)
ISO = re.compile(r"((?:19|20)[0-9]{2})-(0[1-9]|1[0-2])(?:-([0-3][0-9]))?(?![0-9]|-[0-9])")
NUMERIC = re.compile(
    r"([0-3]?[0-9])([/.-])([0-3]?[0-9])(?:\2((?:19|20)[0-9]{2}|[0-9]{2}))?(?![0-9]|[/.,-][0-9])"
)
DAYS_OF_MONTH = re.compile(r"([0-3]?[0-9])-([0-3]?[0-9])/([01]?[0-9])(?=\))")  # "(4-6/9)"
BARE_YEAR = re.compile(rf"{YEAR}{ALONE}")
# One or two digits before what can follow a day, or four of a year; a class first is found fastest.
NUMBER = re.compile(
    r"[0-9](?<![0-9][0-9])(?:(?<=[12])[09][0-9]{2}|[0-9]?(?=er|st|nd|rd|th|\?\?|[-/.][0-9]|\s?[jfmasondetu&-]|\s?20[0-9]{2}|"
    r"\s?19[0-9]{2}))(?![0-9])"
)
AFTER_A_PART = re.compile(rf",?\s(?:de l'annee |de |of |l'annee )?({YEAR}){ALONE}")
PART_SIGN = re.compile(rf"([tqsh])([1-4])[ -/]?\s?(?:de |of )?({YEAR}){ALONE}")
SIGN_AFTER_YEAR = re.compile(r"[ -/]?([tqsh])([1-4])(?![0-9a-z])")

BETWEEN = re.compile(
    r"\s?(?P<strong>-|/|au|aux|a|to|through|jusqu'au|jusqu'en|jusqu'a|until|till|up to)?(?P<weak>et|and|&|,)?"
    rf"\s?(?:(?:le|la|the|en|fin|end of|l'annee)\s)?(?:mi-|mid-)?(?:(?:{WEEKDAY}),?\s)?(?:le\s)?"
)
COUNTED_NEXT = re.compile(
    r" (?:personnes|migrants?|maliens|menages|individus|refugies|deplaces|people|persons|returnees|households|"
    r"refugees|cas|cases|kits|agents|euros?|dollars?|francs?|f ?cfa|participants|jeunes|femmes|hommes|tonnes|km)"
    r"(?![a-z])|\s?%"
)
NEXT_ONE = re.compile(r" (?:prochaine?|next)(?![a-z])")
AHEAD = re.compile(
    r"\b(?:will|shall|is to|are to|next|prochaine?s?|aura lieu|auront lieu|prevue?s? (?:le|du|en|au|pour)|"
    r"scheduled for|sera|seront|se tiendra|se tiendront|[a-z]{4,}(?:era|eront))\b"
)
LAST_ONE = re.compile(r" (?:derniere?|passee?|ecoulee?)(?![a-z])")


def finder_of_words() -> Any:
    """An automaton that finds the words a date can hang on; it gives (kind, value, length)."""
    finder = ahocorasick.Automaton()
    kinds: dict[str, dict[str, int]] = {
        "month": ALL_MONTHS,
        "part": PARTS_OF_A_YEAR,
        "year": RELATIVE_YEARS,
        "last month": RELATIVE_MONTHS,
        "day": {"hier": -1, "yesterday": -1, "last night": -1, "nuit derniere": -1},
        "weekday": {name: number % 7 for number, name in enumerate(WEEKDAYS)},
    }
    for kind, words in kinds.items():
        for word, value in words.items():
            finder.add_word(word, (kind, value, len(word)))
    finder.make_automaton()
    return finder


WORDS = finder_of_words()
