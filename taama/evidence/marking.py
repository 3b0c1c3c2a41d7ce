"""The forms by which a person says what words of a passage mean; rooms above offer the same ones."""

from collections.abc import Mapping
from decimal import Decimal
from typing import Any

from django import forms
from django.db.models import QuerySet
from django.utils.text import capfirst
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from taama.compact.models import Item
from taama.places.country import country as own_country
from taama.places.models import Area, Country
from taama.web.fields import check_partial_date
from taama.web.form_fields import NumberField
from taama.web.languages import in_language

from .cards import FindingCard, QuestionCard
from .models import Passage, Question
from .rules import ends_before_it_begins, stretches_of_words
from .vocabularies import UNITS, AnswerKind, Deduplicated, FigureKind, Qualifier

DATE_HELP = _("As exact as the source: 2022, 2022-05 or 2022-05-06.")


def reader() -> str:
    """The reader's language."""
    return get_language() or "fr"


class RoomForm(forms.Form):
    """A form whose labels begin with a capital."""

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        for field in self.fields.values():
            field.label = capfirst(field.label)


class DateAsGiven(forms.CharField):
    """A year, a month or a day."""

    def __init__(self, **options: Any) -> None:
        options.setdefault("help_text", DATE_HELP)
        super().__init__(required=False, max_length=10, validators=[check_partial_date], **options)


class OneByName(forms.ModelChoiceField):  # type: ignore[type-arg]
    """A choice among records with a name in several languages."""

    def label_from_instance(self, record: Any) -> str:
        """The name in the reader's language."""
        return in_language(record.name, reader())


class WordsForm(RoomForm):
    """Exact words of one passage."""

    words = forms.CharField(
        label=_("exact words"),
        widget=forms.Textarea(attrs={"rows": 4}),
        help_text=_("Keep the words that say it, and delete the rest. Change nothing in them."),
    )

    def __init__(self, *args: Any, passage: Passage, **options: Any) -> None:
        super().__init__(*args, **options)
        self.passage = passage
        self.fields["words"].initial = passage.text
        self.fields["words"].widget.attrs["lang"] = passage.reading.document.language
        self.start = self.end = 0

    def clean_words(self) -> str:
        """The words as they stand in the passage: there, and once."""
        text = self.passage.text
        places = stretches_of_words(self.cleaned_data["words"], text)
        if not places:
            raise forms.ValidationError(
                _("These words do not stand in the passage. Copy them from it without a change."), "missing"
            )
        if len(places) > 1:
            raise forms.ValidationError(
                _("These words stand %(times)s times in the passage. Keep more of them."),
                "several",
                {"times": len(places)},
            )
        self.start, self.end = (self.passage.start + end for end in places[0])
        return text[places[0][0] : places[0][1]]


class QuestionChoice(forms.ModelChoiceField):  # type: ignore[type-arg]
    """A choice among questions."""

    def label_from_instance(self, record: Question) -> str:
        """Its wording in the reader's language."""
        return in_language(record.wording, reader())


class AreaChoice(forms.ModelChoiceField):  # type: ignore[type-arg]
    """A choice among areas; the boundary edition stands beside the name."""

    def label_from_instance(self, record: Area) -> str:
        """Its name with edition and code."""
        return f"{record.name} ({record})"


class ObjectivesChoice(forms.ModelMultipleChoiceField):  # type: ignore[type-arg]
    """A choice among the Compact's objectives."""

    def label_from_instance(self, record: Item) -> str:
        """Number and short title."""
        return f"{record.code}. {in_language(record.short or record.title, reader())}"


def areas() -> QuerySet[Area]:
    """Regions and districts of every boundary edition, newest edition first."""
    regions = Area.objects.filter(level__lte=1).select_related("edition")
    found: QuerySet[Area] = regions.order_by("-edition__valid_from", "code")
    return found


class FindingForm(WordsForm):
    """What words of a passage say on a question."""

    question = QuestionChoice(label=_("question it answers"), queryset=Question.objects.all())
    value = NumberField(
        label=_("value"), required=False, help_text=_("In the unit of the question: 12 166 or 12166.")
    )
    value_high = NumberField(label=_("upper value"), required=False, help_text=_("Only for “between”."))
    qualifier = forms.ChoiceField(
        label=_("as the source puts it"), choices=Qualifier.choices, initial=Qualifier.EXACTLY
    )
    date_value = DateAsGiven(label=_("date"), help_text=_("If the question asks for a date: 2022-05-06."))
    country = OneByName(
        label=_("country"), queryset=Country.objects.all(), required=False, to_field_name="iso3"
    )
    area = AreaChoice(
        label=_("region"),
        queryset=Area.objects.none(),
        required=False,
        help_text=_("If it speaks of one region only; it then stands for the country too."),
    )
    as_of = DateAsGiven(
        label=_("as of"), help_text=_("For a state at one time: 2022, 2022-05 or 2022-05-06.")
    )
    period_start = DateAsGiven(label=_("period from"), help_text=_("For what happened over a time."))
    period_end = DateAsGiven(label=_("period to"))
    deduplicated = forms.ChoiceField(
        label=_("double counting"), choices=Deduplicated.choices, initial=Deduplicated.UNKNOWN
    )
    objectives = ObjectivesChoice(
        label=_("objectives it speaks to"),
        queryset=Item.objects.none(),
        required=False,
        widget=forms.CheckboxSelectMultiple,
    )
    note = forms.CharField(label=_("note"), required=False, widget=forms.Textarea(attrs={"rows": 2}))

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        self.fields["area"].queryset = areas()  # type: ignore[attr-defined]
        self.fields["objectives"].queryset = Item.objects.objectives()  # type: ignore[attr-defined]
        self.fields["country"].initial = Country.objects.filter(iso3=own_country().iso3).first()

    def clean(self) -> dict[str, Any]:
        """The answer the question asks for, and a period that runs forward."""
        data = self.cleaned_data
        if question := data.get("question"):
            self.check_answer(question, data.get("value"), data.get("date_value", ""))
        self.check_qualifier(data.get("qualifier", ""), data.get("value"), data.get("value_high"))
        if ends_before_it_begins(data.get("period_start", ""), data.get("period_end", "")):
            self.add_error("period_end", _("This period ends before it begins."))
        return data

    def check_answer(self, question: Question, value: Decimal | None, date: str) -> None:
        """A number where a number is asked, a date where a date is."""
        if question.answer == AnswerKind.DATE:
            if not date and "date_value" not in self.errors:
                self.add_error("date_value", _("This question asks for a date."))
            if value is not None:
                self.add_error("value", _("This question asks for a date, not for a number."))
            return
        if value is None and "value" not in self.errors:
            self.add_error("value", _("This question asks for a number."))
        if date:
            self.add_error("date_value", _("This question asks for a number, not for a date."))

    def check_qualifier(self, qualifier: str, value: Decimal | None, high: Decimal | None) -> None:
        """“Between” has two ends, the lower one first; nothing else has an upper value."""
        if qualifier == Qualifier.BETWEEN and value is not None and (high is None or high < value):
            self.add_error("value_high", _("“Between” needs an upper value, not below the first."))
        if qualifier != Qualifier.BETWEEN and high is not None:
            self.add_error("value_high", _("An upper value goes with “between” only."))

    def card(self) -> FindingCard:
        """The card that was filled in; a region is its own place, so the country then stays empty."""
        data = {name: value for name, value in self.cleaned_data.items() if name != "words"}
        if data["area"]:
            data["country"] = None
        return FindingCard(**data | {"objectives": list(data["objectives"])})


class QuestionForm(RoomForm):
    """A question no finding has answered yet."""

    wording_fr = forms.CharField(label=_("question in French"), max_length=300)
    wording_en = forms.CharField(label=_("question in English"), max_length=300)
    answer = forms.ChoiceField(label=_("asks for"), choices=AnswerKind.choices)
    unit = forms.ChoiceField(label=_("unit"), choices=UNITS)
    kind = forms.ChoiceField(
        label=_("kind"),
        choices=FigureKind.choices,
        help_text=_("A stock is a state at one time, a flow what happened in a period."),
    )
    population_fr = forms.CharField(
        label=_("who or what is counted, in French"), max_length=200, required=False
    )
    population_en = forms.CharField(
        label=_("who or what is counted, in English"), max_length=200, required=False
    )

    def clean(self) -> dict[str, Any]:
        """A date has no unit of its own."""
        data = self.cleaned_data
        if data.get("answer") == AnswerKind.DATE:
            data["unit"] = "date"
        elif data.get("unit") == "date":
            self.add_error("unit", _("A number needs a unit; choose “count” if it has none."))
        return data

    def card(self) -> QuestionCard:
        """The question that was filled in."""
        data = self.cleaned_data
        return QuestionCard(
            wording=texts(data, "wording"),
            population=texts(data, "population"),
            unit=data["unit"],
            kind=data["kind"],
            answer=data["answer"],
        )


def texts(data: Mapping[str, str], name: str) -> dict[str, str]:
    """The filled languages of a text."""
    return {code: data[f"{name}_{code}"] for code in ("fr", "en") if data[f"{name}_{code}"]}
