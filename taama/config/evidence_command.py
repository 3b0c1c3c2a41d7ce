"""`taama evidence add`: hold files as received, good ones kept where another is refused."""

import argparse
import sys
from pathlib import Path

from django.utils.translation import gettext as _

from taama.evidence.changes import DocumentCard, receive_document
from taama.journal.actors import Program
from taama.web.refusals import Refused

from .cli import DONE, REFUSED
from .terminal import say

WORDS = Program("evidence-add")


def run(options: argparse.Namespace) -> int:
    """Hold each file; say what became of each; 1 where any was refused."""
    refused = 0
    for path in all_files(options.files):
        try:
            document = receive_document(upload=path, card=card_for(path, options), by=WORDS)
        except Refused as refusal:
            sys.stderr.write(f"taama: {path.name}: {refusal}\n")
            refused += 1
        else:
            say(_("%(name)s: held as “%(slug)s”.") % {"name": path.name, "slug": document.slug})
    return REFUSED if refused else DONE


def all_files(paths: list[Path]) -> list[Path]:
    """The files named, and those inside the folders named."""
    return [file for path in paths for file in (sorted(path.iterdir()) if path.is_dir() else [path])]


def card_for(path: Path, options: argparse.Namespace) -> DocumentCard:
    """A source card from the options; the name of the file where no title is given."""
    return DocumentCard(
        title=options.title or path.stem.replace("-", " ").replace("_", " "),
        publisher=options.publisher,
        published_on=options.date,
        language=options.language,
        kind=options.kind,
    )
