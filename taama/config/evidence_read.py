"""`taama evidence read`: what files tell, without a database and without Django; one JSON document, or a summary."""

from __future__ import annotations

import argparse
import hashlib
import json
import logging
import os
import sys
from collections.abc import Iterable, Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from pathlib import Path

from taama.evidence.child import PATIENT, read_in_child
from taama.evidence.readers.reading import Reading, Unreadable
from taama.evidence.reasons import in_words
from taama.extraction.boilerplate import boilerplate_of
from taama.extraction.card import Card, card_of
from taama.extraction.lexicon import Lexicon, shipped_lexicon
from taama.extraction.reading import tell
from taama.extraction.told import About, Told, ToldClaim, ToldFigure
from taama.suggestions.rules import ToldConflict, ToldDocument, conflicts

from . import told_json, told_summary
from .cli import DONE, REFUSED
from .files import files_in
from .progress import Progress
from .told_file import FileTold

USUAL_LANGUAGE = "fr"  # of our documents, where one is too short to tell


def run(options: argparse.Namespace) -> int:
    """Read the files, then say it all at once; 1 where any could not be read."""
    logging.getLogger("taama").addHandler(logging.NullHandler())
    logging.getLogger("taama").propagate = False
    found = list(read_all(list(files_in(options.files)), options.reader))
    between = conflicts(documents_to_compare(found))
    if options.json:
        print_json(found, between, options)
    else:
        sys.stdout.writelines(f"{line}\n" for line in told_summary.lines(found, between, options.reader))
    return REFUSED if any(one.refused for one in found) else DONE


def documents_to_compare(found: Iterable[FileTold]) -> list[ToldDocument]:
    """The files that were read, as they are held against each other."""
    return [
        ToldDocument(one.file, said_once(one.told), one.card.date, own_country())
        for one in found
        if one.told is not None and one.card is not None
    ]


def said_once(told: Told) -> Told:
    """The same without what a file merely repeats: a line at the head of a thousand pages is one statement."""
    figures = {meaning(one): one for one in reversed(told.figures)}
    claims = {meaning(one): one for one in reversed(told.claims)}
    return replace(told, figures=tuple(reversed(figures.values())), claims=tuple(reversed(claims.values())))


def meaning(one: ToldFigure | ToldClaim) -> tuple[object, ...]:
    """What is said, wherever it stands."""
    place = one.place and (one.place.name, one.place.code)
    time = one.time and (one.time.as_of, one.time.begin, one.time.finish)
    if isinstance(one, ToldClaim):
        return one.subject, one.predicate, place, time
    counted = (one.value, one.value_to, one.qualifier, one.unit, one.what, one.population, one.kind)
    return *counted, place, time


def own_country() -> str:
    """Where texts are from unless they say otherwise: ISO alpha-3."""
    return os.environ.get("TAAMA_COUNTRY", "mli").upper()


def read_all(paths: list[Path], language: str) -> Iterator[FileTold]:
    """Each file in its order, as many at a time as there are cores."""
    lexicon = shipped_lexicon()
    progress = Progress(len(paths), language)
    with ThreadPoolExecutor(max_workers=os.cpu_count()) as pool:
        for path, result in zip(paths, pool.map(read_or_refuse, paths), strict=True):
            yield file_told(path, *result, lexicon)
            progress.step()
    progress.end()


def read_or_refuse(path: Path) -> tuple[str | None, Reading | Unreadable]:
    """(hash of the bytes, the reading, or why there is none)."""
    if not path.is_file():
        return None, Unreadable("missing")
    try:
        with path.open("rb") as stream:
            sha256 = hashlib.file_digest(stream, "sha256").hexdigest()
        return sha256, read_in_child(path, pictures=PATIENT)
    except Unreadable as reason:
        return sha256, reason
    except OSError as error:
        return None, Unreadable("closed", str(error))


def file_told(path: Path, sha256: str | None, result: Reading | Unreadable, lexicon: Lexicon) -> FileTold:
    """What the text of a file tells."""
    if isinstance(result, Unreadable):
        return FileTold(str(path), sha256, refused=result.code)
    card = card_of_file(result)
    about = About(card.language or USUAL_LANGUAGE, card.date, own_country())
    told = tell(result.text, about, lexicon, media_type=result.media_type)
    return FileTold(str(path), sha256, result.text, card, told)


def card_of_file(reading: Reading) -> Card:
    """The card of the text; what it leaves open is taken from what the file says of itself."""
    boilerplate = boilerplate_of(reading.text, reading.media_type)
    card = card_of(reading.text, boilerplate, reading.media_type, reading.title)
    return replace(card, date=card.date or reading.dated, publisher=card.publisher or reading.publisher)


def print_json(
    found: Iterable[FileTold], between: Iterable[ToldConflict], options: argparse.Namespace
) -> None:
    """One document on standard output and nothing else."""
    answer = {
        "documents": [record(one, options) for one in found],
        "conflicts": [told_json.conflict(one) for one in between],
    }
    sys.stdout.write(json.dumps(answer, ensure_ascii=False, indent=1) + "\n")


def record(one: FileTold, options: argparse.Namespace) -> told_json.Record:
    """A file in the promised shape."""
    if one.card is None or one.told is None:
        return told_json.unread(one.file, one.sha256, one.refused, in_words(one.refused, options.reader))
    made = told_json.document(one.file, one.sha256 or "", one.text, one.card, one.told)
    return {**made, "text": one.text} if options.text else made
