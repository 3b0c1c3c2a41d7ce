"""Texts in several languages: kept as {"fr": …, "en": …}, read in the reader's, never silently in another."""

from collections.abc import Mapping

FIRST = "fr"


def in_language(texts: Mapping[str, str] | None, language: str) -> str:
    """The text in this language; where it is missing, French, then any; empty where there is none."""
    found = {key: text for key, text in (texts or {}).items() if text}
    short = language.split("-")[0]
    return found.get(short) or found.get(FIRST) or next(iter(found.values()), "")


def language_of(texts: Mapping[str, str] | None, language: str) -> str:
    """The language `in_language` would answer in, for the `lang` attribute."""
    chosen = in_language(texts, language)
    short = language.split("-")[0]
    if (texts or {}).get(short) == chosen:
        return short
    return next((key for key, text in (texts or {}).items() if text == chosen), short)


def texts_of(row: Mapping[str, str], name: str) -> dict[str, str]:
    """Columns name_fr, name_en, … of a data row as one mapping of the filled ones."""
    start = f"{name}_"
    return {key[len(start) :]: value for key, value in row.items() if key.startswith(start) and value}
