"""The report as PDF, tagged for screen readers (PDF/UA-1) and for the archive (PDF/A-2a)."""

import json
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any, Literal, TypeAlias

import typst

from .model import (
    LABELS,
    Report,
    Table,
    UnsoundDocument,
    column_weights,
    has_illustrative,
    label,
    note_number,
    plain,
    runs_of,
)

if TYPE_CHECKING:
    from typst import PDFStandard

HERE = Path(__file__).parent
TEMPLATE = HERE / "report.typ"
FONTS = HERE / "fonts"
Layout: TypeAlias = Literal["report", "sheet"]


@cache
def fonts() -> typst.Fonts:
    """The shipped fonts and no other: what a machine has installed must not change a page."""
    return typst.Fonts(include_system_fonts=False, include_embedded_fonts=False, font_paths=[str(FONTS)])


def pdf(report: Report, *, layout: Layout = "report") -> bytes:
    """The bytes of a PDF file, the same each time; the archive's standard wants the report's day.

    A “sheet” has no cover and no contents, and sets small: made for one page.
    """
    inputs = {"report": json.dumps(prepared(report), ensure_ascii=False), "layout": layout}
    standards: list[PDFStandard] = ["ua-1", "a-2a"] if report.dated else ["ua-1"]
    try:
        return typst.compile(
            TEMPLATE.read_bytes(),
            font_paths=fonts(),
            sys_inputs=inputs,
            format="pdf",
            pdf_standards=standards,
        )
    except typst.TypstError as error:
        raise UnsoundDocument(f"the report cannot be set: {error.message}") from error


def prepared(report: Report) -> dict[str, Any]:
    """The model as the template reads it: all labels, column widths, where each note is set."""
    record: dict[str, Any] = plain(report)
    record["labels"] = {name: label(report, name) for name in LABELS}
    record["illustrative"] = has_illustrative(report)
    met: set[int] = set()
    record["blocks"] = [
        table(block, source, met) if isinstance(source, Table) else marked(block, met, in_table=False)
        for block, source in zip(record["blocks"], report.blocks, strict=True)
    ]
    return record


def table(block: dict[str, Any], source: Table, met: set[int]) -> dict[str, Any]:
    """A table with its column widths, and the notes set under it: those first mentioned in it, in order."""
    before = set(met)
    made = marked(block, met, in_table=True)
    mentioned = dict.fromkeys(number for runs in runs_of(source) for number in map(note_number, runs))
    sets = [number for number in mentioned if number is not None and number not in before]
    return {**made, "weights": column_weights(source), "sets": sets}


def marked(value: Any, met: set[int], *, in_table: bool) -> Any:
    """The same value, where each run that refers to a note knows whether it sets the note."""
    if isinstance(value, list):
        return [marked(item, met, in_table=in_table) for item in value]
    if not isinstance(value, dict):
        return value
    if value["is"] in {"FigureRun", "NoteRef"}:
        return {**value, "mark": mark(value, met, in_table)}
    return {name: marked(item, met, in_table=in_table) for name, item in value.items()}


def mark(run: dict[str, Any], met: set[int], in_table: bool) -> dict[str, Any] | None:
    """Which note a run refers to, and whether it sets it at the foot of the page."""
    number = run.get("number", run.get("note_number"))
    if number is None:
        return None
    sets = number not in met and not in_table
    met.add(number)
    return {"number": number, "sets": sets, "in_table": in_table}
