"""Reviews: outline, sections and their texts, charts, compiled editions with frozen figures."""

from __future__ import annotations

from django.db import models
from django.utils.translation import gettext_lazy as _

from taama.journal.models import JournaledRecord
from taama.journal.privacy import classes
from taama.web.fields import PartialDateField, TextsField


class Review(JournaledRecord):
    """A national exercise that produces a report for a forum."""

    slug = models.SlugField(max_length=80, unique=True)
    title = TextsField()
    subtitle = TextsField(blank=True)
    country = models.ForeignKey("places.Country", models.PROTECT, related_name="+")
    organisation = models.ForeignKey(
        "partners.Organisation", models.PROTECT, related_name="+", help_text=_("Who answers for it.")
    )
    as_of = PartialDateField(help_text=_("The date the report speaks of; printed on its cover."))
    notice = TextsField(blank=True, help_text=_("Said on the cover and in the foot of each page."))

    publishers = models.JSONField(
        default=dict,
        blank=True,
        help_text=_("Names of publishers as written in each language, by the name held."),
    )

    privacy = classes(public="id slug title subtitle country organisation as_of notice publishers")

    def __str__(self) -> str:
        return self.slug


class Section(JournaledRecord):
    """One part of a review's outline. The outline is data: loaded, never coded."""

    review = models.ForeignKey(Review, models.CASCADE, related_name="sections")
    key = models.SlugField(max_length=60)
    position = models.PositiveIntegerField()
    chapter = TextsField(blank=True, help_text=_("Title of the chapter that begins here."))
    title = TextsField()
    objective = models.ForeignKey("compact.Item", models.PROTECT, null=True, blank=True, related_name="+")
    organisation = models.ForeignKey(
        "partners.Organisation", models.PROTECT, null=True, blank=True, related_name="+"
    )
    guidance = TextsField(blank=True)

    privacy = classes(public="id review key position chapter title objective organisation guidance")

    class Meta:
        ordering = ["review", "position"]
        constraints = [models.UniqueConstraint(fields=["review", "key"], name="reviews_section_key")]

    def __str__(self) -> str:
        return f"{self.review_id} {self.key}"


class SectionText(JournaledRecord):
    """A section as somebody wrote it in one language; the latest counts, the earlier ones stay."""

    section = models.ForeignKey(Section, models.CASCADE, related_name="texts")
    language = models.CharField(max_length=10)
    text = models.TextField()
    by = models.ForeignKey("accounts.User", models.PROTECT, null=True, blank=True, related_name="+")
    at = models.DateTimeField()

    privacy = classes(public="id section language text at", official="by")

    class Meta:
        ordering = ["-at", "-pk"]

    def __str__(self) -> str:
        return f"{self.section_id} {self.language}"


class ChartCard(JournaledRecord):
    """A chart or map of a review: what it shows, from which indicators or question."""

    review = models.ForeignKey(Review, models.CASCADE, related_name="charts")
    code = models.SlugField(max_length=80)
    kind = models.CharField(max_length=12)
    title = TextsField()
    alt = TextsField(help_text=_("What it shows, for those who do not see it."))
    note = TextsField(blank=True)
    data = models.JSONField(default=dict, help_text=_("Indicators, question, level of area, breakdown."))

    privacy = classes(public="id review code kind title alt note data")

    class Meta:
        constraints = [models.UniqueConstraint(fields=["review", "code"], name="reviews_chart_code")]

    def __str__(self) -> str:
        return self.code


class Compilation(JournaledRecord):
    """A review as compiled: the document model of each language, figures frozen in it."""

    review = models.ForeignKey(Review, models.PROTECT, related_name="compilations")
    language = models.CharField(max_length=10)
    digest = models.CharField(max_length=64, help_text=_("SHA-256 of the document model."))
    model = models.JSONField(help_text=_("The document model with its frozen figures."))
    by = models.ForeignKey("accounts.User", models.PROTECT, null=True, blank=True, related_name="+")
    at = models.DateTimeField()

    privacy = classes(public="id review language digest at model", official="by")

    class Meta:
        ordering = ["-at", "-pk"]

    def __str__(self) -> str:
        return f"{self.review_id} {self.language} {self.digest[:12]}"


class FrozenFigure(JournaledRecord):
    """A figure as it stood when the review was compiled: where it is used, and from what it came."""

    compilation = models.ForeignKey(Compilation, models.CASCADE, related_name="figures")
    section = models.ForeignKey(Section, models.PROTECT, related_name="+")
    reference = models.CharField(max_length=200, help_text=_("As written in the text."))
    value = models.DecimalField(max_digits=24, decimal_places=4, null=True)
    text = models.CharField(max_length=200)
    unit = models.CharField(max_length=20)
    observation = models.ForeignKey(
        "monitoring.Observation", models.PROTECT, null=True, blank=True, related_name="+"
    )
    finding = models.ForeignKey("evidence.Finding", models.PROTECT, null=True, blank=True, related_name="+")

    privacy = classes(public="id compilation section reference value text unit observation finding")

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=models.Q(observation__isnull=False) | models.Q(finding__isnull=False),
                name="reviews_frozen_figure_has_its_datum",
            )
        ]

    def __str__(self) -> str:
        return f"{self.reference} = {self.text}"
