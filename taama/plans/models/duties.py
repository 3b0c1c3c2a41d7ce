"""Who answers for what, from when until when."""

from __future__ import annotations

from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from taama.journal.models import JournaledRecord
from taama.journal.privacy import classes
from taama.web.fields import PartialDateField, TextsField

from ..rules import DutyRole, Matter, ends_before_it_starts


class Duty(JournaledRecord):
    """An organisation's role in an activity or for an indicator, or its mandate in the mechanism, with its dates."""

    organisation = models.ForeignKey(
        "partners.Organisation", models.PROTECT, related_name="+", verbose_name=_("organisation")
    )
    matter = models.CharField(_("matter"), max_length=10, choices=Matter.choices)
    activity = models.ForeignKey(
        "plans.Activity", models.CASCADE, null=True, blank=True, related_name="duties"
    )
    indicator = models.SlugField(
        _("indicator"), max_length=60, blank=True, help_text=_("Code of the indicator.")
    )
    role = models.CharField(_("role"), max_length=12, choices=DutyRole.choices, default=DutyRole.LEAD)
    words = TextsField(blank=True, help_text=_("What the mandate or the duty is, in words."))
    began_on = PartialDateField(_("from"), blank=True)
    ended_on = PartialDateField(_("until"), blank=True)
    person = models.CharField(
        _("person"),
        max_length=120,
        blank=True,
        help_text=_("Who does it today; shown to the signed-in only."),
    )
    source = models.CharField(_("source"), max_length=300, blank=True)
    is_illustrative = models.BooleanField(default=False)

    privacy = classes(
        public="id organisation matter activity indicator role words began_on ended_on source is_illustrative",
        personal="person",
    )

    class Meta:
        ordering = ["began_on", "id"]
        verbose_name_plural = "duties"
        constraints = [
            models.CheckConstraint(
                condition=Q(matter=Matter.ACTIVITY, activity__isnull=False, indicator="")
                | (Q(matter=Matter.INDICATOR, activity__isnull=True) & ~Q(indicator=""))
                | Q(matter=Matter.MANDATE, activity__isnull=True, indicator=""),
                name="plans_duty_about_one_matter",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.organisation_id} {self.role} {self.indicator or self.activity_id or self.matter}"

    def clean(self) -> None:
        """A duty does not end before it begins; a mandate has words."""
        if ends_before_it_starts(self.began_on, self.ended_on):
            raise ValidationError({"ended_on": _("This ends before it starts.")})
        if self.matter == Matter.MANDATE and not self.words:
            raise ValidationError({"words": _("Say in words what the mandate is.")})
