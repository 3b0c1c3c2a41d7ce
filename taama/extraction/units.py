"""Units of figures: what nouns count, currencies, shares."""

import re

from .lexicon_files import rows

NOUNS = {row["noun"]: row["unit"] for row in rows("units.csv")}

CURRENCIES = (
    (
        "xof",
        r"francs? (?:de la )?cfa|f\.? ?cfa|f\.cfa|fcfa|cfaf|xof|cfa"
        r"|francs?(?! (?:suisse|guineen|congolais|francais|belge))|f",
    ),
    ("usd", r"(?:us )?dollars?(?: (?:us|u\.s\.|americains|des etats-unis))?|us ?\$|u\.s\. dollars?|usd|\$ ?(?:us)?"),
    ("eur", r"euros?|eur|\x80"),
)  # fmt: skip
BEHIND = re.compile(
    r"\s?(?:(?:de|of)\s|d')?(?:"
    + "|".join(f"(?P<{unit}>{words})" for unit, words in CURRENCIES)
    + r")(?![a-z0-9])"
)
BEFORE = {
    "$": "usd", "us$": "usd", "usd": "usd", "u$": "usd", "\x80": "eur", "eur": "eur", "euro": "eur", "euros": "eur",
    "xof": "xof", "fcfa": "xof", "cfa": "xof", "cfaf": "xof", "usdollars": "usd", "dollars": "usd",
}  # fmt: skip
LAST_BEFORE = re.compile(r"(?:(?:us|u)?\$|\x80|\b(?:usd|us dollars|eur|euros?|xof|f ?cfa|cfaf?))[ ]?$")
PERCENT = re.compile(r"[ ]?(?:%|(?:pour|per)[ -]cent\b|percent\b|p\. ?100\b|pct\b)")


PEOPLE_ENDINGS = ("istes", "ists", "ians", "iens", "iennes", "trices")


def guessed_unit(phrase: str) -> str:
    """The unit of a noun that is not known: persons if it ends like a trade or a nationality."""
    return "persons" if phrase.endswith(PEOPLE_ENDINGS) else "count"


def currency_behind(folded: str, end: int) -> tuple[int, str] | None:
    """(where it ends, unit) of the currency right behind a number."""
    near = folded[end : end + 2].lstrip()[:1]
    if not near or near not in "fxcdueo$\x80":
        return None
    found = BEHIND.match(folded, end)
    return (found.end(), str(found.lastgroup)) if found else None


def currency_before(folded: str, start: int) -> tuple[int, str] | None:
    """(where it begins, unit) of the currency right before a number."""
    end = start - 1 if folded[start - 1 : start] == " " else start
    if not end or folded[end - 1] not in "$\x80drfaso":
        return None
    found = LAST_BEFORE.search(folded, start - 11, start)
    return (found.start(), BEFORE[found[0].strip().replace(" ", "")]) if found else None


def percent_behind(folded: str, end: int) -> int:
    """Where the sign or word of a share ends, 0 if there is none."""
    near = folded[end : end + 2].lstrip()[:1]
    if not near or near not in "%p":
        return 0
    found = PERCENT.match(folded, end)
    return found.end() if found else 0
