"""A finding as a page says it, in the reader's language."""

from django import template
from django.contrib.auth.models import AnonymousUser

from taama.accounts.models import User
from taama.evidence.access import shown_as
from taama.evidence.models import Finding, Ruling
from taama.evidence.wording import answer_in_words, place_in_words, time_in_words
from taama.web.templatetags.taama import reader

register = template.Library()


@register.filter
def answer(finding: Finding) -> str:
    """Its value or date, hedged as the source hedges it."""
    return answer_in_words(finding, reader())


@register.filter
def speaks_of(finding: Finding) -> str:
    """Its time; empty where the source gives none."""
    return time_in_words(finding, reader())


@register.filter
def place(finding: Finding) -> str:
    """Its place."""
    return place_in_words(finding, reader())


@register.filter
def shown_to(person: User, viewer: User | AnonymousUser) -> str:
    """A person's name for those who sign in, the role for the public."""
    return shown_as(person, viewer)


@register.filter
def reason(ruling: Ruling) -> str:
    """Why somebody ruled so, in the reader's language where it was written in it."""
    return ruling.translations.get(reader()) or ruling.reason
