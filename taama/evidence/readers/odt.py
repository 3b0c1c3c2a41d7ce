"""OpenDocument texts: paragraphs, lists, tables and notes, without what was deleted under tracking."""

import re
from collections.abc import Iterator
from pathlib import Path
from xml.etree import ElementTree

from .archives import judged_names, member
from .kinds import ODT
from .markup import tree
from .reading import Block, Reading, Unreadable, in_blocks

OFFICE = "{urn:oasis:names:tc:opendocument:xmlns:office:1.0}"
TEXT = "{urn:oasis:names:tc:opendocument:xmlns:text:1.0}"
TABLE = "{urn:oasis:names:tc:opendocument:xmlns:table:1.0}"
TITLE = ".//{http://purl.org/dc/elements/1.1/}title"

BLANKS = re.compile(r"[ \t\n\r]+")
PARAGRAPH, HEADING = f"{TEXT}p", f"{TEXT}h"
ROW, CELL = f"{TABLE}table-row", f"{TABLE}table-cell"
# What was deleted, remarks in the margin, a note's number; a note's words come at the end of the text.
SKIPPED = {f"{TEXT}tracked-changes", f"{OFFICE}annotation", f"{OFFICE}forms", f"{TEXT}note"}
MARKS = {f"{TEXT}tab": "\t", f"{TEXT}line-break": "\n"}
MOST_SPACES = 100
WIDEST = 200  # cells in a row; a sheet may claim to repeat one a million times


def read_odt(path: Path) -> Reading:
    """The text of the file, a paragraph a block, a table row a line, notes last."""
    names = judged_names(path)
    if b"encryption-data" in member(path, "META-INF/manifest.xml", names):
        raise Unreadable("encrypted")
    root = tree(member(path, "content.xml", names))
    notes = [block for note in root.iter(f"{TEXT}note-body") for block in blocks_of(note)]
    text, starts = in_blocks([*blocks_of(root), *notes])
    if not text:
        raise Unreadable("no_text")
    return Reading(text, ODT, title=title_of(path, names), headings=starts)


def title_of(path: Path, names: set[str]) -> str:
    """The title among the file's properties, if it has one."""
    data = member(path, "meta.xml", names)
    return (tree(data).findtext(TITLE, "").strip() if data else "")[:300]


def blocks_of(root: ElementTree.Element) -> Iterator[Block]:
    """Paragraphs, headings and table rows in reading order."""
    for child in root:
        if child.tag in {PARAGRAPH, HEADING}:
            yield Block(said(child), is_heading=child.tag == HEADING)
        elif child.tag == f"{TABLE}table":
            yield Block("\n".join(line for line in map(row, child.iter(ROW)) if line))
        elif child.tag not in SKIPPED:
            yield from blocks_of(child)


def row(line: ElementTree.Element) -> str:
    """A table's row, cells parted by tabs."""
    cells = [child for child in line if child.tag == CELL][:WIDEST]
    return "\t".join(
        BLANKS.sub(" ", " ".join(map(said, cell.iter(PARAGRAPH)))).strip() for cell in cells
    ).strip()


def said(element: ElementTree.Element) -> str:
    """What is written in a paragraph: blanks count once, as the format has it, but for those it names."""
    return "".join(words(element)).strip()


def words(element: ElementTree.Element) -> Iterator[str]:
    """The words in an element and between its parts."""
    yield BLANKS.sub(" ", element.text or "")
    for child in element:
        if child.tag in MARKS:
            yield MARKS[child.tag]
        elif child.tag == f"{TEXT}s":
            yield " " * min(number(child.get(f"{TEXT}c", "1")), MOST_SPACES)
        elif child.tag not in SKIPPED:
            yield from words(child)
        yield BLANKS.sub(" ", child.tail or "")


def number(text: str) -> int:
    """A count as the file gives it; one where it gives none."""
    return int(text) if text.isdecimal() else 1
