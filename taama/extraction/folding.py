"""Folding a text for comparison without moving an offset: one character for one."""

import unicodedata
from functools import lru_cache

# Signs that have a plain twin, and the one letter of French without one of its own length.
TWINS = {
    "‘": "'",
    "’": "'",
    "´": "'",
    "`": "'",
    "“": '"',
    "”": '"',
    "–": "-",
    "—": "-",
    "…": ".",
    "œ": "o",
    "Œ": "o",
}
# Outside the code page, yet usual in our texts: narrow and thin spaces, no-break hyphen, letters of Bambara.
ODD = {
    "\u202f": " ", "\u2009": " ", "\u2002": " ", "\u2003": " ", "\u2010": "-", "\u2011": "-", "\u02bc": "'",
    "\u2032": "'", "ɛ": "e", "ɔ": "o", "ɲ": "n", "ŋ": "n", "Ɛ": "e", "Ɔ": "o", "Ɲ": "n", "Ŋ": "n",
    "ā": "a", "ī": "i", "ū": "u", "ğ": "g", "ş": "s", "ć": "c", "č": "c",
}  # fmt: skip


def folded_byte(code: int) -> int:
    """Lower case, accent off, any space a space, any apostrophe or dash the plain one; lines and tabs stay."""
    character = bytes([code]).decode("cp1252", "replace")
    if character in TWINS:
        return ord(TWINS[character])
    if character.isspace() and character not in "\n\t":
        return ord(" ")
    plain = unicodedata.normalize("NFD", character.lower())[0]
    return ord(plain) if ord(plain) < 128 else code


# A table of bytes folds fifty times faster than one of characters: every text goes through it whole.
TABLE = bytes(folded_byte(code) for code in range(256))


@lru_cache(maxsize=4)  # every part of one reading folds the same text
def fold(text: str) -> str:
    """The text in lower case, accents off. Same length; letters of other scripts become "?"."""
    for odd, plain in ODD.items():
        if odd in text:
            text = text.replace(odd, plain)
    return text.encode("cp1252", "replace").translate(TABLE).decode("latin-1")


def folded_key(name: str) -> str:
    """A spelling as names are compared: folded, other signs than letters and digits as one space."""
    kept = "".join(character if character.isalnum() else " " for character in fold(name))
    return " ".join(kept.split())
