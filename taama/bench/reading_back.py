"""Reading figures back from finished files, with readers that are not ours."""

import re
import zipfile
from html.parser import HTMLParser
from pathlib import Path

import pypdfium2

# White space, and what readers write where a word is broken at a line's end.
SPACES = re.compile("[\\s\x02\u00ad\ufffe]+")
WORD_TEXT = re.compile(r"<w:t(?: [^>]*)?>([^<]*)")


def figures_missing(path: Path, wanted: list[str]) -> list[str]:
    """The figures that do not stand in this file's text, spaces aside (a line may break inside a number's unit)."""
    text = squeezed(READERS[path.suffix](path))
    return [figure for figure in wanted if squeezed(figure) not in text]


def squeezed(text: str) -> str:
    """Without any white space."""
    return SPACES.sub("", text)


def pdf_text(path: Path) -> str:
    """All text of a PDF."""
    document = pypdfium2.PdfDocument(path)
    return " ".join(page.get_textpage().get_text_bounded() for page in document)


def docx_text(path: Path) -> str:
    """All text of a DOCX, notes included."""
    with zipfile.ZipFile(path) as archive:
        parts = [name for name in ("word/document.xml", "word/footnotes.xml") if name in archive.namelist()]
        return " ".join("".join(WORD_TEXT.findall(archive.read(name).decode())) for name in parts)


class TextOnly(HTMLParser):
    """Collects the text of a page."""

    def __init__(self) -> None:
        super().__init__()
        self.parts: list[str] = []

    def handle_data(self, data: str) -> None:
        """Keep every text."""
        self.parts.append(data)


def html_text(path: Path) -> str:
    """All text of a page."""
    parser = TextOnly()
    parser.feed(path.read_text(encoding="utf-8"))
    return "".join(parser.parts)


READERS = {".pdf": pdf_text, ".docx": docx_text, ".html": html_text}
