"""A workbook's cells as they stand: values, and the marks that values alone do not show. Plain Python, no Django."""

import datetime as dt
import re
import zipfile
import zlib
from collections.abc import Iterator
from pathlib import Path, PurePosixPath
from typing import Any
from xml.parsers import expat

from taama.evidence.readers.archives import judged_names, member
from taama.evidence.readers.markup import tree
from taama.evidence.readers.reading import Unreadable

MOST_SHEETS, MOST_ROWS, WIDEST, LONGEST = 20, 5_000, 40, 2_000
MAIN = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
RELATION = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"
ZIP = b"PK\x03\x04"
PERCENT_FORMATS = {9, 10}
BLOCK = 65_536
QUOTED = re.compile(r'"[^"]*"|\\.')


def book_of(path: Path) -> dict[str, Any]:
    """Every sheet with its filled rows; Unreadable for what is no workbook, or more than one."""
    if path.read_bytes()[:4] != ZIP:
        raise Unreadable("kind")
    names = judged_names(path)
    if "xl/workbook.xml" not in names:
        raise Unreadable("kind")
    book = opened(path)
    percent = percent_styles(member(path, "xl/styles.xml", names))
    sheets = [
        sheet_of(book, path, name, part, state, percent)
        for name, part, state in parts_of(path, names)[:MOST_SHEETS]
    ]
    return {"sheets": sheets, "macros": any(name.endswith("vbaProject.bin") for name in names)}


def opened(path: Path) -> Any:
    """The workbook as calamine reads it."""
    from python_calamine import CalamineError, CalamineWorkbook, PasswordError

    try:
        return CalamineWorkbook.from_path(path)
    except PasswordError as error:
        raise Unreadable("encrypted", str(error)) from error
    except (CalamineError, ValueError, OSError) as error:
        raise Unreadable("broken", str(error)) from error


def parts_of(path: Path, names: set[str]) -> list[tuple[str, str, str]]:
    """(name, part of the archive, visible | hidden | veryHidden) of each sheet, in order."""
    targets = {
        one.get("Id", ""): one.get("Target", "")
        for one in tree(member(path, "xl/_rels/workbook.xml.rels", names))
    }
    found = []
    for one in tree(member(path, "xl/workbook.xml", names)).iter(f"{MAIN}sheet"):
        target = targets.get(one.get(RELATION, ""), "")
        part = target.lstrip("/") if target.startswith("/") else str(PurePosixPath("xl") / target)
        if part in names and part.startswith("xl/worksheets/"):
            found.append((one.get("name", ""), part, one.get("state", "visible")))
    return found


def percent_styles(data: bytes) -> set[int]:
    """Which styles show a number as a share."""
    if not data:
        return set()
    root = tree(data)
    own = {
        int(one.get("numFmtId", "0"))
        for one in root.iter(f"{MAIN}numFmt")
        if "%" in QUOTED.sub("", one.get("formatCode", ""))
    }
    styles = root.find(f"{MAIN}cellXfs")
    formats = [int(one.get("numFmtId", "0")) for one in styles] if styles is not None else []
    return {at for at, number in enumerate(formats) if number in own | PERCENT_FORMATS}


def sheet_of(book: Any, path: Path, name: str, part: str, state: str, percent: set[int]) -> dict[str, Any]:
    """One sheet: rows as (number from 0, cells), marks by address, merged ranges."""
    from python_calamine import CalamineError

    try:
        sheet = book.get_sheet_by_name(name)
        rows = list(filled_rows(sheet))
        merged = [[*start, *end] for start, end in (sheet.merged_cell_ranges or [])]
    except (CalamineError, ValueError, OSError) as error:
        raise Unreadable("broken", f"{name}: {error}") from error
    return {
        "name": name,
        "state": state,
        "rows": rows,
        "marks": marks_of(path, part, percent),
        "merged": merged,
    }


def filled_rows(sheet: Any) -> Iterator[tuple[int, list[Any]]]:
    """Rows in which anything stands; more than a form has are refused."""
    start = sheet.start
    if start is None:
        return
    count = 0
    for number, cells in enumerate(sheet.iter_rows()):
        told = [said(cell) for cell in cells[:WIDEST]]
        if any(told):
            count += 1
            if count > MOST_ROWS:
                raise Unreadable("too_large", "rows")
            yield number, told


def said(cell: Any) -> Any:
    """A cell as JSON carries it: text, or [kind, text] for numbers, days and yes or no; "" for none."""
    if isinstance(cell, bool):
        return ["yes_no", str(cell)]
    if isinstance(cell, int | float):
        return ["number", f"{cell:.15g}"]  # as many figures as Excel shows
    if isinstance(cell, dt.datetime):
        return ["day", cell.date().isoformat()]
    if isinstance(cell, dt.date):
        return ["day", cell.isoformat()]
    if isinstance(cell, dt.time | dt.timedelta):
        return ["day", str(cell)]
    return str(cell).strip()[:LONGEST]


class Marks:
    """Walks through a sheet cell by cell and keeps the marks; stops at a document type: no workbook has one."""

    def __init__(self, percent: set[int]) -> None:
        self.percent, self.found = percent, {}  # type: ignore[var-annotated]
        self.cell: dict[str, str] = {}
        self.text, self.is_formula, self.in_value = "", False, False
        self.parser = expat.ParserCreate(namespace_separator="}")
        self.parser.StartElementHandler, self.parser.EndElementHandler = self.begin, self.end
        self.parser.CharacterDataHandler, self.parser.StartDoctypeDeclHandler = self.hear, self.refuse

    def begin(self, tag: str, attributes: dict[str, str]) -> None:
        """A cell, its formula, its value."""
        name = tag.rpartition("}")[2]
        if name == "c":
            self.cell, self.text, self.is_formula = attributes, "", False
        self.is_formula |= name == "f"
        self.in_value = name == "v"

    def hear(self, text: str) -> None:
        """The text of a value."""
        if self.in_value:
            self.text += text

    def end(self, tag: str) -> None:
        """A cell is whole."""
        self.in_value = False
        if tag.rpartition("}")[2] == "c" and (mark := self.mark()):
            self.found[self.cell.get("r", "")] = mark

    def mark(self) -> list[str]:
        """What is to be known of this cell; nothing for an honest one."""
        kind, style = self.cell.get("t", "n"), self.cell.get("s", "0")
        if kind == "e":
            return ["error", self.text]
        if self.is_formula and not self.text:
            return ["uncalculated", ""]
        is_share = self.text and kind == "n" and style.isdecimal() and int(style) in self.percent
        return ["percent", self.text] if is_share else []

    def refuse(self, *_words: object) -> None:
        """A document type."""
        raise Unreadable("bomb", "DOCTYPE")


def marks_of(path: Path, part: str, percent: set[int]) -> dict[str, list[str]]:
    """Cells whose value alone would mislead: errors, formulas nobody calculated, shares."""
    marks = Marks(percent)
    try:
        with zipfile.ZipFile(path) as archive, archive.open(part) as file:
            while block := file.read(BLOCK):
                marks.parser.Parse(block, False)
        marks.parser.Parse(b"", True)
    except (expat.ExpatError, ValueError, zipfile.BadZipFile, zlib.error, EOFError) as error:
        raise Unreadable("broken", str(error)) from error
    return marks.found
