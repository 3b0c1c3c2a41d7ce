"""Asking the machine what a held text tells."""

from collections.abc import Iterator

from taama.evidence.models import Reading
from taama.extraction.lexicon import Known, Lexicon, OrganisationName, extended
from taama.extraction.told import About, Told
from taama.partners.models import OrganisationName as HeldName
from taama.places.country import country

EDITION = (
    "taama-1"  # raise it when the rules of `extraction` change: every document is then gone through again
)


def told_by(reading: Reading, lexicon: Lexicon) -> Told:
    """What the text of a reading tells."""
    from taama.extraction.reading import tell

    document = reading.document
    about = About(document.language, document.published_on, country().iso3)
    return tell(reading.text, about, lexicon)


def house_lexicon() -> Lexicon:
    """The shipped names and those of the organisations held here."""
    return extended(list(held_spellings()))


def held_spellings() -> Iterator[tuple[str, Known]]:
    """Every name and acronym an organisation bears or bore."""
    for held in HeldName.objects.select_related("organisation"):
        code, shown = (
            held.organisation.code,
            next(iter(held.organisation.name.values()), held.organisation.code),
        )
        for text in held.name.values():
            yield text, OrganisationName(shown, code)
        if held.acronym:
            yield held.acronym, OrganisationName(shown, code, True)
