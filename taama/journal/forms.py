"""Narrowing the list of entries."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from .queries import known_record_types, known_verbs


class EntriesForm(forms.Form):
    """Which entries to list: all, or those of one verb or one kind of record."""

    verb = forms.ChoiceField(label=_("What was done"), required=False)
    record_type = forms.ChoiceField(label=_("Kind of record"), required=False)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.choices_of("verb", known_verbs())
        self.choices_of("record_type", known_record_types())

    def choices_of(self, name: str, values: list[str]) -> None:
        """Offer what the journal holds, and no choice at all."""
        field = self.fields[name]
        assert isinstance(field, forms.ChoiceField)
        field.choices = [("", _("all")), *((value, value) for value in values)]

    @property
    def narrowing(self) -> dict[str, str]:
        """The answers given; an unknown one narrows to nothing it could find, so it is left out."""
        return {name: value for name, value in self.cleaned_data.items() if value} if self.is_valid() else {}
