"""Source notes in words: who published what, when, where it stands, and who judged it."""

from collections.abc import Iterator

from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from taama.accounts.roles import Role
from taama.evidence.models import Citation, Document, Finding, Passage
from taama.monitoring.models import Indicator, Observation
from taama.web.formatting import partial_date, period
from taama.web.languages import in_language
from taama.web.paper.model import Link, Run, Text


def document_runs(document: Document, publisher: str, language: str) -> Iterator[Run]:
    """Publisher, title, date."""
    yield Text(f"{publisher}, ")
    yield Link(document.title, document.link) if document.link else Text(document.title, emphasis=True)
    if document.published_on:
        yield Text(f", {partial_date(document.published_on, language)}")


def passage_runs(passage: Passage, words: str, language: str) -> Iterator[Run]:
    """Where it stands, and the words themselves; a fact sheet's words are not those of the original."""
    document = passage.reading.document
    place = _("§ %(number)d") % {"number": passage.position + 1}
    if passage.page:
        place = _("p. %(page)d, %(place)s") % {"page": passage.page, "place": place}
    if document.is_fact_sheet:
        place = _("%(place)s of our fact sheet") % {"place": place}
    said = {"place": place, "words": words.rstrip(" ."), "language": language_name(document.language)}
    own = document.language == language
    yield Text(
        (_(", %(place)s: “%(words)s”.") if own else _(", %(place)s: “%(words)s” (%(language)s).")) % said
    )


def finding_runs(finding: Finding, publisher: str, role: str, language: str) -> Iterator[Run]:
    """The source note of a finding."""
    yield from document_runs(finding.document, publisher, language)
    yield from passage_runs(finding.passage, words_of(finding), language)
    time = finding_time(finding, language)
    if time:
        yield Text(" " + _("Speaks of: %(time)s.") % {"time": time})
    if finding.deduplicated == "no":
        yield Text(" " + _("The same person may be counted twice."))
    yield from judged(role)


def citation_runs(citation: Citation, publisher: str, language: str) -> Iterator[Run]:
    """The source note of a citation."""
    yield from document_runs(citation.passage.reading.document, publisher, language)
    yield from passage_runs(citation.passage, words_of(citation), language)


def words_of(extract: Finding | Citation) -> str:
    """The quoted words: read with the record where the query brought them along."""
    return str(getattr(extract, "words", "") or extract.quote)


def finding_time(finding: Finding, language: str) -> str:
    """The time a finding speaks of, in words."""
    if finding.date_value:
        return ""
    if finding.period_end:
        return period(finding.period_start, finding.period_end, language)
    return partial_date(finding.as_of, language) if finding.as_of else ""


def judged(role: str) -> Iterator[Run]:
    """Who judged: the function, never the name."""
    if role:
        yield Text(" " + _("Judged by: %(role)s.") % {"role": Role(role).label})


def observation_head(observation: Observation, indicator: Indicator, language: str) -> Run:
    """Which indicator, place and time."""
    time = period(observation.time_start, observation.time_end, language)
    parts = [in_language(indicator.title, language), *place_of(observation), time]
    return Text(f"{', '.join(parts)}. ")


def place_of(observation: Observation) -> list[str]:
    """The area with its boundary edition, if it is not the whole country."""
    area = observation.area
    return [f"{area.name} ({area.edition.code}:{area.code})"] if area else []


def observation_runs(
    observation: Observation, indicator: Indicator, publisher: str, role: str, language: str
) -> Iterator[Run]:
    """The source note of an observation read in a document."""
    assert observation.document is not None
    yield observation_head(observation, indicator, language)
    yield from document_runs(observation.document, publisher, language)
    yield Text(".")
    yield from judged(role)


def reported_runs(observation: Observation, indicator: Indicator, role: str, language: str) -> Iterator[Run]:
    """Who reported it, where no document says so."""
    assert observation.organisation is not None
    yield observation_head(observation, indicator, language)
    name = in_language(observation.organisation.name, language)
    yield Text(_("Reported by: %(name)s.") % {"name": name})
    yield from judged(role)


def made_up_runs() -> Iterator[Run]:
    """What stands in place of a source where there is none."""
    yield Text(_("Illustrative values, made up for the demonstration: no public source."))


def target_runs(indicator: Indicator, source: str, language: str) -> Iterator[Run]:
    """The source note of a target."""
    yield Text(_("Target of “%(title)s”.") % {"title": in_language(indicator.title, language)})
    if source:
        yield Text(f" {source}.")


def document_date(document: Document, language: str) -> str:
    """When it was published, in words."""
    return (
        partial_date(document.published_on, language)
        if document.published_on
        else pgettext("date", "undated")
    )


def language_name(code: str) -> str:
    """A document's language in words."""
    names = {"fr": _("in French"), "en": _("in English"), "es": _("in Spanish"), "ar": _("in Arabic")}
    return names.get(code, code)
