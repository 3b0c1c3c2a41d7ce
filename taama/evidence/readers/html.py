"""Web pages: their main text, without menus and cookie notes."""

import re
from html.parser import HTMLParser
from pathlib import Path

from .kinds import HTML
from .reading import Reading, Unreadable
from .text import decoded, one_line_end

CHARSET = re.compile(rb"""<meta[^>]+charset=["']?([\w-]+)""", re.IGNORECASE)
LINES = re.compile(r"\n+")  # the extractor ends each paragraph with a single line end
TITLE = re.compile(r"<title[^>]*>(.*?)</title>", re.IGNORECASE | re.DOTALL)
SILENT = {"script", "style", "noscript", "template", "svg", "head"}
BLOCKS = {"p", "div", "li", "tr", "h1", "h2", "h3", "h4", "h5", "h6", "br", "section", "article", "td", "th"}


def read_html(path: Path) -> Reading:
    """The page's main text; all of its text where no main part can be told apart."""
    import trafilatura  # takes a third of a second to import: only pages pay for it

    page, encoding = page_text(path.read_bytes())
    text = trafilatura.extract(
        page, include_comments=False, include_tables=True, favor_recall=True
    ) or all_text(page)
    if not text.strip():
        raise Unreadable("no_text")
    found = TITLE.search(page)
    title = " ".join(plain(found.group(1)).split()) if found else ""
    text = LINES.sub("\n\n", one_line_end(text))
    return Reading(text, HTML, encoding=encoding, title=title[:300])


def page_text(data: bytes) -> tuple[str, str]:
    """The page decoded: as it says itself where that works, else as any text."""
    said = CHARSET.search(data[:2048])
    if said:
        encoding = said.group(1).decode("ascii").lower()
        try:
            return data.decode(encoding), encoding
        except (LookupError, UnicodeDecodeError):
            pass  # pages often misname their encoding; what follows looks at the bytes instead
    return decoded(data)


def all_text(page: str) -> str:
    """Every text of the page, a line a block."""
    collector = TextOfPage()
    collector.feed(page)
    lines = (" ".join(line.split()) for line in "".join(collector.parts).splitlines())
    return "\n\n".join(line for line in lines if line)


def plain(fragment: str) -> str:
    """A fragment without its marks."""
    collector = TextOfPage()
    collector.feed(fragment)
    return "".join(collector.parts)


class TextOfPage(HTMLParser):
    """Collects text outside scripts and styles."""

    def __init__(self) -> None:
        super().__init__()
        self.parts: list[str] = []
        self.silent = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """A block begins a line; scripts and styles fall silent."""
        self.silent += tag in SILENT
        if tag in BLOCKS:
            self.parts.append("\n")

    def handle_endtag(self, tag: str) -> None:
        """The silence ends."""
        self.silent -= tag in SILENT and self.silent > 0
        if tag in BLOCKS:
            self.parts.append("\n")

    def handle_data(self, data: str) -> None:
        """Keep what a reader sees."""
        if not self.silent:
            self.parts.append(data)
