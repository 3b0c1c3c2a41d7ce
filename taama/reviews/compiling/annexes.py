"""What every report ends with: sources that disagree, how each indicator is made, every source with its card."""

from collections.abc import Iterable, Iterator

from django.utils.text import capfirst
from django.utils.translation import gettext as _

from taama.evidence.models import Document, Ruling
from taama.evidence.queries import Conflict
from taama.evidence.vocabularies import DocumentKind, FigureKind, Outcome
from taama.monitoring.models import Indicator
from taama.monitoring.rules import Combine
from taama.web.formatting import unit
from taama.web.languages import in_language
from taama.web.paper.model import (
    SIGN,
    Block,
    Callout,
    Heading,
    ItemList,
    PageBreak,
    Paragraph,
    Run,
    Runs,
    Table,
    Text,
)

from . import sources
from .chapters import Numbering
from .ledger import Ledger


def annexes(ledger: Ledger, numbering: Numbering) -> Iterator[Block]:
    """The three annexes, on pages of their own."""
    ledger.open_section(None)
    yield PageBreak()
    yield Heading(1, _("Annexes"), "annexes", numbering.open_chapter())
    yield from conflicts(ledger, numbering)
    yield from indicators(ledger, numbering)
    yield from documents(ledger, numbering)


def conflicts(ledger: Ledger, numbering: Numbering) -> Iterator[Block]:
    """Each question on which sources disagree: who says what, and what was ruled."""
    yield Heading(2, _("Sources that disagree"), "annex-conflicts", numbering.open_section())
    found = ledger.material.conflicts
    yield Paragraph(
        (
            Text(
                _("Number of questions on which accepted findings cannot all be right: %(count)d.")
                % {"count": len(found)}
            ),
            Text(" " + _("All of them stay visible; a ruling says which one this report leans on, and why.")),
        )
    )
    for conflict in found:
        yield Callout(title_of(ledger, conflict), tuple(conflict_lines(ledger, conflict)), tone="conflict")


def title_of(ledger: Ledger, conflict: Conflict) -> str:
    """The question, with the time its findings share."""
    wording = in_language(conflict.question.wording, ledger.language)
    time = shared_time(ledger, conflict)
    return f"{wording} ({time})" if time else wording


def shared_time(ledger: Ledger, conflict: Conflict) -> str:
    """The time all findings speak of; empty where they differ."""
    times = {sources.finding_time(finding, ledger.language) for finding in conflict.findings}
    return times.pop() if len(times) == 1 else ""


def conflict_lines(ledger: Ledger, conflict: Conflict) -> Iterator[Runs]:
    """A line a finding, then the ruling."""
    shared = shared_time(ledger, conflict)
    for finding in conflict.findings:
        time = sources.finding_time(finding, ledger.language)
        figure = ledger.finding(finding, f"annex:conflicts:{finding.code}")
        dated = sources.document_date(finding.document, ledger.language)
        told_of = _(" (speaks of: %(time)s)") % {"time": time} if time and time != shared else ""
        yield (figure, Text(f" – {ledger.publisher(finding.document)}, {dated}{told_of}"))
    if conflict.may_be_one_source:
        yield (Text(_("Two of them say the same: one source with two publishers is not two confirmations.")),)
    yield tuple(ruling_runs(ledger, conflict.ruling))


def ruling_runs(ledger: Ledger, ruling: Ruling | None) -> Iterator[Run]:
    """What was ruled, by which function and why; or that it is not settled."""
    if ruling is None:
        yield Text(_("Not settled: nobody has ruled yet."), strong=True)
        return
    yield Text(_("Ruling: %(outcome)s.") % {"outcome": Outcome(ruling.outcome).label}, strong=True)
    if ruling.stands_id:
        stands = next(one for one in ledger.material.findings.values() if one.pk == ruling.stands_id)
        yield Text(" " + _("This one stands: %(value)s (%(publisher)s).") % {
            "value": ledger.said(stands), "publisher": ledger.publisher(stands.document)
        })  # fmt: skip
    yield Text(f" {ruling.translations.get(ledger.language) or ruling.reason}")
    yield from sources.judged(ledger.role_of(ruling.by_id))


def indicators(ledger: Ledger, numbering: Numbering) -> Iterator[Block]:
    """How each indicator is made."""
    yield Heading(2, _("Indicators and how they are made"), "annex-indicators", numbering.open_section())
    yield Table(
        number=numbering.next_table(),
        caption=_("Indicators: definition, kind, source"),
        columns=(_("Indicator"), _("Definition"), _("Unit and kind"), _("Source")),
        rows=tuple(indicator_row(one, ledger.language) for one in by_title(ledger)),
        note=(Text(_("%(sign)s Illustrative indicator.") % {"sign": SIGN}),),
    )


def by_title(ledger: Ledger) -> list[Indicator]:
    """The indicators in the order a reader looks them up."""
    found = ledger.material.indicators.values()
    return sorted(found, key=lambda one: (in_language(one.title, ledger.language).casefold(), one.code))


def indicator_row(indicator: Indicator, language: str) -> tuple[Runs, ...]:
    """One indicator."""
    title = in_language(indicator.title, language)
    measured = unit(indicator.unit, language) or _("number")
    made = f"{measured}, {FigureKind(indicator.kind).label}, {Combine(indicator.rule).label}"
    return (
        (Text(f"{title}\u00a0{SIGN}" if indicator.is_illustrative else title),),
        (Text(in_language(indicator.definition, language)),),
        (Text(made),),
        (Text(in_language(indicator.source, language)),),
    )


def documents(ledger: Ledger, numbering: Numbering) -> Iterator[Block]:
    """Every document the report cites, with its source card."""
    yield Heading(2, _("Sources cited"), "annex-sources", numbering.open_section())
    if any(document.is_fact_sheet for document in ledger.cited.values()):
        sentence = _(
            "A fact sheet is a summary in our own words of what the original says; "
            "the words quoted in the notes are those of the sheet."
        )
        yield Paragraph((Text(sentence),))
    cited = sorted(
        ledger.cited.values(), key=lambda one: (ledger.publisher(one).casefold(), one.published_on, one.slug)
    )
    yield ItemList(tuple(tuple(source_card(ledger, document)) for document in cited), numbered=True)


def source_card(ledger: Ledger, document: Document) -> Iterable[Run]:
    """Publisher, title, date, kind, language, terms, and the hash of the held copy."""
    yield from sources.document_runs(document, ledger.publisher(document), ledger.language)
    facts = [str(capfirst(DocumentKind(document.kind).label)), sources.language_name(document.language)]
    if document.place:
        facts.append(document.place)
    if document.is_fact_sheet:
        facts.append(_("held as a fact sheet"))
    yield Text(f". {', '.join(facts)}. ")
    if document.rights:
        yield Text(_("Terms: %(terms)s.") % {"terms": document.rights.rstrip(".")} + " ")
    yield Text(_("Held copy: SHA-256 %(start)s…") % {"start": document.sha256[:16]})
