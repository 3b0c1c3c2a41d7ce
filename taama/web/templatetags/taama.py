"""Filters every template may use: words, numbers and dates in the reader's language."""

import datetime as dt
from decimal import Decimal
from typing import Any

from django import template
from django.utils.translation import get_language

from taama.web import formatting
from taama.web import languages as words
from taama.web.audience import address_open_to

register = template.Library()


def reader() -> str:
    """The reader's language, two letters."""
    return (get_language() or "fr").split("-")[0]


@register.filter
def in_language(texts: dict[str, str] | None) -> str:
    """A text kept in several languages, in the reader's."""
    return words.in_language(texts, reader())


@register.filter
def language_of(texts: dict[str, str] | None) -> str:
    """The language that `in_language` answered in."""
    return words.language_of(texts, reader())


@register.filter
def number(value: Decimal | int | None) -> str:
    """A number as the reader writes it."""
    return "" if value is None else formatting.number(value, reader())


@register.filter
def quantity(value: Decimal | None, unit: str) -> str:
    """A value with its unit."""
    return "" if value is None else formatting.quantity(value, unit, reader())


@register.filter
def amount(value: Decimal | None, currency: str) -> str:
    """Money, in the short form reports use."""
    return "" if value is None else formatting.money(value, currency.lower(), reader())


@register.filter
def unit_name(code: str) -> str:
    """A unit's name."""
    return formatting.unit(code, reader())


@register.filter
def day(value: dt.date | str | None) -> str:
    """A date, whole or partial, in words."""
    if not value:
        return ""
    return (
        formatting.partial_date(value, reader())
        if isinstance(value, str)
        else formatting.date(value, reader())
    )


@register.filter
def open_to(page: str, user: Any) -> str:
    """The address of a page, where this person may open it."""
    return address_open_to(user, page) if user else ""


@register.simple_tag
def span(start: str, end: str) -> str:
    """A period in words."""
    return formatting.period(start or "", end or "", reader())
