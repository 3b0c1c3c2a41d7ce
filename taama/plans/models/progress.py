"""What is said of an activity as it goes on: status updates, and what may go wrong."""

from __future__ import annotations

from django.core.exceptions import ValidationError
from django.core.validators import MaxValueValidator
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from taama.journal.models import JournaledRecord
from taama.journal.privacy import classes
from taama.web.fields import PartialDateField, TextsField

from ..rules import Status, ends_before_it_starts, risk_level
from ..rules.standing import RiskLevel


class StatusUpdate(JournaledRecord):
    """How an activity stood on a day, in words, on whose word and on which evidence; a later one supersedes it."""

    activity = models.ForeignKey("plans.Activity", models.CASCADE, related_name="updates")
    on = PartialDateField(_("as of"))
    status = models.CharField(_("status"), max_length=20, choices=Status.choices)
    progress = models.PositiveSmallIntegerField(
        _("progress"), null=True, blank=True, validators=[MaxValueValidator(100)], help_text=_("0 to 100.")
    )
    words = TextsField()
    organisation = models.ForeignKey(
        "partners.Organisation", models.PROTECT, related_name="+", verbose_name=_("organisation")
    )
    written_by = models.ForeignKey("accounts.User", models.PROTECT, null=True, blank=True, related_name="+")
    written_at = models.DateTimeField()
    citation = models.ForeignKey(
        "evidence.Citation",
        models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("evidence"),
    )
    is_illustrative = models.BooleanField(default=False)

    privacy = classes(
        public="id activity on status progress words organisation written_at citation is_illustrative",
        official="written_by",
    )

    class Meta:
        ordering = ["-on", "-written_at"]
        constraints = [
            models.CheckConstraint(
                condition=Q(progress__isnull=True) | Q(progress__lte=100), name="plans_progress_to_100"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.activity_id} {self.on}"

    def clean(self) -> None:
        """An update says something."""
        if not self.words:
            raise ValidationError({"words": _("Say in words how the activity stands.")})


class Risk(JournaledRecord):
    """What may keep an activity from its end: how likely, how bad, what is done about it, and by whom."""

    activity = models.ForeignKey("plans.Activity", models.CASCADE, related_name="risks")
    title = TextsField()
    likelihood = models.PositiveSmallIntegerField(_("likelihood"), choices=RiskLevel.choices)
    impact = models.PositiveSmallIntegerField(_("impact"), choices=RiskLevel.choices)
    answer = TextsField(blank=True, help_text=_("What is done about it."))
    owner = models.ForeignKey(
        "partners.Organisation", models.PROTECT, related_name="+", verbose_name=_("owner")
    )
    opened_on = PartialDateField(_("opened"))
    closed_on = PartialDateField(_("closed"), blank=True)
    outcome = TextsField(blank=True, help_text=_("Why it was closed."))
    is_illustrative = models.BooleanField(default=False)

    privacy = classes(
        public="id activity title likelihood impact answer owner opened_on closed_on outcome is_illustrative"
    )

    class Meta:
        ordering = ["closed_on", "-opened_on", "id"]
        constraints = [
            models.CheckConstraint(
                condition=Q(likelihood__range=(1, 3), impact__range=(1, 3)), name="plans_risk_levels"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.activity_id} {self.likelihood}×{self.impact}"

    def clean(self) -> None:
        """A risk is not closed before it is opened."""
        if ends_before_it_starts(self.opened_on, self.closed_on):
            raise ValidationError({"closed_on": _("This ends before it starts.")})

    @property
    def is_open(self) -> bool:
        """Whether it may still come true."""
        return not self.closed_on

    @property
    def level(self) -> RiskLevel:
        """Likelihood and impact in one word."""
        return risk_level(self.likelihood, self.impact)
