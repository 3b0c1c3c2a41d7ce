"""A workbook read in a child process, its failures put into sentences."""

import json
import logging
import sys
import tempfile
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from django.core.files.uploadedfile import UploadedFile
from django.utils.translation import gettext_lazy as _

from taama.evidence.child import REASONS, Limits, Overrun, run
from taama.web.refusals import BadInput

from .layout import place_of

log = logging.getLogger(__name__)

LIMITS = Limits(cpu_seconds=10, memory_mb=512, wall_seconds=20, file_mb=5, output_mb=20)
SENTENCES = {
    "kind": _("This is no Excel workbook (.xlsx). Save the form as “Excel workbook” and upload it again."),
    "encrypted": _("This workbook is locked with a password. Save it without one and upload it again."),
    "broken": _("This workbook is damaged. Open it in Excel, save it anew and upload it again."),
    "bomb": _("This file unfolds to far more than a form holds, so it was not opened."),
    "too_large": _("This file is larger than a form can be. Upload the form itself, without other sheets."),
    "timeout": _("Reading this workbook took too long. Copy your answers into the form downloaded anew."),
    "memory": _("This workbook is too large to be read. Copy your answers into the form downloaded anew."),
}


@dataclass(frozen=True)
class Cell:
    """One cell: its text, what kind of thing it is ("" for text), and what is to be known of it."""

    text: str = ""
    kind: str = ""
    mark: str = ""

    def __bool__(self) -> bool:
        return bool(self.text or self.mark)


@dataclass(frozen=True)
class Sheet:
    """One sheet: its filled rows by number from 0, and ranges of merged cells (row, column, row, column)."""

    name: str
    is_hidden: bool
    rows: Mapping[int, list[Cell]]
    merged: tuple[tuple[int, int, int, int], ...] = ()

    def cell(self, row: int, column: int) -> Cell:
        """A cell; an empty one where nothing stands."""
        cells = self.rows.get(row, [])
        return cells[column] if column < len(cells) else Cell()


@dataclass(frozen=True)
class Book:
    """A workbook as it was uploaded."""

    file: str
    sheets: list[Sheet]
    has_macros: bool = False


def book_in(upload: UploadedFile) -> Book:  # type: ignore[type-arg]
    """The workbook somebody uploaded; BadInput with a sentence where it cannot be read."""
    if (upload.size or 0) > LIMITS.file_mb * 2**20:
        raise unreadable("too_large")
    with tempfile.TemporaryDirectory(prefix="taama-workbook-") as folder:
        path = Path(folder) / "workbook"
        with path.open("wb") as file:
            for chunk in upload.chunks():
                file.write(chunk)
        return read_workbook(path, Path(upload.name or "").name)


def read_workbook(path: Path, name: str) -> Book:
    """The workbook at a path, read in a child that has nothing but it."""
    command = [
        sys.executable, "-I", "-B", "-m", "taama.rounds.workbooks", str(path.resolve()),
        str(LIMITS.cpu_seconds), str(LIMITS.memory_mb),
    ]  # fmt: skip
    with tempfile.TemporaryDirectory(prefix="taama-reading-") as empty:
        try:
            code, output = run(command, empty, LIMITS)
        except Overrun as reason:
            raise unreadable(str(reason)) from None
    if code != 0 or not output:
        log.warning("reading a workbook ended with code %s", code)
        raise unreadable(REASONS.get(code, "broken"))
    answer = json.loads(output)
    if "refused" in answer:
        raise unreadable(answer["refused"]["reason"])
    return built(answer["book"], name)


def unreadable(reason: str) -> BadInput:
    """Why a workbook cannot be read, as a sentence."""
    return BadInput(f"rounds.workbook.{reason}", SENTENCES.get(reason, SENTENCES["broken"]))


def built(book: Mapping[str, Any], name: str) -> Book:
    """The child's answer as records."""
    sheets = [
        Sheet(
            sheet["name"],
            sheet["state"] != "visible",
            rows_of(sheet["rows"], sheet["marks"]),
            tuple(tuple(one) for one in sheet["merged"]),
        )
        for sheet in book["sheets"]
    ]
    return Book(name, sheets, book["macros"])


def rows_of(rows: list[Any], marks: Mapping[str, list[str]]) -> dict[int, list[Cell]]:
    """The filled rows with their marks; a row of marks alone is filled too."""
    found: dict[int, list[Cell]] = {}
    for number, cells in rows:
        found[number] = [Cell(one, "") if isinstance(one, str) else Cell(one[1], one[0]) for one in cells]
    for where, (mark, text) in marks.items():
        row, column = place_of(where)
        cells = found.setdefault(row, [])
        cells.extend([Cell()] * (column + 1 - len(cells)))
        cells[column] = Cell(cells[column].text or text, cells[column].kind, mark)
    return found
