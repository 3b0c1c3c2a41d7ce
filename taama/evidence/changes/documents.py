"""Receiving documents: held as received, read outside the web process, cut into passages."""

from __future__ import annotations

import uuid
from collections.abc import Callable
from contextlib import ExitStack
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from django.core.exceptions import ValidationError
from django.core.files.uploadedfile import UploadedFile
from django.utils import timezone
from django.utils.translation import gettext as _

from taama.evidence.cards import DocumentCard
from taama.evidence.codes import free_code
from taama.evidence.held_copies import (
    IncomingFile,
    held_path,
    incoming,
    insist_on_size,
    put_in_place,
    sha256_of,
)
from taama.evidence.loading import DocumentFile, read_documents
from taama.evidence.models import Document, Passage, Reading
from taama.evidence.passage_index import index_card, index_passages
from taama.evidence.passages import PassageSpan, cut
from taama.evidence.readers.reading import Reading as FileReading
from taama.evidence.reading_ahead import reading_ahead
from taama.evidence.sandbox import read_in_sandbox
from taama.journal.actors import Actor
from taama.journal.changes import change, record
from taama.journal.keeping import Tally, keep
from taama.web.identity import derived_id
from taama.web.refusals import BadInput, Refused

CARD_FIELDS = (
    "title", "publisher", "organisation", "kind", "published_on", "language", "place", "rights", "link", "note",
    "is_fact_sheet",
)  # fmt: skip
READER = "taama-1"
Read = Callable[[Path], FileReading]


@dataclass(frozen=True)
class Received:
    """A file, its card and what was read from it: all that one transaction writes."""

    file: IncomingFile
    card: DocumentCard
    text: str
    media_type: str
    spans: tuple[PassageSpan, ...]


def receive_document(
    *, upload: Path | UploadedFile[Any], card: DocumentCard, by: Actor, read: Read | None = None
) -> Document:
    """Hold a file as received with its reading and passages; refused if too large, unreadable or already held."""
    insist_on_good_card(card)
    with incoming(upload) as file:
        refuse_if_held(file.sha256)
        reading = (read or read_in_sandbox)(file.path)
        card = replace(card, title=card.title or reading.title or Path(file.name).stem)
        return hold(received(file, card, reading), by)


def received(file: IncomingFile, card: DocumentCard, reading: FileReading) -> Received:
    """All that is to be written of a file, made ready before anything is."""
    spans = cut(reading.text, reading.pages, reading.headings)
    return Received(file, card, reading.text, reading.media_type, spans)


def insist_on_good_card(card: DocumentCard) -> None:
    """Refuse a card whose fields cannot be kept, each with its reason."""
    draft = Document(**fields_of(replace(card, title=card.title or "-")))
    held = {field.name for field in Document._meta.fields} - set(CARD_FIELDS)
    try:
        draft.clean_fields(exclude=held)
    except ValidationError as error:
        raise BadInput("document.card", in_sentences(error)) from None


def in_sentences(error: ValidationError) -> str:
    """Field by field, what is wrong."""
    return " ".join(
        _("%(field)s: %(reasons)s")
        % {"field": Document._meta.get_field(name).verbose_name, "reasons": " ".join(reasons)}  # type: ignore[union-attr]
        for name, reasons in error.message_dict.items()
    )


def refuse_if_held(sha256: str) -> None:
    """The same bytes are held once; the refusal names the document that holds them."""
    holder = Document.objects.filter(sha256=sha256).first()
    if holder is not None:
        sentence = _("This file is already held, as “%(title)s” (%(slug)s).")
        raise BadInput("document.held", sentence % {"title": holder.title, "slug": holder.slug})


def hold(received: Received, by: Actor) -> Document:
    """Write it all or nothing: if the transaction fails, the held copy goes too."""
    with ExitStack() as undo:
        undo.callback(drop_if_unheld, received.file)
        document = write_document(received=received, by=by)
        undo.pop_all()
    return document


def drop_if_unheld(file: IncomingFile) -> None:
    """Remove a held copy no document names."""
    if not Document.objects.filter(sha256=file.sha256).exists():
        held_path(file.held_name).unlink(missing_ok=True)


@change
def write_document(*, received: Received, by: Actor) -> Document:
    """The document, its reading and passages, its entry; the file takes its place last."""
    refuse_if_held(received.file.sha256)
    document = new_document(received)
    document.full_clean()
    document.save(force_insert=True)
    reading = Reading.objects.create(document=document, reader=READER, text=received.text)
    passages = Passage.objects.bulk_create(
        Passage(
            reading=reading,
            position=position,
            start=span.start,
            end=span.end,
            page=span.page,
            is_heading=span.heading,
        )
        for position, span in enumerate(received.spans, start=1)
    )
    index_passages(document, received.text, passages)
    record("evidence.document.received", document, by=by, detail={"passages": len(received.spans)})
    put_in_place(received.file)
    return document


def new_document(received: Received) -> Document:
    """The record, with an id from its slug where the card gives one."""
    card, file = received.card, received.file
    return Document(
        pk=derived_id("evidence.document", card.slug) if card.slug else uuid.uuid4(),
        slug=card.slug or free_code(Document, card.title, field="slug"),
        file=file.held_name,
        original_name=file.name,
        sha256=file.sha256,
        size=file.size,
        media_type=received.media_type,
        received_at=timezone.now(),
        **fields_of(card),
    )


def fields_of(card: DocumentCard) -> dict[str, Any]:
    """The card's fields as the record names them."""
    return {name: getattr(card, name) for name in CARD_FIELDS}


def load_documents(*, folder: Path, by: Actor, show: Callable[[int, int], None] | None = None) -> Tally:
    """Hold the documents a folder lists; those held already only have their cards mended."""
    tally = Tally()
    files = read_documents(folder)
    held = {document.slug: document for document in Document.objects.all()}
    with reading_ahead(file.path for file in files if file.card.slug not in held) as ahead:
        for number, file in enumerate(files, start=1):
            load_document(file, held.get(file.card.slug), by, tally, ahead.read)
            if show:
                show(number, len(files))
    return tally


def load_document(file: DocumentFile, held: Document | None, by: Actor, tally: Tally, read: Read) -> None:
    """Receive one, or mend its card; a refusal names file and line."""
    try:
        if held is not None:
            insist_on_same_bytes(file, held)
            insist_on_good_card(file.card)
            mend_card(document=held, card=file.card, by=by, tally=tally)
        else:
            receive_document(upload=file.path, card=file.card, by=by, read=read)
            tally.added += 1
    except Refused as refusal:
        raise file.row.bad("file", str(refusal)) from refusal


def insist_on_same_bytes(file: DocumentFile, held: Document) -> None:
    """A held document is never replaced, since findings point into its text."""
    insist_on_size(file.path.stat().st_size)
    if sha256_of(file.path) != held.sha256:
        sentence = _(
            "This file differs from the one held as “%(slug)s”. A held document is never replaced: "
            "give the new version a slug of its own."
        )
        raise BadInput("document.differs", sentence % {"slug": held.slug})


@change
def mend_card(*, document: Document, card: DocumentCard, by: Actor, tally: Tally) -> None:
    """Write what differs on the source card."""
    mended = Tally()
    kept = keep(Document, document.pk, fields_of(card), mended)
    if mended.anything:
        index_card(kept)
        record("evidence.document.mended", kept, by=by)
    tally.changed += mended.changed
    tally.unchanged += mended.unchanged
