"""Cells whose value alone would mislead: errors of Excel, formulas nobody calculated, shares. Plain Python."""

import re
import zipfile
import zlib
from pathlib import Path, PurePosixPath
from xml.parsers import expat

from taama.evidence.readers.archives import member
from taama.evidence.readers.markup import tree
from taama.evidence.readers.reading import Unreadable

MAIN = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
RELATION = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"
SHARES = {9, 10}  # Excel's own formats of shares
BLOCK = 65_536
ADDRESS = re.compile(r"([A-Z]{1,3})(\d{1,7})")
ERROR, UNCALCULATED, SHARE = "error", "uncalculated", "share"

Marked = dict[tuple[int, int], str]


def parts_by_sheet(path: Path, names: set[str]) -> dict[str, str]:
    """The part of the archive that holds each sheet, by the sheet's name."""
    rels = tree(member(path, "xl/_rels/workbook.xml.rels", names))
    targets = {one.get("Id", ""): one.get("Target", "") for one in rels}
    found = {}
    for one in tree(member(path, "xl/workbook.xml", names)).iter(f"{MAIN}sheet"):
        target = targets.get(one.get(RELATION, ""), "")
        found[one.get("name", "")] = (
            target.lstrip("/") if target[:1] == "/" else str(PurePosixPath("xl") / target)
        )
    return {name: part for name, part in found.items() if part in names}


def share_styles(path: Path, names: set[str]) -> set[str]:
    """Which styles show a number as a share."""
    data = member(path, "xl/styles.xml", names)
    if not data:
        return set()
    root = tree(data)
    own = {
        int(one.get("numFmtId", "0"))
        for one in root.iter(f"{MAIN}numFmt")
        if "%" in one.get("formatCode", "")
    }
    styles = root.find(f"{MAIN}cellXfs")
    formats = [int(one.get("numFmtId", "0")) for one in styles] if styles is not None else []
    return {str(at) for at, number in enumerate(formats) if number in own | SHARES}


class Walker:
    """Goes through a sheet cell by cell; stops at a document type: no workbook has one."""

    def __init__(self, shares: set[str]) -> None:
        self.shares = shares
        self.found: Marked = {}
        self.cell: dict[str, str] = {}
        self.has_formula = self.has_value = self.in_value = False
        self.parser = expat.ParserCreate(namespace_separator="}")
        self.parser.StartElementHandler, self.parser.EndElementHandler = self.begin, self.end
        self.parser.CharacterDataHandler, self.parser.StartDoctypeDeclHandler = self.hear, self.refuse

    def begin(self, tag: str, attributes: dict[str, str]) -> None:
        """A cell, its formula, its value."""
        name = tag.rpartition("}")[2]
        if name == "c":
            self.cell, self.has_formula, self.has_value = attributes, False, False
        self.has_formula |= name == "f"
        self.in_value = name == "v"

    def hear(self, text: str) -> None:
        """The text of a value: an empty one is none."""
        self.has_value |= self.in_value and bool(text)

    def end(self, tag: str) -> None:
        """A cell is whole."""
        self.in_value = False
        address = ADDRESS.fullmatch(self.cell.get("r", "")) if tag.rpartition("}")[2] == "c" else None
        mark = self.mark() if address else ""
        if address and mark:
            self.found[int(address[2]) - 1, column_of(address[1])] = mark

    def mark(self) -> str:
        """What is to be known of this cell; nothing for an honest one."""
        kind = self.cell.get("t", "n")
        if kind == "e":
            return ERROR
        if self.has_formula and not self.has_value:
            return UNCALCULATED
        return SHARE if self.has_value and kind == "n" and self.cell.get("s", "0") in self.shares else ""

    def refuse(self, *_words: object) -> None:
        """A document type."""
        raise Unreadable("bomb", "DOCTYPE")


def column_of(name: str) -> int:
    """A column from 0 by the name Excel gives it."""
    place = 0
    for letter in name:
        place = place * 26 + ord(letter) - 64
    return place - 1


def marked(path: Path, part: str, shares: set[str]) -> Marked:
    """The marks of one sheet by row and column from 0."""
    walker = Walker(shares)
    try:
        with zipfile.ZipFile(path) as archive, archive.open(part) as file:
            while block := file.read(BLOCK):
                walker.parser.Parse(block, False)
        walker.parser.Parse(b"", True)
    except (expat.ExpatError, ValueError, zipfile.BadZipFile, zlib.error, EOFError) as error:
        raise Unreadable("broken", str(error)) from error
    return walker.found
