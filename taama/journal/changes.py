"""A change: atomic, on somebody's word, with its entry in the same transaction."""

import datetime as dt
import functools
import uuid
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from decimal import Decimal
from typing import Any, ParamSpec, TypeVar

from django.db import models, transaction
from django.utils import timezone

from .actors import Actor
from .models import Entry, Head, OpenChange
from .permits import Permit, UnjournaledChange, current_permit
from .privacy import JOURNALED_CLASSES
from .rules import START, entry_hash, short_form

P = ParamSpec("P")
R = TypeVar("R")


def change(verb: Callable[P, R]) -> Callable[P, R]:
    """Make a function a change: one transaction, and at least one journal entry if anything was written."""

    @functools.wraps(verb)
    def within_a_change(*args: P.args, **kwargs: P.kwargs) -> R:
        with open_change():
            return verb(*args, **kwargs)

    return within_a_change


@contextmanager
def open_change() -> Iterator[Permit]:
    """The span in which journaled records may be written; a change inside a change joins it."""
    outer = current_permit.get()
    if outer is not None:
        with transaction.atomic():
            yield outer
        return
    permit = Permit()
    token = current_permit.set(permit)
    try:
        with transaction.atomic():
            row = OpenChange.objects.create()
            yield permit
            OpenChange.objects.filter(pk=row.pk).delete()
            if permit.writes and not permit.entries:
                raise UnjournaledChange("records were written and no journal entry was left")
    finally:
        current_permit.reset(token)


def record(verb: str, subject: models.Model, *, by: Actor, detail: Mapping[str, Any] | None = None) -> Entry:
    """Add an entry on `subject`: its public and official fields as they now are, and `detail` if given."""
    permit = current_permit.get()
    if permit is None:
        raise UnjournaledChange("an entry belongs inside a change")
    head = locked_head()
    content = {
        "seq": head.seq + 1,
        "at": timezone.now().isoformat(),
        "actor": by.journal_name,
        "verb": verb,
        "record_type": subject._meta.label_lower,
        "record_id": str(subject.pk),
        "payload": {**snapshot(subject), **{key: plain(value) for key, value in (detail or {}).items()}},
    }
    entry = Entry.objects.create(
        **{**content, "at": dt.datetime.fromisoformat(str(content["at"]))},
        prev=head.hash,
        hash=entry_hash(head.hash, content),
    )
    head.seq, head.hash = entry.seq, entry.hash
    head.save()
    permit.entries += 1
    return entry


def locked_head() -> Head:
    """The head row, held until the transaction ends; made by the first entry."""
    head = Head.objects.select_for_update().filter(pk=1).first()
    return head or Head.objects.create(pk=1, seq=0, hash=START)


def snapshot(subject: models.Model) -> dict[str, Any]:
    """The record's public and official fields as plain values; personal ones are left out."""
    privacy: Mapping[str, str] = getattr(subject, "privacy", {})
    return {
        field.name: short_form(plain(field.value_from_object(subject)))
        for field in subject._meta.concrete_fields
        if privacy.get(field.name) in JOURNALED_CLASSES
    }


def plain(value: Any) -> Any:
    """A value as JSON can carry it."""
    if isinstance(value, Decimal | uuid.UUID):
        return str(value)
    if isinstance(value, dt.date | dt.datetime):
        return value.isoformat()
    if isinstance(value, models.FileField | models.fields.files.FieldFile):
        return value.name
    return value
