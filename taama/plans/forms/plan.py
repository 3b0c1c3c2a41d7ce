"""Words from outside become an activity, a milestone, a wish for part of the list."""

import datetime as dt
from decimal import Decimal
from typing import Any

from django import forms
from django.conf import settings
from django.utils.text import slugify
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from taama.compact.models import Item
from taama.compact.rules import ItemKind
from taama.partners.models import Organisation
from taama.places.country import country
from taama.places.models import Area
from taama.web.fields import check_partial_date
from taama.web.languages import in_language
from taama.web.partial_dates import first_day

from ..cards import ActivityCard, MilestoneCard
from ..models import Activity
from ..queries import newest_entry
from ..rules import Status, ends_before_it_starts, moves_from

DATE_HELP = _("As exact as it is known: 2026, 2026-05 or 2026-05-06.")
NAMES = {"fr": _("in French"), "en": _("in English")}


class PartialDate(forms.CharField):
    """A year, a month or a day."""

    def __init__(self, **options: Any) -> None:
        super().__init__(max_length=10, validators=[check_partial_date], help_text=DATE_HELP, **options)


class ByName(forms.ModelChoiceField):  # type: ignore[type-arg]
    """One of the records, by its name in the reader's language."""

    def label_from_instance(self, record: Any) -> str:
        """What stands in the list."""
        return label_of(record)


class ManyByName(forms.ModelMultipleChoiceField):  # type: ignore[type-arg]
    """Some of the records, by their names in the reader's language."""

    def label_from_instance(self, record: Any) -> str:
        """What stands in the list."""
        return label_of(record)


def label_of(record: Any) -> str:
    """A record's code and name."""
    language = get_language() or settings.LANGUAGE_CODE
    if isinstance(record, Item):
        return f"{record.code} · {in_language(record.short or record.title, language)}"
    if isinstance(record, Activity):
        return f"{in_language(record.title, language)} ({record.code})"
    if isinstance(record, Area):
        return f"{record.name} ({record.code})"
    return in_language(record.name, language)


def serving() -> Any:
    """Objectives and actions of the Compact."""
    return Item.objects.filter(
        framework__code="gcm", kind__in=(ItemKind.OBJECTIVE, ItemKind.ACTION)
    ).order_by("position", "code")


class ActivityForm(forms.Form):
    """An activity, its texts in each language of the pages."""

    lead = ByName(label=_("lead"), queryset=Organisation.objects.all())
    participants = ManyByName(label=_("takes part"), queryset=Organisation.objects.all(), required=False)
    serves = ManyByName(
        label=_("serves"), queryset=Item.objects.none(), help_text=_("Objectives and actions of the Compact.")
    )
    axis = ByName(label=_("axis"), queryset=Item.objects.none(), required=False)
    areas = ManyByName(
        label=_("areas"),
        queryset=Area.objects.none(),
        required=False,
        help_text=_("None: the whole country."),
    )
    starts_on = PartialDate(label=_("starts"), required=False)
    ends_on = PartialDate(label=_("ends"), required=False)
    status = forms.ChoiceField(label=_("status"), choices=Status.choices)
    planned_amount = forms.DecimalField(
        label=_("planned amount"), required=False, min_value=Decimal(0), max_digits=20, decimal_places=2
    )
    currency = forms.CharField(label=_("currency"), required=False, min_length=3, max_length=3)
    is_illustrative = forms.BooleanField(
        label=_("illustrative"), required=False, help_text=_("Made up for the demonstration.")
    )
    seen = forms.IntegerField(required=False, widget=forms.HiddenInput)

    def __init__(
        self, data: Any = None, *, activity: Activity | None = None, may_hand_on: bool = True
    ) -> None:
        self.activity = activity
        super().__init__(data, initial=given_by(activity) if activity else {})
        self.fields = texts_fields() | self.fields
        chosen: dict[str, Any] = {
            "serves": serving(),
            "axis": Item.objects.of(country().policy_framework),
            "areas": Area.objects.in_edition(country().boundary_edition, level=1),
        }
        for name, records in chosen.items():
            self.fields[name].queryset = records  # type: ignore[attr-defined]
        for name in ("lead", "is_illustrative"):
            self.fields[name].disabled = not may_hand_on
        if activity:
            moves = moves_from(activity.status)
            self.fields["status"].choices = [(one, Status(one).label) for one in moves]  # type: ignore[attr-defined]

    def clean(self) -> dict[str, Any]:
        """What belongs together is given together and in order."""
        given: dict[str, Any] = super().clean() or {}
        if (given.get("planned_amount") is None) != (not given.get("currency")):
            self.add_error("currency", _("An amount and its currency are given together."))
        if ends_before_it_starts(given.get("starts_on", ""), given.get("ends_on", "")):
            self.add_error("ends_on", _("This ends before it starts."))
        if not any(given.get(f"title_{code}") for code, _name in settings.LANGUAGES):
            self.add_error(f"title_{settings.LANGUAGES[0][0]}", _("Give a title in at least one language."))
        return given

    def card(self) -> ActivityCard:
        """What was written, as a card."""
        given = self.cleaned_data
        own = {name: given[name] for name in self.base_fields if name not in ("seen", "currency")}
        title = kept_texts(given, "title")
        return ActivityCard(
            **own,
            code=self.activity.code if self.activity else slugify(next(iter(title.values())))[:30].strip("-"),
            title=title,
            description=kept_texts(given, "description"),
            currency=given["currency"].upper(),
            citation=self.activity.citation if self.activity else None,
        )


def texts_fields() -> dict[str, forms.Field]:
    """A title and a description in each language of the pages."""
    fields: dict[str, forms.Field] = {}
    for code, name in settings.LANGUAGES:
        inside = NAMES.get(code, name)
        label = _("title, %(language)s") % {"language": inside}
        fields[f"title_{code}"] = forms.CharField(label=label, required=False, max_length=300)
        label = _("description, %(language)s") % {"language": inside}
        area = forms.Textarea(attrs={"rows": 4})
        fields[f"description_{code}"] = forms.CharField(label=label, required=False, widget=area)
    return fields


def kept_texts(given: dict[str, Any], name: str) -> dict[str, str]:
    """The texts that were filled in, by language."""
    texts = {code: given.get(f"{name}_{code}", "").strip() for code, _name in settings.LANGUAGES}
    return {code: text for code, text in texts.items() if text}


def given_by(activity: Activity) -> dict[str, Any]:
    """What an activity is now, as the form shows it."""
    own = ("lead", "axis", "starts_on", "ends_on", "status", "currency", "is_illustrative")
    texts = {
        f"{name}_{code}": getattr(activity, name).get(code, "")
        for name in ("title", "description")
        for code, _name in settings.LANGUAGES
    }
    ties = {name: list(getattr(activity, name).all()) for name in ("serves", "participants", "areas")}
    amount = activity.planned_amount
    return {
        **{name: getattr(activity, name) for name in own},
        **texts,
        **ties,
        "planned_amount": amount
        and amount.normalize().quantize(Decimal(1) if amount == int(amount) else amount),
        "seen": newest_entry(activity),
    }


class MilestoneForm(forms.Form):
    """A dated step."""

    title_fr = forms.CharField(label=_("title, in French"), max_length=300)
    title_en = forms.CharField(label=_("title, in English"), max_length=300, required=False)
    due_on = PartialDate(label=_("due"))

    def card(self) -> MilestoneCard:
        """What was written, as a card."""
        title = kept_texts(self.cleaned_data, "title")
        code = slugify(next(iter(title.values())))[:30].strip("-")
        return MilestoneCard(code, title, self.cleaned_data["due_on"])


class ReachedForm(forms.Form):
    """The day on which a milestone was reached."""

    on = PartialDate(label=_("reached on"))

    def __init__(self, *args: Any, today: dt.date, **options: Any) -> None:
        self.today = today
        super().__init__(*args, **options)

    def clean_on(self) -> str:
        """A day that has come."""
        on: str = self.cleaned_data["on"]
        if first_day(on) > self.today:
            raise forms.ValidationError(_("This day has not come yet."))
        return on
