"""Words from outside become cards: a document, a citation, a verdict, a ruling."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from taama.partners.models import Organisation

from .cards import DocumentCard
from .marking import DateAsGiven, OneByName, RoomForm, WordsForm, reader
from .models import Finding
from .queries import Conflict
from .vocabularies import DocumentKind, DocumentLanguage, Judgement, Outcome
from .wording import answer_in_words

FILES_AT_ONCE = 20
ACCEPTED = ".txt,.md,.html,.htm,.pdf,.docx,.odt,.eml,.xlsx,.pptx,.png,.jpg,.jpeg,.tif,.tiff"


class ManyFilesInput(forms.FileInput):
    """A field into which several files can be dropped."""

    allow_multiple_selected = True

    def value_from_datadict(self, data: Any, files: Any, name: str) -> list[Any]:
        """All files of this name, not the last one alone."""
        return files.getlist(name) if hasattr(files, "getlist") else [files.get(name)]


class ManyFiles(forms.FileField):
    """One file or several, as a list; none of them is opened here."""

    widget = ManyFilesInput

    def clean(self, data: Any, initial: Any = None) -> list[Any]:
        """The files; refused where there is none, or more than can be read while somebody waits."""
        files = [one for one in data or [] if one is not None]
        if not files:
            raise forms.ValidationError(self.error_messages["required"], "required")
        if len(files) > FILES_AT_ONCE:
            sentence = _("These are %(count)s files. Add at most %(most)s at once.")
            raise forms.ValidationError(sentence, "many", {"count": len(files), "most": FILES_AT_ONCE})
        return files


class DocumentForm(RoomForm):
    """Files and what their source cards share; what is left empty is told from each text."""

    upload = ManyFiles(
        label=_("files"),
        widget=ManyFilesInput(attrs={"multiple": True, "accept": ACCEPTED}),
        help_text=_(
            "Up to twenty: text, web pages, PDF, Word, e-mails, spreadsheets, pictures. Kept as they are."
        ),
    )
    title = forms.CharField(
        label=_("title"),
        max_length=300,
        required=False,
        help_text=_("As printed on the document, in its own language. Of several files each keeps its own."),
    )
    publisher = forms.CharField(label=_("publisher"), max_length=200, required=False)
    organisation = OneByName(
        label=_("organisation"),
        queryset=Organisation.objects.all(),
        required=False,
        help_text=_("If the publisher is one of the organisations we know."),
    )
    kind = forms.ChoiceField(
        label=_("kind"), choices=[("", _("as the text shows")), *DocumentKind.choices], required=False
    )
    published_on = DateAsGiven(label=_("published on"))
    language = forms.ChoiceField(
        label=_("language"), choices=[("", _("as the text shows")), *DocumentLanguage.choices], required=False
    )
    place = forms.CharField(label=_("place"), max_length=120, required=False)
    rights = forms.CharField(label=_("terms of use"), max_length=300, required=False)
    link = forms.URLField(label=_("link"), max_length=500, required=False, assume_scheme="https")
    note = forms.CharField(label=_("note"), required=False, widget=forms.Textarea(attrs={"rows": 3}))
    is_fact_sheet = forms.BooleanField(
        label=_("fact sheet"),
        required=False,
        help_text=_("Our own summary of the original, not the original."),
    )

    def card(self) -> DocumentCard:
        """The source card that was filled in."""
        return DocumentCard(**{name: value for name, value in self.cleaned_data.items() if name != "upload"})


class CitationForm(WordsForm):
    """Words to cite, and why."""

    note = forms.CharField(
        label=_("note"),
        required=False,
        widget=forms.Textarea(attrs={"rows": 2}),
        help_text=_("What the words are cited for."),
    )


class VerdictForm(RoomForm):
    """A verdict on a finding."""

    judgement = forms.ChoiceField(label=_("verdict"), choices=Judgement.choices, widget=forms.RadioSelect)
    why = forms.CharField(
        label=_("reason"),
        required=False,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text=_("Owed when you reject or doubt it."),
    )

    def clean(self) -> dict[str, Any]:
        """A reason where it is not accepted."""
        data = self.cleaned_data
        if data.get("judgement") not in {None, Judgement.ACCEPTED} and not data.get("why"):
            self.add_error("why", _("Say why, so that others can follow."))
        return data


class RulingForm(RoomForm):
    """A ruling on one conflict: which finding stands, or that all do, or that it is not settled."""

    between = forms.CharField(widget=forms.HiddenInput)
    choice = forms.ChoiceField(label=_("what stands"), widget=forms.RadioSelect)
    reason = forms.CharField(
        label=_("reason"),
        widget=forms.Textarea(attrs={"rows": 4}),
        help_text=_("Everyone reads it. Name the documents you lean on."),
    )
    translation = forms.CharField(
        label=_("reason in the other language"),
        required=False,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text=_(
            "In English if you wrote in French, in French if you wrote in English: the review has both."
        ),
    )

    def __init__(self, *args: Any, conflict: Conflict, **options: Any) -> None:
        super().__init__(*args, **options | {"prefix": group_name(conflict)})
        self.fields["between"].initial = "|".join(sorted(finding.code for finding in conflict.findings))
        self.by_code: dict[str, Finding] = {finding.code: finding for finding in conflict.findings}
        named = [(code, ruling_label(finding)) for code, finding in self.by_code.items()]
        self.fields["choice"].choices = [  # type: ignore[attr-defined]
            *named,
            (Outcome.BOTH_STAND.value, _("all of them stand, each by its own definition")),
            (Outcome.UNSURE.value, Outcome.UNSURE.label),
        ]

    def clean_between(self) -> str:
        """The findings the person saw must be those that disagree now."""
        seen: str = self.cleaned_data["between"]
        if seen != self.fields["between"].initial:
            raise forms.ValidationError(
                _("The findings in conflict have changed. Look at them again."), "changed"
            )
        return seen

    def translations(self) -> dict[str, str]:
        """The reason by language, if it was written in both."""
        other = "en" if reader().startswith("fr") else "fr"
        written = self.cleaned_data["translation"].strip()
        return {reader()[:2]: self.cleaned_data["reason"], other: written} if written else {}

    def outcome(self) -> tuple[str, Finding | None]:
        """The outcome, and the finding that stands alone if one does."""
        choice = self.cleaned_data["choice"]
        if choice in self.by_code:
            return Outcome.ONE_STANDS, self.by_code[choice]
        return choice, None


def group_name(conflict: Conflict) -> str:
    """A name for the group of findings, so that each has a form of its own on the page."""
    return min(finding.code for finding in conflict.findings)


def ruling_label(finding: Finding) -> str:
    """What stands if this one does."""
    return f"{answer_in_words(finding, reader())} — {finding.document.publisher}"
