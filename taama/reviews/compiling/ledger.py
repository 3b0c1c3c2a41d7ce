"""The ledger of one compilation: numbers its source notes, freezes its figures, lists what is broken."""

from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal
from uuid import UUID

from taama.evidence.models import Citation, Document, Finding
from taama.monitoring.models import Indicator, Observation, Target
from taama.web.formatting import number, quantity
from taama.web.languages import in_language
from taama.web.paper.model import FigureRun, Note, NoteRef, Run

from ..models import Section
from ..queries import said
from ..rules import Problem
from . import sources
from .addresses import finding_page, observation_page
from .material import Material

# Units that stand with their number even where a table's row names the unit.
WRITTEN_OUT = frozenset({"percent", "xof", "usd"})


@dataclass(frozen=True)
class Frozen:
    """A figure as it stands now, before it is kept."""

    section: Section
    reference: str
    text: str
    unit: str
    value: Decimal | None = None
    finding: UUID | None = None
    observation: UUID | None = None


@dataclass(frozen=True)
class Broken:
    """A reference that leads nowhere, and where it stands."""

    key: str
    language: str
    problem: Problem

    def __str__(self) -> str:
        place = f"{self.key} ({self.language}):{self.problem.line}"
        return f"{place} — {self.problem.raw} — {self.problem.sentence}"


class Ledger:
    """Filled while the report is written, section by section."""

    def __init__(self, material: Material, language: str) -> None:
        self.material = material
        self.language = language
        self.section: Section | None = None
        self.notes: list[Note] = []
        self.frozen: list[Frozen] = []
        self.broken: list[Broken] = []
        self.cited: dict[UUID, Document] = {}
        self._numbers: dict[tuple[object, str], int] = {}
        self._findings = {one.pk: one for one in material.findings.values()}

    def open_section(self, section: Section | None) -> None:
        """From here on notes and figures belong to this section; None for the annexes."""
        self.section = section

    def miss(self, problem: Problem) -> None:
        """Note a reference that leads nowhere."""
        assert self.section is not None
        self.broken.append(Broken(self.section.key, self.language, problem))

    def number(self, key: str, runs: Iterable[Run]) -> int:
        """The number of a source note; one source is noted once a section."""
        place = (self.section.pk if self.section else None, key)
        if place not in self._numbers:
            self.notes.append(Note(len(self.notes) + 1, tuple(runs)))
            self._numbers[place] = len(self.notes)
        return self._numbers[place]

    def finding(self, finding: Finding, reference: str) -> FigureRun:
        """A finding as a figure with its source note."""
        unit, text = finding.question.unit, self.said(finding)
        self.freeze(reference, text, unit, finding.value, finding=finding.pk)
        return FigureRun(
            text=text,
            ref=f"finding:{finding.code}",
            value=finding.date_value or plain_digits(finding.value),
            unit=unit,
            note_number=self.finding_note(finding),
            url=finding_page(finding.code, self.language),
        )

    def said(self, finding: Finding) -> str:
        """The value or date in the source's own hedge."""
        return said(finding, self.language)

    def finding_note(self, finding: Finding) -> int:
        """The number of a finding's source note."""
        self.cite(finding.document)
        role = self.role_of(self.material.judges.get(finding.pk))
        runs = sources.finding_runs(finding, self.publisher(finding.document), role, self.language)
        return self.number(f"finding:{finding.code}", runs)

    def finding_mark(self, finding: Finding) -> NoteRef:
        """A mark that leads to a finding's source, without its value."""
        return NoteRef(self.finding_note(finding))

    def role_of(self, person: UUID | None) -> str:
        """The function of the person who judged."""
        return self.material.posts.get(person, "") if person else ""

    def publisher(self, document: Document) -> str:
        """Who published it, as the report's language writes the name; as held where the review names no other."""
        return (
            in_language(self.material.review.publishers.get(document.publisher), self.language)
            or document.publisher
        )

    def cite(self, document: Document) -> None:
        """Have a document listed in the annex of sources."""
        self.cited.setdefault(document.pk, document)

    def citation(self, citation: Citation) -> NoteRef:
        """A mark that leads to the cited passage."""
        document = citation.passage.reading.document
        self.cite(document)
        runs = sources.citation_runs(citation, self.publisher(document), self.language)
        return NoteRef(self.number(f"citation:{citation.code}", runs))

    def observation(
        self, observation: Observation, indicator: Indicator, reference: str, *, bare: bool = False
    ) -> FigureRun:
        """An observation as a figure with its source note; bare where the unit stands beside it."""
        text = measured(observation.number, indicator.unit, self.language, bare=bare)
        self.freeze(reference, text, indicator.unit, observation.number, observation=observation.pk)
        return FigureRun(
            text=text,
            ref=f"observation:{indicator.code}@{observation.time_end}",
            value=plain_digits(observation.value),
            unit=indicator.unit,
            note_number=self.observation_note(observation, indicator),
            illustrative=observation.is_illustrative,
            url=observation_page(observation.pk, self.language),
        )

    def observation_note(self, observation: Observation, indicator: Indicator) -> int:
        """The note of its finding, of its document, of its reporter, or that it is made up."""
        role = self.role_of(observation.validated_by_id)
        finding = self._findings.get(observation.finding_id) if observation.finding_id else None
        if finding is not None:
            return self.finding_note(finding)
        if observation.document is not None:
            self.cite(observation.document)
            publisher = self.publisher(observation.document)
            runs = sources.observation_runs(observation, indicator, publisher, role, self.language)
            return self.number(f"observation:{observation.pk}", runs)
        if observation.organisation is not None:
            runs = sources.reported_runs(observation, indicator, role, self.language)
            return self.number(f"observation:{observation.pk}", runs)
        return self.made_up_note()

    def made_up_note(self) -> int:
        """One note a section for all that is made up and has no source."""
        return self.number("made-up", sources.made_up_runs())

    def target(self, target: Target, indicator: Indicator) -> FigureRun:
        """A target as a bare figure with its source note."""
        return FigureRun(
            text=measured(target.value, indicator.unit, self.language, bare=True),
            ref=f"target:{indicator.code}@{target.due_on}",
            value=plain_digits(target.value),
            unit=indicator.unit,
            note_number=self.target_note(target, indicator),
            illustrative=target.is_illustrative,
        )

    def target_note(self, target: Target, indicator: Indicator) -> int:
        """The note of a target: whose it is, or that it is made up."""
        if target.is_illustrative:
            return self.made_up_note()
        return self.number(
            f"target:{target.pk}", sources.target_runs(indicator, target.source, self.language)
        )

    def source_of(self, observation: Observation) -> Document | None:
        """The document behind an observation, if there is one."""
        finding = self._findings.get(observation.finding_id) if observation.finding_id else None
        return finding.document if finding else observation.document

    def freeze(
        self,
        reference: str,
        text: str,
        unit: str,
        value: Decimal | None,
        *,
        finding: UUID | None = None,
        observation: UUID | None = None,
    ) -> None:
        """Keep a figure as it stands, under the section it stands in; annexes repeat, they freeze nothing."""
        if self.section is not None:
            self.frozen.append(Frozen(self.section, reference, text, unit, value, finding, observation))


def measured(value: Decimal, unit: str, language: str, *, bare: bool) -> str:
    """A value with its unit; bare, only percent and money keep theirs."""
    keeps_unit = not bare or unit in WRITTEN_OUT
    return quantity(value, unit, language) if keeps_unit else number(value, language)


def plain_digits(value: Decimal | None) -> str:
    """A decimal without trailing zeros or grouping; empty for none."""
    return (
        "" if value is None else f"{value:f}".rstrip("0").rstrip(".") if "." in f"{value:f}" else f"{value:f}"
    )
