"""The report as PDF, tagged for screen readers (PDF/UA-1) and for the archive (PDF/A-2a)."""

import json
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

import typst

from .model import (
    LABELS,
    Block,
    Report,
    Table,
    UnsoundDocument,
    column_weights,
    has_illustrative,
    label,
    plain,
)

if TYPE_CHECKING:
    from typst import PDFStandard

HERE = Path(__file__).parent
TEMPLATE = HERE / "report.typ"
FONTS = HERE / "fonts"


@cache
def fonts() -> typst.Fonts:
    """The shipped fonts and no other: what a machine has installed must not change a page."""
    return typst.Fonts(include_system_fonts=False, include_embedded_fonts=False, font_paths=[str(FONTS)])


def pdf(report: Report) -> bytes:
    """The bytes of a PDF file, the same each time; the archive's standard wants the report's day."""
    inputs = {"report": json.dumps(prepared(report), ensure_ascii=False)}
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
    """The model as the template reads it: all labels, column widths, each note's first mention."""
    record: dict[str, Any] = plain(report)
    record["labels"] = {name: label(report, name) for name in LABELS}
    record["illustrative"] = has_illustrative(report)
    met: set[int] = set()
    record["blocks"] = [
        {**marked(block, met), **widths(source)}
        for block, source in zip(record["blocks"], report.blocks, strict=True)
    ]
    return record


def widths(block: Block) -> dict[str, tuple[float, ...]]:
    """What a table needs besides its words."""
    return {"weights": column_weights(block)} if isinstance(block, Table) else {}


def marked(value: Any, met: set[int]) -> Any:
    """The same value, where each run that refers to a note knows whether it is the first to do so."""
    if isinstance(value, list):
        return [marked(item, met) for item in value]
    if not isinstance(value, dict):
        return value
    if value["is"] in {"FigureRun", "NoteRef"}:
        return {**value, "mark": mark(value, met)}
    return {name: marked(item, met) for name, item in value.items()}


def mark(run: dict[str, Any], met: set[int]) -> dict[str, Any] | None:
    """Which note a run refers to, and whether for the first time."""
    number = run.get("number", run.get("note_number"))
    if number is None:
        return None
    first = number not in met
    met.add(number)
    return {"number": number, "first": first}
