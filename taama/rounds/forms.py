"""Words from outside become rounds, answers, judgements, delegations."""

import datetime as dt
from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from django import forms
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from taama.accounts.models import User
from taama.evidence.models import Document
from taama.monitoring.models import Indicator
from taama.partners.models import Organisation
from taama.places.country import country
from taama.plans.models import Activity
from taama.plans.rules import Status
from taama.web.fields import check_partial_date
from taama.web.languages import in_language
from taama.web.partial_dates import first_day, last_day
from taama.web.templatetags.taama import reader

from .cards import DraftCard, RoundCard
from .models import Draft
from .queries.forms import FormPage, Line
from .rules import Given
from .written import read_answer

DATE = {"type": "date"}
FIELDS = ("value", "given", "state", "reason", "note", "passing", "passed", "seen")
LONGEST = {"value": 200, "reason": 2000, "note": 2000, "passing": 2000}


def written_cards(post: Mapping[str, str], page: FormPage) -> list[DraftCard]:
    """What was written into the form; fields that the answer does not bear stand as they were seen."""
    return [
        card_from(post, line) for line in page.lines if not line.is_locked and f"seen-{line.cell.key}" in post
    ]


def card_from(post: Mapping[str, str], line: Line) -> DraftCard:
    """One answer: a number wins over a word that there is none, unless both are said."""
    told = {name: clean(post.get(f"{name}-{line.cell.key}", ""), LONGEST.get(name, 400)) for name in FIELDS}
    card = DraftCard(
        line.cell,
        reason=told["reason"],
        note=told["note"],
        passing=told["passing"],
        passed=[code for code in told["passed"].split(",") if code],
        seen=told["seen"],
    )
    if line.request.indicator is None:
        return stated(card, line, told["state"])
    if told["given"] in (Given.NOT_APPLICABLE, Given.WITHHELD):
        return replace(card, given=told["given"])
    read = read_answer(told["value"], line.request.indicator.unit)
    return replace(card, given=str(read.given), value=read.value, written=read.written)


def stated(card: DraftCard, line: Line, state: str) -> DraftCard:
    """How far an activity is; a word that is no state is none."""
    return replace(card, given=str(Given.VALUE), state=state) if state in Status.values else card


def clean(text: str, longest: int) -> str:
    """A text as it is kept: trimmed, with plain line ends, never longer than its field."""
    return text.replace("\r\n", "\n").replace("\x00", "").strip()[:longest]


class PartialDate(forms.CharField):
    """A year, a month or a day."""

    def __init__(self, **options: Any) -> None:
        super().__init__(
            max_length=10,
            validators=[check_partial_date],
            help_text=_("Such as 2026-07 or 2026-07-01."),
            **options,
        )


class ByName(forms.ModelChoiceField):  # type: ignore[type-arg]
    """A record by its name in the reader's language."""

    def label_from_instance(self, record: Any) -> str:
        """What stands in the list."""
        return in_language(getattr(record, "name", None) or record.title, reader())[:110]


class RoundForm(forms.Form):
    """A new round: title, period, deadline."""

    title_fr = forms.CharField(label=_("title in French"), max_length=120)
    title_en = forms.CharField(label=_("title in English"), max_length=120)
    period_start = PartialDate(label=_("from"))
    period_end = PartialDate(label=_("to"))
    deadline_day = forms.DateField(label=_("deadline, day"), widget=forms.DateInput(attrs=DATE))
    deadline_hour = forms.TimeField(
        label=_("deadline, hour"),
        initial="18:00",
        widget=forms.TimeInput(attrs={"type": "time"}, format="%H:%M"),
    )
    is_illustrative = forms.BooleanField(
        label=_("illustrative"), required=False, help_text=_("Made up for the demonstration.")
    )

    def __init__(self, data: Any = None) -> None:
        super().__init__(data)
        zone = country().time_zone.rpartition("/")[2]
        self.fields["deadline_hour"].help_text = _("%(zone)s time.") % {"zone": zone}

    def clean(self) -> dict[str, Any]:
        """A period is in order."""
        given: dict[str, Any] = super().clean() or {}
        start, end = given.get("period_start"), given.get("period_end")
        if start and end and first_day(start) > last_day(end):
            self.add_error("period_end", _("This period ends before it begins."))
        return given

    def card(self) -> RoundCard:
        """What was written."""
        given = self.cleaned_data
        return RoundCard(
            {"fr": given["title_fr"], "en": given["title_en"]},
            given["period_start"],
            given["period_end"],
            moment(given["deadline_day"], given["deadline_hour"]),
            is_illustrative=given["is_illustrative"],
        )


def moment(day: dt.date, hour: dt.time) -> dt.datetime:
    """A day and an hour of this country."""
    return timezone.make_aware(dt.datetime.combine(day, hour))


class ExtensionForm(forms.Form):
    """More time for one organisation."""

    deadline_day = forms.DateField(label=_("deadline, day"), widget=forms.DateInput(attrs=DATE))
    deadline_hour = forms.TimeField(
        label=_("deadline, hour"),
        initial="18:00",
        widget=forms.TimeInput(attrs={"type": "time"}, format="%H:%M"),
    )
    why = forms.CharField(label=_("reason"), max_length=500)

    def deadline(self) -> dt.datetime:
        """The new deadline."""
        return moment(self.cleaned_data["deadline_day"], self.cleaned_data["deadline_hour"])


class RequestForm(forms.Form):
    """One thing more that an organisation is asked for."""

    organisation = ByName(label=_("organisation"), queryset=Organisation.objects.order_by("code"))
    indicator = ByName(
        label=_("indicator"), queryset=Indicator.objects.order_by("code"), required=False, empty_label="–"
    )
    activity = ByName(label=_("activity"), queryset=Activity.objects.none(), required=False, empty_label="–")
    is_share = forms.BooleanField(
        label=_("a share of the total"),
        required=False,
        help_text=_("Others report shares of the same total too."),
    )

    def __init__(self, data: Any = None) -> None:
        super().__init__(data)
        self.fields["activity"].queryset = Activity.objects.current()  # type: ignore[attr-defined]

    def clean(self) -> dict[str, Any]:
        """Exactly one of the two."""
        given: dict[str, Any] = super().clean() or {}
        if bool(given.get("indicator")) == bool(given.get("activity")):
            self.add_error("indicator", _("Choose an indicator or an activity, one of the two."))
        return given


class ClosingForm(forms.Form):
    """Closing a round, gaps and all."""

    note = forms.CharField(
        label=_("note"), required=False, max_length=1000, widget=forms.Textarea(attrs={"rows": 2})
    )


class EvidenceForm(forms.Form):
    """A held document for an answer, or a file to hold."""

    document = forms.ModelChoiceField(
        label=_("a document that is held"), queryset=Document.objects.order_by("title"), required=False
    )
    upload = forms.FileField(
        label=_("or a file"),
        required=False,
        help_text=_("PDF, Word, Excel, text or a picture. It is kept as it is, and everybody can read it."),
    )
    title = forms.CharField(label=_("title of the file"), max_length=300, required=False)

    def clean(self) -> dict[str, Any]:
        """One of the two."""
        given: dict[str, Any] = super().clean() or {}
        if given.get("document") and given.get("upload"):
            self.add_error("upload", _("Choose a document or a file, not both."))
        return given


class UploadForm(forms.Form):
    """The filled-in workbook."""

    workbook = forms.FileField(
        label=_("the filled-in Excel form"),
        widget=forms.FileInput(attrs={"accept": ".xlsx,.xlsm"}),
        help_text=_(
            "The file you downloaded here, filled in. Good answers are kept as a draft; nothing is handed in yet."
        ),
    )


class DelegationForm(forms.Form):
    """Who stands in for whom, from when until when."""

    organisation = ByName(label=_("organisation"), queryset=Organisation.objects.none())
    receiver = forms.ModelChoiceField(label=_("who stands in"), queryset=User.objects.none())
    starts_on = forms.DateField(label=_("from"), widget=forms.DateInput(attrs=DATE))
    ends_on = forms.DateField(label=_("until"), widget=forms.DateInput(attrs=DATE))

    def __init__(self, data: Any = None, *, organisations: Any, giver: User) -> None:
        super().__init__(data)
        self.fields["organisation"].queryset = organisations  # type: ignore[attr-defined]
        people = User.objects.filter(is_active=True, memberships__ended_on=None).exclude(pk=giver.pk)
        self.fields["receiver"].queryset = people.distinct().order_by("name")  # type: ignore[attr-defined]

    def clean(self) -> dict[str, Any]:
        """A period is in order."""
        given: dict[str, Any] = super().clean() or {}
        start, end = given.get("starts_on"), given.get("ends_on")
        if start and end and end < start:
            self.add_error("ends_on", _("This period ends before it begins."))
        return given


def chosen_draft(post: Mapping[str, str], line: Line) -> Draft | None:
    """Which of two people's drafts is to stand."""
    wanted = post.get(f"keep-{line.cell.key}", "")
    return next((one for one in line.rivals if str(one.pk) == wanted), None)
