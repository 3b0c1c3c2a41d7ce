"""Words from outside become a value with its place, time and source, or a judgement."""

import datetime as dt
from decimal import Decimal
from typing import Any

from django import forms
from django.utils import timezone
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from taama.accounts.models import User
from taama.accounts.queries import organisations_of
from taama.evidence.models import Document
from taama.evidence.vocabularies import FigureKind
from taama.partners.models import Organisation
from taama.places.country import country
from taama.places.models import Area
from taama.places.queries import countries_by_code
from taama.web.fields import check_partial_date
from taama.web.form_fields import NumberField
from taama.web.languages import in_language
from taama.web.partial_dates import first_day, last_day

from .access import ENTERING
from .cards import ObservationCard, OverlapCard, ValueSource
from .models import Indicator
from .rollup import Cell

DATE_HELP = _("As exact as the source: 2026, 2026-05 or 2026-05-06.")
COUNTED = {"persons", "households", "movements", "areas", "count"}
SEX = [("", _("both together")), ("female", _("women and girls")), ("male", _("men and boys"))]


class PartialDate(forms.CharField):
    """A year, a month or a day."""

    def __init__(self, **options: Any) -> None:
        super().__init__(max_length=10, validators=[check_partial_date], help_text=DATE_HELP, **options)


class AreaField(forms.ModelChoiceField):  # type: ignore[type-arg]
    """A region by name and code; none is the whole country."""

    def label_from_instance(self, record: Any) -> str:
        """What stands in the list."""
        return f"{record.name} ({record.code})"


class SourceForm(forms.Form):
    """A value and where it comes from."""

    value = NumberField(label=_("value"))
    document = forms.ModelChoiceField(
        label=_("document"),
        queryset=Document.objects.none(),
        required=False,
        help_text=_("The document that states the value. None: your organisation reports it."),
    )
    note = forms.CharField(label=_("note"), required=False, widget=forms.Textarea(attrs={"rows": 3}))
    is_illustrative = forms.BooleanField(
        label=_("illustrative"), required=False, help_text=_("Made up for the demonstration.")
    )

    def __init__(self, data: Any = None, *, indicator: Indicator) -> None:
        self.indicator = indicator
        super().__init__(data, initial={"is_illustrative": indicator.is_illustrative})
        documents = self.fields["document"]
        documents.queryset = Document.objects.order_by("title")  # type: ignore[attr-defined]
        documents.label_from_instance = lambda record: f"{record.title} · {record.publisher}"[:120]  # type: ignore[attr-defined]

    def clean_value(self) -> Decimal:
        """What is counted is never less than zero."""
        value: Decimal = self.cleaned_data["value"]
        if value < 0 and self.indicator.unit in COUNTED:
            raise forms.ValidationError(_("What is counted is never less than zero."))
        return value

    def source(self, by: User) -> ValueSource:
        """Where the value comes from: the document, else the person's organisation."""
        given = self.cleaned_data
        document = given["document"]
        organisation = None if document else organisations_of(by, *ENTERING).first()
        return ValueSource(None, document, organisation, given["note"], given["is_illustrative"])


class ObservationForm(SourceForm):
    """A value with its time, place and breakdown; which fields stand here follows from the indicator."""

    def __init__(self, data: Any = None, *, indicator: Indicator, today: dt.date) -> None:
        self.today = today
        super().__init__(data, indicator=indicator)
        own = {"value": self.fields.pop("value"), **time_fields(indicator), "area": area_field()}
        self.fields = own | breakdown_fields(indicator) | self.fields

    def clean(self) -> dict[str, Any]:
        """A period is in order and has begun."""
        given: dict[str, Any] = super().clean() or {}
        start, end = given.get("period_start") or given.get("as_of"), given.get("period_end")
        first = "period_start" if "period_start" in self.fields else "as_of"
        if start and first_day(start) > self.today:
            self.add_error(first, _("This day has not come yet."))
        if start and end and first_day(start) > last_day(end):
            self.add_error("period_end", _("This period ends before it begins."))
        return given

    def card(self, by: User) -> ObservationCard:
        """What was written, as a card."""
        given = self.cleaned_data
        start = given.get("period_start") or given["as_of"]
        return ObservationCard(
            indicator=self.indicator,
            value=given["value"],
            country=countries_by_code()[country().iso3],
            area=given["area"],
            time_start=start,
            time_end=given.get("period_end") or start,
            breakdown=self.breakdown(),
            source=self.source(by),
        )

    def breakdown(self) -> dict[str, str]:
        """The parts that were filled in."""
        parts = {name: self.cleaned_data.get(f"part_{name}", "") for name in self.indicator.disaggregations}
        return {name: parts[name] for name in sorted(parts) if parts[name]}


def time_fields(indicator: Indicator) -> dict[str, forms.Field]:
    """The day a stock was counted, or the period of a flow."""
    if indicator.kind == FigureKind.FLOW:
        return {"period_start": PartialDate(label=_("from")), "period_end": PartialDate(label=_("to"))}
    return {"as_of": PartialDate(label=_("as of"))}


def area_field() -> forms.Field:
    """The regions of the boundary edition in force."""
    areas = Area.objects.in_edition(country().boundary_edition, level=1)
    return AreaField(label=_("place"), queryset=areas, required=False, empty_label=_("the whole country"))


def breakdown_fields(indicator: Indicator) -> dict[str, forms.Field]:
    """One field for each name the indicator is broken down by; areas have their own."""
    fields: dict[str, forms.Field] = {}
    for name in indicator.disaggregations:
        if name == "sex":
            fields["part_sex"] = forms.ChoiceField(label=_("sex"), choices=SEX, required=False)
        elif name == "age":
            fields["part_age"] = part_field(_("age"), _("Such as 0-17. None: all ages together."))
        elif name != "area":
            fields[f"part_{name}"] = part_field(name, _("None: all together."))
    return fields


def part_field(label: Any, help_text: Any) -> forms.Field:
    """A part written freely, without the signs that references use."""
    return forms.RegexField(r"^[\w+-]+$", label=label, required=False, max_length=30, help_text=help_text)


class RefusalForm(forms.Form):
    """Why a value is refused."""

    why = forms.CharField(label=_("reason"), widget=forms.Textarea(attrs={"rows": 3}), max_length=1000)


class CellForm(forms.Form):
    """Which figure is asked for: a place, a period, and the day whose knowledge it is rebuilt from."""

    place = AreaField(
        label=_("place"), queryset=Area.objects.none(), required=False, empty_label=_("the whole country"),
        to_field_name="code",
    )  # fmt: skip
    start = PartialDate(label=_("from"), required=False)
    end = PartialDate(label=_("to"), required=False)
    known = forms.DateField(
        label=_("as known on"),
        required=False,
        widget=forms.DateInput(attrs={"type": "date"}),
        help_text=_("The figure as this day’s reader would have had it. Empty: as known now."),
    )

    def __init__(self, data: Any = None) -> None:
        super().__init__(data)
        areas = Area.objects.in_edition(country().boundary_edition, level=1)
        self.fields["place"].queryset = areas  # type: ignore[attr-defined]

    def clean(self) -> dict[str, Any]:
        """A period is in order."""
        given: dict[str, Any] = super().clean() or {}
        start, end = given.get("start"), given.get("end")
        if start and end and first_day(start) > last_day(end):
            self.add_error("end", _("This period ends before it begins."))
        return given

    def cell(self) -> Cell:
        """The cell asked for; what is wrong is left out and the whole country's figure shown."""
        given = getattr(self, "cleaned_data", {})
        place = given.get("place")
        return Cell(place.code if place else "", given.get("start") or "", given.get("end") or "")

    def known_at(self) -> dt.datetime | None:
        """The last moment of the day looked back to; None for now."""
        day = getattr(self, "cleaned_data", {}).get("known")
        return timezone.make_aware(dt.datetime.combine(day, dt.time.max)) if day else None


class OrganisationField(forms.ModelChoiceField):  # type: ignore[type-arg]
    """An organisation by its name in the reader's language."""

    def label_from_instance(self, record: Any) -> str:
        """What stands in the list."""
        return str(in_language(record.name, (get_language() or "fr").split("-")[0]))


class OverlapForm(forms.Form):
    """Two contributors who may have counted the same people."""

    one = OrganisationField(label=_("one contributor"), queryset=Organisation.objects.none())
    other = OrganisationField(label=_("the other"), queryset=Organisation.objects.none())
    area = AreaField(
        label=_("place"), queryset=Area.objects.none(), required=False, empty_label=_("the whole country")
    )
    time_start = PartialDate(label=_("from"))
    time_end = PartialDate(label=_("to"))
    at_most = NumberField(label=_("how many at most"), min_length=1)
    why = forms.CharField(label=_("how it is known"), widget=forms.Textarea(attrs={"rows": 3}))
    is_illustrative = forms.BooleanField(
        label=_("illustrative"), required=False, help_text=_("Made up for the demonstration.")
    )

    def __init__(self, data: Any = None) -> None:
        super().__init__(data)
        for name in ("one", "other"):
            self.fields[name].queryset = Organisation.objects.order_by("code")  # type: ignore[attr-defined]
        areas = Area.objects.in_edition(country().boundary_edition, level=1)
        self.fields["area"].queryset = areas  # type: ignore[attr-defined]

    def clean(self) -> dict[str, Any]:
        """Two different contributors, somebody shared."""
        given: dict[str, Any] = super().clean() or {}
        if given.get("one") and given["one"] == given.get("other"):
            self.add_error("other", _("Choose another contributor than the first."))
        if given.get("at_most") is not None and given["at_most"] <= 0:
            self.add_error("at_most", _("Write how many people at most: more than zero."))
        start, end = given.get("time_start"), given.get("time_end")
        if start and end and first_day(start) > last_day(end):
            self.add_error("time_end", _("This period ends before it begins."))
        return given

    def card(self) -> OverlapCard:
        """What was written, as a card."""
        return OverlapCard(**self.cleaned_data)


class IndicatorField(forms.ModelChoiceField):  # type: ignore[type-arg]
    """An indicator by its title."""

    def label_from_instance(self, record: Any) -> str:
        """What stands in the list."""
        return str(in_language(record.title, (get_language() or "fr").split("-")[0]))


class AdditionForm(forms.Form):
    """Two indicators somebody would like to add."""

    one = IndicatorField(
        label=_("one indicator"), queryset=Indicator.objects.order_by("code"), to_field_name="code"
    )
    other = IndicatorField(
        label=_("the other"), queryset=Indicator.objects.order_by("code"), to_field_name="code"
    )
