"""Word files: paragraphs, tables and notes, with tracked insertions and without tracked deletions."""

import re
from collections.abc import Iterator
from pathlib import Path
from xml.etree import ElementTree

from .archives import judged_names, member
from .kinds import DOCX
from .markup import tree
from .reading import Block, Reading, Unreadable, in_blocks

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
MC = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
TITLE = "{http://purl.org/dc/elements/1.1/}title"
NOTES = ("word/footnotes.xml", "word/endnotes.xml")

BLANKS = re.compile(r"[ \t\n]+")
PARAGRAPH, TABLE, ROW, CELL = f"{W}p", f"{W}tbl", f"{W}tr", f"{W}tc"
# Properties hold no words; removed words stay out; a fallback repeats what stands before it.
SKIPPED = {f"{W}pPr", f"{W}rPr", f"{W}tblPr", f"{W}del", f"{W}moveFrom", f"{W}instrText", f"{MC}Fallback"}
MARKS = {f"{W}tab": "\t", f"{W}ptab": "\t", f"{W}br": "\n", f"{W}cr": "\n", f"{W}noBreakHyphen": "\u2011"}
HEADING_NAMES = ("heading", "title", "titre", "subtitle")


def read_docx(path: Path) -> Reading:
    """The text of the file, a paragraph a block, a table row a line."""
    names = judged_names(path)
    headings = heading_styles(member(path, "word/styles.xml", names))
    blocks = list(blocks_of(tree(member(path, "word/document.xml", names)), headings))
    for name in NOTES:
        data = member(path, name, names)
        blocks += blocks_of(tree(data), headings) if data else []
    text, starts = in_blocks(blocks)
    if not text:
        raise Unreadable("no_text")
    return Reading(text, DOCX, title=title_of(path, names), headings=starts)


def title_of(path: Path, names: set[str]) -> str:
    """The title among the file's properties, if it has one."""
    data = member(path, "docProps/core.xml", names)
    return (tree(data).findtext(TITLE, "").strip() if data else "")[:300]


def heading_styles(data: bytes) -> set[str]:
    """The styles of headings by their identifiers, which differ with the language of Word."""
    styles = tree(data).iter(f"{W}style") if data else ()
    named = ((style.get(f"{W}styleId", ""), style.find(f"{W}name")) for style in styles)
    return {key for key, name in named if name is not None and is_heading_name(name.get(f"{W}val", ""))}


def is_heading_name(name: str) -> bool:
    """Whether a style is meant for headings; its name stays English inside the file."""
    return name.lower().startswith(HEADING_NAMES)


def blocks_of(root: ElementTree.Element, headings: set[str]) -> Iterator[Block]:
    """Paragraphs and table rows in reading order."""
    for child in root:
        if child.tag == PARAGRAPH:
            yield Block("".join(words(child)).strip(), is_heading=style_of(child) in headings)
        elif child.tag == TABLE:
            yield Block("\n".join(rows(child)))
        elif child.tag not in SKIPPED:
            yield from blocks_of(child, headings)


def style_of(paragraph: ElementTree.Element) -> str:
    """The paragraph's style."""
    style = paragraph.find(f"{W}pPr/{W}pStyle")
    return style.get(f"{W}val", "") if style is not None else ""


def rows(table: ElementTree.Element) -> Iterator[str]:
    """A table's rows, cells parted by tabs; a table within a cell is part of the cell."""
    for line in children(table, ROW):
        cells = (BLANKS.sub(" ", "".join(words(cell))).strip() for cell in children(line, CELL))
        yield "\t".join(cells).strip()


def children(parent: ElementTree.Element, tag: str) -> Iterator[ElementTree.Element]:
    """The nearest descendants with this tag, through wrappers such as content controls."""
    for child in parent:
        if child.tag == tag:
            yield child
        elif child.tag not in SKIPPED and child.tag != TABLE:
            yield from children(child, tag)


def words(element: ElementTree.Element) -> Iterator[str]:
    """What is written in an element; inner paragraphs are parted by a line end."""
    for child in element:
        if child.tag == f"{W}t":
            yield child.text or ""
        elif child.tag in MARKS:
            yield MARKS[child.tag]
        elif child.tag not in SKIPPED:
            yield from words(child)
            yield "\n" if child.tag == PARAGRAPH else ""
