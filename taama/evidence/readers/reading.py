"""What a reader gives back, and how it says that it cannot."""

from dataclasses import asdict, dataclass
from typing import Any


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
class Reading:
    """The text of a file. `encoding` is what the bytes were read as; empty where the format knows itself."""

    text: str
    media_type: str
    pages: tuple[PageSpan, ...] = ()
    encoding: str = ""
    title: str = ""

    def as_json(self) -> dict[str, Any]:
        """For the way from the child process to its parent."""
        return asdict(self)

    @classmethod
    def from_json(cls, record: dict[str, Any]) -> "Reading":
        """Back again."""
        pages = tuple(PageSpan(**page) for page in record["pages"])
        return cls(**{**record, "pages": pages})
