"""How entries are chained, and how a chain is judged. Plain Python."""

import hashlib
import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

START = "0" * 64
LONGEST_KEPT = 500


@dataclass(frozen=True)
class Link:
    """What the hash of one entry covers, and the hash it carries."""

    seq: int
    prev: str
    content: Mapping[str, Any]
    hash: str


@dataclass(frozen=True)
class Fault:
    """The first entry that cannot be believed, and why."""

    seq: int
    reason: str

    def __str__(self) -> str:
        return str(SENTENCES[self.reason]) % {"seq": self.seq}


SENTENCES: Mapping[str, Promise] = {
    "altered": _("Entry %(seq)s is not what was written."),
    "missing": _("Entry %(seq)s is missing."),
    "not_linked": _("Entry %(seq)s does not follow from the one before it."),
    "cut_off": _("The journal is cut off before entry %(seq)s, or its head was altered."),
}


def canonical(content: Mapping[str, Any]) -> bytes:
    """One byte string per content: sorted keys, no spaces, UTF-8."""
    return json.dumps(content, sort_keys=True, ensure_ascii=False, separators=(",", ":")).encode()


def entry_hash(prev: str, content: Mapping[str, Any]) -> str:
    """SHA-256 over the previous hash and the content."""
    return hashlib.sha256(prev.encode() + b"\0" + canonical(content)).hexdigest()


def short_form(value: Any) -> Any:
    """Long texts as their hash and length, so that an entry stays small and still pins every letter."""
    if isinstance(value, str) and len(value) > LONGEST_KEPT:
        return {"sha256": hashlib.sha256(value.encode()).hexdigest(), "length": len(value)}
    return value


def first_fault(links: Iterable[Link], *, head_seq: int, head_hash: str) -> Fault | None:
    """The first break of the chain: an altered, missing, inserted or cut-off entry; None when whole."""
    seq, prev = 0, START
    for link in links:
        fault = fault_of(link, seq, prev)
        if fault:
            return fault
        seq, prev = link.seq, link.hash
    return None if (seq, prev) == (head_seq, head_hash) else Fault(seq + 1, "cut_off")


def fault_of(link: Link, last_seq: int, last_hash: str) -> Fault | None:
    """What is wrong with one entry, seen from the one before."""
    if link.seq != last_seq + 1:
        return Fault(last_seq + 1, "missing")
    if link.prev != last_hash:
        return Fault(link.seq, "not_linked")
    if link.hash != entry_hash(link.prev, link.content):
        return Fault(link.seq, "altered")
    return None
