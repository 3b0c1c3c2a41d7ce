"""Sentences of the command in the reader's language, even before Django is ready."""

import gettext
from collections.abc import Callable
from pathlib import Path

LOCALE = Path(__file__).parent / "locale"


def catalogue(language: str) -> Callable[[str], str]:
    """From an English sentence of this room to the reader's language."""
    return gettext.translation("django", LOCALE, languages=[language], fallback=True).gettext
