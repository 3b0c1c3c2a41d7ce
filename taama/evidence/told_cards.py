"""What a text says of itself, for the fields of its card that a person left empty."""

from dataclasses import replace
from pathlib import Path

from django.utils.translation import gettext as _

from taama.extraction.boilerplate import boilerplate_of
from taama.extraction.card import card_of
from taama.extraction.kinds import kind_of

from .cards import DocumentCard
from .readers.reading import Reading
from .vocabularies import DocumentLanguage

LONGEST_TITLE, LONGEST_PUBLISHER = 300, 200


def completed(card: DocumentCard, reading: Reading, name: str) -> DocumentCard:
    """The card with its empty fields filled: from the text, else from the file, else from the file's name."""
    boilerplate = boilerplate_of(reading.text, reading.media_type)
    own = card_of(reading.text, boilerplate, reading.media_type, reading.title)
    title = card.title or own.title or reading.title or Path(name).stem.replace("-", " ").replace("_", " ")
    publisher = card.publisher or own.publisher or reading.publisher or _("not stated")
    return replace(
        card,
        title=title[:LONGEST_TITLE],
        publisher=publisher[:LONGEST_PUBLISHER],
        published_on=card.published_on or own.date or reading.dated,
        language=card.language or known_language(own.language),
        kind=card.kind or kind_of(reading.text, reading.media_type),
    )


def known_language(code: str) -> str:
    """The language told, if documents may be in it; French, as most are, where none was told."""
    return code if code in DocumentLanguage.values else DocumentLanguage.FR.value
