"""Words from outside: under which question a suggestion is accepted, and with what mended."""

from collections.abc import Sequence
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from taama.evidence.cards import FindingCard, QuestionCard
from taama.evidence.marking import FindingForm, QuestionChoice, RoomForm
from taama.evidence.models import Passage, Question

from .answers import card_of, question_card
from .changes import Answering
from .models import Suggestion
from .queries import Focus, held_questions

LONGEST_WORDING = 300


class AskingForm(forms.Form):
    """A held question, or the wording of a new one in both languages."""

    wording_fr = forms.CharField(
        label=_("new question in French"), max_length=LONGEST_WORDING, required=False
    )
    wording_en = forms.CharField(
        label=_("new question in English"), max_length=LONGEST_WORDING, required=False
    )

    def check_question(self, data: dict[str, Any]) -> None:
        """Either a question is chosen, or both wordings are given."""
        is_worded = data.get("wording_fr") and data.get("wording_en")
        if not data.get("question") and not is_worded and "question" not in self.errors:
            self.add_error("question", _("Choose a question, or word a new one in both languages."))


def asked(suggestion: Suggestion, data: dict[str, Any]) -> QuestionCard:
    """The new question as it was worded, its unit and kind those of the suggestion."""
    card = question_card(suggestion)
    wording = {"fr": data["wording_fr"], "en": data["wording_en"]}
    return QuestionCard(wording, card.unit, card.kind, card.population, card.answer)


class AcceptForm(RoomForm, AskingForm):
    """Accepting a figure or a date as it is: only the question is to be said."""

    question = QuestionChoice(
        label=_("question it answers"),
        queryset=Question.objects.none(),
        required=False,
        empty_label=_("— ask the new question below —"),
    )
    field_order = ("question", "wording_fr", "wording_en")

    def __init__(self, *args: Any, focus: Focus, **options: Any) -> None:
        wording = question_card(focus.suggestion).wording
        initial = {"question": focus.chosen, **{f"wording_{code}": text for code, text in wording.items()}}
        super().__init__(*args, initial=initial, **options)
        self.suggestion = focus.suggestion
        field = self.fields["question"]
        field.queryset = Question.objects.filter(pk__in=[one.pk for one in focus.questions])  # type: ignore[attr-defined]
        field.choices = choices(focus.questions, field.empty_label)  # type: ignore[attr-defined]

    def clean(self) -> dict[str, Any]:
        """A question, held or new."""
        self.check_question(self.cleaned_data)
        return self.cleaned_data

    def answering(self) -> Answering:
        """What the officer chose."""
        question = self.cleaned_data["question"]
        return (
            Answering(question=question)
            if question
            else Answering(asked=asked(self.suggestion, self.cleaned_data))
        )


def choices(questions: Sequence[Question], none: object) -> list[tuple[object, object]]:
    """The questions as a list, the best fit first."""
    label = QuestionChoice(queryset=Question.objects.none()).label_from_instance
    return [("", none), *((question.pk, label(question)) for question in questions)]


class MendForm(FindingForm, AskingForm):
    """The form of marking by hand, filled in by the machine."""

    def __init__(
        self, *args: Any, suggestion: Suggestion, passage: Passage, chosen: Question | None, **options: Any
    ) -> None:
        self.suggestion = suggestion
        super().__init__(*args, passage=passage, initial=initial_of(suggestion, passage, chosen), **options)
        questions = held_questions(suggestion)
        self.fields["question"].queryset = questions  # type: ignore[attr-defined]
        self.fields["question"].required = False
        self.fields["words"].initial = None
        self.order_fields(["words", "question", "wording_fr", "wording_en"])

    def clean_words(self) -> str:
        """The words suggested stand where they were found; others must stand in the passage once."""
        words: str = self.cleaned_data["words"]
        if words == self.initial["words"]:
            self.start, self.end = self.suggestion.start, self.suggestion.end
            return words
        return super().clean_words()

    def clean(self) -> dict[str, Any]:
        """As by hand, and a question that is held or new."""
        data = super().clean()
        self.check_question(data)
        return data

    def answering(self) -> Answering:
        """All that the officer says of it."""
        data = self.cleaned_data
        return Answering(
            question=data["question"],
            asked=None if data["question"] else asked(self.suggestion, data),
            card=self.card(),
            start=self.start,
            end=self.end,
        )

    def card(self) -> FindingCard:
        """The card that was filled in, without the words of a new question."""
        data = {
            name: value
            for name, value in self.cleaned_data.items()
            if name not in {"words", "wording_fr", "wording_en"}
        }
        if data["area"]:
            data["country"] = None
        return FindingCard(**data | {"objectives": list(data["objectives"])})


def initial_of(suggestion: Suggestion, passage: Passage, chosen: Question | None) -> dict[str, Any]:
    """What the machine would fill in."""
    card = card_of(suggestion, chosen or Question())
    wording = {f"wording_{code}": text for code, text in question_card(suggestion).wording.items()}
    filled = {
        name: getattr(card, name)
        for name in (
            "value", "value_high", "qualifier", "date_value", "country", "area", "as_of", "period_start",
            "period_end", "deduplicated", "objectives", "note",
        )
    }  # fmt: skip
    words = passage.text[suggestion.start - passage.start : suggestion.end - passage.start]
    return {**filled, **wording, "question": chosen, "words": words}
