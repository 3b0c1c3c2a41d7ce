"""Expected results: what the activities under an objective are to bring about."""

from __future__ import annotations

from django.core.exceptions import ValidationError
from django.db import models
from django.utils.text import slugify
from django.utils.translation import gettext_lazy as _

from taama.journal.models import JournaledRecord
from taama.journal.privacy import classes
from taama.web.fields import TextsField


class ExpectedResult(JournaledRecord):
    """What is to be different for an objective once its activities are done, and which indicators will show it."""

    edition = models.ForeignKey("plans.Edition", models.PROTECT, related_name="results")
    code = models.SlugField(_("code"), max_length=60)
    objective = models.ForeignKey(
        "compact.Item", models.PROTECT, related_name="+", verbose_name=_("objective")
    )
    title = TextsField()
    assumption = TextsField(
        blank=True, help_text=_("What must hold outside the plan for the result to come.")
    )
    activities = models.ManyToManyField("plans.Activity", related_name="results", blank=True)
    indicators = models.JSONField(
        default=list, blank=True, help_text=_("Codes of the indicators that show the result.")
    )
    position = models.PositiveSmallIntegerField(default=0)
    is_illustrative = models.BooleanField(default=False)

    privacy = classes(
        public="id edition code objective title assumption activities indicators position is_illustrative"
    )

    class Meta:
        ordering = ["position", "code"]
        constraints = [models.UniqueConstraint(fields=["edition", "code"], name="plans_result_code")]

    def __str__(self) -> str:
        return self.code

    def clean(self) -> None:
        """Indicators are a list of codes, each once."""
        codes = self.indicators
        if (
            not isinstance(codes, list)
            or len(set(codes)) != len(codes)
            or any(c != slugify(c) for c in codes)
        ):
            raise ValidationError({"indicators": _("Give each code of an indicator once.")})
