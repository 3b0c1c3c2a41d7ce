"""Indicators, observations that are superseded but never overwritten, targets measured from a baseline."""

from __future__ import annotations

import datetime as dt
from decimal import Decimal

from django.conf import settings
from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import Case, F, Q, Value, When
from django.db.models.functions import Concat, Length
from django.db.models.lookups import Exact, LessThanOrEqual
from django.utils.translation import gettext_lazy as _

from taama.evidence.vocabularies import Deduplicated, FigureKind
from taama.journal.models import JournaledQuerySet, JournaledRecord
from taama.journal.privacy import classes
from taama.web.fields import PartialDateField, TextsField
from taama.web.partial_dates import NoSuchDate, first_day, last_day

from .rules import (
    ADDS_PERIODS,
    NEEDS_A_BASE,
    Answer,
    Combine,
    Counting,
    Dated,
    Direction,
    Frequency,
    ObservationStatus,
)


class Indicator(JournaledRecord):
    """What is measured, how and from where."""

    code = models.SlugField(max_length=80, unique=True)
    title = TextsField()
    definition = TextsField(blank=True)
    unit = models.CharField(max_length=20)
    kind = models.CharField(max_length=12, choices=FigureKind.choices)
    rule = models.CharField(max_length=10, choices=Combine.choices, default=Combine.LATEST)
    base = models.ForeignKey(
        "self", models.PROTECT, null=True, blank=True, related_name="+",
        help_text=_("The denominator of a ratio, or the weight of a mean."),
    )  # fmt: skip
    counting = models.CharField(
        max_length=15, blank=True, choices=Counting.choices, help_text=_("How people come into the count.")
    )
    direction = models.CharField(max_length=5, choices=Direction.choices, default=Direction.NONE)
    objectives = models.ManyToManyField("compact.Item", related_name="+", blank=True)
    sdg_target = models.ForeignKey("compact.Item", models.PROTECT, null=True, blank=True, related_name="+")
    activities = models.ManyToManyField("plans.Activity", related_name="+", blank=True)
    disaggregations = models.JSONField(default=list, blank=True, help_text=_("Such as sex, age, region."))
    frequency = models.CharField(max_length=20, blank=True, choices=Frequency.choices)
    source = TextsField(blank=True, help_text=_("Where the values come from."))
    is_illustrative = models.BooleanField(default=False)

    privacy = classes(
        public="id code title definition unit kind rule base counting direction objectives sdg_target activities "
        "disaggregations frequency source is_illustrative"
    )

    class Meta:
        ordering = ["code"]

    def __str__(self) -> str:
        return self.code

    def clean(self) -> None:
        """Only flows may be added or averaged; a ratio has its denominator, a weighted mean its weight."""
        if self.rule in ADDS_PERIODS and self.kind != FigureKind.FLOW:
            raise ValidationError({"rule": _("Only the values of a flow may be added or averaged.")})
        if (self.rule in NEEDS_A_BASE) != (self.base_id is not None):
            sentence = _(
                "A ratio has its denominator and a weighted mean its weight; no other rule has either."
            )
            raise ValidationError({"base": sentence})


class Method(JournaledRecord):
    """How an indicator is measured from a day on: values of two methods are never made into one."""

    indicator = models.ForeignKey(Indicator, models.CASCADE, related_name="methods")
    label = models.CharField(max_length=60)
    valid_from = PartialDateField()
    sheet = TextsField(help_text=_("Concept, way of counting, limits."))
    source = models.CharField(max_length=300, blank=True)

    privacy = classes(public="id indicator label valid_from sheet source")

    class Meta:
        ordering = ["valid_from"]
        constraints = [
            models.UniqueConstraint(fields=["indicator", "valid_from"], name="monitoring_method_once")
        ]

    def __str__(self) -> str:
        return f"{self.indicator_id} {self.label}"


def last_day_text(field: str) -> Concat:
    """A partial date filled up with its last day, so that dates of any exactness sort as text."""
    length = Length(field)
    rest = Case(
        When(Exact(length, 4), then=Value("-12-31")),
        When(Exact(length, 7), then=Value("-31")),
        default=Value(""),
    )
    return Concat(field, rest, output_field=models.CharField())


class ObservationQuerySet(JournaledQuerySet):
    """Observations as pages ask for them."""

    def effective(self) -> ObservationQuerySet:
        """Values validated, and not superseded by a validated answer."""
        return self.standing().filter(answer=Answer.VALUE)

    def standing(self) -> ObservationQuerySet:
        """Answers that stand: values, and the words that there is none to give."""
        newer = Observation.objects.filter(
            supersedes=models.OuterRef("pk"), status=ObservationStatus.VALIDATED
        )
        return self.filter(status=ObservationStatus.VALIDATED).exclude(models.Exists(newer))

    def as_known(self, at: dt.datetime) -> ObservationQuerySet:
        """Answers that stood at a moment: validated by then, and nothing validated by then supersedes them."""
        newer = Observation.objects.filter(supersedes=models.OuterRef("pk"), validated_at__lte=at)
        return self.filter(validated_at__lte=at).exclude(models.Exists(newer))

    def whole(self) -> ObservationQuerySet:
        """National totals: the country as place, no breakdown, nobody's share alone."""
        return self.filter(area=None, breakdown={}, contributor=None)

    def about(self, one: Observation) -> ObservationQuerySet:
        """Those about the same thing: indicator, place, time and breakdown."""
        names = (
            "indicator_id", "country_id", "area_id", "time_start", "time_end", "breakdown", "contributor_id",
        )  # fmt: skip
        return self.filter(**{name: getattr(one, name) for name in names})

    def with_source(self) -> ObservationQuerySet:
        """With all that a line of a table shows, in one query."""
        return self.select_related(
            "indicator", "country", "area__edition", "organisation", "contributor", "document",
            "finding__passage__reading__document",
        ).defer("finding__passage__reading__text")  # fmt: skip

    def newest_first(self) -> ObservationQuerySet:
        """By the last day they can mean, newest first: 2025 is until December, 2025-06 until June."""
        return self.order_by(last_day_text("time_end").desc(), "-time_start", "-recorded_at", "pk")


class Observation(JournaledRecord):
    """One value of an indicator for a place, a time and a breakdown."""

    indicator = models.ForeignKey(Indicator, models.PROTECT, related_name="observations")
    answer = models.CharField(max_length=15, choices=Answer.choices, default=Answer.VALUE)
    value = models.DecimalField(
        max_digits=24,
        decimal_places=4,
        null=True,
        blank=True,
        help_text=_("None where the answer is not a value."),
    )
    country = models.ForeignKey("places.Country", models.PROTECT, related_name="+")
    area = models.ForeignKey("places.Area", models.PROTECT, null=True, blank=True, related_name="+")
    time_start = PartialDateField(help_text=_("First day; the as-of date of a stock."))
    time_end = PartialDateField(help_text=_("Last day; the as-of date of a stock."))
    breakdown = models.JSONField(default=dict, blank=True, help_text=_('Such as {"sex": "female"}.'))
    contributor = models.ForeignKey(
        "partners.Organisation", models.PROTECT, null=True, blank=True, related_name="+",
        help_text=_("Whose share of the total this is; none: everybody’s."),
    )  # fmt: skip
    deduplicated = models.CharField(max_length=8, choices=Deduplicated.choices, default=Deduplicated.UNKNOWN)
    status = models.CharField(max_length=12, choices=ObservationStatus.choices)
    supersedes = models.ForeignKey("self", models.PROTECT, null=True, blank=True, related_name="corrections")
    finding = models.ForeignKey("evidence.Finding", models.PROTECT, null=True, blank=True, related_name="+")
    document = models.ForeignKey("evidence.Document", models.PROTECT, null=True, blank=True, related_name="+")
    organisation = models.ForeignKey(
        "partners.Organisation", models.PROTECT, null=True, blank=True, related_name="+",
        help_text=_("Who reported it, where no document says so."),
    )  # fmt: skip
    note = models.TextField(blank=True)
    refusal = models.TextField(blank=True, help_text=_("Why a validator refused it."))
    is_illustrative = models.BooleanField(default=False)
    recorded_at = models.DateTimeField()
    recorded_by = models.ForeignKey("accounts.User", models.PROTECT, null=True, blank=True, related_name="+")
    validated_at = models.DateTimeField(null=True, blank=True)
    validated_by = models.ForeignKey("accounts.User", models.PROTECT, null=True, blank=True, related_name="+")

    privacy = classes(
        public="id indicator answer value country area time_start time_end breakdown contributor deduplicated status "
        "supersedes finding document organisation note is_illustrative recorded_at validated_at",
        official="recorded_by validated_by refusal",
    )
    objects = ObservationQuerySet.as_manager()  # type: ignore[misc]  # the plugin takes a manager for an instance's

    class Meta:
        ordering = ["indicator", "-time_end"]
        indexes = [models.Index(fields=["indicator", "time_end"])]
        constraints = [
            models.CheckConstraint(
                condition=Q(status="validated", validated_at__isnull=False, validated_by__isnull=False)
                | (~Q(status="validated") & Q(validated_at__isnull=True, validated_by__isnull=True)),
                name="monitoring_validated_by_whom_and_when",
            ),
            models.CheckConstraint(
                condition=Q(answer="value", value__isnull=False)
                | (~Q(answer="value") & Q(value__isnull=True)),
                name="monitoring_value_or_why_not",
            ),
            models.CheckConstraint(
                condition=Q(finding__isnull=False)
                | Q(document__isnull=False)
                | Q(organisation__isnull=False)
                | Q(is_illustrative=True),
                name="monitoring_value_has_a_source",
            ),
            models.CheckConstraint(
                condition=LessThanOrEqual(F("time_start"), last_day_text("time_end")),
                name="monitoring_time_in_order",
            ),
            models.UniqueConstraint(
                fields=["supersedes"], condition=Q(status="validated"), name="monitoring_superseded_once"
            ),
            models.CheckConstraint(
                condition=Q(Q(status="refused") & ~Q(refusal="")) | Q(~Q(status="refused") & Q(refusal="")),
                name="monitoring_refusal_has_a_reason",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.indicator_id} {self.time_end}"

    @property
    def is_superseded(self) -> bool:
        """Whether a validated correction stands in its place; for pages that fetched `corrections`."""
        return any(one.status == ObservationStatus.VALIDATED for one in self.corrections.all())

    @property
    def dated(self) -> Dated:
        """The value as the rules judge it."""
        return Dated(self.number, self.time_start, self.time_end)

    @property
    def number(self) -> Decimal:
        """The value, for those who asked for effective values only; ValueError where the answer is none."""
        if self.value is None:
            raise ValueError(f"{self} answers “{self.answer}”")
        return self.value


class Overlap(JournaledRecord):
    """Two contributors may have counted the same people: at most so many, in a place and a time."""

    indicator = models.ForeignKey(Indicator, models.CASCADE, related_name="overlaps")
    one = models.ForeignKey("partners.Organisation", models.PROTECT, related_name="+")
    other = models.ForeignKey("partners.Organisation", models.PROTECT, related_name="+")
    area = models.ForeignKey("places.Area", models.PROTECT, null=True, blank=True, related_name="+")
    time_start = PartialDateField()
    time_end = PartialDateField()
    at_most = models.DecimalField(max_digits=24, decimal_places=4, help_text=_("How many at most."))
    why = models.TextField(help_text=_("How it is known."))
    is_illustrative = models.BooleanField(default=False)
    declared_by = models.ForeignKey("accounts.User", models.PROTECT, null=True, blank=True, related_name="+")
    declared_at = models.DateTimeField()
    withdrawn_at = models.DateTimeField(null=True, blank=True)

    privacy = classes(
        public="id indicator one other area time_start time_end at_most why is_illustrative declared_at "
        "withdrawn_at",
        official="declared_by",
    )

    class Meta:
        ordering = ["-declared_at", "pk"]
        constraints = [
            models.CheckConstraint(condition=~Q(one=F("other")), name="monitoring_overlap_of_two"),
            models.CheckConstraint(condition=Q(at_most__gt=0), name="monitoring_overlap_of_somebody"),
        ]

    def __str__(self) -> str:
        return f"{self.indicator_id} {self.time_end}"

    def clean(self) -> None:
        """A period does not end before it begins."""
        try:
            if first_day(self.time_start) > last_day(self.time_end):
                raise ValidationError({"time_end": _("This period ends before it begins.")})
        except NoSuchDate:
            return


class Target(JournaledRecord):
    """A value aimed at by a date, measured from a baseline."""

    indicator = models.ForeignKey(Indicator, models.CASCADE, related_name="targets")
    area = models.ForeignKey(
        "places.Area", models.PROTECT, null=True, blank=True, related_name="+",
        help_text=_("Where it is to be reached; none: the whole country."),
    )  # fmt: skip
    baseline = models.ForeignKey(Observation, models.PROTECT, null=True, blank=True, related_name="+")
    value = models.DecimalField(max_digits=24, decimal_places=4)
    due_on = PartialDateField()
    source = models.CharField(max_length=300, blank=True)
    translations = TextsField(blank=True, help_text=_("The source in other languages."))
    is_illustrative = models.BooleanField(default=False)

    privacy = classes(public="id indicator area baseline value due_on source translations is_illustrative")

    class Meta:
        ordering = ["due_on"]
        constraints = [
            models.UniqueConstraint(
                fields=["indicator", "due_on"], condition=Q(area=None), name="monitoring_target_once"
            ),
            models.UniqueConstraint(
                fields=["indicator", "area", "due_on"], name="monitoring_target_once_a_place"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.indicator_id} {self.due_on}"

    @property
    def source_texts(self) -> dict[str, str]:
        """Whose target it is, by language; what bears no language is in the first of the pages."""
        return {settings.LANGUAGE_CODE: self.source, **self.translations} if self.source else {}
