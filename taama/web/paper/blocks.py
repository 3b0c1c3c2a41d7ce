"""What a report is made of: runs of words, figures and marks, and the blocks they stand in. Frozen."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal, TypeAlias

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
    """Shares of the page's width for a table's columns; none for numbers and short words, which keep their own."""
    shares = tuple(share_of(table, place) for place in range(len(table.columns)))
    return shares if any(shares) else (1.0, *shares[1:])


def share_of(table: Table, place: int) -> float:
    """By the longest cell, or the longest word of the head."""
    length = column_length(table, place)
    return 0.0 if place in table.numeric_columns or length <= SHORT else weight_of(length)


def column_shares(table: Table) -> tuple[float, ...]:
    """The same for a writer that knows no widths by contents: every column has a share."""
    return tuple(weight_of(column_length(table, place)) for place in range(len(table.columns)))


def column_length(table: Table, place: int) -> int:
    """How many letters the longest cell has, or the longest word of the head."""
    word = max(map(len, table.columns[place].split(" ")))
    return max(word, *(len(plain_text(row[place])) for row in table.rows), 0)


def weight_of(length: int) -> float:
    """Long texts take more room, but not as much more as they are longer: they have lines."""
    return round(float(min(length, 120) ** 0.6), 2)


def leads_out(url: str) -> bool:
    """Whether an address may be followed from a file: the web or a mailbox, and nothing that runs."""
    return url.startswith(("https://", "http://", "mailto:"))
