"""The document model: what a report says, before it is paper, file or page. Frozen; JSON both ways."""

import dataclasses
import datetime as dt
import json
from dataclasses import dataclass, field
from typing import Any, Literal

from .blocks import (
    Block,
    Callout,
    FigureRun,
    Heading,
    ItemList,
    Link,
    NoteRef,
    PageBreak,
    Paragraph,
    Picture,
    Run,
    Runs,
    Status,
    Table,
    Text,
    UnsoundDocument,
    check_choice,
    column_shares,
    column_weights,
    leads_out,
    note_number,
    plain_text,
    runs_of,
)

__all__ = [
    "LABELS",
    "SIGN",
    "Block",
    "Callout",
    "FigureRun",
    "Heading",
    "ItemList",
    "Link",
    "Note",
    "NoteRef",
    "PageBreak",
    "Paragraph",
    "Picture",
    "Report",
    "Run",
    "Runs",
    "Status",
    "Table",
    "Text",
    "UnsoundDocument",
    "column_shares",
    "column_weights",
    "figures",
    "from_json",
    "has_illustrative",
    "label",
    "leads_out",
    "note_number",
    "note_numbers",
    "plain",
    "plain_text",
    "runs_of",
    "to_json",
]


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


def has_illustrative(report: Report) -> bool:
    """Whether a figure of the text is illustrative."""
    return any(figure.illustrative for figure in figures(report))


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
