"""Says who? The page of a finding and that of an observation."""

import datetime as dt
from dataclasses import dataclass

from django.db.models import prefetch_related_objects

from taama.compact.models import Item
from taama.evidence.models import Finding
from taama.evidence.queries import Conflict, SourceCard, conflict_of, source_card
from taama.monitoring.models import Observation
from taama.plans.models import Activity
from taama.reviews.models import FrozenFigure
from taama.reviews.queries import uses_of_finding, uses_of_observation


@dataclass(frozen=True)
class FindingPage:
    """All that the page of a finding shows."""

    finding: Finding
    card: SourceCard
    conflict: Conflict | None
    frozen: list[FrozenFigure]
    observations: list[Observation]
    activities: list[Activity]
    objectives: list[Item]


@dataclass(frozen=True)
class ObservationPage:
    """All that the page of an observation shows."""

    observation: Observation
    source: Finding | None
    card: SourceCard | None
    conflict: Conflict | None
    history: list[Observation]
    frozen: list[FrozenFigure]


def finding_page(finding: Finding, language: str) -> FindingPage:
    """Says who, for a finding."""
    return FindingPage(
        finding,
        read_with_roles(finding),
        conflict_of(finding),
        printed(uses_of_finding(finding), language),
        list(Observation.objects.effective().filter(finding=finding).select_related("indicator", "finding")),
        list(Activity.objects.current().filter(citation__passage=finding.passage_id)),
        list(finding.objectives.order_by("position")),
    )


def observation_page(observation: Observation, language: str) -> ObservationPage:
    """Says who, for an observation; with the passage where it comes from a finding."""
    source = Finding.objects.with_source().filter(pk=observation.finding_id).first()
    return ObservationPage(
        observation,
        source,
        read_with_roles(source) if source else None,
        conflict_of(source) if source else None,
        history(observation),
        printed(uses_of_observation(observation), language),
    )


def read_with_roles(finding: Finding) -> SourceCard:
    """The source card, with the roles of those who judged: the public reads roles, not names."""
    card = source_card(finding)
    prefetch_related_objects([verdict.by for verdict in card.verdicts], "memberships")
    return card


def printed(uses: list[FrozenFigure], language: str) -> list[FrozenFigure]:
    """One use a section: as printed in this language, in another where this one is not compiled."""
    prefetch_related_objects(uses, "section__objective")
    own_last = sorted(uses, key=lambda use: use.compilation.language == language)
    by_section = {use.section_id: use for use in own_last}
    return sorted(by_section.values(), key=lambda use: use.section.position)


def history(observation: Observation) -> list[Observation]:
    """The validated values that this one replaced or that replaced it, newest first; itself among them."""
    same = Observation.objects.filter(
        indicator=observation.indicator_id,
        country=observation.country_id,
        area=observation.area_id,
        time_start=observation.time_start,
        time_end=observation.time_end,
        breakdown=observation.breakdown,
        validated_at__isnull=False,
    )
    return list(same.select_related("indicator", "finding").order_by("-recorded_at"))


def answer_then(observation: Observation, moment: dt.datetime) -> Observation | None:
    """What was known at a moment about the same thing; None where nothing was."""
    found: Observation | None = (
        Observation.objects.as_known(moment).about(observation).select_related("indicator", "finding").first()
    )
    return found
