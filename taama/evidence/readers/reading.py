"""What a reader gives back, and how it says that it cannot."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import asdict, dataclass
from typing import Any

GAP = "\n\n"


class Unreadable(Exception):
    """The file cannot be read; `code` says why in one word, `detail` adds what only the reader knows."""

    def __init__(self, code: str, detail: str = "") -> None:
        super().__init__(code, detail)
        self.code = code
        self.detail = detail


@dataclass(frozen=True)
class PageSpan:
    """Where a page's text lies: `text[start:end]`; pages count from 1."""

    page: int
    start: int
    end: int


@dataclass(frozen=True)
class Block:
    """A paragraph, a list item, a table, a heading: what stands by itself on the page."""

    text: str
    is_heading: bool = False


@dataclass(frozen=True)
class Reading:
    """The text of a file.

    `encoding` is what the bytes were read as; empty where the format knows itself.
    `headings` are the offsets where headings begin; None where the format does not mark them.
    `unread` are pages that hold a picture and no text; `recognised` says that pictures of pages were read.
    `dated` and `publisher` are what the file says of itself apart from its text.
    """

    text: str
    media_type: str
    pages: tuple[PageSpan, ...] = ()
    encoding: str = ""
    title: str = ""
    headings: tuple[int, ...] | None = None
    unread: tuple[int, ...] = ()
    recognised: bool = False
    dated: str = ""
    publisher: str = ""

    def as_json(self) -> dict[str, Any]:
        """For the way from the child process to its parent."""
        return asdict(self)

    @classmethod
    def from_json(cls, record: dict[str, Any]) -> "Reading":
        """Back again."""
        pages = tuple(PageSpan(**page) for page in record["pages"])
        headings = None if record["headings"] is None else tuple(record["headings"])
        unread = tuple(record["unread"])
        return cls(**{**record, "pages": pages, "headings": headings, "unread": unread})


def page_spans(pages: Sequence[str]) -> Iterator[PageSpan]:
    """Where each page's text lies in the whole, pages parted by a blank line."""
    start = 0
    for number, text in enumerate(pages, start=1):
        yield PageSpan(number, start, start + len(text))
        start += len(text) + len(GAP)


def in_blocks(blocks: Iterable[Block]) -> tuple[str, tuple[int, ...]]:
    """(text with a blank line between blocks, where its headings begin); empty blocks are left out."""
    said = [block for block in blocks if block.text.strip()]
    starts, position = [], 0
    for block in said:
        if block.is_heading:
            starts.append(position)
        position += len(block.text) + len(GAP)
    return GAP.join(block.text for block in said), tuple(starts)
