"""Codes for what people add: made of words, numbered where taken."""

from collections.abc import Collection
from itertools import count

from django.utils.text import slugify

from taama.journal.models import JournaledRecord


def free_code(model: type[JournaledRecord], words: str, *, field: str = "code", first: str = "") -> str:
    """A code made of these words that no record bears yet; the first one ends in `first`, if given."""
    longest: int = model._meta.get_field(field).max_length or 50  # type: ignore[union-attr]
    stem = slugify(words)[: longest - 8].strip("-") or model._meta.model_name or ""
    taken = set(model.objects.filter(**{f"{field}__startswith": stem}).values_list(field, flat=True))
    return untaken(stem, taken, first)


def untaken(stem: str, taken: Collection[str], first: str = "") -> str:
    """The stem, with the first number that is free."""
    start = f"{stem}-{first}" if first else stem
    if start not in taken:
        return start
    return next(code for number in count(2) if (code := f"{stem}-{number}") not in taken)
