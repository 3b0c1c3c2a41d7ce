"""One objective: its text, activities, indicators, findings, documents and ties."""

from dataclasses import dataclass

from taama.compact.queries import ObjectiveCard, objective_card
from taama.evidence.models import Document, Finding
from taama.evidence.queries import findings_for
from taama.monitoring.queries import IndicatorLine, indicator_lines, standing_by_objective
from taama.monitoring.rules import Progress, Standing
from taama.plans.models import Activity
from taama.plans.queries import activities_serving
from taama.reviews.models import Section


@dataclass(frozen=True)
class ObjectivePage:
    """All that an objective's page shows."""

    card: ObjectiveCard
    standing: Standing
    progress: Progress
    activities: list[Activity]
    indicators: list[IndicatorLine]
    findings: list[Finding]
    documents: list[Document]
    sections: list[Section]


def objective_page(number: int) -> ObjectivePage | None:
    """The page of an objective; None where there is no such number."""
    card = objective_card(number)
    if card is None:
        return None
    standing, progress = standing_by_objective()[card.objective.pk]
    findings = list(findings_for(card.objective))
    documents = {finding.document.pk: finding.document for finding in findings}
    return ObjectivePage(
        card,
        standing,
        progress,
        list(activities_serving(card.objective)),
        list(indicator_lines(card.objective)),
        findings,
        sorted(documents.values(), key=lambda document: document.published_on, reverse=True),
        list(Section.objects.filter(objective=card.objective).select_related("review")),
    )
