"""Asking the machine what a held text tells."""

from collections.abc import Iterator
from dataclasses import dataclass

from taama.evidence.models import Reading
from taama.extraction.learned import Learned, learned_from
from taama.extraction.lexicon import Known, Lexicon, OrganisationName, extended
from taama.extraction.reading import tell
from taama.extraction.told import About, Told
from taama.partners.models import OrganisationName as HeldName
from taama.places.country import country

from .queries import confirmed_texts, known_names
from .spellings import KnownNames

EDITION = (
    "taama-1"  # raise it when the rules of `extraction` change: every document is then gone through again
)


@dataclass(frozen=True)
class Machine:
    """What the machine knows besides the rules: the names held here, and what confirmed tags taught it."""

    lexicon: Lexicon
    names: KnownNames
    learned: Learned | None = None

    def told_by(self, reading: Reading) -> Told:
        """What the text of a reading tells."""
        document = reading.document
        about = About(document.language, document.published_on, country().iso3)
        return tell(reading.text, about, self.lexicon, media_type=document.media_type, model=self.learned)


def machine() -> Machine:
    """The machine as of today: made once for many documents."""
    texts = confirmed_texts()
    return Machine(house_lexicon(), known_names(), learned_from(texts) if texts else None)


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
