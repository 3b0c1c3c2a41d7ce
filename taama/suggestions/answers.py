"""A suggestion as the card a person would fill in by hand: value or date, hedge, place with its edition, time."""

from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from django.utils.translation import gettext as _

from taama.evidence.cards import FindingCard, QuestionCard
from taama.evidence.models import Question, Tag
from taama.evidence.rules import Answer
from taama.evidence.vocabularies import AnswerKind, FigureKind
from taama.places.country import country as own_country
from taama.places.models import Area, Country

from .models import Suggestion
from .vocabularies import SuggestionKind
from .wording import new_wording, populations

What = dict[str, Any]


@dataclass(frozen=True)
class Place:
    """Where a finding stands: one of the two; `note` names a place we hold no code for."""

    country: Country | None = None
    area: Area | None = None
    note: str = ""


def place_of(what: What) -> Place:
    """The area in its boundary edition, or the country; our own country where the text names none."""
    told = what["place"]
    if not told:
        return Place(own())
    if told["edition"]:
        areas = Area.objects.filter(edition__code=told["edition"], code=told["code"])
        area: Area | None = areas.select_related("edition__country").first()
        if area is not None:
            return Place(area.edition.country) if area.level == 0 else Place(area=area)
    if told["code"] and not told["edition"]:
        country = Country.objects.filter(iso3=told["code"]).first()
        if country is not None:
            return Place(country)
    return Place(own(), note=_("Place named: %(place)s.") % {"place": told["name"]})


def own() -> Country | None:
    """The country this house stands in."""
    return Country.objects.filter(iso3=own_country().iso3).first()


def card_of(suggestion: Suggestion, question: Question) -> FindingCard:
    """The card that accepting it as it is would keep."""
    what, place = suggestion.what, place_of(suggestion.what)
    objectives = [tag.objective for tag in Tag.objects.standing().filter(passage=suggestion.passage_id)]
    return FindingCard(
        question=question,
        country=place.country,
        area=place.area,
        note=place.note,
        objectives=objectives,
        **(figure_fields(what) if suggestion.kind == SuggestionKind.FIGURE else claim_fields(what)),
    )


def figure_fields(what: What) -> What:
    """The fields of a number."""
    return {
        "value": Decimal(what["value"]),
        "value_high": None if what["value_to"] is None else Decimal(what["value_to"]),
        "qualifier": what["qualifier"],
        "as_of": what["as_of"],
        "period_start": what["begin"],
        "period_end": what["finish"],
        "deduplicated": what["deduplicated"],
    }


def claim_fields(what: What) -> What:
    """The fields of a date: of a period, its beginning answers when."""
    return {
        "date_value": what["as_of"] or what["begin"] or what["finish"],
        "period_start": what["begin"],
        "period_end": what["finish"],
    }


def answer_of(card: FindingCard) -> Answer:
    """The card as the rules of conflict judge it."""
    has_period = card.period_start or card.period_end
    start, end = (card.period_start, card.period_end) if has_period else (card.as_of, card.as_of)
    return Answer(
        card.value, card.value_high, card.qualifier, card.date_value, start, end, card.question.kind
    )


def question_card(suggestion: Suggestion) -> QuestionCard:
    """The question that would have to be asked first, where none that is held fits."""
    wording = new_wording(suggestion)
    if suggestion.kind == SuggestionKind.CLAIM:
        return QuestionCard(wording, "date", FigureKind.EVENT, {}, AnswerKind.DATE)
    what = suggestion.what
    return QuestionCard(wording, what["unit"], what["kind"], populations(what))
