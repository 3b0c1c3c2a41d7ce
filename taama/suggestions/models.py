"""What the machine suggests of a passage, what persons made of it, and which readings were gone through."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from django.db import models
from django.db.models import F, Q

from taama.evidence.models import Document
from taama.journal.models import JournaledQuerySet, JournaledRecord
from taama.journal.privacy import classes

from .vocabularies import (
    CONFIRMING,
    JUDGED,
    Confidence,
    SuggestionJudgement,
    SuggestionKind,
    confidence_of,
    scores_of,
)


class Sweep(JournaledRecord):
    """A reading gone through by one edition of the machine, whether it found anything or not."""

    reading = models.ForeignKey("evidence.Reading", models.CASCADE, related_name="+")
    edition = models.CharField(max_length=40)
    at = models.DateTimeField()

    privacy = classes(public="id reading edition at")

    class Meta:
        constraints = [models.UniqueConstraint(fields=["reading", "edition"], name="suggestions_sweep_once")]

    def __str__(self) -> str:
        return f"{self.reading_id} {self.edition}"


class SuggestionQuerySet(JournaledQuerySet):
    """Suggestions as the queue asks for them."""

    def with_judgement(self) -> SuggestionQuerySet:
        """With the latest verdict's judgement as `judged`; None where nobody has judged."""
        latest = SuggestionVerdict.objects.filter(suggestion=models.OuterRef("pk")).order_by("-at", "-pk")
        found: SuggestionQuerySet = self.annotate(judged=models.Subquery(latest.values("judgement")[:1]))
        return found

    def standing(self) -> SuggestionQuerySet:
        """Those a person may judge: not withdrawn, and not known before."""
        found: SuggestionQuerySet = self.filter(withdrawn_at=None, known_finding=None, known_tag=None)
        return found

    def waiting(self) -> SuggestionQuerySet:
        """Those nobody has judged, or whose verdict was taken back."""
        open_again = Q(judged=None) | Q(judged=SuggestionJudgement.TAKEN_BACK)
        found: SuggestionQuerySet = self.standing().with_judgement().filter(open_again)
        return found

    def judged_as(self, judgements: Sequence[str] = JUDGED) -> SuggestionQuerySet:
        """Those whose latest verdict is one of these."""
        found: SuggestionQuerySet = self.with_judgement().filter(judged__in=judgements)
        return found

    def accepted(self) -> SuggestionQuerySet:
        """Those a person confirmed, as they were or mended."""
        return self.judged_as(CONFIRMING)

    def with_source(self) -> SuggestionQuerySet:
        """With passage and document, the passage's own words instead of the whole text around them."""
        words = models.functions.Substr(
            "reading__text", F("passage__start") + 1, F("passage__end") - F("passage__start")
        )
        found: SuggestionQuerySet = (
            self.select_related("passage", "reading__document__organisation")
            .defer("reading__text")
            .annotate(words=words)
        )
        return found

    def surest_first(self) -> SuggestionQuerySet:
        """By score, then in the order of the texts."""
        found: SuggestionQuerySet = self.order_by("-score", "reading__document__slug", "start", "kind", "pk")
        return found

    def of_confidence(self, confidence: str) -> SuggestionQuerySet:
        """Those on one step of confidence."""
        least, above = scores_of(confidence)
        found: SuggestionQuerySet = self.filter(score__gte=least, score__lt=above)
        return found


class Suggestion(JournaledRecord):
    """What the machine believes a passage says. Never a fact: its id is derived from what it claims, so that reading
    again doubles nothing."""

    reading = models.ForeignKey("evidence.Reading", models.CASCADE, related_name="+")
    passage = models.ForeignKey("evidence.Passage", models.CASCADE, related_name="+")
    kind = models.CharField(max_length=10, choices=SuggestionKind.choices)
    start = models.PositiveIntegerField()
    end = models.PositiveIntegerField()
    what = models.JSONField()
    score = models.FloatField()
    edition = models.CharField(max_length=40)
    proposed_at = models.DateTimeField()
    known_finding = models.ForeignKey(
        "evidence.Finding", models.PROTECT, null=True, blank=True, related_name="+"
    )
    known_tag = models.ForeignKey("evidence.Tag", models.PROTECT, null=True, blank=True, related_name="+")
    withdrawn_at = models.DateTimeField(null=True, blank=True)

    privacy = classes(
        public="id reading passage kind start end score edition proposed_at known_finding known_tag withdrawn_at",
        personal="what",  # a name may be a person's
    )
    objects = SuggestionQuerySet.as_manager()  # type: ignore[misc]  # the plugin takes a manager for an instance's

    class Meta:
        ordering = ["-score", "pk"]
        indexes = [models.Index(fields=["reading", "kind"]), models.Index(fields=["-score"])]
        constraints = [
            models.CheckConstraint(condition=Q(end__gt=F("start")), name="suggestions_not_empty"),
            models.CheckConstraint(
                condition=Q(score__gte=0) & Q(score__lte=1), name="suggestions_score_is_a_share"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.kind} {self.pk}"

    @property
    def document(self) -> Document:
        """Where its words stand."""
        found: Document = self.reading.document
        return found

    @property
    def quote(self) -> str:
        """Its words, exactly."""
        words: str | None = self.__dict__.get("words")
        if words is None:
            return self.reading.text[self.start : self.end]
        return words[self.start - self.passage.start : self.end - self.passage.start]

    @property
    def confidence(self) -> Confidence:
        """How sure the machine is, in steps."""
        return confidence_of(self.score)

    @property
    def stretches(self) -> list[tuple[int, int]]:
        """What to mark in the text: its words; for an objective the phrases that speak of it."""
        why: list[Any] = self.what.get("why", [])
        return [(start, end) for start, end in why] or [(self.start, self.end)]


class SuggestionVerdict(JournaledRecord):
    """A person's judgement of a suggestion, and what it became; the latest counts, the earlier ones stay."""

    suggestion = models.ForeignKey(Suggestion, models.CASCADE, related_name="verdicts")
    judgement = models.CharField(max_length=10, choices=SuggestionJudgement.choices)
    by = models.ForeignKey("accounts.User", models.PROTECT, related_name="+")
    at = models.DateTimeField()
    why = models.TextField(blank=True)
    finding = models.ForeignKey("evidence.Finding", models.PROTECT, null=True, blank=True, related_name="+")
    tag = models.ForeignKey("evidence.Tag", models.PROTECT, null=True, blank=True, related_name="+")
    name = models.ForeignKey(
        "partners.OrganisationName", models.SET_NULL, null=True, blank=True, related_name="+"
    )

    privacy = classes(public="id suggestion judgement at why finding tag name", official="by")

    class Meta:
        ordering = ["-at", "-pk"]
        indexes = [models.Index(fields=["suggestion", "-at"])]

    def __str__(self) -> str:
        return f"{self.suggestion_id} {self.judgement}"
