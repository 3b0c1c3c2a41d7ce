"""A record's own rules, put into one sentence."""

from typing import TypeVar

from django.core.exceptions import ValidationError
from django.db.models import Model

from taama.web.refusals import BadInput

M = TypeVar("M", bound=Model)


def checked(record: M, code: str) -> M:
    """The record, if its own rules allow it; else a refusal with this code."""
    try:
        record.full_clean()
    except ValidationError as error:
        raise BadInput(code, " ".join(error.messages)) from error
    return record
