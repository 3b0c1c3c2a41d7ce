"""Budget lines of activities, and the dated rates by which they are converted."""

from __future__ import annotations

from django.core.exceptions import ValidationError
from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from taama.journal.models import JournaledRecord
from taama.journal.privacy import classes
from taama.web.fields import PartialDateField

from ..rules import DatedRate, Stage, ends_before_it_starts
from ..rules.money import CURRENCIES

CURRENCY_CHOICES = [(code, code) for code in CURRENCIES]


class BudgetLine(JournaledRecord):
    """What one funder gives an activity in one year: planned, committed or spent, never mixed."""

    activity = models.ForeignKey("plans.Activity", models.CASCADE, related_name="budget_lines")
    year = models.PositiveSmallIntegerField(
        _("year"), validators=[MinValueValidator(1990), MaxValueValidator(2100)]
    )
    funder = models.ForeignKey(
        "partners.Organisation",
        models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("funder"),
        help_text=_("Nobody: no funder is found yet."),
    )
    stage = models.CharField(_("stage"), max_length=10, choices=Stage.choices)
    amount = models.DecimalField(_("amount"), max_digits=20, decimal_places=2)
    currency = models.CharField(_("currency"), max_length=3, choices=CURRENCY_CHOICES)
    source = models.CharField(_("source"), max_length=300, blank=True)
    is_illustrative = models.BooleanField(default=False)

    privacy = classes(public="id activity year funder stage amount currency source is_illustrative")

    class Meta:
        ordering = ["year", "stage", "currency", "id"]
        constraints = [
            models.CheckConstraint(condition=Q(amount__gte=0), name="plans_budget_not_negative"),
            models.UniqueConstraint(
                fields=["activity", "year", "funder", "stage", "currency"],
                condition=Q(funder__isnull=False),
                name="plans_budget_line_once",
            ),
            models.UniqueConstraint(
                fields=["activity", "year", "stage", "currency"],
                condition=Q(funder__isnull=True),
                name="plans_budget_gap_once",
            ),
            models.CheckConstraint(
                condition=Q(funder__isnull=False) | Q(stage=Stage.PLANNED),
                name="plans_only_plans_lack_a_funder",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.activity_id} {self.year} {self.stage} {self.amount} {self.currency}"


class Rate(JournaledRecord):
    """What one unit of a currency was worth in another, from a day to a day, and on whose word."""

    currency = models.CharField(_("currency"), max_length=3, choices=CURRENCY_CHOICES)
    quote = models.CharField(_("is worth, in"), max_length=3, choices=CURRENCY_CHOICES)
    value = models.DecimalField(_("value"), max_digits=18, decimal_places=6)
    valid_from = PartialDateField(_("from"))
    valid_to = PartialDateField(_("until"), blank=True)
    source = models.CharField(_("source"), max_length=300)
    is_illustrative = models.BooleanField(default=False)

    privacy = classes(public="id currency quote value valid_from valid_to source is_illustrative")

    class Meta:
        ordering = ["currency", "quote", "valid_from"]
        constraints = [
            models.CheckConstraint(condition=Q(value__gt=0), name="plans_rate_above_zero"),
            models.CheckConstraint(condition=~Q(currency=F("quote")), name="plans_rate_between_two"),
            models.UniqueConstraint(fields=["currency", "quote", "valid_from"], name="plans_rate_once"),
        ]

    def __str__(self) -> str:
        return f"{self.currency} = {self.value} {self.quote} {self.valid_from}"

    def clean(self) -> None:
        """A rate does not end before it begins."""
        if ends_before_it_starts(self.valid_from, self.valid_to):
            raise ValidationError({"valid_to": _("This ends before it starts.")})

    def dated(self) -> DatedRate:
        """As the rules take it."""
        return DatedRate(
            self.currency,
            self.quote,
            self.value,
            self.valid_from,
            self.valid_to,
            self.source,
            self.is_illustrative,
        )
