"""Loading a review, writing its sections, compiling it."""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from django.conf import settings
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from taama.accounts.models import User
from taama.compact.models import Item
from taama.compact.queries import items_by_code
from taama.journal.actors import Actor
from taama.journal.changes import change, record
from taama.journal.keeping import Tally, keep
from taama.partners.models import Organisation
from taama.places.models import Country
from taama.web.identity import derived_id
from taama.web.paper.model import to_json
from taama.web.refusals import BadInput, NotAllowedNow

from .compiling.ledger import Broken, Frozen
from .compiling.material import gather
from .compiling.report import Compiled, compile_report
from .loading import ReviewFiles, SectionCard, bad, publisher_names, read_review
from .models import ChartCard, Compilation, FrozenFigure, Review, Section, SectionText
from .queries import latest_compilation, latest_text
from .rules import Problem, parse


class BrokenReferences(BadInput):
    """References that lead nowhere; nothing was saved. `broken` lists each with section, language and line."""

    def __init__(self, broken: Sequence[Broken]) -> None:
        head = ngettext(
            "%(count)d reference of the text leads nowhere; nothing was compiled:",
            "%(count)d references of the text lead nowhere; nothing was compiled:",
            len(broken),
        ) % {"count": len(broken)}
        super().__init__("review.broken_references", " ".join([head, "; ".join(str(one) for one in broken)]))
        self.broken = tuple(broken)


class UnsoundText(BadInput):
    """A section's text whose braces cannot be read. `problems` lists them by line."""

    def __init__(self, problems: Sequence[Problem]) -> None:
        super().__init__(
            "review.unsound_text", "; ".join(f"{one.line}: {one.raw} — {one.sentence}" for one in problems)
        )
        self.problems = tuple(problems)


class WrittenMeanwhile(NotAllowedNow):
    """Somebody else wrote this section since; both texts are kept: `theirs` stands, `yours` was not saved."""

    def __init__(self, theirs: SectionText, yours: str) -> None:
        sentence = _(
            "Somebody wrote this section while you did. Bring the two texts together and save again."
        )
        super().__init__("review.section.written_meanwhile", sentence)
        self.theirs = theirs
        self.yours = yours


@change
def write_section(*, section: Section, language: str, text: str, based_on: str, by: User) -> SectionText:
    """Add a text to a section; refused when it is no longer based on the latest, or its braces cannot be read."""
    latest = latest_text(section, language)
    if based_on != (str(latest.pk) if latest else ""):
        assert latest is not None
        raise WrittenMeanwhile(latest, text)
    problems = parse(text).problems
    if problems:
        raise UnsoundText(problems)
    written = SectionText(section=section, language=language, text=text, by=by, at=timezone.now())
    written.full_clean()
    written.save(force_insert=True)
    record("reviews.section.written", written, by=by)
    return written


@dataclass(frozen=True)
class GivenText:
    """A text somebody hands in, and the version it started from."""

    language: str
    text: str
    based_on: str


def write_texts(
    *, section: Section, texts: Sequence[GivenText], by: User
) -> dict[str, SectionText | WrittenMeanwhile]:
    """What became of each text: written, or met by another one. One clash does not hold back the other language."""
    became: dict[str, SectionText | WrittenMeanwhile] = {}
    for given in texts:
        try:
            became[given.language] = write_section(
                section=section, language=given.language, text=given.text, based_on=given.based_on, by=by
            )
        except WrittenMeanwhile as clash:
            became[given.language] = clash
    return became


def compile_review(*, review: Review, language: str, by: Actor) -> Compilation:
    """The review in one language with its figures frozen; broken references stop it with all of them listed."""
    return compile_languages(review=review, languages=[language], by=by)[0]


def compile_languages(*, review: Review, languages: Sequence[str], by: Actor) -> list[Compilation]:
    """The review in several languages from one reading of the data: all of them, or none."""
    material = gather(review)
    compiled = [compile_report(material, language) for language in languages]
    broken = [one for part in compiled for one in part.broken]
    if broken:
        raise BrokenReferences(broken)
    return keep_compilations(review=review, compiled=compiled, by=by)


@change
def keep_compilations(*, review: Review, compiled: Sequence[Compiled], by: Actor) -> list[Compilation]:
    """Keep compiled reports with their frozen figures; what is already the latest is not kept twice."""
    return [latest_as_compiled(review, part) or keep_compilation(review, part, by) for part in compiled]


def latest_as_compiled(review: Review, compiled: Compiled) -> Compilation | None:
    """The latest compilation, if it says the same."""
    latest = latest_compilation(review, compiled.report.language)
    return latest if latest is not None and latest.digest == compiled.report.digest else None


def keep_compilation(review: Review, compiled: Compiled, by: Actor) -> Compilation:
    """One compilation, its figures, its entry."""
    kept = Compilation(
        review=review,
        language=compiled.report.language,
        digest=compiled.report.digest,
        model=json.loads(to_json(compiled.report)),
        by=by if isinstance(by, User) else None,
        at=timezone.now(),
    )
    kept.save(force_insert=True)
    FrozenFigure.objects.bulk_create([frozen_figure(kept, figure) for figure in compiled.frozen])
    record(
        "reviews.review.compiled", kept, by=by, detail={"model": kept.digest, "figures": len(compiled.frozen)}
    )
    return kept


def frozen_figure(compilation: Compilation, figure: Frozen) -> FrozenFigure:
    """A figure as a record of this compilation."""
    return FrozenFigure(
        compilation=compilation,
        section=figure.section,
        reference=figure.reference,
        value=figure.value,
        text=figure.text,
        unit=figure.unit,
        observation_id=figure.observation,
        finding_id=figure.finding,
    )


def load_review(*, folder: Path, by: Actor) -> Tally:
    """Load `review/` of a sample folder: outline, texts, charts. A text already loaded is not loaded again."""
    return keep_review(files=read_review(folder / "review"), by=by)


@change
def keep_review(*, files: ReviewFiles, by: Actor) -> Tally:
    """Add or mend a review; sections and texts it no longer has stay."""
    tally = Tally()
    card = files.card
    review = keep(Review, derived_id("reviews.review", card["slug"]), review_values(card), tally)
    objectives = items_by_code("gcm")
    for position, section in enumerate(files.sections):
        keep_section(review, section, position, objectives, tally)
    for chart in files.charts:
        pk = derived_id("reviews.chart", review.slug, chart["code"])
        keep(ChartCard, pk, {"review": review, **chart}, tally)
    if tally.anything:
        record("reviews.review.loaded", review, by=by, detail=tally.as_detail())
    return tally


def review_values(card: Mapping[str, Any]) -> dict[str, Any]:
    """The review's own fields; an unknown country or organisation is refused by name."""
    country = Country.objects.filter(iso3=card["country"]).first()
    if country is None:
        raise unknown("country", card["country"])
    return {
        "slug": card["slug"],
        "title": card["title"],
        "subtitle": card.get("subtitle", {}),
        "country": country,
        "organisation": organisation_named(card["organisation"]),
        "as_of": card["as_of"],
        "notice": card.get("notice", {}),
        "publishers": publisher_names(card),
    }


def unknown(key: str, code: str) -> BadInput:
    """The refusal of a code nobody knows."""
    return bad(f"review.toml:{key}", _("“%(code)s” is not a known code.") % {"code": code})


def organisation_named(code: str) -> Organisation:
    """An organisation by its code."""
    found: Organisation | None = Organisation.objects.filter(code=code).first()
    if found is None:
        raise unknown("organisation", code)
    return found


def keep_section(
    review: Review, card: SectionCard, position: int, objectives: Mapping[str, Item], tally: Tally
) -> None:
    """One section and its texts."""
    if card.objective and card.objective not in objectives:
        raise unknown("objective", card.objective)
    objective = objectives[card.objective] if card.objective else None
    if not card.title and objective is None:
        raise bad(f"review.toml:{card.key}", _("A section without an objective needs a title."))
    values = {
        "review": review,
        "key": card.key,
        "position": position,
        "chapter": dict(card.chapter),
        "title": dict(card.title) or title_for(objective),
        "objective": objective,
        "organisation": organisation_named(card.organisation) if card.organisation else None,
        "guidance": dict(card.guidance),
    }
    section = keep(Section, derived_id("reviews.section", review.slug, card.key), values, tally)
    for language, text in card.texts.items():
        keep_text(section, language, text, tally)


def title_for(objective: Item | None) -> dict[str, str]:
    """The objective's own title in the languages of the pages."""
    titles = objective.title if objective else {}
    return {code: titles[code] for code, _name in settings.LANGUAGES if code in titles}


def keep_text(section: Section, language: str, text: str, tally: Tally) -> None:
    """A text as loaded, once: what people wrote since stays in front of it."""
    pk = derived_id("reviews.text", section.review.slug, section.key, language, text)
    if SectionText.objects.filter(pk=pk).exists():
        tally.unchanged += 1
        return
    values = {"section": section, "language": language, "text": text, "by": None, "at": timezone.now()}
    keep(SectionText, pk, values, tally)
