"""A section's texts from outside: one field a language, each knowing which text it started from."""

from typing import Any

from django import forms
from django.conf import settings
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from .changes import GivenText
from .models import Section
from .queries import Written, text_of_version, written
from .rules import parse

GRAMMAR = _(
    "Small Markdown: ## subheading, - list, **strong**, *emphasis*. "
    "Figures and sources are references in double braces."
)


class SectionForm(forms.Form):
    """The texts of a section, side by side."""

    def __init__(self, section: Section, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.section = section
        self.standing = written(section)
        names = dict(settings.LANGUAGES)
        for one in self.standing:
            self.add_language(one, str(names[one.language]))

    def add_language(self, one: Written, name: str) -> None:
        """A text field and the version it starts from."""
        rows = {"rows": 26, "lang": one.language, "spellcheck": "true"}
        self.fields[f"text_{one.language}"] = forms.CharField(
            label=name,
            required=False,
            strip=False,
            initial=one.text.text if one.text else "",
            help_text=GRAMMAR,
            widget=forms.Textarea(attrs=rows),
        )
        self.fields[f"based_on_{one.language}"] = forms.UUIDField(
            required=False, initial=str(one.text.pk) if one.text else "", widget=forms.HiddenInput
        )

    def clean(self) -> dict[str, Any]:
        """Braces that cannot be read are named beside their field, with line and reference."""
        given = super().clean() or {}
        for one in self.standing:
            field = f"text_{one.language}"
            for problem in parse(given.get(field, "")).problems:
                self.add_error(field, line_error(problem.line, problem.raw, problem.sentence))
        return given

    def changed_texts(self) -> list[GivenText]:
        """Each text that differs from the version it started from."""
        given = [
            GivenText(
                one.language,
                tidy(self.cleaned_data[f"text_{one.language}"]),
                str(self.cleaned_data[f"based_on_{one.language}"] or ""),
            )
            for one in self.standing
        ]
        return [
            one
            for one in given
            if one.text != tidy(text_of_version(self.section, one.language, one.based_on))
        ]

    def rebase(self, language: str, pk: object) -> None:
        """Have the next save start from this version."""
        data = self.data.copy()  # type: ignore[attr-defined]
        data[f"based_on_{language}"] = str(pk)
        self.data = data


def tidy(text: str) -> str:
    """Line ends as the house keeps them."""
    return text.replace("\r\n", "\n").replace("\r", "\n")


def line_error(line: int, raw: str, sentence: str) -> ValidationError:
    """What is wrong on which line."""
    return ValidationError(
        _("Line %(line)d: %(raw)s — %(why)s"), params={"line": line, "raw": raw, "why": sentence}
    )
