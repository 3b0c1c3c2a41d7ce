"""The chain of entries, its head, and the base of every record that leaves a trail."""

import uuid
from collections.abc import Iterable
from typing import Any, ClassVar

from django.db import models
from django.utils.translation import gettext_lazy as _

from .permits import note_write
from .privacy import classes


class Entry(models.Model):
    """One thing that was changed: sequence decides the order, never the clock."""

    seq = models.PositiveBigIntegerField(primary_key=True, help_text=_("Place in the chain, from 1."))
    prev = models.CharField(max_length=64, help_text=_("Hash of the entry before."))
    hash = models.CharField(max_length=64, unique=True, help_text=_("Hash of this entry."))
    at = models.DateTimeField(help_text=_("When, by the server's clock."))
    actor = models.CharField(max_length=100, help_text=_("On whose word: a user or a program."))
    verb = models.CharField(max_length=100, help_text=_("What was done, such as plans.activity.edited."))
    record_type = models.CharField(max_length=60, help_text=_("Kind of record."))
    record_id = models.CharField(max_length=60, help_text=_("Which record."))
    payload = models.JSONField(default=dict, help_text=_("Its public and official fields, as written."))

    zone = "open"
    privacy = classes(public="seq prev hash", official="at actor verb record_type record_id payload")

    class Meta:
        ordering = ["-seq"]
        indexes = [models.Index(fields=["record_type", "record_id"]), models.Index(fields=["verb"])]

    def __str__(self) -> str:
        return f"{self.seq} {self.verb}"


class Head(models.Model):
    """The newest entry: locked while one is added, so the chain cannot fork, and a cut end shows."""

    id = models.PositiveSmallIntegerField(primary_key=True, default=1)
    seq = models.PositiveBigIntegerField(default=0)
    hash = models.CharField(max_length=64)

    zone = "open"
    privacy = classes(public="id seq hash")

    class Meta:
        constraints = [models.CheckConstraint(condition=models.Q(id=1), name="journal_one_head")]

    def __str__(self) -> str:
        return f"{self.seq} {self.hash[:12]}"


class OpenChange(models.Model):
    """A row that exists only inside a running change: the database's guards look for it."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4)

    zone = "open"
    privacy = classes(official="id")

    def __str__(self) -> str:
        return str(self.id)


class JournaledQuerySet(models.QuerySet[Any]):
    """Writes in bulk count by the records they touch: refused outside a change, none where nothing is touched."""

    def update(self, **kwargs: Any) -> int:
        """Update, inside a change only."""
        self.note_bulk_write(0)
        touched = super().update(**kwargs)
        self.note_bulk_write(touched)
        return touched

    def delete(self) -> tuple[int, dict[str, int]]:
        """Delete, inside a change only."""
        self.note_bulk_write(0)
        touched, by_model = super().delete()
        self.note_bulk_write(touched)
        return touched, by_model

    def bulk_create(self, objs: Iterable[Any], *args: Any, **kwargs: Any) -> list[Any]:
        """Create many, inside a change only."""
        records = list(objs)
        self.note_bulk_write(len(records))
        return super().bulk_create(records, *args, **kwargs)

    def bulk_update(self, objs: Iterable[Any], *args: Any, **kwargs: Any) -> int:
        """Update many, inside a change only."""
        records = list(objs)
        self.note_bulk_write(len(records))
        return super().bulk_update(records, *args, **kwargs)

    def note_bulk_write(self, records: int) -> None:
        """Count, or refuse."""
        note_write(self.model._meta.label, records)


class JournaledRecord(models.Model):
    """A record that is written inside a change only, and so leaves an entry."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)

    zone: ClassVar[str] = "open"
    objects = JournaledQuerySet.as_manager()

    class Meta:
        abstract = True

    def save(self, *args: Any, **kwargs: Any) -> None:
        """Save, inside a change only."""
        note_write(self._meta.label)
        super().save(*args, **kwargs)

    def delete(self, *args: Any, **kwargs: Any) -> tuple[int, dict[str, int]]:
        """Delete, inside a change only."""
        note_write(self._meta.label)
        return super().delete(*args, **kwargs)
