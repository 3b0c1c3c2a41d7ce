"""Two kinds of model field the whole house uses: texts in several languages, partial dates."""

from typing import Any

from django.conf import settings
from django.core.exceptions import ValidationError
from django.db import models
from django.utils.translation import gettext_lazy as _

from .partial_dates import NoSuchDate, first_day


def check_texts(value: Any) -> None:
    """A mapping of language codes to non-empty texts."""
    good = isinstance(value, dict) and all(
        isinstance(code, str) and code.isalpha() and isinstance(text, str) and text.strip()
        for code, text in value.items()
    )
    if not good:
        raise ValidationError(_("Give a text for each language code, such as “fr” and “en”."))


def check_partial_date(value: str) -> None:
    """A year, a month or a day that exists."""
    try:
        first_day(value)
    except NoSuchDate as error:
        message = _("“%(text)s” is not a date. Write 2022, 2022-05 or 2022-05-06.")
        raise ValidationError(message, params={"text": value}) from error


class TextsField(models.JSONField):
    """Texts by language code: {"fr": "…", "en": "…"}."""

    default_validators = [check_texts]

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        kwargs.setdefault("default", dict)
        super().__init__(*args, **kwargs)


class PartialDateField(models.CharField):  # type: ignore[type-arg]
    """A date as exact as the source: YYYY, YYYY-MM or YYYY-MM-DD; sorts as text."""

    default_validators = [check_partial_date]

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        kwargs["max_length"] = 10
        super().__init__(*args, **kwargs)


def language_codes() -> list[str]:
    """The languages of the pages, first the country's own."""
    return [code for code, _name in settings.LANGUAGES]
