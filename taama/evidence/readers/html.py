"""Web pages: their main text, without menus and cookie notes."""

import re
from collections.abc import Sequence
from html.parser import HTMLParser
from pathlib import Path

from .kinds import HTML
from .reading import Block, Reading, Unreadable, in_blocks
from .text import decoded, strictly

CHARSET = re.compile(rb"""<meta[^>]+charset=["']?([\w-]+)""", re.IGNORECASE)
MARKS = (b"\xef\xbb\xbf", b"\xff\xfe", b"\xfe\xff")
ASCII = (
    bytes(range(32, 92)) + bytes(range(93, 127)) + rb"\x41+AGE-"
)  # the end tells apart codecs that unescape
SAID_AS_READ = {"iso-8859-1": "cp1252", "latin1": "cp1252", "latin-1": "cp1252", "us-ascii": "cp1252"}
BLANKS = re.compile(r"[ \t\n\r\f]+")
BLANK_RUN = re.compile(r" +")
AROUND_MARKS = re.compile(r" *([\n\t]) *")
LONG_ENOUGH = 30  # a block this long that stands in the main text did not get there by chance

SILENT = {"script", "style", "noscript", "template", "svg", "nav", "button", "select", "textarea", "title"}
HEADINGS = {"h1", "h2", "h3", "h4", "h5", "h6"}
CELLS = {"td", "th"}
NOTE_MARK = {"a", "sup"}  # a raised link is the number of a note, and must not lengthen the number before it
BLOCKS = HEADINGS | {
    "p", "div", "li", "tr", "br", "section", "article", "main", "header", "footer", "aside", "blockquote", "figure",
    "figcaption", "table", "caption", "ul", "ol", "dl", "dt", "dd", "pre", "hr", "form", "address", "details",
    "summary", "body",
}  # fmt: skip


def read_html(path: Path) -> Reading:
    """The page's main text; all of its text where no main part can be told apart."""
    page, encoding = page_text(path.read_bytes())
    parts = PartsOfPage(page)
    text, headings = in_blocks(main_blocks(parts.blocks, main_text(page)))
    if not text:
        raise Unreadable("no_text")
    return Reading(text, HTML, encoding=encoding, title=parts.title[:300], headings=headings)


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


def main_text(page: str) -> str:
    """The words of the main part, without order or blanks: good for asking whether a block belongs to it."""
    import trafilatura  # takes half a second to import: only pages pay for it

    found = trafilatura.extract(page, include_comments=False, include_tables=True, favor_recall=True)
    return squeezed(found or "")


def main_blocks(blocks: Sequence[Block], main: str) -> Sequence[Block]:
    """From the first block of the main part to the last, whole: the extractor finds it, but breaks sentences."""
    found = [place for place, block in enumerate(blocks) if is_long_part(block, main)]
    if not found:
        return blocks
    first = found[0]
    while first and blocks[first - 1].is_heading:
        first -= 1
    return blocks[first : found[-1] + 1]


def is_long_part(block: Block, main: str) -> bool:
    """Whether a block of some length stands in the main part."""
    words = squeezed(block.text)
    return len(words) >= LONG_ENOUGH and words in main


def squeezed(text: str) -> str:
    """The letters and digits alone."""
    return re.sub(r"[\W_]+", "", text)


class PartsOfPage(HTMLParser):
    """What a reader sees, block by block; a table row is one block, its cells parted by tabs."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.blocks: list[Block] = []
        self.title = ""
        self.silent: list[str] = []
        self.in_heading = self.begins_as_heading = self.row_has_words = False
        self.words: list[str] = []
        self.open: set[str] = set()
        self.gap = ""  # what comes before the next words: nothing, a tab to the next cell, or a new block
        self.feed(page)
        self.close()
        self.end_block()
        self.title = tidy(self.title)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """A block begins, or a cell, or silence."""
        if tag in SILENT:
            self.silent.append(tag)
        elif tag in CELLS:
            self.gap = self.gap.strip("\n") + "\t" if self.row_has_words else "\n"
        elif tag == "br":
            self.words.append("\n")
        elif tag in BLOCKS:
            self.gap = self.gap or "\n"
        if tag == "tr":
            self.gap, self.row_has_words = "\n", False
        self.in_heading = self.in_heading or tag in HEADINGS
        self.open |= {tag} & NOTE_MARK

    def handle_endtag(self, tag: str) -> None:
        """A block ends, or silence."""
        if tag in self.silent:
            del self.silent[self.silent.index(tag) :]
        if tag in BLOCKS:
            self.gap = self.gap or "\n"
        self.in_heading = self.in_heading and tag not in HEADINGS
        self.open -= {tag}

    def handle_data(self, data: str) -> None:
        """Keep what is seen, and the page's title."""
        if self.silent == ["title"]:
            self.title += data
        elif not self.silent:
            is_note = self.open == NOTE_MARK and data.strip().isdigit()
            self.keep(f"[{data.strip()}]" if is_note else BLANKS.sub(" ", data))

    def keep(self, words: str) -> None:
        """Add words to the block at hand, or to a new one."""
        if words.strip():
            if "\n" in self.gap:
                self.end_block()
            self.words.append(self.gap.strip("\n"))
            self.begins_as_heading = self.begins_as_heading or self.in_heading
            self.gap, self.row_has_words = "", True
        self.words.append(words)

    def end_block(self) -> None:
        """Close the block at hand."""
        text = tidy("".join(self.words))
        if text:
            self.blocks.append(Block(text, self.begins_as_heading))
        self.words, self.begins_as_heading = [], False


def tidy(text: str) -> str:
    """Single blanks within a line, none around line ends and tabs; unbreakable blanks stay."""
    return AROUND_MARKS.sub(r"\1", BLANK_RUN.sub(" ", text)).strip()
