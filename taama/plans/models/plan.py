"""Plans, their editions, activities and milestones."""

from __future__ import annotations

from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from taama.journal.models import JournaledQuerySet, JournaledRecord
from taama.journal.privacy import classes
from taama.web.fields import PartialDateField, TextsField

from ..rules import Status, ends_before_it_starts


class Plan(JournaledRecord):
    """A country's programme for a period."""

    code = models.SlugField(unique=True)
    title = TextsField()
    country = models.ForeignKey("places.Country", models.PROTECT, related_name="+")

    privacy = classes(public="id code title country")

    def __str__(self) -> str:
        return self.code


class Edition(JournaledRecord):
    """One version of a plan."""

    plan = models.ForeignKey(Plan, models.PROTECT, related_name="editions")
    label = models.CharField(_("label"), max_length=60)
    number = models.PositiveSmallIntegerField(
        default=1, help_text=_("Which edition of the plan this is, from 1.")
    )
    revises = models.ForeignKey(
        "self",
        models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        help_text=_("The edition it began from."),
    )
    is_draft = models.BooleanField(default=False, help_text=_("Still being revised: not adopted yet."))
    valid_from = PartialDateField()
    valid_to = PartialDateField(blank=True)
    adopted_on = PartialDateField(blank=True)
    is_current = models.BooleanField(default=True)
    is_illustrative = models.BooleanField(default=False)
    note = TextsField(blank=True)

    privacy = classes(
        public="id plan label number revises is_draft valid_from valid_to adopted_on is_current is_illustrative note"
    )

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["plan", "label"], name="plans_edition_label"),
            models.UniqueConstraint(fields=["plan", "number"], name="plans_edition_number"),
            models.UniqueConstraint(
                fields=["plan"], condition=Q(is_draft=True), name="plans_one_draft_edition"
            ),
            models.CheckConstraint(
                condition=Q(is_draft=False) | Q(is_current=False), name="plans_a_draft_is_not_in_force"
            ),
            models.UniqueConstraint(
                fields=["plan"], condition=Q(is_current=True), name="plans_one_current_edition"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.plan} {self.label}"


class ActivityQuerySet(JournaledQuerySet):
    """Activities as pages ask for them."""

    def current(self) -> ActivityQuerySet:
        """Those of current editions, in order."""
        return self.filter(edition__is_current=True).order_by("code")

    def serving(self, item_id: object) -> ActivityQuerySet:
        """Those tied to an objective, or to one of its actions."""
        return self.filter(Q(serves=item_id) | Q(serves__parent=item_id)).distinct()

    def with_page(self) -> ActivityQuerySet:
        """With all that an activity's page shows, in a fixed number of queries."""
        found = self.select_related("edition__plan", "lead", "axis", "citation__passage__reading__document")
        return found.defer("citation__passage__reading__text").prefetch_related(
            "serves", "participants", "areas__edition", "milestones"
        )


class Activity(JournaledRecord):
    """A unit of planned work."""

    edition = models.ForeignKey(Edition, models.PROTECT, related_name="activities")
    code = models.CharField(_("code"), max_length=30)
    title = TextsField()
    description = TextsField(blank=True)
    serves = models.ManyToManyField("compact.Item", related_name="+", help_text=_("Objectives and actions."))
    axis = models.ForeignKey("compact.Item", models.PROTECT, null=True, blank=True, related_name="+")
    lead = models.ForeignKey(
        "partners.Organisation", models.PROTECT, related_name="+", verbose_name=_("lead")
    )
    participants = models.ManyToManyField("partners.Organisation", related_name="+", blank=True)
    areas = models.ManyToManyField("places.Area", related_name="+", blank=True)
    starts_on = PartialDateField(_("starts"), blank=True)
    ends_on = PartialDateField(_("ends"), blank=True)
    status = models.CharField(_("status"), max_length=20, choices=Status.choices, default=Status.YET_TO_START)
    planned_amount = models.DecimalField(
        _("planned amount"), max_digits=20, decimal_places=2, null=True, blank=True
    )
    currency = models.CharField(_("currency"), max_length=3, blank=True)
    citation = models.ForeignKey("evidence.Citation", models.PROTECT, null=True, blank=True, related_name="+")
    is_illustrative = models.BooleanField(default=False)

    privacy = classes(
        public="id edition code title description serves axis lead participants areas starts_on ends_on status "
        "planned_amount currency citation is_illustrative"
    )
    objects = ActivityQuerySet.as_manager()  # type: ignore[misc]  # the plugin takes a manager for an instance's

    class Meta:
        ordering = ["edition", "code"]
        constraints = [
            models.UniqueConstraint(fields=["edition", "code"], name="plans_activity_code"),
            models.CheckConstraint(
                condition=Q(planned_amount__isnull=True, currency="")
                | (Q(planned_amount__isnull=False, planned_amount__gte=0) & ~Q(currency="")),
                name="plans_amount_with_currency",
            ),
        ]

    def __str__(self) -> str:
        return self.code

    def clean(self) -> None:
        """An activity does not end before it starts."""
        if ends_before_it_starts(self.starts_on, self.ends_on):
            raise ValidationError({"ends_on": _("This ends before it starts.")})

    @property
    def is_open(self) -> bool:
        """Whether work on it may still go on."""
        return self.status not in (Status.COMPLETED, Status.CANCELLED)


class Milestone(JournaledRecord):
    """A dated, checkable step of an activity."""

    activity = models.ForeignKey(Activity, models.CASCADE, related_name="milestones")
    code = models.CharField(max_length=30)
    title = TextsField()
    due_on = PartialDateField(_("due"))
    reached_on = PartialDateField(_("reached"), blank=True)

    privacy = classes(public="id activity code title due_on reached_on")

    class Meta:
        ordering = ["due_on", "code"]
        constraints = [models.UniqueConstraint(fields=["activity", "code"], name="plans_milestone_code")]

    def __str__(self) -> str:
        return f"{self.activity_id} {self.code}"
