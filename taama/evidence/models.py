"""Documents as received, their readings and passages; what people found in them, and how they judged it."""

from __future__ import annotations

from pathlib import Path

from django.conf import settings
from django.core.exceptions import ValidationError
from django.core.files.storage import FileSystemStorage
from django.db import models
from django.db.models import F, Q
from django.db.models.functions import Substr
from django.utils.translation import gettext_lazy as _

from taama.journal.models import JournaledQuerySet, JournaledRecord
from taama.journal.privacy import classes
from taama.web.fields import PartialDateField, TextsField

from .rules import Answer, ends_before_it_begins
from .vocabularies import (
    AnswerKind,
    Deduplicated,
    DocumentKind,
    DocumentLanguage,
    FigureKind,
    Judgement,
    Outcome,
    Qualifier,
)


class HeldFiles(FileSystemStorage):
    """Where held copies lie: named by their hash, outside what the web server serves."""

    @property
    def base_location(self) -> str:
        """The folder, asked anew each time."""
        return str(settings.HELD_FILES)

    @property
    def location(self) -> str:
        """The folder as an absolute path."""
        return str(Path(self.base_location).resolve())


def held_storage() -> FileSystemStorage:
    """The store of held copies."""
    return HeldFiles()


class Document(JournaledRecord):
    """A source document, held as received, with its source card."""

    slug = models.SlugField(max_length=120, unique=True)
    title = models.CharField(_("title"), max_length=300)
    publisher = models.CharField(_("publisher"), max_length=200)
    organisation = models.ForeignKey(
        "partners.Organisation", models.PROTECT, null=True, blank=True, related_name="+",
        verbose_name=_("organisation"),
    )  # fmt: skip
    kind = models.CharField(_("kind"), max_length=20, choices=DocumentKind.choices)
    published_on = PartialDateField(_("published on"), blank=True)
    language = models.CharField(_("language"), max_length=10)
    place = models.CharField(_("place"), max_length=120, blank=True)
    rights = models.CharField(_("terms of use"), max_length=300, blank=True)
    link = models.URLField(_("link"), max_length=500, blank=True)
    note = models.TextField(_("note"), blank=True)
    is_fact_sheet = models.BooleanField(
        _("fact sheet"), default=False, help_text=_("Our own summary of the original, not the original.")
    )
    file = models.FileField(storage=held_storage, max_length=200)
    original_name = models.CharField(max_length=255)
    sha256 = models.CharField(max_length=64, unique=True)
    size = models.PositiveBigIntegerField(help_text=_("Bytes."))
    media_type = models.CharField(max_length=100)
    received_at = models.DateTimeField()

    privacy = classes(
        public="id slug title publisher organisation kind published_on language place rights link note "
        "is_fact_sheet sha256 size media_type received_at",
        official="file original_name",
    )

    class Meta:
        ordering = ["-published_on", "slug"]

    def __str__(self) -> str:
        return self.slug

    @property
    def language_name(self) -> str:
        """The language by its own name; its code if we have none."""
        known = {choice.value: str(choice.label) for choice in DocumentLanguage}
        return known.get(self.language, self.language)

    @property
    def hash_parts(self) -> list[str]:
        """The hash in groups of eight, easier to compare by eye."""
        return [self.sha256[at : at + 8] for at in range(0, len(self.sha256), 8)]


class Reading(JournaledRecord):
    """The text read from a held copy by one version of a reader; offsets count its characters."""

    document = models.ForeignKey(Document, models.CASCADE, related_name="readings")
    reader = models.CharField(max_length=60, help_text=_("Which reader, which version."))
    text = models.TextField()
    is_current = models.BooleanField(default=True)

    privacy = classes(public="id document reader text is_current")

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["document"], condition=Q(is_current=True), name="evidence_one_current_reading"
            )
        ]

    def __str__(self) -> str:
        return f"{self.document} · {self.reader}"


class PassageQuerySet(JournaledQuerySet):
    """Passages as pages ask for them."""

    def with_words(self) -> PassageQuerySet:
        """With their own words, cut by the database, and their document; not the whole text around them."""
        words = Substr("reading__text", F("start") + 1, F("end") - F("start"))
        found: PassageQuerySet = (
            self.select_related("reading__document__organisation")
            .defer("reading__text")
            .annotate(words=words)
        )
        return found


class Passage(JournaledRecord):
    """A located extract: `reading.text[start:end]`, exactly."""

    reading = models.ForeignKey(Reading, models.CASCADE, related_name="passages")
    position = models.PositiveIntegerField()
    start = models.PositiveIntegerField()
    end = models.PositiveIntegerField()
    page = models.PositiveIntegerField(null=True, blank=True)
    is_heading = models.BooleanField(default=False)

    privacy = classes(public="id reading position start end page is_heading")
    objects = PassageQuerySet.as_manager()  # type: ignore[misc]  # the plugin takes a manager for an instance's

    class Meta:
        ordering = ["reading", "position"]
        constraints = [
            models.UniqueConstraint(fields=["reading", "position"], name="evidence_passage_position"),
            models.CheckConstraint(condition=Q(end__gt=F("start")), name="evidence_passage_not_empty"),
        ]

    def __str__(self) -> str:
        return f"{self.reading_id}[{self.start}:{self.end}]"

    @property
    def text(self) -> str:
        """What stands there."""
        cut: str | None = self.__dict__.get("words")
        return self.reading.text[self.start : self.end] if cut is None else cut


class Question(JournaledRecord):
    """What findings answer: the same question for all sources, so that they can agree or not."""

    code = models.SlugField(max_length=80, unique=True)
    wording = TextsField()
    unit = models.CharField(max_length=20)
    kind = models.CharField(max_length=12, choices=FigureKind.choices)
    population = TextsField(blank=True, help_text=_("Who or what is counted."))
    answer = models.CharField(max_length=10, choices=AnswerKind.choices, default=AnswerKind.NUMBER)

    privacy = classes(public="id code wording unit kind population answer")

    class Meta:
        ordering = ["code"]

    def __str__(self) -> str:
        return self.code


def words_quoted() -> Substr:
    """The words of a finding or citation, cut by the database."""
    return Substr("passage__reading__text", F("start") + 1, F("end") - F("start"))


class Quoted(models.Model):
    """Exact words of a passage."""

    passage = models.ForeignKey(Passage, models.PROTECT, related_name="%(class)ss")
    start = models.PositiveIntegerField(help_text=_("Where the words begin in the reading."))
    end = models.PositiveIntegerField(help_text=_("Where they end."))

    class Meta:
        abstract = True

    def clean(self) -> None:
        """The quoted words lie inside the passage."""
        if not (self.passage.start <= self.start < self.end <= self.passage.end):
            raise ValidationError(_("The quoted words must lie inside the passage."))

    @property
    def quote(self) -> str:
        """The words themselves."""
        cut: str | None = self.__dict__.get("words")
        return self.passage.reading.text[self.start : self.end] if cut is None else cut

    @property
    def document(self) -> Document:
        """Where they stand."""
        return self.passage.reading.document


class FindingQuerySet(JournaledQuerySet):
    """Findings as pages ask for them."""

    def with_judgement(self) -> FindingQuerySet:
        """With the latest verdict's judgement as `judged`; None where nobody has judged."""
        latest = Verdict.objects.filter(finding=models.OuterRef("pk")).order_by("-at", "-pk")
        found: FindingQuerySet = self.annotate(judged=models.Subquery(latest.values("judgement")[:1]))
        return found

    def accepted(self) -> FindingQuerySet:
        """Those whose latest verdict accepts them: nothing else enters a figure."""
        found: FindingQuerySet = self.with_judgement().filter(judged=Judgement.ACCEPTED)
        return found

    def with_source(self) -> FindingQuerySet:
        """With all that a source note needs in one query: the words quoted, not the whole text around them."""
        found: FindingQuerySet = (
            self.select_related(
                "question", "passage__reading__document__organisation", "area__edition", "country"
            )
            .defer("passage__reading__text")
            .annotate(words=words_quoted())
        )
        return found


class Finding(JournaledRecord, Quoted):
    """What a passage says on a question: a value or a date, confirmed or refused by named persons."""

    code = models.SlugField(max_length=100, unique=True)
    question = models.ForeignKey(Question, models.PROTECT, related_name="findings")
    value = models.DecimalField(max_digits=24, decimal_places=4, null=True, blank=True)
    value_high = models.DecimalField(max_digits=24, decimal_places=4, null=True, blank=True)
    qualifier = models.CharField(max_length=12, choices=Qualifier.choices, default=Qualifier.EXACTLY)
    date_value = PartialDateField(blank=True)
    country = models.ForeignKey("places.Country", models.PROTECT, null=True, blank=True, related_name="+")
    area = models.ForeignKey("places.Area", models.PROTECT, null=True, blank=True, related_name="+")
    as_of = PartialDateField(blank=True)
    period_start = PartialDateField(blank=True)
    period_end = PartialDateField(blank=True)
    deduplicated = models.CharField(max_length=8, choices=Deduplicated.choices, default=Deduplicated.UNKNOWN)
    objectives = models.ManyToManyField("compact.Item", related_name="+", blank=True)
    note = models.TextField(blank=True)

    privacy = classes(
        public="id code question passage start end value value_high qualifier date_value country area as_of "
        "period_start period_end deduplicated objectives note"
    )
    objects = FindingQuerySet.as_manager()  # type: ignore[misc]  # the plugin takes a manager for an instance's

    class Meta:
        ordering = ["question", "-as_of", "-period_end", "code"]
        constraints = [
            models.CheckConstraint(
                condition=Q(value__isnull=False, date_value="") | (Q(value__isnull=True) & ~Q(date_value="")),
                name="evidence_value_or_date",
            ),
            models.CheckConstraint(condition=Q(end__gt=F("start")), name="evidence_quote_not_empty"),
            models.CheckConstraint(
                condition=(Q(qualifier="between", value_high__isnull=False, value_high__gte=F("value")))
                | (~Q(qualifier="between") & Q(value_high__isnull=True)),
                name="evidence_between_has_both_ends",
            ),
        ]

    def __str__(self) -> str:
        return self.code

    def clean(self) -> None:
        """A period does not end before it begins; one end may not be known."""
        super().clean()
        if ends_before_it_begins(self.period_start, self.period_end):
            raise ValidationError({"period_end": _("This period ends before it begins.")})

    @property
    def answer(self) -> Answer:
        """The finding as the rules judge it."""
        has_period = self.period_start or self.period_end
        start, end = (self.period_start, self.period_end) if has_period else (self.as_of, self.as_of)
        kind = self.question.kind
        return Answer(self.value, self.value_high, self.qualifier, self.date_value, start, end, kind)


class Verdict(JournaledRecord):
    """A person's judgement of a finding; the latest counts, the earlier ones stay."""

    finding = models.ForeignKey(Finding, models.CASCADE, related_name="verdicts")
    judgement = models.CharField(max_length=10, choices=Judgement.choices)
    by = models.ForeignKey("accounts.User", models.PROTECT, related_name="+")
    at = models.DateTimeField()
    why = models.TextField(blank=True)

    privacy = classes(public="id finding judgement at why", official="by")

    class Meta:
        ordering = ["-at", "-pk"]
        constraints = [
            models.CheckConstraint(
                condition=Q(judgement=Judgement.ACCEPTED) | ~Q(why=""), name="evidence_refusal_has_a_reason"
            )
        ]

    def __str__(self) -> str:
        return f"{self.finding_id} {self.judgement}"


class Ruling(JournaledRecord):
    """A named person's reasoned choice in a conflict; the other finding stays."""

    question = models.ForeignKey(Question, models.PROTECT, related_name="rulings")
    between = models.ManyToManyField(
        Finding, related_name="rulings", help_text=_("The findings that disagree.")
    )
    stands = models.ForeignKey(Finding, models.PROTECT, null=True, blank=True, related_name="+")
    outcome = models.CharField(max_length=12, choices=Outcome.choices)
    reason = models.TextField()
    translations = TextsField(blank=True, help_text=_("The reason in other languages."))
    by = models.ForeignKey("accounts.User", models.PROTECT, related_name="+")
    at = models.DateTimeField()

    privacy = classes(public="id question between stands outcome reason translations at", official="by")

    class Meta:
        ordering = ["-at", "-pk"]
        constraints = [
            models.CheckConstraint(
                condition=Q(outcome="one_stands", stands__isnull=False)
                | (~Q(outcome="one_stands") & Q(stands__isnull=True)),
                name="evidence_ruling_names_what_stands",
            )
        ]

    def __str__(self) -> str:
        return f"{self.question_id} {self.outcome}"


class TagQuerySet(JournaledQuerySet):
    """Tags as pages ask for them."""

    def standing(self) -> TagQuerySet:
        """Those nobody withdrew, with their objective and action."""
        found: TagQuerySet = self.filter(withdrawn_at=None).select_related("objective", "action")
        return found

    def with_source(self) -> TagQuerySet:
        """With their document, and the words quoted instead of the whole text around them."""
        found: TagQuerySet = (
            self.select_related("objective", "action", "passage__reading__document__organisation")
            .defer("passage__reading__text")
            .annotate(words=words_quoted())
        )
        return found


class Tag(JournaledRecord, Quoted):
    """A named person's word that a passage speaks of an objective of the Compact, perhaps of one of its actions."""

    objective = models.ForeignKey("compact.Item", models.PROTECT, related_name="+")
    action = models.ForeignKey("compact.Item", models.PROTECT, null=True, blank=True, related_name="+")
    by = models.ForeignKey("accounts.User", models.PROTECT, related_name="+")
    at = models.DateTimeField()
    withdrawn_at = models.DateTimeField(null=True, blank=True)

    privacy = classes(public="id passage start end objective action at withdrawn_at", official="by")
    objects = TagQuerySet.as_manager()  # type: ignore[misc]  # the plugin takes a manager for an instance's

    class Meta:
        ordering = ["passage", "objective__position", "at"]
        constraints = [
            models.CheckConstraint(condition=Q(end__gt=F("start")), name="evidence_tagged_not_empty"),
            models.UniqueConstraint(
                fields=["passage", "objective"], condition=Q(withdrawn_at=None), name="evidence_tag_once"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.passage_id} {self.objective_id}"


class CitationQuerySet(JournaledQuerySet):
    """Citations as pages ask for them."""

    def with_source(self) -> CitationQuerySet:
        """With all that a source note needs in one query."""
        found: CitationQuerySet = (
            self.select_related("passage__reading__document__organisation")
            .defer("passage__reading__text")
            .annotate(words=words_quoted())
        )
        return found


class Citation(JournaledRecord, Quoted):
    """Words of a passage that a statement elsewhere leans on."""

    code = models.SlugField(max_length=100, unique=True)
    note = models.TextField(blank=True)
    withdrawn_at = models.DateTimeField(null=True, blank=True)

    privacy = classes(public="id code passage start end note withdrawn_at")
    objects = CitationQuerySet.as_manager()  # type: ignore[misc]  # the plugin takes a manager for an instance's

    class Meta:
        ordering = ["code"]
        constraints = [
            models.CheckConstraint(condition=Q(end__gt=F("start")), name="evidence_cited_not_empty")
        ]

    def __str__(self) -> str:
        return self.code


class IndexedPassage(models.Model):
    """The stems of a passage as search asks for them; made anew from the text at any time, so without entries.

    The engine's own index (FTS5, or a column of PostgreSQL) hangs on this table: see `passage_index`.
    """

    passage = models.OneToOneField(Passage, models.CASCADE, related_name="indexed")
    document = models.ForeignKey(Document, models.CASCADE, related_name="+")
    stems = models.TextField(help_text=_("Words that carry sense, without case, accents and endings."))
    about = models.TextField(blank=True, help_text=_("Words for what its document is: see `about_words`."))

    zone = "open"
    privacy = classes(public="id passage document stems about")

    def __str__(self) -> str:
        return f"{self.passage_id}"
