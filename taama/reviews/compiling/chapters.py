"""Sections as blocks: a writer's text with every reference resolved, and what each objective must show."""

from collections.abc import Iterator
from dataclasses import dataclass

from django.utils.translation import gettext as _

from taama.web.languages import in_language
from taama.web.paper.model import Block, Heading, ItemList, PageBreak, Paragraph, Run, Runs, Text

from ..models import Section
from ..rules import (
    Enumeration,
    Inline,
    Node,
    Parsed,
    Passage,
    Placed,
    Problem,
    Reference,
    Subheading,
    Words,
    parse,
)
from .ledger import Ledger
from .pictures import picture, status_chart
from .standing import rule_lines, status_block
from .tables import activities_table, indicators_table, overview_table


@dataclass
class Numbering:
    """Running numbers of chapters, sections, tables and pictures."""

    chapter: int = 0
    section: int = 0
    tables: int = 0
    pictures: int = 0

    def open_chapter(self) -> str:
        """The next chapter's number."""
        self.chapter, self.section = self.chapter + 1, 0
        return str(self.chapter)

    def open_section(self) -> str:
        """The next section's number."""
        self.section += 1
        return f"{self.chapter}.{self.section}"

    def next_table(self) -> int:
        """The next table's number."""
        self.tables += 1
        return self.tables

    def next_picture(self) -> int:
        """The next chart's or map's number."""
        self.pictures += 1
        return self.pictures


def body(ledger: Ledger, numbering: Numbering) -> Iterator[Block]:
    """All sections in the order of the outline; the objectives are preceded by their overview."""
    seen_objective = False
    for section in ledger.material.sections:
        ledger.open_section(section)
        yield from chapter_heading(ledger, section, numbering)
        if section.objective and not seen_objective:
            seen_objective = True
            yield from overview(ledger, numbering)
        yield from section_blocks(ledger, section, numbering)


def chapter_heading(ledger: Ledger, section: Section, numbering: Numbering) -> Iterator[Block]:
    """Where a chapter begins, its title on a new page."""
    if not section.chapter and numbering.chapter:
        return
    title = in_language(section.chapter or section.title, ledger.language)
    yield PageBreak()
    yield Heading(1, title, f"chapter-{section.key}", numbering.open_chapter())


def section_blocks(ledger: Ledger, section: Section, numbering: Numbering) -> Iterator[Block]:
    """One section: title, text, and what the text did not place itself."""
    yield Heading(2, section_title(ledger, section), section.key, numbering.open_section())
    parsed = parse(ledger.material.texts.get((section.pk, ledger.language), ""))
    for problem in parsed.problems:
        ledger.miss(problem)
    writer = Writer(ledger, section, numbering)
    placed = {(ref.kind, ref.code) for ref in parsed.references}
    if section.objective and ("status", "") not in placed:
        yield status_block(ledger.material, section.objective)
    if not parsed.nodes:
        yield Paragraph((Text(_("This section has not been written in this language yet."), emphasis=True),))
    yield from writer.blocks(parsed)
    if section.objective and ("table", "activities") not in placed:
        yield activities_table(ledger, section.objective, numbering.next_table())
    if section.objective and ("table", "indicators") not in placed:
        yield indicators_table(ledger, section.objective, numbering.next_table())


def section_title(ledger: Ledger, section: Section) -> str:
    """The title; an objective's with its number."""
    title = in_language(section.title, ledger.language)
    if section.objective is None:
        return title
    return _("Objective %(number)s. %(title)s") % {"number": section.objective.code, "title": title}


def overview(ledger: Ledger, numbering: Numbering) -> Iterator[Block]:
    """The objectives at a glance, and the rule by which their status is given."""
    yield Heading(2, _("Overview"), "overview", numbering.open_section())
    yield Paragraph((Text(_("The status of an objective follows from a rule, not from an opinion:")),))
    yield ItemList(
        tuple(
            (Text(label, strong=True), Text(_(": %(when)s.") % {"when": when}))
            for label, when in rule_lines(ledger.language)
        )
    )
    yield overview_table(ledger, numbering.next_table())
    yield status_chart(ledger, numbering.next_picture())


@dataclass(frozen=True)
class Writer:
    """Turns one section's nodes into blocks."""

    ledger: Ledger
    section: Section
    numbering: Numbering

    def blocks(self, parsed: Parsed) -> Iterator[Block]:
        """Every node in turn; a broken reference is noted and leaves its words."""
        for node in parsed.nodes:
            yield from self.block(node)

    def block(self, node: Node) -> Iterator[Block]:
        """One node."""
        match node:
            case Subheading(text):
                yield Heading(3, text)
            case Passage(line):
                yield Paragraph(self.runs(line))
            case Enumeration(items, numbered):
                yield ItemList(tuple(self.runs(line) for line in items), numbered=numbered)
            case Placed(reference):
                yield from self.placed(reference)

    def runs(self, line: tuple[Inline, ...]) -> Runs:
        """Words and figures of one line."""
        return tuple(run for part in line for run in self.run(part))

    def run(self, part: Inline) -> Iterator[Run]:
        """Words as they are; a reference as what it leads to."""
        if isinstance(part, Words):
            yield Text(part.text, part.strong, part.emphasis)
        else:
            found = self.figure(part) if part.kind == "figure" else self.cited(part)
            yield Text(part.raw) if found is None else found

    def figure(self, reference: Reference) -> Run | None:
        """The figure a reference names."""
        material = self.ledger.material
        if reference.of == "finding":
            finding = material.findings.get(reference.code)
            return self.ledger.finding(finding, reference.raw) if finding else self.miss_finding(reference)
        indicator = material.indicators.get(reference.code)
        if indicator is None:
            return self.miss(reference, "no_such")
        found = material.observation(indicator, reference.time, reference.part)
        if found is None:
            return self.miss(reference, "no_value")
        return self.ledger.observation(found, indicator, reference.raw)

    def cited(self, reference: Reference) -> Run | None:
        """The source note a reference names."""
        material = self.ledger.material
        if reference.of == "finding":
            finding = material.findings.get(reference.code)
            if finding is None:
                return self.miss_finding(reference)
            return self.ledger.finding_mark(finding)
        citation = material.citations.get(reference.code)
        return self.ledger.citation(citation) if citation else self.miss(reference, "no_such")

    def miss_finding(self, reference: Reference) -> Run | None:
        """A finding that is not there, or not accepted."""
        return self.miss(
            reference, "not_accepted" if reference.code in self.ledger.material.refused else "no_such"
        )

    def miss(self, reference: Reference, code: str) -> Run | None:
        """Note what is broken; nothing stands there."""
        self.ledger.miss(Problem(reference.line, code, reference.raw))
        return None

    def placed(self, reference: Reference) -> Iterator[Block]:
        """A chart, map, table or status."""
        objective = self.section.objective
        if reference.kind in {"chart", "map"}:
            card = self.ledger.material.charts.get(reference.code)
            if card is None or (reference.kind == "map") != (card.kind == "map"):
                self.miss(reference, "no_such")
            else:
                yield picture(self.ledger, card, self.numbering.next_picture())
        elif objective is None:
            self.miss(reference, "no_objective")
        elif reference.kind == "status":
            yield status_block(self.ledger.material, objective)
        else:
            table = activities_table if reference.code == "activities" else indicators_table
            yield table(self.ledger, objective, self.numbering.next_table())
