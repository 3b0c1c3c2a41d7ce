"""One objective: its text, activities, indicators, findings, documents and ties."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from itertools import groupby

from taama.compact.queries import ObjectiveCard, objective_card
from taama.evidence.models import Document, Finding
from taama.evidence.queries import findings_for
from taama.monitoring.queries import IndicatorLine, indicator_lines, standing_by_objective
from taama.monitoring.rules import Progress, Standing
from taama.plans.models import Activity
from taama.plans.queries import activities_serving
from taama.reviews.models import Section

SHOWN = 3
QUESTIONS = 8


@dataclass(frozen=True)
class Answered:
    """A question with the findings that answer it, newest first; the first few apart from the rest."""

    wording: Mapping[str, str]
    newest: list[Finding]
    earlier: list[Finding]


@dataclass(frozen=True)
class ObjectivePage:
    """All that an objective's page shows."""

    card: ObjectiveCard
    standing: Standing
    progress: Progress
    activities: list[Activity]
    indicators: list[IndicatorLine]
    questions: list[Answered]
    documents: list[Document]
    sections: list[Section]

    @property
    def more_questions(self) -> int:
        """How many questions are folded away."""
        return max(len(self.questions) - QUESTIONS, 0)

    @property
    def is_illustrative(self) -> bool:
        """Whether made-up activities or values weigh in the judgement."""
        values = [line.current for line in self.indicators if line.current]
        return any(one.is_illustrative for one in self.activities) or any(
            one.is_illustrative for one in values
        )


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
        answered(findings),
        sorted(documents.values(), key=lambda document: document.published_on, reverse=True),
        list(Section.objects.filter(objective=card.objective).select_related("review")),
    )


def answered(findings: Iterable[Finding]) -> list[Answered]:
    """The findings by question."""
    grouped = groupby(sorted(findings, key=question_and_time), key=lambda finding: finding.question.code)
    groups = [list(reversed(list(group))) for _code, group in grouped]
    return [Answered(group[0].question.wording, group[:SHOWN], group[SHOWN:]) for group in groups]


def question_and_time(finding: Finding) -> tuple[str, str, str]:
    """A key that sorts findings by question, then by the time they speak of."""
    return finding.question.code, finding.period_end or finding.as_of or finding.date_value, finding.code
