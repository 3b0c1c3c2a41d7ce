"""Remarks, answers and moments in words."""

import datetime as dt
from collections.abc import Mapping
from decimal import Decimal, InvalidOperation

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from taama.monitoring.rules import breakdown_of
from taama.monitoring.wording import breakdown_in_words, breakdown_name
from taama.places.country import country
from taama.web import formatting

from .written import read_answer


def remark_in_words(code: str, detail: Mapping[str, object], language: str) -> str:
    """What a check found, as a sentence that names the numbers."""
    said = {name: told(value, language) for name, value in detail.items()}
    code = code.partition(":")[0]
    if code == "unreadable":
        return trouble_in_words(str(detail["text"]))
    if code == "parts_missing":
        missing = int(str(detail["missing"]))
        sentence = ngettext(
            "%(missing)s part of %(parts)s is missing (%(what)s).",
            "%(missing)s parts of %(parts)s are missing (%(what)s).",
            missing,
        )
        return sentence % {**said, "what": divided_by(str(detail["by"]))}
    if code == "total":
        return _("The total is %(total)s, the parts (%(what)s) make %(parts)s.") % {
            **said, "what": divided_by(str(detail["by"])),
        }  # fmt: skip
    return SENTENCES[code]() % said


SENTENCES = {
    "no_reason": lambda: _("Say why the value is withheld."),
    "negative": lambda: _("%(value)s: what is counted is never less than zero."),
    "fraction": lambda: _("%(value)s: what is counted has no decimals."),
    "percent": lambda: _("%(value)s: a share lies between 0 and 100."),
    "small_percent": lambda: _("%(value)s is less than one percent. Is %(times)s meant?"),
    "jump": lambda: _("%(value)s, last time %(last)s: more than %(factor)s times apart."),
    "duplicate": lambda: _(
        "%(services)s reported the same number, %(value)s. Are the same people counted twice?"
    ),
}


def told(value: object, language: str) -> str:
    """A detail of a remark: numbers as the reader writes them."""
    if isinstance(value, list | tuple):
        return ", ".join(map(str, value))
    try:
        return formatting.number(Decimal(str(value)), language)
    except InvalidOperation:
        return str(value)


def divided_by(name: str) -> str:
    """What parts divide: « sexe », « région »."""
    return " × ".join(breakdown_name(one) for one in name.split("|")).lower()


def trouble_in_words(text: str) -> str:
    """Why a text is no answer; units that are percent read the sign, the others say so."""
    trouble = read_answer(text, "count").trouble or "no_number"
    return {
        "percent": lambda: _("“%(text)s” is a share, and a number is asked for."),
        "two_numbers": lambda: _(
            "“%(text)s” can be read in two ways. Write the thousands without a mark (1234), "
            "or the decimals with a fourth figure (1.2340)."
        ),
        "no_number": lambda: _("“%(text)s” is not a number."),
        "too_exact": lambda: _("“%(text)s” is too long: four decimals at most."),
    }[trouble]() % {"text": text}


def part_in_words(part: str) -> str:
    """A part of the total in words; empty for the total itself."""
    return breakdown_in_words(breakdown_of(part)) if part else ""


def where_in_words(area: str, part: str, *, has_regions: bool, has_parts: bool) -> str:
    """« Kayes · femmes et filles », « tout le pays · total »; empty where only one value is asked for."""
    place = area or (_("Whole country") if has_regions else "")
    whose = part_in_words(part) or (_("Total") if has_parts else "")
    words = " · ".join(word for word in (place, whose) if word)
    return words[:1].upper() + words[1:]


def moment_in_words(moment: dt.datetime, language: str) -> str:
    """A day, an hour and whose hour it is."""
    zone = country().time_zone.rpartition("/")[2].replace("_", " ")
    return _("%(day)s at %(hour)s (%(zone)s time)") % {
        "day": formatting.date(moment.date(), language),
        "hour": f"{moment:%H:%M}",
        "zone": zone,
    }
