"""Numbers, dates and spans as the reader's language writes them. Plain Python: no request, no settings."""

import datetime as dt
from decimal import Decimal

from .partial_dates import parts

NARROW = "\u202f"
NBSP = "\u00a0"
OF = f"{NBSP}de{NBSP}"
MONTHS = {
    "fr": (
        "janvier", "février", "mars", "avril", "mai", "juin",
        "juillet", "août", "septembre", "octobre", "novembre", "décembre",
    ),
    "en": (
        "January", "February", "March", "April", "May", "June",
        "July", "August", "September", "October", "November", "December",
    ),
}  # fmt: skip
SEPARATORS = {"fr": (NARROW, ","), "en": (",", ".")}


def number(value: Decimal | int | float, language: str) -> str:
    """12 166 in French, 12,166 in English; decimals as given, no trailing zeros."""
    group, point = SEPARATORS.get(language, SEPARATORS["en"])
    exact = value if isinstance(value, Decimal) else Decimal(str(value))
    whole, _, decimals = f"{exact:f}".partition(".")
    decimals = decimals.rstrip("0")
    sign, digits = ("−", whole[1:]) if whole.startswith("-") else ("", whole)
    grouped = f"{int(digits):,}".replace(",", group)
    return f"{sign}{grouped}{point}{decimals}" if decimals else f"{sign}{grouped}"


def partial_date(text: str, language: str) -> str:
    """6 mai 2022, mai 2022 or 2022; 1er in French."""
    year, month, day = parts(text)
    if not month:
        return str(year)
    name = MONTHS.get(language, MONTHS["en"])[month - 1]
    if not day:
        return f"{name}{NBSP}{year}"
    first = "1er" if language == "fr" and day == 1 else str(day)
    return f"{first}{NBSP}{name}{NBSP}{year}"


def date(value: dt.date, language: str) -> str:
    """A whole date in words."""
    return partial_date(value.isoformat()[:10], language)


def period(start: str, end: str, language: str) -> str:
    """« de janvier 2018 au 15 août 2019 » as a dash span; one year when both are the same year."""
    if start == end or not end:
        return partial_date(start, language)
    if not start:
        return partial_date(end, language)
    if start == f"{end[:4]}-01-01" and end.endswith("-12-31"):
        return end[:4]
    return f"{partial_date(start, language)} – {partial_date(end, language)}"


UNITS = {
    "fr": {
        "persons": "personnes",
        "households": "ménages",
        "xof": "FCFA",
        "usd": "USD",
        "eur": "EUR",
        "percent": "%",
        "movements": "mouvements",
        "areas": "unités",
        "count": "",
        "date": "",
    },
    "en": {
        "persons": "people",
        "households": "households",
        "xof": "CFA francs",
        "usd": "USD",
        "eur": "EUR",
        "percent": "%",
        "movements": "movements",
        "areas": "areas",
        "count": "",
        "date": "",
    },
}


def unit(code: str, language: str) -> str:
    """The unit's name; the code itself where it has none."""
    return UNITS.get(language, UNITS["en"]).get(code, code)


MAGNITUDES = {
    "fr": ((10**9, "milliards"), (10**6, "millions")),
    "en": ((10**9, "billion"), (10**6, "million")),
}


def quantity(value: Decimal, unit_code: str, language: str) -> str:
    """A value with its unit, bound by a space that does not break; large money in billions, as reports write it."""
    if unit_code in {"xof", "usd", "eur"}:
        return money(value, unit_code, language)
    name = unit(unit_code, language)
    if unit_code == "percent":
        return f"{number(value, language)}{NBSP if language == 'fr' else ''}%"
    return f"{number(value, language)}{joint(value, language)}{name}" if name else number(value, language)


def joint(value: Decimal, language: str) -> str:
    """« 6 000 000 de personnes », since round millions are read so in French; a plain space elsewhere."""
    whole_millions = value and value % 10**6 == 0
    return OF if language == "fr" and whole_millions else NBSP


def money(value: Decimal, unit_code: str, language: str) -> str:
    """483,3 milliards de FCFA · CFA francs 483.3 billion; exact: never rounded."""
    name = unit(unit_code, language)
    name = name.upper() if name == unit_code else name
    for size, word in MAGNITUDES.get(language, MAGNITUDES["en"]):
        if abs(value) >= size and value % (size // 1000) == 0:
            singular = word[:-1] if language == "fr" and abs(value) < 2 * size else word
            return f"{number(value / size, language)}{NBSP}{singular}{OF if language == 'fr' else NBSP}{name}"
    return f"{number(value, language)}{NBSP}{name}"


QUALIFIERS = {
    "fr": {
        "exactly": "{}",
        "more_than": "plus de {}",
        "less_than": "moins de {}",
        "nearly": "près de {}",
        "at_least": "au moins {}",
        "at_most": "au plus {}",
        "about": "environ {}",
    },
    "en": {
        "exactly": "{}",
        "more_than": "more than {}",
        "less_than": "less than {}",
        "nearly": "nearly {}",
        "at_least": "at least {}",
        "at_most": "at most {}",
        "about": "about {}",
    },
}


def qualified(
    value: Decimal, unit_code: str, language: str, qualifier: str = "exactly", high: Decimal | None = None
) -> str:
    """« plus de 18 000 personnes », « entre 4 000 000 et 6 000 000 de personnes »."""
    if qualifier == "between" and high is not None:
        low, top = number(value, language), quantity(high, unit_code, language)
        return f"entre {low} et {top}" if language == "fr" else f"between {low} and {top}"
    words = QUALIFIERS.get(language, QUALIFIERS["en"]).get(qualifier, "{}")
    return words.format(quantity(value, unit_code, language))
