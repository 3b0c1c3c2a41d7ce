"""Words from outside become duties, money, updates, risks, results, editions."""

import datetime as dt
from typing import Any

from django import forms
from django.conf import settings
from django.utils.text import slugify
from django.utils.translation import gettext_lazy as _

from taama.compact.models import Item
from taama.evidence.models import Citation
from taama.partners.models import Organisation
from taama.web.form_fields import NumberField
from taama.web.partial_dates import first_day

from ..cards import DutyCard, EditionCard, MoneyCard, RateCard, ResultCard, RiskCard, UpdateCard
from ..models import Activity, BudgetLine, Edition, ExpectedResult
from ..rules import DutyRole, Matter, Stage, Status, ends_before_it_starts, moves_from
from ..rules.money import CURRENCIES
from ..rules.standing import RiskLevel
from .plan import NAMES, ByName, ManyByName, PartialDate, kept_texts

CURRENCY_CHOICES = [(code, code) for code in CURRENCIES]


class InBoth(forms.Form):
    """A form with texts in each language of the pages: `texts` names them with their label."""

    texts: dict[str, Any] = {}

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        own = {
            f"{name}_{code}": text_field(label, NAMES.get(code, language))
            for name, label in self.texts.items()
            for code, language in settings.LANGUAGES
        }
        self.fields = own | self.fields

    def said(self, name: str) -> dict[str, str]:
        """The texts that were filled in, by language."""
        return kept_texts(self.cleaned_data, name)

    def insist(self, name: str) -> None:
        """Ask for a text in one language at least."""
        if not self.said(name):
            self.add_error(f"{name}_{settings.LANGUAGES[0][0]}", _("Say it in at least one language."))


def text_field(label: Any, language: Any) -> forms.CharField:
    """A few lines in one language."""
    named = _("%(what)s, %(language)s") % {"what": label, "language": language}
    return forms.CharField(label=named, required=False, widget=forms.Textarea(attrs={"rows": 3}))


class DutyForm(InBoth):
    """A duty for an activity; where none is given, for an indicator, or a mandate."""

    texts = {"words": _("in words")}
    organisation = ByName(label=_("organisation"), queryset=Organisation.objects.all())
    indicator = forms.SlugField(
        label=_("code of the indicator"), required=False, help_text=_("Empty: a mandate of the organisation.")
    )
    role = forms.ChoiceField(label=_("role"), choices=DutyRole.choices)
    began_on = PartialDate(label=_("from"))
    ended_on = PartialDate(label=_("until"), required=False)
    person = forms.CharField(
        label=_("person"), max_length=120, required=False, help_text=_("Shown to the signed-in only.")
    )
    source = forms.CharField(label=_("source"), max_length=300, required=False)

    def __init__(
        self, data: Any = None, *, activity: Activity | None = None, organisation: Organisation | None = None
    ) -> None:
        self.activity, self.given_to = activity, organisation
        super().__init__(data)
        del self.fields["indicator" if activity else "organisation"]

    def clean(self) -> dict[str, Any]:
        """In order; a mandate has words."""
        given: dict[str, Any] = super().clean() or {}
        if ends_before_it_starts(given.get("began_on", ""), given.get("ended_on", "")):
            self.add_error("ended_on", _("This ends before it starts."))
        if not self.activity and not given.get("indicator"):
            self.insist("words")
        return given

    def card(self) -> DutyCard:
        """What was written, as a card."""
        given = self.cleaned_data
        own = {name: given[name] for name in ("role", "began_on", "ended_on", "person", "source")}
        indicator = given.get("indicator", "")
        matter = Matter.ACTIVITY if self.activity else Matter.INDICATOR if indicator else Matter.MANDATE
        return DutyCard(
            organisation=self.given_to or given["organisation"], matter=matter, activity=self.activity,
            indicator=indicator, words=self.said("words"), **own,
        )  # fmt: skip


class DayForm(forms.Form):
    """A day that has come."""

    on = PartialDate(label=_("on"))

    def __init__(self, *args: Any, today: dt.date, **options: Any) -> None:
        self.today = today
        super().__init__(*args, **options)

    def clean_on(self) -> str:
        """A day that has come."""
        on: str = self.cleaned_data["on"]
        if first_day(on) > self.today:
            raise forms.ValidationError(_("This day has not come yet."))
        return on


class UpdateForm(InBoth, DayForm):
    """How an activity stands."""

    texts = {"words": _("how it stands")}
    status = forms.ChoiceField(label=_("status"))
    progress = forms.IntegerField(
        label=_("progress"), required=False, min_value=0, max_value=100, help_text=_("From 0 to 100.")
    )
    organisation = ByName(label=_("organisation"), queryset=Organisation.objects.all())
    citation = forms.SlugField(
        label=_("evidence"), required=False, help_text=_("Code of a citation, such as dgme-antenna-duties.")
    )

    def __init__(self, *args: Any, activity: Activity, **options: Any) -> None:
        super().__init__(*args, **options)
        moves = moves_from(activity.status)
        self.fields["status"].choices = [(one, Status(one).label) for one in moves]  # type: ignore[attr-defined]
        self.fields["organisation"].initial = activity.lead

    def clean_citation(self) -> Citation | None:
        """The citation of this code, if one is given."""
        code = self.cleaned_data["citation"]
        found = Citation.objects.filter(code=code).first() if code else None
        if code and found is None:
            raise forms.ValidationError(_("“%(code)s” is not a known code.") % {"code": code})
        return found

    def clean(self) -> dict[str, Any]:
        """It says something."""
        given: dict[str, Any] = super().clean() or {}
        self.insist("words")
        return given

    def card(self) -> UpdateCard:
        """What was written, as a card."""
        own = {
            name: self.cleaned_data[name] for name in ("on", "status", "progress", "organisation", "citation")
        }
        return UpdateCard(words=self.said("words"), **own)


class RiskForm(InBoth, DayForm):
    """What may go wrong."""

    texts = {"title": _("risk"), "answer": _("answer")}
    likelihood = forms.TypedChoiceField(label=_("likelihood"), choices=RiskLevel.choices, coerce=int)
    impact = forms.TypedChoiceField(label=_("impact"), choices=RiskLevel.choices, coerce=int)
    owner = ByName(label=_("owner"), queryset=Organisation.objects.all())

    def clean(self) -> dict[str, Any]:
        """It has a name."""
        given: dict[str, Any] = super().clean() or {}
        self.insist("title")
        return given

    def card(self) -> RiskCard:
        """What was written, as a card."""
        given = self.cleaned_data
        return RiskCard(
            title=self.said("title"), answer=self.said("answer"), likelihood=given["likelihood"],
            impact=given["impact"], owner=given["owner"], opened_on=given["on"],
        )  # fmt: skip


class CloseRiskForm(InBoth, DayForm):
    """Why a risk is closed."""

    texts = {"outcome": _("why it is closed")}

    def clean(self) -> dict[str, Any]:
        """It has a reason."""
        given: dict[str, Any] = super().clean() or {}
        self.insist("outcome")
        return given


class MoneyForm(forms.Form):
    """What a funder gives in a year."""

    year = forms.IntegerField(label=_("year"), min_value=1990, max_value=2100)
    funder = ByName(
        label=_("funder"), queryset=Organisation.objects.all(), required=False,
        help_text=_("Nobody: no funder is found yet."),
    )  # fmt: skip
    stage = forms.ChoiceField(label=_("stage"), choices=Stage.choices)
    amount = NumberField(label=_("amount"))
    currency = forms.ChoiceField(label=_("currency"), choices=CURRENCY_CHOICES)
    source = forms.CharField(label=_("source"), max_length=300, required=False)

    def clean(self) -> dict[str, Any]:
        """Nobody commits or spends what has no funder."""
        given: dict[str, Any] = super().clean() or {}
        if not given.get("funder") and given.get("stage") not in (None, Stage.PLANNED):
            self.add_error("funder", _("What is committed or spent has a funder."))
        if (given.get("amount") or 0) < 0:
            self.add_error("amount", _("Give an amount that is zero or more."))
        return given

    def card(self) -> MoneyCard:
        """What was written, as a card."""
        return MoneyCard(**self.cleaned_data)


class MendMoneyForm(forms.Form):
    """Another amount, and why."""

    amount = NumberField(label=_("amount"))
    reason = forms.CharField(label=_("reason"), max_length=300)

    def __init__(self, data: Any = None, *, line: BudgetLine) -> None:
        super().__init__(data, initial={"amount": line.amount})


class RateForm(forms.Form):
    """What a currency was worth."""

    currency = forms.ChoiceField(label=_("currency"), choices=CURRENCY_CHOICES, initial="USD")
    value = NumberField(label=_("one unit is worth"))
    quote = forms.ChoiceField(label=_("in"), choices=CURRENCY_CHOICES)
    valid_from = PartialDate(label=_("from"))
    valid_to = PartialDate(label=_("until"), required=False)
    source = forms.CharField(label=_("source"), max_length=300)

    def clean(self) -> dict[str, Any]:
        """Between two currencies, above zero, in order."""
        given: dict[str, Any] = super().clean() or {}
        if given.get("currency") == given.get("quote"):
            self.add_error("quote", _("Name another currency."))
        if (given.get("value") or 1) <= 0:
            self.add_error("value", _("A rate is above zero."))
        if ends_before_it_starts(given.get("valid_from", ""), given.get("valid_to", "")):
            self.add_error("valid_to", _("This ends before it starts."))
        return given

    def card(self) -> RateCard:
        """What was written, as a card."""
        return RateCard(**self.cleaned_data)


class ResultForm(InBoth):
    """What is to be different for an objective."""

    texts = {"title": _("result"), "assumption": _("assumption")}
    objective = ByName(label=_("objective"), queryset=Item.objects.objectives())
    activities = ManyByName(label=_("activities"), queryset=Activity.objects.none(), required=False)
    indicators = forms.CharField(
        label=_("indicators"), required=False, help_text=_("Codes, with a space between them.")
    )

    def __init__(self, data: Any = None, *, edition: Edition, result: ExpectedResult | None = None) -> None:
        self.result = result
        super().__init__(data, initial=given_by(result) if result else {})
        self.fields["activities"].queryset = Activity.objects.filter(edition=edition).order_by("code")  # type: ignore[attr-defined]

    def clean_indicators(self) -> list[str]:
        """Codes, each once."""
        codes = list(dict.fromkeys(self.cleaned_data["indicators"].replace(",", " ").split()))
        wrong = [code for code in codes if code != slugify(code)]
        if wrong:
            raise forms.ValidationError(_("“%(code)s” is not a code.") % {"code": wrong[0]})
        return codes

    def clean(self) -> dict[str, Any]:
        """It says something."""
        given: dict[str, Any] = super().clean() or {}
        self.insist("title")
        return given

    def card(self) -> ResultCard:
        """What was written, as a card."""
        given, title = self.cleaned_data, self.said("title")
        code = self.result.code if self.result else slugify(next(iter(title.values())))[:60].strip("-")
        return ResultCard(
            code=code, title=title, assumption=self.said("assumption"), objective=given["objective"],
            activities=list(given["activities"]), indicators=given["indicators"],
            position=self.result.position if self.result else 999,
            is_illustrative=bool(self.result and self.result.is_illustrative),
        )  # fmt: skip


def given_by(result: ExpectedResult) -> dict[str, Any]:
    """What a result is now, as the form shows it."""
    texts = {
        f"{name}_{code}": getattr(result, name).get(code, "")
        for name in ("title", "assumption")
        for code, _name in settings.LANGUAGES
    }
    ties = {"activities": list(result.activities.all()), "indicators": " ".join(result.indicators)}
    return {**texts, **ties, "objective": result.objective_id}


class EditionForm(InBoth):
    """What a revised edition is called, and for when it is meant."""

    texts = {"note": _("why it is revised")}
    label = forms.CharField(label=_("label"), max_length=60, help_text=_("Such as 2025–2029."))
    valid_from = PartialDate(label=_("from"))
    valid_to = PartialDate(label=_("until"), required=False)

    def card(self) -> EditionCard:
        """What was written, as a card."""
        own = {name: self.cleaned_data[name] for name in ("label", "valid_from", "valid_to")}
        return EditionCard(note=self.said("note"), **own)


class SureForm(forms.Form):
    """A step that asks once more."""

    sure = forms.BooleanField(label=_("yes, do it"))


class UploadForm(forms.Form):
    """An Excel file."""

    upload = forms.FileField(
        label=_("Excel file"),
        widget=forms.FileInput(attrs={"accept": ".xlsx,.xlsm"}),
        help_text=_("A row an activity, heads above. Nothing is saved before you have seen each row."),
    )
