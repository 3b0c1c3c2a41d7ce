"""Receiving many files at once: each is held or refused with a sentence, and none waits for another."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from contextlib import ExitStack
from dataclasses import dataclass, replace
from typing import Any

from django.core.files.uploadedfile import UploadedFile

from taama.evidence.cards import DocumentCard
from taama.evidence.held_copies import IncomingFile, incoming
from taama.evidence.models import Document
from taama.evidence.reading_ahead import ReadingAhead, reading_ahead
from taama.evidence.told_cards import completed
from taama.journal.actors import Actor
from taama.web.refusals import Refused

from .documents import hold, insist_on_good_card, received, refuse_if_held


@dataclass(frozen=True)
class Outcome:
    """What became of one file: the document, or why it was refused."""

    name: str
    document: Document | None = None
    refusal: Refused | None = None


def receive_documents(
    *, uploads: Sequence[UploadedFile[Any]], card: DocumentCard, by: Actor
) -> list[Outcome]:
    """Hold these files, whatever is empty on the card told from each text; a title is for a single file only."""
    shared = card if len(uploads) == 1 else replace(card, title="")
    with ExitStack() as open_files:
        waiting = [(upload.name or "", waiting_file(upload, open_files)) for upload in uploads]
        files = [file for _name, file in waiting if isinstance(file, IncomingFile)]
        ahead = open_files.enter_context(reading_ahead(file.path for file in new_ones(files)))
        return [outcome(name, file, shared, by, ahead) for name, file in waiting]


def waiting_file(upload: UploadedFile[Any], open_files: ExitStack) -> IncomingFile | Refused:
    """The file safe on disk, or why it is not taken in."""
    try:
        return open_files.enter_context(incoming(upload))
    except Refused as refusal:
        return refusal


def new_ones(files: Iterable[IncomingFile]) -> list[IncomingFile]:
    """Those whose bytes are not held yet: no other is read."""
    hashes = {file.sha256: file for file in files}
    held = Document.objects.filter(sha256__in=list(hashes)).values_list("sha256", flat=True)
    return [file for sha256, file in hashes.items() if sha256 not in set(held)]


def outcome(
    name: str, file: IncomingFile | Refused, card: DocumentCard, by: Actor, ahead: ReadingAhead
) -> Outcome:
    """What becomes of one file."""
    if isinstance(file, Refused):
        return Outcome(name, refusal=file)
    try:
        refuse_if_held(file.sha256)
        reading = ahead.read(file.path)
        full = completed(card, reading, file.name)
        insist_on_good_card(full)
        return Outcome(name, hold(received(file, full, reading), by))
    except Refused as refusal:
        return Outcome(name, refusal=refusal)
