"""`taama evidence add`: hold files as received, good ones kept where another is refused."""

import argparse
import sys
from collections.abc import Callable
from pathlib import Path

from django.utils.translation import gettext as _

from taama.evidence import queries
from taama.evidence.changes import DocumentCard, receive_document
from taama.evidence.child import PATIENT
from taama.evidence.held_copies import insist_on_size, sha256_of
from taama.evidence.readers.reading import Reading
from taama.evidence.reading_ahead import reading_ahead
from taama.evidence.told_cards import completed
from taama.journal.actors import Program
from taama.suggestions.changes import propose_all
from taama.web.refusals import BadInput, Refused

from .cli import DONE, REFUSED
from .files import files_in
from .progress import Progress
from .terminal import say

WORDS = Program("evidence-add")
Read = Callable[[Path], Reading]


def run(options: argparse.Namespace) -> int:
    """Hold each file, say what became of each, go through the new ones for suggestions; 1 where any was refused."""
    paths = list(files_in(options.files))
    progress = Progress(len(paths), options.reader)
    refused = 0
    with reading_ahead((path for path in paths if is_new(path)), PATIENT) as ahead:
        for path in paths:
            try:
                outcome = add(path, options, ahead.read)
            except Refused as refusal:
                progress.end()
                sys.stderr.write(f"taama: {path.name}: {refusal}\n")
                refused += 1
            else:
                progress.end()
                say(outcome)
            progress.step()
    propose_all(by=WORDS)
    return REFUSED if refused else DONE


def is_new(path: Path) -> bool:
    """Whether there is something to read that is not held yet."""
    return path.is_file() and path.stat().st_size > 0 and queries.holder_of(sha256_of(path)) is None


def add(path: Path, options: argparse.Namespace, read: Read) -> str:
    """Hold one file; what became of it, in a sentence."""
    if not path.is_file():
        raise BadInput("document.missing", _("There is no file “%(name)s”.") % {"name": path.name})
    insist_on_size(path.stat().st_size)
    holder = queries.holder_of(sha256_of(path))
    if holder is not None:
        sentence = _("%(name)s: already held as “%(slug)s”; nothing was added.")
        return sentence % {"name": path.name, "slug": holder.slug}
    reading = read(path)
    document = receive_document(
        upload=path, card=card_for(path, reading, options), by=WORDS, read=lambda _path: reading
    )
    return _("%(name)s: held as “%(slug)s”.") % {"name": path.name, "slug": document.slug}


def card_for(path: Path, reading: Reading, options: argparse.Namespace) -> DocumentCard:
    """A source card: what the options say, else what the text says of itself, else the name of the file."""
    said = DocumentCard(
        title=options.title,
        publisher=options.publisher,
        published_on=options.date,
        language=options.language,
        kind=options.kind,
    )
    return completed(said, reading, path.name)
