"""One objective: its text, activities, indicators, findings, documents and ties."""

import datetime as dt
import uuid
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from itertools import groupby

from taama.compact.models import Item
from taama.compact.queries import ObjectiveCard, objective_card
from taama.evidence.models import Document, Finding
from taama.evidence.queries import findings_for
from taama.evidence.vocabularies import Qualifier
from taama.monitoring.models import Indicator, Observation
from taama.monitoring.queries import (
    IndicatorLine,
    last_targets,
    line_of,
    oldest_first,
    standing_by_objective,
)
from taama.monitoring.rules import Answer, Progress, Standing
from taama.monitoring.wording import hedged_by
from taama.plans.models import Activity
from taama.plans.queries import activities_serving
from taama.reviews.models import Section

from ..rules import Trend, trend_of

SHOWN = 3
QUESTIONS = 8


@dataclass(frozen=True)
class Answered:
    """A question with the findings that answer it, newest first; the first few apart from the rest."""

    wording: Mapping[str, str]
    newest: list[Finding]
    earlier: list[Finding]


@dataclass(frozen=True)
class TrendLine:
    """An indicator at a glance, with its newest value against the one before, where the two compare."""

    line: IndicatorLine
    before: Observation | None = None
    trend: Trend | None = None


@dataclass(frozen=True)
class ObjectivePage:
    """All that an objective's page shows."""

    card: ObjectiveCard
    standing: Standing
    progress: Progress
    activities: list[Activity]
    indicators: list[TrendLine]
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
        values = [one.line.current for one in self.indicators if one.line.current]
        return any(one.is_illustrative for one in self.activities) or any(
            one.is_illustrative for one in values
        )


def objective_page(number: int, known_at: dt.datetime | None = None) -> ObjectivePage | None:
    """The page of an objective, its values now or as known at a moment; None where there is no such number."""
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
        trend_lines(card.objective, known_at),
        answered(findings),
        sorted(documents.values(), key=lambda document: document.published_on, reverse=True),
        list(Section.objects.filter(objective=card.objective).select_related("review")),
    )


def trend_lines(item: Item, known_at: dt.datetime | None = None) -> list[TrendLine]:
    """The indicators of an objective, each with its trend; three queries."""
    wanted = list(Indicator.objects.filter(objectives=item).order_by("code"))
    found = Observation.objects.effective()
    if known_at is not None:
        found = Observation.objects.as_known(known_at).filter(answer=Answer.VALUE)
    values: dict[uuid.UUID, list[Observation]] = defaultdict(list)
    whole = found.whole().newest_first().select_related("indicator", "finding")
    for one in whole.filter(indicator__in=[one.pk for one in wanted]):
        values[one.indicator_id].append(one)
    targets = last_targets()
    return [trend_line(line_of(one, values[one.pk], targets.get(one.pk)), values[one.pk]) for one in wanted]


def trend_line(line: IndicatorLine, newest_first: list[Observation]) -> TrendLine:
    """The newest value against the one before; none where a source hedges either: “more than” has no difference."""
    *_earlier, before, now = [None, None, *oldest_first(newest_first)]
    if before is None or now is None or is_hedged(before) or is_hedged(now):
        return TrendLine(line)
    return TrendLine(line, before, trend_of(before.dated, now.dated, line.indicator.direction))


def is_hedged(one: Observation) -> bool:
    """Whether the source says more, less or about instead of the number alone."""
    finding = hedged_by(one)
    return finding is not None and finding.qualifier != Qualifier.EXACTLY


def answered(findings: Iterable[Finding]) -> list[Answered]:
    """The findings by question."""
    grouped = groupby(sorted(findings, key=question_and_time), key=lambda finding: finding.question.code)
    groups = [list(reversed(list(group))) for _code, group in grouped]
    return [Answered(group[0].question.wording, group[:SHOWN], group[SHOWN:]) for group in groups]


def question_and_time(finding: Finding) -> tuple[str, str, str]:
    """A key that sorts findings by question, then by the time they speak of."""
    return finding.question.code, finding.period_end or finding.as_of or finding.date_value, finding.code
