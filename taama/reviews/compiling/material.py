"""All that a review may print, gathered with few queries, whatever the language."""

import datetime as dt
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from uuid import UUID

from django.db.models import F, Prefetch
from django.db.models.functions import Substr

from taama.accounts.models import Membership
from taama.accounts.roles import Role
from taama.compact.models import Item
from taama.compact.queries import objectives
from taama.evidence.models import Citation, Finding, Verdict
from taama.evidence.queries import Conflict, conflicts_among
from taama.evidence.vocabularies import Judgement
from taama.monitoring.models import Indicator, Observation
from taama.monitoring.queries import IndicatorLine, lines_of, standing_by_objective
from taama.monitoring.rules import Progress, Standing
from taama.places.country import country
from taama.places.models import Area
from taama.plans.models import Activity, Milestone
from taama.web.partial_dates import last_day

from ..models import ChartCard, Review, Section, SectionText

WORDS = Substr("passage__reading__text", F("start") + 1, F("end") - F("start"))


@dataclass(frozen=True)
class Material:
    """What stands in the database at this moment."""

    review: Review
    sections: Sequence[Section]
    texts: Mapping[tuple[UUID, str], str]
    charts: Mapping[str, ChartCard]
    objectives: Sequence[Item]
    findings: Mapping[str, Finding]
    refused: frozenset[str]
    citations: Mapping[str, Citation]
    indicators: Mapping[str, Indicator]
    observations: Mapping[UUID, Sequence[Observation]]
    lines: Mapping[UUID, IndicatorLine]
    standings: Mapping[UUID, tuple[Standing, Progress]]
    activities: Sequence[Activity]
    conflicts: Sequence[Conflict]
    posts: Mapping[UUID, str]
    judges: Mapping[UUID, UUID]
    areas: Sequence[Area]

    @cached_property
    def as_of(self) -> dt.date:
        """The last day the report speaks of."""
        return last_day(self.review.as_of)

    @cached_property
    def observations_by_id(self) -> dict[UUID, Observation]:
        """Every effective observation, with its area and source."""
        return {one.pk: one for group in self.observations.values() for one in group}

    def baseline(self, line: IndicatorLine) -> Observation | None:
        """What an indicator's target is measured from."""
        if line.target is None or line.target.baseline_id is None:
            return None
        return self.observations_by_id.get(line.target.baseline_id, line.target.baseline)

    def findings_on(self, question: str) -> list[Finding]:
        """What is accepted on one question, in order of time."""
        found = [item for item in self.findings.values() if item.question.code == question]
        return sorted(found, key=lambda item: (item.date_value or item.period_end or item.as_of, item.code))

    def activities_for(self, objective: Item) -> list[Activity]:
        """Those tied to an objective or to one of its actions, by code."""
        return [one for one in self.activities if objective.pk in served(one)]

    def indicators_for(self, objective: Item) -> list[Indicator]:
        """Those tied to an objective, by code."""
        return [one for one in self.indicators.values() if objective in one.objectives.all()]

    def observation(self, indicator: Indicator, time: str = "", part: str = "") -> Observation | None:
        """The newest value for a time and a part; the country's own total where no part is named."""
        for found in self.observations.get(indicator.pk, ()):
            if found.time_end.startswith(time) and is_part(found, part):
                return found
        return None

    def series(self, indicator: Indicator) -> list[Observation]:
        """The country's totals, oldest first; the newest of two that tell of the same time."""
        newest_first = [one for one in self.observations.get(indicator.pk, ()) if is_part(one, "")]
        by_time = {(one.time_start, one.time_end): one for one in reversed(newest_first)}
        return sorted(by_time.values(), key=lambda one: (one.time_end, one.time_start))


def served(activity: Activity) -> set[UUID]:
    """The objectives and actions an activity serves, and the objectives those actions belong to."""
    items = activity.serves.all()
    return {item.pk for item in items} | {item.parent_id for item in items if item.parent_id}


def is_part(observation: Observation, part: str) -> bool:
    """Whether an observation is of this part: nothing for the whole, a code of the areas in force, or `sex=female`."""
    if not part:
        return observation.area_id is None and not observation.breakdown
    if "=" in part:
        return observation.area_id is None and as_part(observation.breakdown) == part
    area = observation.area
    if area is None or observation.breakdown or area.edition.code != country().boundary_edition:
        return False
    return bool(area.code == part)


def as_part(breakdown: Mapping[str, str]) -> str:
    """A breakdown as it is written in a reference."""
    return "|".join(f"{name}={breakdown[name]}" for name in sorted(breakdown))


def gather(review: Review) -> Material:
    """Everything one compilation needs, read at one moment."""
    sections = list(review.sections.select_related("objective", "organisation"))
    findings = accepted_findings()
    observations = list(effective_observations())
    found_conflicts = conflicts_among(findings.values())
    judges = judges_of(findings.values())
    people = {*judges.values(), *(one.validated_by_id for one in observations if one.validated_by_id)}
    people |= {one.ruling.by_id for one in found_conflicts if one.ruling}
    return Material(
        review=review,
        sections=sections,
        texts=latest_texts(review),
        charts={card.code: card for card in review.charts.all()},
        objectives=objectives(),
        findings=findings,
        refused=frozenset(
            Finding.objects.exclude(pk__in=[f.pk for f in findings.values()]).values_list("code", flat=True)
        ),
        citations={one.code: one for one in cited_passages()},
        indicators={
            one.code: one for one in Indicator.objects.prefetch_related("objectives").order_by("code")
        },
        observations=by_indicator(observations),
        lines={line.indicator.pk: line for line in lines_of(Indicator.objects.all())},
        standings=standing_by_objective(),
        activities=list(current_activities()),
        conflicts=sorted(found_conflicts, key=lambda one: (one.question.code, one.findings[0].code)),
        posts=posts_of(people),
        judges=judges,
        areas=list(Area.objects.select_related("edition").order_by("edition__code", "code")),
    )


def latest_texts(review: Review) -> dict[tuple[UUID, str], str]:
    """The newest text of each section in each language."""
    texts = SectionText.objects.filter(section__review=review).order_by("at", "pk")
    return {(text.section_id, text.language): text.text for text in texts}


def accepted_findings() -> dict[str, Finding]:
    """Accepted findings by code, each with its words and source card but not with the whole reading."""
    found = Finding.objects.accepted().with_source().annotate(words=WORDS)
    return {one.code: one for one in found.defer("passage__reading__text").order_by("code")}


def cited_passages() -> Iterable[Citation]:
    """Citations that stand, each with its words and source card."""
    found = Citation.objects.filter(withdrawn_at=None).annotate(words=WORDS)
    found = found.select_related("passage__reading__document__organisation")
    return list(found.defer("passage__reading__text").order_by("code"))


def effective_observations() -> Iterable[Observation]:
    """Effective observations, newest first, with area and source."""
    found = Observation.objects.effective().select_related(
        "area__edition", "document", "organisation", "finding"
    )
    return list(found.newest_first())


def by_indicator(records: Iterable[Observation]) -> dict[UUID, list[Observation]]:
    """Observations grouped by the indicator they belong to, order kept."""
    grouped: dict[UUID, list[Observation]] = defaultdict(list)
    for record in records:
        grouped[record.indicator_id].append(record)
    return dict(grouped)


def current_activities() -> Iterable[Activity]:
    """Activities of the current edition, with all that their table shows."""
    return list(
        Activity.objects.current()
        .select_related("lead", "axis", "citation")
        .prefetch_related(
            "serves", "areas", Prefetch("milestones", Milestone.objects.order_by("due_on", "code"))
        )
    )


def judges_of(findings: Iterable[Finding]) -> dict[UUID, UUID]:
    """Who accepted each finding."""
    accepted = Verdict.objects.filter(judgement=Judgement.ACCEPTED, finding__in=[one.pk for one in findings])
    return dict(accepted.order_by("at", "pk").values_list("finding_id", "by_id"))


def posts_of(people: Iterable[UUID]) -> dict[UUID, str]:
    """The role each of these people holds: a function, never a name."""
    held = Membership.objects.filter(user__in=list(people), ended_on=None).order_by("-role")
    return {user: str(Role(role)) for user, role in held.values_list("user_id", "role")}
