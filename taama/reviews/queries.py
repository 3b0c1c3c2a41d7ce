"""Reading reviews: what was compiled, what is written, where a figure is used."""

from functools import lru_cache
from json import dumps
from uuid import UUID

from django.db.models import QuerySet

from taama.evidence.models import Finding
from taama.monitoring.models import Observation
from taama.web.paper.model import Report, from_json

from .models import Compilation, FrozenFigure, Review, Section, SectionText


def latest_compilation(review: Review, language: str) -> Compilation | None:
    """The newest compilation in a language, its model left in the database until asked for."""
    found = Compilation.objects.filter(review=review, language=language).defer("model")
    return found.select_related("review").first()


def report_of(compilation: Compilation) -> Report:
    """The document model of a compilation; a digest never changes its content, so it is read once."""
    return report_by(compilation.pk, compilation.digest)


@lru_cache(maxsize=8)
def report_by(pk: UUID, digest: str) -> Report:
    """The document model kept under this id and digest."""
    model = Compilation.objects.values_list("model", flat=True).get(pk=pk, digest=digest)
    return from_json(dumps(model))


def latest_text(section: Section, language: str) -> SectionText | None:
    """What counts as the section's text in a language."""
    return section.texts.filter(language=language).order_by("-at", "-pk").first()


def uses_of_finding(finding: Finding) -> list[FrozenFigure]:
    """Where a finding is printed in the latest compilations."""
    return uses(FrozenFigure.objects.filter(finding=finding))


def uses_of_observation(observation: Observation) -> list[FrozenFigure]:
    """Where an observation is printed in the latest compilations."""
    return uses(FrozenFigure.objects.filter(observation=observation))


def uses(figures: QuerySet[FrozenFigure]) -> list[FrozenFigure]:
    """Those of the latest compilation of each review and language, once a section and reference."""
    found = figures.filter(compilation__in=latest_ids()).select_related("section__review", "compilation")
    ordered = found.defer("compilation__model").order_by(
        "compilation__language", "section__position", "reference", "pk"
    )
    return list({(one.compilation_id, one.section_id, one.reference): one for one in ordered}.values())


def latest_ids() -> list[UUID]:
    """The latest compilation of each review in each language."""
    rows = Compilation.objects.order_by("at", "pk").values_list("review_id", "language", "pk")
    return list({(review, language): pk for review, language, pk in rows}.values())
