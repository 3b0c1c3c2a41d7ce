"""The names a text may use: places and organisations, with all their spellings, found in one pass."""

from __future__ import annotations

import csv
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import Any

import ahocorasick

from .folding import fold

HERE = Path(__file__).parent
SHIPPED = HERE / "lexicon"
PLACES = HERE.parent / "places" / "data"


@dataclass(frozen=True, slots=True)
class PlaceName:
    """A place as we hold it; `is_region` false for countries, towns and sites."""

    name: str
    code: str = ""
    edition: str = ""
    is_country: bool = False


@dataclass(frozen=True, slots=True)
class OrganisationName:
    """An organisation: the name we hold, its code."""

    name: str
    code: str
    is_acronym: bool = False


Known = PlaceName | OrganisationName


@dataclass(frozen=True)
class Lexicon:
    """Spellings, each with what it names; the longest spelling at a place wins."""

    spellings: Mapping[str, Known]
    finder: Any = field(repr=False, compare=False)

    def found(self, text: str) -> list[tuple[int, int, Known]]:
        """(start, end, what is named) in order; whole words only, a name inside a longer one left out."""
        folded = fold(text)
        hits = [
            (end + 1 - len(spelling), end + 1, self.spellings[spelling])
            for end, spelling in self.finder.iter_long(folded)
            if stands_alone(folded, end + 1 - len(spelling), end + 1)
        ]
        return [hit for hit in hits if is_a_name(text, *hit)]


def stands_alone(folded: str, start: int, end: int) -> bool:
    """Whether no letter or digit touches the stretch."""
    before = start == 0 or not folded[start - 1].isalnum()
    return before and (end == len(folded) or not folded[end].isalnum())


def is_a_name(text: str, start: int, end: int, known: Known) -> bool:
    """Whether it is written as a name: a capital first; an acronym all in capitals, so that « oim » is not OIM."""
    if isinstance(known, OrganisationName) and known.is_acronym:
        return text[start:end].isupper()
    return text[start].isupper() or text[start].isdigit()


def lexicon(known: Iterable[tuple[str, Known]]) -> Lexicon:
    """Of (spelling, what it names): the first to claim a spelling keeps it."""
    spellings: dict[str, Known] = {}
    for spelling, name in known:
        if len(spelling) > 1:
            spellings.setdefault(fold(spelling), name)
    finder = ahocorasick.Automaton(ahocorasick.STORE_ANY)
    for spelling in spellings:
        finder.add_word(spelling, spelling)
    finder.make_automaton()
    return Lexicon(spellings, finder)


@cache
def shipped_lexicon() -> Lexicon:
    """What comes with Taama, without a database: Mali's areas and sites, the world's countries, organisations."""
    return lexicon([*areas(), *countries(), *towns(), *organisations()])


def extended(names: Sequence[tuple[str, Known]]) -> Lexicon:
    """The shipped one with names a database holds besides; those win."""
    return lexicon([*names, *shipped_lexicon().spellings.items()])


def rows(path: Path) -> Iterator[dict[str, str]]:
    """The rows of a shipped file."""
    with path.open(encoding="utf-8", newline="") as file:
        yield from csv.DictReader(file)


def areas() -> Iterator[tuple[str, Known]]:
    """Regions, districts and cercles: the newest edition's first, since a name without a code means the present one."""
    own = PLACES / "mali"
    editions = sorted(rows(own / "editions.csv"), key=lambda row: row["valid_from"], reverse=True)
    held = list(rows(own / "areas.csv"))
    for edition in editions:
        for row in (row for row in held if row["edition"] == edition["code"]):
            is_country = row["level"] == "0"
            known = PlaceName(row["name"], row["code"], row["edition"], is_country)
            yield row["name"], known
    for row in rows(SHIPPED / "place_spellings.csv"):
        yield row["spelling"], PlaceName(row["name"], row["code"], row["edition"])


def countries() -> Iterator[tuple[str, Known]]:
    """Countries in French and English; named in French."""
    for row in rows(PLACES / "countries.csv"):
        known = PlaceName(row["name_fr"], row["iso3"], "", True)
        yield row["name_fr"], known
        yield row["name_en"], known
    for row in rows(SHIPPED / "country_spellings.csv"):
        yield row["spelling"], PlaceName(row["name"], row["code"], "", True)


def towns() -> Iterator[tuple[str, Known]]:
    """Towns and larger regions that texts name and no list of areas holds."""
    for row in rows(SHIPPED / "towns.csv"):
        yield row["name"], PlaceName(row["name"])


def organisations() -> Iterator[tuple[str, Known]]:
    """Organisations by name and acronym."""
    for row in rows(SHIPPED / "organisations.csv"):
        for spelling in (row["name_fr"], row["name_en"]):
            if spelling:
                yield spelling, OrganisationName(row["name_en"] or row["name_fr"], row["code"])
        for acronym in row["acronyms"].split("|"):
            if acronym:
                yield acronym, OrganisationName(row["name_en"] or row["name_fr"], row["code"], True)
