"""What a person who signs in may do, and what waits for them."""

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass

from django.conf import settings
from django.db.models import Exists, OuterRef
from django.urls import reverse

from taama.accounts.models import User
from taama.accounts.queries import organisations_of
from taama.accounts.roles import Role
from taama.evidence.queries import findings_to_judge
from taama.monitoring.models import Observation
from taama.monitoring.rules import ObservationStatus
from taama.plans.queries import late_milestones
from taama.reviews.models import Section, SectionText
from taama.suggestions.queries import documents_waiting

from ..rules import PILES

SHOWN = 15


@dataclass(frozen=True)
class Task:
    """One thing that waits: its name and where to do it."""

    name: Mapping[str, str]
    address: str
    on: str = ""
    value: Observation | None = None
    language: str = ""
    suggestions: int = 0


@dataclass(frozen=True)
class Pile:
    """Things of one kind that wait; `total` counts those not shown too."""

    kind: str
    tasks: list[Task]
    total: int
    all_of_them: str

    @property
    def title(self) -> str:
        """What waits, in the reader's language."""
        return str(PILES[self.kind])

    @property
    def rest(self) -> int:
        """How many are not shown."""
        return self.total - len(self.tasks)


def pile(kind: str, tasks: list[Task], all_of_them: str = "") -> Pile:
    """A pile with its top on show, and where all of it is, if anywhere."""
    return Pile(kind, tasks[:SHOWN], len(tasks), all_of_them)


def piles_for(user: User, today: dt.date, languages: list[str]) -> list[Pile]:
    """What waits for this person, by the roles held."""
    piles = []
    if user.has_role(Role.EVIDENCE_OFFICER, Role.COORDINATOR):
        piles.append(pile("suggestions", suggestions_to_judge(), reverse("suggestions:queue")))
    if user.has_role(Role.VALIDATOR, Role.EVIDENCE_OFFICER):
        piles.append(pile("findings", verdicts_to_give()))
    if user.has_role(Role.VALIDATOR):
        piles.append(
            pile("observations", observations_to_validate(), reverse("monitoring:observations-waiting"))
        )
    if user.has_role(Role.COORDINATOR, Role.FOCAL_POINT):
        piles.append(pile("milestones", milestones_to_reach(user, today)))
    if user.has_role(Role.COORDINATOR, Role.FOCAL_POINT, Role.REVIEWER):
        piles.append(pile("sections", sections_without_text(languages)))
    return piles


def suggestions_to_judge() -> list[Task]:
    """Documents of which the machine suggests something nobody has judged."""
    queue = reverse("suggestions:queue")
    return [
        Task(
            {line.document.language: line.document.title},
            f"{queue}?document={line.document.slug}",
            suggestions=line.waiting,
        )
        for line in documents_waiting()
    ]


def verdicts_to_give() -> list[Task]:
    """Findings on which nobody has given a verdict."""
    return [
        Task(finding.question.wording, reverse("desk:finding", args=[finding.code]))
        for finding in findings_to_judge()
    ]


def observations_to_validate() -> list[Task]:
    """Values entered and not yet validated."""
    waiting = Observation.objects.filter(status=ObservationStatus.SUBMITTED).select_related(
        "indicator", "country", "area__edition", "finding"
    )
    return [
        Task(value.indicator.title, judging_page(value), value=value)
        for value in waiting.order_by("recorded_at")
    ]


def judging_page(value: Observation) -> str:
    """Where a value is validated or refused."""
    return reverse("monitoring:observation-judge", args=[value.indicator.code, value.pk])


def milestones_to_reach(user: User, today: dt.date) -> list[Task]:
    """Milestones past their day: all for the coordinator, those of the own organisations for a focal point."""
    late = late_milestones(today)
    if not user.has_role(Role.COORDINATOR):
        own = set(organisations_of(user, Role.FOCAL_POINT))
        late = [milestone for milestone in late if milestone.activity.lead in own]
    return [
        Task(milestone.title, reverse("plans:activity", args=[milestone.activity.code]), on=milestone.due_on)
        for milestone in late
    ]


def sections_without_text(languages: list[str]) -> list[Task]:
    """Sections of reviews that nobody has written in one of the languages."""
    sections = Section.objects.select_related("review", "objective").order_by("review__slug", "position")
    names = dict(settings.LANGUAGES)
    return [
        Task(
            section.title or (section.objective.title if section.objective else {}),
            reverse("reviews:section-edit", args=[section.review.slug, section.key]),
            language=names[language],
        )
        for language in languages
        for section in sections.exclude(written_in(language))
    ]


def written_in(language: str) -> Exists:
    """Whether a section has a text in a language."""
    return Exists(SectionText.objects.filter(section=OuterRef("pk"), language=language).exclude(text=""))
