"""Word files: paragraphs, tables and notes, with tracked insertions and without tracked deletions."""

from collections.abc import Iterator
from pathlib import Path
from xml.etree import ElementTree

from .archives import judged_names, member
from .kinds import DOCX
from .reading import Reading, Unreadable

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
TITLE = "{http://purl.org/dc/elements/1.1/}title"
NOTES = ("word/footnotes.xml", "word/endnotes.xml")


def read_docx(path: Path) -> Reading:
    """The text of the file, a paragraph a block, a table row a line."""
    names = judged_names(path)
    blocks = [block for block in blocks_of(tree(member(path, "word/document.xml", names))) if block.strip()]
    for name in NOTES:
        data = member(path, name, names)
        blocks += [block for block in blocks_of(tree(data)) if block.strip()] if data else []
    if not blocks:
        raise Unreadable("no_text")
    return Reading("\n\n".join(blocks), DOCX, title=title_of(path, names))


def tree(data: bytes) -> ElementTree.Element:
    """The parsed part; a document type or an entity is refused before parsing."""
    if b"<!DOCTYPE" in data or b"<!ENTITY" in data:
        raise Unreadable("bomb", "DOCTYPE")
    try:
        return ElementTree.fromstring(data)  # noqa: S314  # no DTD reaches it, and the process has limits
    except ElementTree.ParseError as error:
        raise Unreadable("broken", str(error)) from error


def title_of(path: Path, names: set[str]) -> str:
    """The title among the file's properties, if it has one."""
    data = member(path, "docProps/core.xml", names)
    return (tree(data).findtext(TITLE, "").strip() if data else "")[:300]


def blocks_of(root: ElementTree.Element) -> Iterator[str]:
    """Paragraphs and table rows in reading order."""
    for child in root:
        if child.tag == f"{W}p":
            yield paragraph(child)
        elif child.tag == f"{W}tbl":
            yield "\n".join(row(line) for line in child.iter(f"{W}tr"))
        else:
            yield from blocks_of(child)


def row(line: ElementTree.Element) -> str:
    """A table row, cells parted by tabs."""
    cells = (" ".join(paragraph(part) for part in cell.iter(f"{W}p")) for cell in line.iter(f"{W}tc"))
    return "\t".join(cell.strip() for cell in cells)


def paragraph(element: ElementTree.Element) -> str:
    """A paragraph's words; deleted words carry another tag and so stay out."""
    marks = {f"{W}tab": "\t", f"{W}br": "\n", f"{W}cr": "\n", f"{W}noBreakHyphen": "\u2011"}
    words = (node.text or "" if node.tag == f"{W}t" else marks.get(node.tag, "") for node in element.iter())
    return "".join(words).strip()
