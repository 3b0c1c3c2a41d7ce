"""What changed lately, told from the journal: public verbs only, in words, with the record they touched."""

import datetime as dt
import uuid
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import singledispatch

from django.db import models
from django.urls import reverse
from django.utils import timezone

from taama.evidence.models import Document, Finding, Question
from taama.journal.models import Entry
from taama.journal.queries import latest_entries
from taama.monitoring.models import Indicator
from taama.plans.models import Activity
from taama.reviews.models import Review, Section

from ..rules import PUBLIC_VERBS, Happening, bundles, in_words

Texts = Mapping[str, str]

# Kind of record an entry is about → the record a reader would want to see, and the field that names it.
SUBJECTS: dict[str, tuple[type[models.Model], str]] = {
    "evidence.document": (Document, "id"),
    "evidence.finding": (Finding, "id"),
    "evidence.verdict": (Finding, "finding"),
    "evidence.ruling": (Question, "question"),
    "plans.activity": (Activity, "id"),
    "plans.milestone": (Activity, "activity"),
    "monitoring.observation": (Indicator, "indicator"),
    "reviews.review": (Review, "id"),
    "reviews.compilation": (Review, "review"),
    "reviews.section": (Section, "id"),
    "reviews.sectiontext": (Section, "section"),
}
WITH: dict[type[models.Model], tuple[str, ...]] = {Finding: ("question",), Section: ("review", "objective")}


@dataclass(frozen=True)
class Subject:
    """What an entry is about: its name and where to read it."""

    name: Texts
    address: str


@dataclass(frozen=True)
class Change:
    """A line of the list: when, what was done, to what (named only where it was one record)."""

    on: dt.date
    what: str
    subject: Subject | None


def lately(limit: int, entries: int = 400) -> list[Change]:
    """The newest public changes, neighbours of one kind and day told as one."""
    rows = latest_entries(tuple(PUBLIC_VERBS)).values_list("seq", "verb", "at")[:entries]
    found = bundles(Happening(seq, verb, timezone.localdate(at)) for seq, verb, at in rows)[:limit]
    subjects = subjects_of(bundle.newest for bundle in found if bundle.is_of_one)
    return [Change(bundle.on, in_words(bundle), subjects.get(bundle.newest)) for bundle in found]


def subjects_of(numbers: Iterable[int]) -> dict[int, Subject]:
    """What these entries are about; one query a kind of record."""
    wanted: dict[type[models.Model], dict[int, uuid.UUID]] = defaultdict(dict)
    for entry in Entry.objects.filter(seq__in=list(numbers)):
        if entry.record_type in SUBJECTS:
            model, field = SUBJECTS[entry.record_type]
            wanted[model][entry.seq] = uuid.UUID(entry.payload[field])
    subjects: dict[int, Subject] = {}
    for model, ids in wanted.items():
        records = model._default_manager.select_related(*WITH.get(model, ())).in_bulk(set(ids.values()))
        subjects |= {seq: subject_of(records[pk]) for seq, pk in ids.items() if pk in records}
    return subjects


@singledispatch
def subject_of(record: models.Model) -> Subject:
    """The name and address of a record."""
    raise TypeError(f"{record._meta.label} has no page of its own")


@subject_of.register
def _document(record: Document) -> Subject:
    return Subject({record.language: record.title}, reverse("evidence:document", args=[record.slug]))


@subject_of.register
def _finding(record: Finding) -> Subject:
    return Subject(record.question.wording, reverse("desk:finding", args=[record.code]))


@subject_of.register
def _question(record: Question) -> Subject:
    return Subject(record.wording, reverse("evidence:conflict", args=[record.code]))


@subject_of.register
def _activity(record: Activity) -> Subject:
    return Subject(record.title, reverse("plans:activity", args=[record.code]))


@subject_of.register
def _indicator(record: Indicator) -> Subject:
    return Subject(record.title, reverse("monitoring:indicator", args=[record.code]))


@subject_of.register
def _review(record: Review) -> Subject:
    return Subject(record.title, reverse("reviews:review", args=[record.slug]))


@subject_of.register
def _section(record: Section) -> Subject:
    title = record.title or (record.objective.title if record.objective else {})
    return Subject(title, reverse("reviews:section", args=[record.review.slug, record.key]))
