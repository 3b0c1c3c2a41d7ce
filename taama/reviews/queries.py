"""Reading reviews: what was compiled, what is written, what may be referred to, where a figure is used."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import lru_cache
from itertools import islice
from json import dumps
from typing import Any
from uuid import UUID

from django.conf import settings
from django.db.models import QuerySet
from django.utils.translation import get_language

from taama.evidence.models import Citation, Finding
from taama.monitoring.models import Indicator, Observation
from taama.web.formatting import partial_date, qualified
from taama.web.languages import in_language
from taama.web.paper.model import Report, from_json

from .models import Compilation, FrozenFigure, Review, Section, SectionText
from .rules import Problem, Reference, parse

DRAWN = frozenset({"chart", "map"})


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


def text_of_version(section: Section, language: str, pk: str) -> str:
    """What one version said; empty for none."""
    found = section.texts.filter(language=language, pk=pk).first() if pk else None
    return found.text if found else ""


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


def reviews() -> list[Review]:
    """All reviews with who answers for them."""
    return list(Review.objects.select_related("organisation", "country").order_by("slug"))


@dataclass(frozen=True)
class Written:
    """What stands of a section in one language."""

    language: str
    text: SectionText | None
    unresolved: tuple[Problem, ...]


def written(section: Section) -> list[Written]:
    """The latest text of a section in each language of the pages, and which references lead nowhere yet."""
    latest = {text.language: text for text in section.texts.order_by("at", "pk")}
    return [
        Written(code, latest.get(code), unresolved(section, latest[code].text) if code in latest else ())
        for code, _name in settings.LANGUAGES
    ]


def unresolved(section: Section, text: str) -> tuple[Problem, ...]:
    """References of a text that lead nowhere as things stand."""
    references = parse(text).references
    known = {
        "finding": codes(Finding.objects.accepted(), [one.code for one in references if one.of == "finding"]),
        "observation": codes(
            Indicator.objects.all(), [one.code for one in references if one.of == "observation"]
        ),
        "citation": codes(
            Citation.objects.filter(withdrawn_at=None),
            [one.code for one in references if one.of == "citation"],
        ),
        "chart": codes(section.review.charts.all(), [one.code for one in references if one.kind in DRAWN]),
    }
    return tuple(Problem(one.line, "no_such", one.raw) for one in references if not is_known(one, known))


def codes(records: QuerySet[Any], wanted: Iterable[str]) -> set[str]:
    """Those of the wanted codes that exist."""
    return set(records.filter(code__in=list(wanted)).values_list("code", flat=True))


def is_known(reference: Reference, known: Mapping[str, set[str]]) -> bool:
    """Whether what a reference names exists."""
    group = known.get("chart" if reference.kind in DRAWN else reference.of)
    return group is None or reference.code in group


@dataclass(frozen=True)
class Offer:
    """A reference to copy, and what it would print."""

    reference: str
    words: str
    source: str


def offers(review: Review, words: str, *, limit: int = 60) -> list[Offer]:
    """References one may use in a text, those with these words first asked for."""
    found = [*finding_offers(), *citation_offers(), *indicator_offers(), *chart_offers(review)]
    wanted = words.casefold().split()
    hits = (
        one
        for one in found
        if all(word in f"{one.reference} {one.words} {one.source}".casefold() for word in wanted)
    )
    return list(islice(hits, limit))


def finding_offers() -> Iterable[Offer]:
    """Accepted findings."""
    return map(finding_offer, Finding.objects.accepted().with_source().order_by("code"))


def finding_offer(finding: Finding) -> Offer:
    """A finding: the question and what it says."""
    language = reader()
    words = f"{in_language(finding.question.wording, language)} {said(finding, language)}"
    return Offer(f"{{{{figure:finding:{finding.code}}}}}", words, finding.document.publisher)


def said(finding: Finding, language: str) -> str:
    """The value or date in words, with its hedge."""
    if finding.value is None:
        return partial_date(finding.date_value, language)
    return qualified(finding.value, finding.question.unit, language, finding.qualifier, finding.value_high)


def citation_offers() -> Iterable[Offer]:
    """Citations that stand."""
    for one in Citation.objects.filter(withdrawn_at=None).with_source().order_by("code"):
        yield Offer(f"{{{{cite:{one.code}}}}}", one.quote, one.passage.reading.document.publisher)


def indicator_offers() -> Iterable[Offer]:
    """Indicators, for their current value."""
    return map(indicator_offer, Indicator.objects.order_by("code"))


def indicator_offer(indicator: Indicator) -> Offer:
    """An indicator: its title and where its values come from."""
    words, source = in_language(indicator.title, reader()), in_language(indicator.source, reader())
    return Offer(f"{{{{figure:observation:{indicator.code}}}}}", words, source)


def chart_offers(review: Review) -> Iterable[Offer]:
    """Charts and maps of this review."""
    for one in review.charts.order_by("code"):
        kind = "map" if one.kind == "map" else "chart"
        yield Offer(f"{{{{{kind}:{one.code}}}}}", in_language(one.title, reader()), "")


def reader() -> str:
    """The reader's language, two letters."""
    return (get_language() or settings.LANGUAGE_CODE).split("-")[0]


def compilation_to_read(review: Review, language: str) -> Compilation | None:
    """The latest compilation in the reader's language, else in any; None where nothing was compiled."""
    latest = latest_compilations(review)
    return next((one for one in latest if one.language == language), latest[0] if latest else None)


def latest_compilations(review: Review) -> list[Compilation]:
    """The latest compilation in each language of the pages."""
    found = (
        Compilation.objects.filter(review=review).defer("model").select_related("review").order_by("at", "pk")
    )
    latest = {one.language: one for one in found}
    return [latest[code] for code, _name in settings.LANGUAGES if code in latest]


@dataclass(frozen=True)
class File:
    """A file to download."""

    language: str
    language_name: str
    format_name: str


def files_of(review: Review, formats: list[str]) -> list[File]:
    """The files of the latest compilations."""
    names = dict(settings.LANGUAGES)
    return [
        File(one.language, str(names[one.language]), format_name)
        for one in latest_compilations(review)
        for format_name in formats
    ]


def number_of_figures(compilations: list[Compilation]) -> int:
    """How many figures these compilations froze."""
    return FrozenFigure.objects.filter(compilation__in=compilations).count()


def offers_for(section: Section) -> list[Offer]:
    """References that speak to a section's objective: its findings, its indicators; and the review's charts."""
    if section.objective is None:
        return list(chart_offers(section.review))
    findings = Finding.objects.accepted().with_source().filter(objectives=section.objective).order_by("code")
    indicators = Indicator.objects.filter(objectives=section.objective).order_by("code")
    return [*map(finding_offer, findings), *map(indicator_offer, indicators), *chart_offers(section.review)]
