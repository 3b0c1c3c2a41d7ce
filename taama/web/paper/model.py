"""The document model: what a report says, before it is paper, file or page. Frozen; JSON both ways."""

import dataclasses
import datetime as dt
import json
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any, Literal, TypeAlias

from .drawings import fault_of_drawing

StatusTone = Literal["done", "under_way", "starting", "stalled", "no_data"]
CalloutTone = Literal["conflict", "notice"]
PictureKind = Literal["chart", "map"]
STATUS_TONES = ("done", "under_way", "starting", "stalled", "no_data")
CALLOUT_TONES = ("conflict", "notice")
PICTURE_KINDS = ("chart", "map")


class UnsoundDocument(ValueError):
    """The document model does not hold together; the text says where."""


def check_choice(value: str, allowed: tuple[str, ...], what: str) -> None:
    """UnsoundDocument unless the value is one of the allowed words."""
    if value not in allowed:
        raise UnsoundDocument(f"{what} “{value}” is none of: {', '.join(allowed)}")


@dataclass(frozen=True)
class Text:
    """A run of plain words."""

    text: str
    strong: bool = False
    emphasis: bool = False


@dataclass(frozen=True)
class FigureRun:
    """A number with its source: `text` as read, `value` exact in plain decimal digits, `url` its own page."""

    text: str
    ref: str = ""
    value: str = ""
    unit: str = ""
    note_number: int | None = None
    illustrative: bool = False
    url: str = ""


@dataclass(frozen=True)
class NoteRef:
    """A mark that sends the reader to a source note."""

    number: int


@dataclass(frozen=True)
class Link:
    """Words that lead elsewhere."""

    text: str
    url: str


Run: TypeAlias = Text | FigureRun | NoteRef | Link
Runs: TypeAlias = tuple[Run, ...]


@dataclass(frozen=True)
class Heading:
    """A heading of level 1 to 3; `number` as printed before it ("2.1"), empty for none."""

    level: int
    text: str
    anchor: str = ""
    number: str = ""

    def __post_init__(self) -> None:
        if self.level not in (1, 2, 3):
            raise UnsoundDocument(f"heading “{self.text}” has level {self.level}: 1, 2 or 3")


@dataclass(frozen=True)
class Paragraph:
    """A paragraph."""

    runs: Runs


@dataclass(frozen=True)
class ItemList:
    """A list; each item is a run of words."""

    items: tuple[Runs, ...]
    numbered: bool = False


@dataclass(frozen=True)
class Status:
    """How an objective stands, in a word and a sentence."""

    label: str
    tone: StatusTone
    explanation: str = ""

    def __post_init__(self) -> None:
        check_choice(self.tone, STATUS_TONES, "status tone")


@dataclass(frozen=True)
class Table:
    """A table: `rows` of cells of runs; `numeric_columns` are set to the right."""

    number: int
    caption: str
    columns: tuple[str, ...]
    rows: tuple[tuple[Runs, ...], ...]
    note: Runs = ()
    numeric_columns: tuple[int, ...] = ()

    def __post_init__(self) -> None:
        if any(len(row) != len(self.columns) for row in self.rows):
            raise UnsoundDocument(f"table {self.number} has a row without {len(self.columns)} cells")


@dataclass(frozen=True)
class Picture:
    """A chart or map as SVG text; `data` is its table, first row the header."""

    number: int
    caption: str
    alt: str
    svg: str
    note: Runs = ()
    data: tuple[tuple[str, ...], ...] = ()
    kind: PictureKind = "chart"

    def __post_init__(self) -> None:
        check_choice(self.kind, PICTURE_KINDS, "picture kind")
        if not self.alt.strip():
            raise UnsoundDocument(f"{self.kind} {self.number} has no text for those who cannot see it")
        if fault := fault_of_drawing(self.svg):
            raise UnsoundDocument(f"{self.kind} {self.number}: {fault}")


@dataclass(frozen=True)
class Callout:
    """Words set apart: a notice, or sources that disagree."""

    title: str
    paragraphs: tuple[Runs, ...]
    tone: CalloutTone = "notice"

    def __post_init__(self) -> None:
        check_choice(self.tone, CALLOUT_TONES, "callout tone")


@dataclass(frozen=True)
class PageBreak:
    """The next block starts a new page."""


Block: TypeAlias = Heading | Paragraph | ItemList | Status | Table | Picture | Callout | PageBreak


@dataclass(frozen=True)
class Note:
    """A source note: publisher, title, date, passage, link, who judged."""

    number: int
    runs: Runs


@dataclass(frozen=True)
class Report:
    """A whole document in one language; `dated` its day (ISO), `digest` the seal of its content."""

    language: str
    title: str
    issuer: str
    ministry: str
    blocks: tuple[Block, ...]
    notes: tuple[Note, ...] = ()
    subtitle: str = ""
    dateline: str = ""
    notice: str = ""
    direction: Literal["ltr", "rtl"] = "ltr"
    labels: dict[str, str] = field(default_factory=dict)
    digest: str = ""
    dated: str = ""

    def __post_init__(self) -> None:
        check_choice(self.direction, ("ltr", "rtl"), "direction")
        check_day(self.dated)
        numbers = [note.number for note in self.notes]
        if len(numbers) != len(set(numbers)):
            raise UnsoundDocument("two source notes have the same number")
        for number in note_numbers(self):
            if number not in numbers:
                raise UnsoundDocument(f"the text refers to source note {number}, which does not exist")
        check_levels(self.blocks)


def check_day(text: str) -> None:
    """A whole day in ISO writing, or nothing."""
    try:
        if text:
            dt.date.fromisoformat(text)
    except ValueError as error:
        raise UnsoundDocument(f"“{text}” is no day") from error


def check_levels(blocks: tuple[Block, ...]) -> None:
    """Headings go down one level at a time, or a screen reader's outline has holes."""
    above = 0
    for block in blocks:
        if isinstance(block, Heading):
            if block.level > above + 1:
                raise UnsoundDocument(f"heading “{block.text}” skips from level {above} to {block.level}")
            above = block.level
    anchors = [block.anchor for block in blocks if isinstance(block, Heading) and block.anchor]
    if len(anchors) != len(set(anchors)):
        raise UnsoundDocument("two headings have the same anchor")


# Words of the furniture; a caller gives its own language's in Report.labels.
LABELS = {
    "contents": "Contents",
    "chart": "Chart",
    "charts": "Charts and maps",
    "map": "Map",
    "table": "Table",
    "tables": "Tables",
    "note": "Note",
    "sources": "Sources",
    "data": "The data as a table",
    "illustrative": "illustrative value",
    "back": "Back to the text",
    "skip": "Skip to the text",
    "notice": "Notice",
    "digest": "Seal of the content",
}
SIGN = "†"


def label(report: Report, name: str) -> str:
    """A word of the furniture in the report's own language, English where it gives none."""
    return report.labels.get(name) or LABELS[name]


def runs_of(block: Block) -> Iterator[Runs]:
    """Every line of runs in a block, in reading order."""
    match block:
        case Paragraph(runs):
            yield runs
        case ItemList(items):
            yield from items
        case Table(rows=rows, note=note):
            yield from (cell for row in rows for cell in row)
            yield note
        case Picture(note=note):
            yield note
        case Callout(paragraphs=paragraphs):
            yield from paragraphs
        case Heading() | Status() | PageBreak():
            return
        case _:
            raise UnsoundDocument(f"a block of an unknown kind: {type(block).__name__}")


def figures(report: Report) -> tuple[FigureRun, ...]:
    """Every figure of the text, in reading order."""
    return tuple(
        run
        for block in report.blocks
        for runs in runs_of(block)
        for run in runs
        if isinstance(run, FigureRun)
    )


def note_numbers(report: Report) -> tuple[int, ...]:
    """Numbers of the source notes the text refers to, in order of first appearance."""
    found: dict[int, None] = {}
    for block in report.blocks:
        for runs in runs_of(block):
            for run in runs:
                number = note_number(run)
                if number is not None:
                    found[number] = None
    return tuple(found)


def note_number(run: Run) -> int | None:
    """The source note this run refers to, if it does."""
    if isinstance(run, NoteRef):
        return run.number
    return run.note_number if isinstance(run, FigureRun) else None


def plain_text(runs: Runs) -> str:
    """The words of the runs, without marks."""
    return "".join(run.text for run in runs if not isinstance(run, NoteRef))


SHORT = 18


def column_weights(table: Table) -> tuple[float, ...]:
    """Shares of the page's width for a table's columns by their longest words; none for short ones."""
    cells = [table.columns, *(tuple(plain_text(cell) for cell in row) for row in table.rows)]
    longest = [max(len(row[place]) for row in cells) for place in range(len(table.columns))]
    shares = tuple(0.0 if length <= SHORT else round(min(length, 120) ** 0.6, 2) for length in longest)
    return shares if any(shares) else (1.0, *shares[1:])


def has_illustrative(report: Report) -> bool:
    """Whether a figure of the text is illustrative."""
    return any(figure.illustrative for figure in figures(report))


def leads_out(url: str) -> bool:
    """Whether an address may be followed from a file: the web or a mailbox, and nothing that runs."""
    return url.startswith(("https://", "http://", "mailto:"))


KINDS: dict[str, type[Any]] = {
    kind.__name__: kind
    for kind in (
        Text, FigureRun, NoteRef, Link, Heading, Paragraph, ItemList, Status, Table, Picture, Callout,
        PageBreak, Note,
    )
}  # fmt: skip


def to_json(report: Report) -> str:
    """The report as JSON text; the same report always gives the same text."""
    return json.dumps(plain(report), ensure_ascii=False, separators=(",", ":"), sort_keys=True)


def from_json(text: str) -> Report:
    """The report a JSON text tells of; UnsoundDocument if it tells of none."""
    try:
        record = json.loads(text)
        labels = record.pop("labels")
        fields = {name: rebuilt(value) for name, value in record.items() if name != "is"}
        return Report(**fields, labels=labels)
    except (TypeError, AttributeError, KeyError, json.JSONDecodeError) as error:
        raise UnsoundDocument(f"this is not a report: {error}") from error


def plain(value: Any) -> Any:
    """Dataclasses as mappings that name their kind under "is"."""
    if dataclasses.is_dataclass(value):
        fields = {item.name: plain(getattr(value, item.name)) for item in dataclasses.fields(value)}
        return {"is": type(value).__name__, **fields}
    return [plain(item) for item in value] if isinstance(value, (tuple, list)) else value


def rebuilt(value: Any) -> Any:
    """The frozen thing a plain value stands for."""
    if isinstance(value, list):
        return tuple(rebuilt(item) for item in value)
    if not isinstance(value, dict):
        return value
    kind = KINDS.get(value.get("is", ""))
    if kind is None:
        raise UnsoundDocument(f"a block of an unknown kind: {value.get('is')}")
    return kind(**{name: rebuilt(item) for name, item in value.items() if name != "is"})
