"""Values as rows of a file: everything a reader needs to use one elsewhere and to find out who says it."""

import datetime as dt
from collections.abc import Callable, Iterator

from django.db.models import QuerySet
from django.utils.translation import gettext as _

from taama.compact.models import Item
from taama.monitoring.models import Indicator, Observation
from taama.monitoring.rules import breakdown_text
from taama.places.models import Area
from taama.web.languages import in_language

from ..sheets import Cell
from ..wording import publisher_of

CHUNK = 2000
Address = Callable[[Observation], str]


def answers_that_stand(known_at: dt.datetime | None = None) -> QuerySet[Observation]:
    """Every validated answer that stands, or stood at a moment, with its source."""
    found = Observation.objects.with_source()
    chosen: QuerySet[Observation] = found.standing() if known_at is None else found.as_known(known_at)
    return chosen.order_by("indicator__code", "time_end", "time_start", "area__code", "pk")


def values_of(indicator: Indicator, known_at: dt.datetime | None = None) -> QuerySet[Observation]:
    """The answers of one indicator, of every place and part."""
    return answers_that_stand(known_at).filter(indicator=indicator)


def values_for(objective: Item, known_at: dt.datetime | None = None) -> QuerySet[Observation]:
    """The answers of every indicator of an objective."""
    tied = Indicator.objects.filter(objectives=objective).values("pk")
    return answers_that_stand(known_at).filter(indicator__in=tied)


def values_in(area: Area) -> QuerySet[Observation]:
    """The answers for one area, of every indicator and part."""
    return answers_that_stand().filter(area=area)


def value_head() -> list[str]:
    """The names of the columns."""
    return [
        _("indicator"), _("title"), _("answer"), _("value"), _("unit"), _("kind of figure"), _("place code"),
        _("boundary edition"), _("place"), _("from"), _("to"), _("breakdown"), _("whose share"),
        _("double counting"), _("illustrative"), _("source"), _("known since"), _("says who"),
    ]  # fmt: skip


def value_rows(found: QuerySet[Observation], language: str, address: Address) -> Iterator[tuple[Cell, ...]]:
    """A row an answer; the value is empty where the answer is none, and then says why."""
    for one in found.iterator(chunk_size=CHUNK):
        yield value_row(one, language, address(one))


def value_row(one: Observation, language: str, address: str) -> tuple[Cell, ...]:
    """One answer as cells."""
    of, area, whose = one.indicator, one.area, one.contributor
    return (
        of.code, in_language(of.title, language), str(one.get_answer_display()), one.value, of.unit,
        str(of.get_kind_display()), area.code if area else one.country.iso3,
        area.edition.code if area else "", area.name if area else in_language(one.country.name, language),
        one.time_start, one.time_end, breakdown_text(one.breakdown),
        in_language(whose.name, language) if whose else "", str(one.get_deduplicated_display()),
        _("yes") if one.is_illustrative else _("no"), publisher_of(one, language),
        one.validated_at.date().isoformat() if one.validated_at else "", address,
    )  # fmt: skip
