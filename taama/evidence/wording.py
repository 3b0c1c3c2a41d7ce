"""A finding in words: its answer with the source's own hedge, its time, its place."""

from django.utils.translation import gettext as _

from taama.web import formatting
from taama.web.languages import in_language

from .models import Finding


def answer_in_words(finding: Finding, language: str) -> str:
    """« plus de 18 000 personnes », « juin 2020 »."""
    if finding.value is None:
        return formatting.partial_date(finding.date_value, language)
    unit = finding.question.unit
    return formatting.qualified(finding.value, unit, language, finding.qualifier, finding.value_high)


def time_in_words(finding: Finding, language: str) -> str:
    """The period or the day it speaks of; empty where the source gives none."""
    answer = finding.answer
    if answer.start and not answer.end:
        return _("from %(start)s on") % {"start": formatting.partial_date(answer.start, language)}
    if answer.end and not answer.start:
        return _("up to %(end)s") % {"end": formatting.partial_date(answer.end, language)}
    return formatting.period(answer.start, answer.end, language) if answer.end else ""


def place_in_words(finding: Finding, language: str) -> str:
    """The area with its code, the country, or the world."""
    if finding.area:
        return f"{finding.area.name} ({finding.area})"
    return in_language(finding.country.name, language) if finding.country else _("the world")
