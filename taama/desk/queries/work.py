"""What a person who signs in may do, and what waits for them."""

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass

from django.db.models import Exists, OuterRef, QuerySet
from django.urls import reverse

from taama.accounts.models import Membership, User
from taama.accounts.roles import Role
from taama.evidence.models import Finding
from taama.monitoring.models import Observation
from taama.monitoring.rules import ObservationStatus
from taama.plans.models import Milestone
from taama.plans.rules import Status, is_late
from taama.reviews.models import Section, SectionText

from ..rules import PILES

SHOWN = 15


@dataclass(frozen=True)
class Task:
    """One thing that waits: its name and where to do it."""

    name: Mapping[str, str]
    detail: str
    address: str


@dataclass(frozen=True)
class Pile:
    """Things of one kind that wait; `total` counts those not shown too."""

    kind: str
    tasks: list[Task]
    total: int

    @property
    def title(self) -> str:
        """What waits, in the reader's language."""
        return str(PILES[self.kind])

    @property
    def rest(self) -> int:
        """How many are not shown."""
        return self.total - len(self.tasks)


def pile(kind: str, tasks: list[Task]) -> Pile:
    """A pile with its top on show."""
    return Pile(kind, tasks[:SHOWN], len(tasks))


def piles_for(user: User, today: dt.date, languages: list[str]) -> list[Pile]:
    """What waits for this person, by the roles held."""
    piles = []
    if user.has_role(Role.VALIDATOR):
        piles += [pile("findings", findings_to_judge()), pile("observations", observations_to_validate())]
    if user.has_role(Role.COORDINATOR, Role.FOCAL_POINT):
        piles.append(pile("milestones", late_milestones(user, today)))
    if user.has_role(Role.COORDINATOR, Role.FOCAL_POINT, Role.REVIEWER):
        piles.append(pile("sections", sections_without_text(languages)))
    return piles


def findings_to_judge() -> list[Task]:
    """Findings on which nobody has given a verdict."""
    waiting = Finding.objects.filter(verdicts=None).select_related("question").order_by("code")
    return [
        Task(finding.question.wording, "", reverse("desk:finding", args=[finding.code]))
        for finding in waiting
    ]


def observations_to_validate() -> list[Task]:
    """Values entered and not yet validated."""
    waiting = Observation.objects.filter(status=ObservationStatus.SUBMITTED).select_related("indicator")
    return [
        Task(value.indicator.title, value.time_end, reverse("desk:observation", args=[value.pk]))
        for value in waiting.order_by("recorded_at")
    ]


def late_milestones(user: User, today: dt.date) -> list[Task]:
    """Milestones past their day: all for the coordinator, those of the own organisation for a focal point."""
    open_ones = Milestone.objects.filter(reached_on="", activity__edition__is_current=True).exclude(
        activity__status__in=(Status.COMPLETED, Status.CANCELLED)
    )
    if not user.has_role(Role.COORDINATOR):
        open_ones = open_ones.filter(activity__lead__in=organisations_of(user))
    return [
        Task(milestone.title, milestone.due_on, reverse("plans:activity", args=[milestone.activity.code]))
        for milestone in open_ones.select_related("activity").order_by("due_on", "code")
        if is_late(milestone.due_on, milestone.reached_on, today)
    ]


def organisations_of(user: User) -> QuerySet[Membership]:
    """The organisations this person now acts for."""
    return Membership.objects.filter(user=user, ended_on=None).values("organisation")


def sections_without_text(languages: list[str]) -> list[Task]:
    """Sections of reviews that nobody has written in one of the languages."""
    sections = Section.objects.select_related("review", "objective").order_by("review__slug", "position")
    return [
        Task(
            section.title or (section.objective.title if section.objective else {}),
            language,
            reverse("reviews:section-edit", args=[section.review.slug, section.key]),
        )
        for language in languages
        for section in sections.exclude(written_in(language))
    ]


def written_in(language: str) -> Exists:
    """Whether a section has a text in a language."""
    return Exists(SectionText.objects.filter(section=OuterRef("pk"), language=language).exclude(text=""))
