"""A suggestion as the queue says it, in the reader's language."""

from django import template
from django.utils.translation import gettext as _

from taama.suggestions.models import Suggestion
from taama.suggestions.vocabularies import SuggestionKind
from taama.suggestions.wording import answer_told, counted, time_told
from taama.web.templatetags.taama import reader

register = template.Library()


@register.filter
def told(suggestion: Suggestion) -> str:
    """Its number or date; empty for other kinds."""
    return answer_told(suggestion.what, suggestion.kind, reader())


@register.filter
def told_when(suggestion: Suggestion) -> str:
    """The time it speaks of."""
    return time_told(suggestion.what, reader())


@register.filter
def told_of(suggestion: Suggestion) -> str:
    """Who or what is counted."""
    return counted(suggestion.what)


@register.filter
def short_name(suggestion: Suggestion) -> str:
    """Its value, its objective, or else its kind: how a list calls it."""
    if suggestion.kind == SuggestionKind.OBJECTIVE:
        return _("Objective %(number)s") % {"number": suggestion.what["number"]}
    return told(suggestion) or str(suggestion.get_kind_display())
