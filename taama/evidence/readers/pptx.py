"""Slides: each a page, a text frame's paragraphs its blocks, a table's row a line."""

import posixpath
import re
from collections.abc import Iterator
from pathlib import Path
from xml.etree import ElementTree

from .archives import judged_names, member
from .kinds import PPTX
from .markup import tree
from .reading import GAP, Block, PageSpan, Reading, Unreadable, in_blocks

A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
P = "{http://schemas.openxmlformats.org/presentationml/2006/main}"
LINK = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"
TITLE = "{http://purl.org/dc/elements/1.1/}title"
FALLBACK = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"
TITLES = {"title", "ctrTitle"}
NOT_THE_SLIDE = {"sldNum", "ftr", "dt", "hdr"}  # the foot of each slide
BLANKS = re.compile(r"[ \t\n\v]+")


def read_pptx(path: Path) -> Reading:
    """The text of the slides in the order they are shown."""
    names = judged_names(path)
    text, pages, headings = "", [], []
    for number, name in enumerate(slides(path, names), start=1):
        shown, starts = in_blocks(blocks_of(tree(member(path, name, names)), is_title=False))
        text += GAP if number > 1 else ""
        pages.append(PageSpan(number, len(text), len(text) + len(shown)))
        headings += [len(text) + start for start in starts]
        text += shown
    if not text.strip():
        raise Unreadable("no_text")
    return Reading(text, PPTX, tuple(pages), title=title_of(path, names), headings=tuple(headings))


def slides(path: Path, names: set[str]) -> list[str]:
    """The parts that hold the slides, in the order of the show."""
    links = member(path, "ppt/_rels/presentation.xml.rels", names)
    show = tree(member(path, "ppt/presentation.xml", names)).iter(f"{P}sldId")
    targets = {link.get("Id", ""): link.get("Target", "") for link in tree(links)} if links else {}
    parts = (posixpath.normpath(posixpath.join("ppt", targets.get(one.get(LINK, ""), ""))) for one in show)
    return [part.removeprefix("/") for part in parts if part.removeprefix("/") in names]


def title_of(path: Path, names: set[str]) -> str:
    """The title among the file's properties, if it has one."""
    data = member(path, "docProps/core.xml", names)
    return (tree(data).findtext(TITLE, "").strip() if data else "")[:300]


def blocks_of(root: ElementTree.Element, *, is_title: bool) -> Iterator[Block]:
    """Paragraphs and table rows; those of the title are headings."""
    for child in root:
        if child.tag == f"{P}sp":
            kind = placeholder(child)
            if kind not in NOT_THE_SLIDE:
                yield from blocks_of(child, is_title=kind in TITLES)
        elif child.tag == f"{A}tbl":
            yield Block("\n".join(rows(child)))
        elif child.tag == f"{A}p":
            yield Block(said(child), is_title)
        elif child.tag != FALLBACK:
            yield from blocks_of(child, is_title=is_title)


def placeholder(shape: ElementTree.Element) -> str:
    """What a shape is on the slide: its title, its number, its foot."""
    mark = shape.find(f".//{P}ph")
    return mark.get("type", "") if mark is not None else ""


def rows(table: ElementTree.Element) -> Iterator[str]:
    """A table's rows, cells parted by tabs."""
    for line in table.iter(f"{A}tr"):
        cells = (
            BLANKS.sub(" ", " ".join(map(said, cell.iter(f"{A}p")))).strip() for cell in line.iter(f"{A}tc")
        )
        yield "\t".join(cells).strip()


def said(paragraph: ElementTree.Element) -> str:
    """The words of a paragraph, its line breaks kept."""
    parts = (
        part.text or "" if part.tag == f"{A}t" else "\n" for part in paragraph.iter() if part.tag in SAID
    )
    return "".join(parts).strip()


SAID = {f"{A}t", f"{A}br"}
