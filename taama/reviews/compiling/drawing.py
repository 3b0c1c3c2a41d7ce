"""One chart in the making: its card, what was drawn on it, and whose values they are."""

from dataclasses import dataclass, field
from typing import Any

from taama.evidence.models import Document, Finding
from taama.monitoring.models import Indicator, Observation

from ..models import ChartCard
from .ledger import Ledger


@dataclass
class Drawing:
    """One chart in the making: what is drawn is frozen, and whose values they are is remembered."""

    ledger: Ledger
    card: ChartCard
    documents: dict[Any, Document] = field(default_factory=dict)
    illustrative: bool = False

    @property
    def language(self) -> str:
        """The language of the report."""
        return self.ledger.language

    def publisher(self, document: Document) -> str:
        """Who published it, as the report's language writes the name."""
        return self.ledger.publisher(document)

    def value(self, observation: Observation, indicator: Indicator) -> None:
        """Freeze a drawn observation and remember its document."""
        text = str(observation.number.normalize())
        self.freeze(text, indicator.unit, observation=observation)
        document = self.ledger.source_of(observation)
        self.illustrative = self.illustrative or observation.is_illustrative
        if document is not None:
            self.documents.setdefault(document.pk, document)

    def answer(self, finding: Finding) -> None:
        """Freeze a drawn finding and remember its document."""
        self.freeze(self.ledger.said(finding), finding.question.unit, finding=finding)
        self.documents.setdefault(finding.document.pk, finding.document)

    def freeze(
        self, text: str, unit: str, *, finding: Finding | None = None, observation: Observation | None = None
    ) -> None:
        """Keep one drawn value."""
        self.ledger.freeze(
            f"chart:{self.card.code}",
            text,
            unit,
            finding.value if finding else observation.value if observation else None,
            finding=finding.pk if finding else None,
            observation=observation.pk if observation else None,
        )


def indicators(drawing: Drawing) -> list[Indicator]:
    """The indicators a card names and the house knows."""
    data, known = drawing.card.data, drawing.ledger.material.indicators
    names = data.get("indicators") or ([data["indicator"]] if "indicator" in data else [])
    return [known[name] for name in names if name in known]
