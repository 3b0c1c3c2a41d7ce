"""Reading the journal: what was done, to what, and whether the chain holds."""

from collections.abc import Iterator
from dataclasses import dataclass

from django.db import models

from .models import Entry, Head
from .rules import START, Fault, Link, first_fault


@dataclass(frozen=True)
class Verification:
    """What a check of the whole chain found."""

    entries: int
    head: str
    fault: Fault | None

    @property
    def holds(self) -> bool:
        """Whether every entry is as it was written."""
        return self.fault is None


def verification() -> Verification:
    """Walk the whole chain and compare it with its head."""
    head = Head.objects.filter(pk=1).first()
    seq, digest = (head.seq, head.hash) if head else (0, START)
    return Verification(seq, digest, first_fault(links(), head_seq=seq, head_hash=digest))


VERIFIED_UNASKED = 10_000  # a third of a second


def verdict(*, asked: bool) -> Verification | None:
    """The check of the whole chain for a page; a long journal is walked only when somebody asks."""
    head = Head.objects.filter(pk=1).first()
    is_long = head is not None and head.seq > VERIFIED_UNASKED
    return None if is_long and not asked else verification()


def links() -> Iterator[Link]:
    """All entries in order, as the rules judge them."""
    for entry in Entry.objects.order_by("seq").iterator(chunk_size=2000):
        yield Link(entry.seq, entry.prev, hashed_content(entry), entry.hash)


def hashed_content(entry: Entry) -> dict[str, object]:
    """What the hash of an entry covers."""
    return {
        "seq": entry.seq,
        "at": entry.at.isoformat(),
        "actor": entry.actor,
        "verb": entry.verb,
        "record_type": entry.record_type,
        "record_id": entry.record_id,
        "payload": entry.payload,
    }


def latest_entries(verbs: tuple[str, ...] = ()) -> models.QuerySet[Entry]:
    """Newest first; only these verbs where any are named."""
    entries = Entry.objects.order_by("-seq")
    return entries.filter(verb__in=verbs) if verbs else entries


def known_verbs() -> list[str]:
    """Every verb the journal holds, in order."""
    return list(Entry.objects.order_by("verb").values_list("verb", flat=True).distinct())


def known_record_types() -> list[str]:
    """Every kind of record the journal holds, in order."""
    return list(Entry.objects.order_by("record_type").values_list("record_type", flat=True).distinct())


def entries_about(record: models.Model) -> models.QuerySet[Entry]:
    """What was ever done to this record, newest first."""
    return latest_entries().filter(record_type=record._meta.label_lower, record_id=str(record.pk))
