"""Rounds and what is owed in them; drafts, submissions and what was said of them; reminders and stand-ins."""

from __future__ import annotations

import datetime as dt

from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from taama.journal.models import JournaledQuerySet, JournaledRecord
from taama.journal.privacy import classes
from taama.places.models import Area
from taama.web.fields import PartialDateField, TextsField
from taama.web.partial_dates import first_day, last_day

from .cells import Cell
from .rules import Given, Outcome, RoundStatus, stands_in

# Six nouns of one story, read together: what is owed, written, handed in, judged, reminded of, lent to another.


class ReportingRound(JournaledRecord):
    """A period for which organisations are asked to report, until a deadline."""

    code = models.SlugField(max_length=60, unique=True)
    title = TextsField(_("title"))
    period_start = PartialDateField(_("from"))
    period_end = PartialDateField(_("to"))
    deadline = models.DateTimeField(_("deadline"))
    status = models.CharField(max_length=10, choices=RoundStatus.choices, default=RoundStatus.OPEN)
    opened_at = models.DateTimeField()
    opened_by = models.ForeignKey("accounts.User", models.PROTECT, null=True, blank=True, related_name="+")
    closed_at = models.DateTimeField(null=True, blank=True)
    closed_by = models.ForeignKey("accounts.User", models.PROTECT, null=True, blank=True, related_name="+")
    closing_note = models.TextField(blank=True)
    is_illustrative = models.BooleanField(default=False)

    privacy = classes(
        public="id code title period_start period_end deadline status opened_at closed_at is_illustrative",
        official="opened_by closed_by closing_note",
    )

    class Meta:
        ordering = ["-period_end", "-opened_at"]
        constraints = [
            models.CheckConstraint(
                condition=Q(status="closed", closed_at__isnull=False, closed_by__isnull=False)
                | Q(status="open", closed_at__isnull=True, closed_by__isnull=True),
                name="rounds_closed_by_whom_and_when",
            )
        ]

    def __str__(self) -> str:
        return self.code

    def clean(self) -> None:
        """A period is in order."""
        if self.period_start and self.period_end and first_day(self.period_start) > last_day(self.period_end):
            raise ValidationError({"period_end": _("This period ends before it begins.")})

    @property
    def is_open(self) -> bool:
        """Whether answers are still taken."""
        return self.status == RoundStatus.OPEN


class Request(JournaledRecord):
    """What an organisation owes in a round: values of an indicator, or how far an activity is."""

    round = models.ForeignKey(ReportingRound, models.PROTECT, related_name="requests")
    organisation = models.ForeignKey("partners.Organisation", models.PROTECT, related_name="+")
    indicator = models.ForeignKey(
        "monitoring.Indicator", models.PROTECT, null=True, blank=True, related_name="+"
    )
    activity = models.ForeignKey("plans.Activity", models.PROTECT, null=True, blank=True, related_name="+")
    time_start = PartialDateField(blank=True, help_text=_("First day asked for; the as-of date of a stock."))
    time_end = PartialDateField(blank=True, help_text=_("Last day asked for; the as-of date of a stock."))
    areas = models.ManyToManyField(
        "places.Area", related_name="+", blank=True, help_text=_("None: the whole country.")
    )
    with_total = models.BooleanField(
        default=False, help_text=_("Whether the whole country is asked for beside the areas.")
    )
    parts = models.JSONField(
        default=list, blank=True, help_text=_("Such as sex=female; empty text: the total.")
    )
    is_share = models.BooleanField(
        default=False, help_text=_("Whether others report shares of the same total too.")
    )
    position = models.PositiveSmallIntegerField(default=0)
    is_dropped = models.BooleanField(default=False)

    privacy = classes(
        official="id round organisation indicator activity time_start time_end areas with_total parts is_share "
        "position is_dropped"
    )

    class Meta:
        ordering = ["position", "pk"]
        constraints = [
            models.CheckConstraint(
                condition=Q(indicator__isnull=False, activity__isnull=True)
                | Q(indicator__isnull=True, activity__isnull=False),
                name="rounds_request_for_one_thing",
            ),
            models.UniqueConstraint(
                fields=["round", "organisation", "indicator"],
                condition=Q(is_dropped=False, indicator__isnull=False),
                name="rounds_indicator_asked_once",
            ),
            models.UniqueConstraint(
                fields=["round", "organisation", "activity"],
                condition=Q(is_dropped=False, activity__isnull=False),
                name="rounds_activity_asked_once",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.round_id} {self.indicator_id or self.activity_id}"

    @property
    def cells(self) -> list[tuple[Cell, Area | None]]:
        """Each answer asked for with its area: the country before its regions, the total before its parts."""
        areas = sorted(self.areas.all(), key=lambda one: str(one.code))
        places: list[Area | None] = [*([None] if self.with_total or not areas else []), *areas]
        parts = self.parts or [""]
        return [(Cell(self.pk, area.code if area else "", part), area) for area in places for part in parts]


class Extension(JournaledRecord):
    """A later deadline for one organisation; the newest counts."""

    round = models.ForeignKey(ReportingRound, models.PROTECT, related_name="extensions")
    organisation = models.ForeignKey("partners.Organisation", models.PROTECT, related_name="+")
    deadline = models.DateTimeField()
    why = models.TextField()
    given_at = models.DateTimeField()
    given_by = models.ForeignKey("accounts.User", models.PROTECT, related_name="+")

    privacy = classes(official="id round organisation deadline why given_at given_by")

    class Meta:
        ordering = ["given_at"]

    def __str__(self) -> str:
        return f"{self.round_id} {self.organisation_id}"


class DraftQuerySet(JournaledQuerySet):
    """Drafts as pages ask for them."""

    def standing(self) -> DraftQuerySet:
        """Those nothing took the place of; two at one place are two people's work, and both stay."""
        return self.filter(is_standing=True).order_by("edited_at", "pk")


class Draft(JournaledRecord):
    """What somebody wrote at one place of the form; another word is another draft, and earlier ones stay."""

    request = models.ForeignKey(Request, models.PROTECT, related_name="drafts")
    area = models.ForeignKey("places.Area", models.PROTECT, null=True, blank=True, related_name="+")
    part = models.CharField(max_length=120, blank=True)
    given = models.CharField(max_length=15, choices=Given.choices, default=Given.EMPTY)
    value = models.DecimalField(max_digits=24, decimal_places=4, null=True, blank=True)
    state = models.CharField(max_length=20, blank=True, help_text=_("Of an activity: where it stands."))
    written = models.CharField(max_length=200, blank=True, help_text=_("The text, where it was no number."))
    reason = models.TextField(blank=True, help_text=_("Why the value is withheld or does not apply."))
    note = models.TextField(blank=True, help_text=_("Published with the value."))
    passing = models.TextField(blank=True, help_text=_("Why the answer is right in spite of warnings."))
    passed = models.JSONField(default=list, blank=True, help_text=_("The warnings that reason speaks of."))
    document = models.ForeignKey("evidence.Document", models.PROTECT, null=True, blank=True, related_name="+")
    is_standing = models.BooleanField(default=True)
    edited_at = models.DateTimeField()
    edited_by = models.ForeignKey("accounts.User", models.PROTECT, related_name="+")

    privacy = classes(
        official="id request area part given value state written reason note passing passed document is_standing "
        "edited_at edited_by"
    )
    objects = DraftQuerySet.as_manager()  # type: ignore[misc]  # the plugin takes a manager for an instance's

    class Meta:
        ordering = ["edited_at"]
        indexes = [models.Index(fields=["request", "is_standing"])]
        constraints = [
            models.CheckConstraint(
                condition=Q(given="value", value__isnull=False)
                | Q(given="value", value__isnull=True) & ~Q(state="")
                | ~Q(given="value") & Q(value__isnull=True, state=""),
                name="rounds_draft_value_or_none",
            )
        ]

    def __str__(self) -> str:
        return f"{self.request_id} {self.part}"

    @property
    def cell(self) -> Cell:
        """Where it stands; for those fetched with their area."""
        return Cell(self.request_id, self.area.code if self.area else "", self.part)


class Submission(JournaledRecord):
    """What an organisation handed in at one moment of a round."""

    round = models.ForeignKey(ReportingRound, models.PROTECT, related_name="submissions")
    organisation = models.ForeignKey("partners.Organisation", models.PROTECT, related_name="+")
    submitted_at = models.DateTimeField()
    submitted_by = models.ForeignKey("accounts.User", models.PROTECT, related_name="+")
    is_late = models.BooleanField(default=False)
    delegation = models.ForeignKey(
        "Delegation", models.PROTECT, null=True, blank=True, related_name="submissions",
        help_text=_("On whose behalf, where somebody stood in."),
    )  # fmt: skip

    privacy = classes(official="id round organisation submitted_at submitted_by is_late delegation")

    class Meta:
        ordering = ["submitted_at"]

    def __str__(self) -> str:
        return f"{self.round_id} {self.organisation_id}"


class SubmittedAnswer(JournaledRecord):
    """One answer of a submission: the draft it was, the observation it became, what the validator said."""

    submission = models.ForeignKey(Submission, models.PROTECT, related_name="answers")
    draft = models.ForeignKey(Draft, models.PROTECT, related_name="submitted")
    observation = models.ForeignKey(
        "monitoring.Observation", models.PROTECT, null=True, blank=True, related_name="+",
        help_text=_("None for the state of an activity."),
    )  # fmt: skip
    outcome = models.CharField(max_length=10, choices=Outcome.choices, default=Outcome.WAITING)
    judged_at = models.DateTimeField(null=True, blank=True)
    judged_by = models.ForeignKey("accounts.User", models.PROTECT, null=True, blank=True, related_name="+")
    comment = models.TextField(blank=True, help_text=_("Why it was returned."))

    privacy = classes(official="id submission draft observation outcome judged_at judged_by comment")

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(outcome="waiting", judged_at__isnull=True, judged_by__isnull=True)
                | (~Q(outcome="waiting") & Q(judged_at__isnull=False, judged_by__isnull=False)),
                name="rounds_judged_by_whom_and_when",
            ),
            models.CheckConstraint(
                condition=(Q(outcome="returned") & ~Q(comment="")) | (~Q(outcome="returned") & Q(comment="")),
                name="rounds_return_has_a_comment",
            ),
            models.UniqueConstraint(fields=["draft"], name="rounds_draft_submitted_once"),
        ]

    def __str__(self) -> str:
        return f"{self.submission_id} {self.outcome}"

    @property
    def outcome_now(self) -> Outcome:
        """What became of it, also where its observation was judged on a page of monitoring."""
        judged = {"validated": Outcome.ACCEPTED, "refused": Outcome.RETURNED}
        if self.outcome == Outcome.WAITING and self.observation is not None:
            return judged.get(self.observation.status, Outcome.WAITING)
        return Outcome(self.outcome)

    @property
    def comment_now(self) -> str:
        """Why it came back, wherever that was written."""
        return self.comment or (self.observation.refusal if self.observation is not None else "")


class PassedWarning(JournaledRecord):
    """A warning that an answer was handed in with, and the reason given for it."""

    answer = models.ForeignKey(SubmittedAnswer, models.PROTECT, related_name="warnings")
    code = models.CharField(max_length=60)
    detail = models.JSONField(default=dict, help_text=_("The numbers the warning named."))
    reason = models.TextField()

    privacy = classes(official="id answer code detail reason")

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["answer", "code"], name="rounds_warning_passed_once"),
            models.CheckConstraint(condition=~Q(reason=""), name="rounds_warning_has_a_reason"),
        ]

    def __str__(self) -> str:
        return self.code


class Reminder(JournaledRecord):
    """A letter to somebody whose organisation is late; one a day at most."""

    round = models.ForeignKey(ReportingRound, models.PROTECT, related_name="reminders")
    organisation = models.ForeignKey("partners.Organisation", models.PROTECT, related_name="+")
    recipient = models.ForeignKey("accounts.User", models.PROTECT, related_name="+")
    sent_on = models.DateField()
    missing = models.PositiveIntegerField(help_text=_("How many answers were missing."))

    privacy = classes(official="id round organisation recipient sent_on missing")

    class Meta:
        ordering = ["-sent_on"]
        constraints = [
            models.UniqueConstraint(
                fields=["round", "organisation", "recipient", "sent_on"], name="rounds_reminded_once_a_day"
            )
        ]

    def __str__(self) -> str:
        return f"{self.organisation_id} {self.sent_on}"


class Delegation(JournaledRecord):
    """Somebody stands in for an organisation's focal point from a day to a day."""

    organisation = models.ForeignKey("partners.Organisation", models.PROTECT, related_name="+")
    giver = models.ForeignKey("accounts.User", models.PROTECT, related_name="+")
    receiver = models.ForeignKey("accounts.User", models.PROTECT, related_name="+")
    starts_on = models.DateField(_("from"))
    ends_on = models.DateField(_("until"))
    given_at = models.DateTimeField()
    ended_on = models.DateField(null=True, blank=True, help_text=_("The day it was ended before its time."))

    privacy = classes(official="id organisation giver receiver starts_on ends_on given_at ended_on")

    class Meta:
        ordering = ["-starts_on"]
        constraints = [
            models.CheckConstraint(
                condition=Q(ends_on__gte=F("starts_on")), name="rounds_delegation_in_order"
            ),
            models.CheckConstraint(condition=~Q(giver=F("receiver")), name="rounds_delegated_to_another"),
        ]

    def __str__(self) -> str:
        return f"{self.organisation_id} {self.starts_on}"

    def holds_on(self, day: dt.date) -> bool:
        """Whether it holds on a day."""
        return stands_in(self.starts_on, self.ends_on, day) and (self.ended_on is None or day < self.ended_on)
