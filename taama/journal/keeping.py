"""Loading data files again and again: only what differs is written."""

import uuid
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any, TypeVar

from django.db import models

from .permits import note_write

M = TypeVar("M", bound=models.Model)


@dataclass
class Tally:
    """What a load did, counted."""

    added: int = 0
    changed: int = 0
    unchanged: int = 0

    @property
    def anything(self) -> bool:
        """Whether anything was written."""
        return bool(self.added or self.changed)

    def __add__(self, other: "Tally") -> "Tally":
        return Tally(self.added + other.added, self.changed + other.changed, self.unchanged + other.unchanged)

    def as_detail(self) -> dict[str, int]:
        """For a journal entry."""
        return {"added": self.added, "changed": self.changed, "unchanged": self.unchanged}


def keep(model: type[M], pk: uuid.UUID, values: Mapping[str, Any], tally: Tally) -> M:
    """The record with this id and these values: added, changed or left alone, checked, and counted."""
    found = model._default_manager.filter(pk=pk).first()
    if found is None:
        record = model(pk=pk, **values)
        record.full_clean()
        record.save(force_insert=True)
        tally.added += 1
        return record
    differing = [name for name, value in values.items() if getattr(found, name) != value]
    if not differing:
        tally.unchanged += 1
        return found
    for name in differing:
        setattr(found, name, values[name])
    found.full_clean()
    found.save(update_fields=differing)
    tally.changed += 1
    return found


def keep_ties(record: models.Model, name: str, others: Iterable[models.Model], tally: Tally) -> None:
    """Set a many-to-many field where it differs."""
    manager = getattr(record, name)
    wanted = {other.pk for other in others}
    if set(manager.values_list("pk", flat=True)) != wanted:
        note_write(record._meta.label)
        manager.set(wanted)
        tally.changed += 1
