"""Places named in a text."""

from .lexicon import Lexicon, PlaceName
from .told import ToldPlace


def find_places(text: str, lexicon: Lexicon) -> list[ToldPlace]:
    """Countries, areas and towns in order, each with its code and the edition of its boundaries."""
    return [
        ToldPlace(start, end, known.name, known.code, known.edition)
        for start, end, known in lexicon.found(text)
        if isinstance(known, PlaceName)
    ]
