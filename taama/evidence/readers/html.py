"""Web pages: the article first, and below a line what stands around it: menus, linked articles, cookie notes."""

import re
from collections.abc import Sequence
from pathlib import Path

from taama.extraction.boilerplate import BESIDE

from .kinds import HTML
from .page_parts import PartsOfPage, is_beside
from .reading import Block, Reading, Unreadable, in_blocks
from .text import decoded, strictly

CHARSET = re.compile(rb"""<meta[^>]+charset=["']?([\w-]+)""", re.IGNORECASE)
MARKS = (b"\xef\xbb\xbf", b"\xff\xfe", b"\xfe\xff")
ASCII = (
    bytes(range(32, 92)) + bytes(range(93, 127)) + rb"\x41+AGE-"
)  # the end tells apart codecs that unescape
SAID_AS_READ = {"iso-8859-1": "cp1252", "latin1": "cp1252", "latin-1": "cp1252", "us-ascii": "cp1252"}


def read_html(path: Path) -> Reading:
    """All of the page's text, its article before what stands around it."""
    page, encoding = page_text(path.read_bytes())
    parts = PartsOfPage(page)
    text, headings = in_blocks(article_first(parts))
    if not text:
        raise Unreadable("no_text")
    return Reading(
        text, HTML, encoding=encoding, title=parts.title[:300], headings=headings,
        dated=parts.dated, publisher=parts.publisher[:200],
    )  # fmt: skip


def page_blocks(page: str) -> Sequence[Block]:
    """The blocks of a page given as text, its article first."""
    return article_first(PartsOfPage(page))


def article_first(parts: PartsOfPage) -> Sequence[Block]:
    """The article's blocks, a line, and the others; as they come where no article can be told apart."""
    around = is_beside(parts.blocks)
    article = [part.block for part, beside in zip(parts.blocks, around, strict=True) if not beside]
    others = [part.block for part, beside in zip(parts.blocks, around, strict=True) if beside]
    return [*article, Block(BESIDE), *others] if article and others else [*article, *others]


def page_text(data: bytes) -> tuple[str, str]:
    """The page decoded: as it says itself where that works, else as any text."""
    said = CHARSET.search(data[:2048])
    if said and not data.startswith(MARKS):
        encoding = said.group(1).decode("ascii").lower()
        encoding = SAID_AS_READ.get(encoding, encoding)  # what browsers do, and what authors mean
        if contains_ascii(encoding):
            try:
                return strictly(data, encoding)
            except Unreadable:
                pass  # pages often misname their encoding; what follows looks at the bytes instead
    return decoded(data)


def contains_ascii(encoding: str) -> bool:
    """Whether it is a text encoding in which the mark that names it could be read at all."""
    try:
        return ASCII.decode(encoding) == ASCII.decode("ascii")
    except (LookupError, UnicodeError):
        return False
