"""A suggestion in words, and the words of a question nobody asked yet, in both languages."""

import re
from decimal import Decimal
from typing import Any

from django.conf import settings
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, override

from taama.web import formatting

from .models import Suggestion
from .vocabularies import SuggestionKind

What = dict[str, Any]
LONGEST = 120  # characters of the source's own words inside a question
LEADS_TO_A_DATE = re.compile(
    r"(?:\b(?:du|le|en|au|dès|depuis|date du|on|in|from|of|since|dated))?\s*$", re.IGNORECASE
)
POPULATIONS = {
    "asylum_seekers": gettext_lazy("asylum seekers"),
    "diaspora": gettext_lazy("nationals living abroad"),
    "idps": gettext_lazy("internally displaced persons"),
    "migrants": gettext_lazy("migrants"),
    "missing_migrants": gettext_lazy("dead and missing migrants"),
    "population": gettext_lazy("inhabitants"),
    "refugees": gettext_lazy("refugees"),
    "repatriated_refugees": gettext_lazy("repatriated refugees"),
    "residents": gettext_lazy("residents"),
    "returned_idps": gettext_lazy("returned displaced persons"),
    "returnees": gettext_lazy("returning migrants"),
    "trafficking_victims": gettext_lazy("victims of trafficking"),
}


def answer_told(what: What, kind: str, language: str) -> str:
    """« plus de 18 000 personnes », « juin 2020 »; empty for what is neither number nor date."""
    if kind == SuggestionKind.FIGURE:
        high = None if what["value_to"] is None else Decimal(what["value_to"])
        return formatting.qualified(Decimal(what["value"]), what["unit"], language, what["qualifier"], high)
    return time_told(what, language) if kind == SuggestionKind.CLAIM else ""


def time_told(what: What, language: str) -> str:
    """The day or period it speaks of; empty where the text is silent."""
    begin, finish = what["begin"], what["finish"]
    if what["as_of"]:
        return formatting.partial_date(what["as_of"], language)
    if begin and not finish:
        return _("from %(start)s on") % {"start": formatting.partial_date(begin, language)}
    if finish and not begin:
        return _("up to %(end)s") % {"end": formatting.partial_date(finish, language)}
    return formatting.period(begin, finish, language) if finish else ""


def counted(what: What) -> str:
    """Who or what is counted: the population by its name where we know it, else the text's own words."""
    known = POPULATIONS.get(what["population"])
    return str(known) if known else str(what["what"])


def populations(what: What) -> dict[str, str]:
    """Who or what is counted, in each language."""
    named = {}
    for code, _name in settings.LANGUAGES:
        with override(code):
            named[code] = counted(what)
    return {code: text for code, text in named.items() if text}


def new_wording(suggestion: Suggestion) -> dict[str, str]:
    """A question that this suggestion would answer, in each language; where we lack words, the source's own."""
    wordings = {}
    for code, _name in settings.LANGUAGES:
        with override(code):
            wordings[code] = question_about(suggestion, code)
    return wordings


def question_about(suggestion: Suggestion, language: str) -> str:
    """The question in the language that is switched on."""
    what = suggestion.what
    if suggestion.kind == SuggestionKind.CLAIM:
        return _("On which date: %(event)s?") % {"event": event(suggestion, language)}
    subject = {"what": counted(what) or suggestion.quote[:LONGEST]}
    if what["unit"] == "percent":
        return _("Which share: %(what)s?") % subject
    if what["unit"] in {"xof", "usd", "eur"}:
        return _("Which amount: %(what)s?") % subject
    return _("How many: %(what)s?") % subject


def event(suggestion: Suggestion, language: str) -> str:
    """The event: the source's words in its own language, subject and event in another."""
    if suggestion.document.language == language and language != "en":
        return _("“%(words)s”") % {"words": without_its_date(suggestion)[:LONGEST]}
    return f"{suggestion.what['subject']}, {suggestion.what['predicate']}"


def without_its_date(suggestion: Suggestion) -> str:
    """The source's words but for the date: a question does not hold its answer."""
    quote, (start, end) = suggestion.quote, suggestion.what["said_at"]
    before, after = quote[: max(start - suggestion.start, 0)], quote[max(end - suggestion.start, 0) :]
    left = LEADS_TO_A_DATE.sub("", before).rstrip(" ,")
    return " ".join(f"{left} {after}".split()) or quote
