"""PDF files with text: page by page, broken lines joined back into paragraphs."""

import ctypes
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path
from typing import TYPE_CHECKING

from .kinds import PDF
from .pictures import Recogniser
from .reading import GAP, Reading, Unreadable, page_spans
from .scans import is_garbled, is_picture, recognise
from .text import NO_TEXT_HAS

if TYPE_CHECKING:
    import pypdfium2

SENTENCE_ENDS = tuple(".!?:;»”")
LIST_MARK = re.compile(r"(?:[-–—•*▪·]|\d{1,2}[.)]|[a-z]\))\s+\S")
FULL_LINE = 0.8  # a line shorter than this share of the longest ends its paragraph if a sentence ends there
WIDE_GAP = 1.2  # of the usual distance between two lines
OTHER_SIZE = 0.6  # points between the letters of a heading, or of a note, and those of the text
HYPHENS = ("\ufffe", "\x02", "\u00ad")  # how pdfium writes a hyphen at a line's end
PRINTED_LINE = re.compile(r"(?P<words>[^\s\ufffe\x02][^\n\r\ufffe\x02]*[\ufffe\x02]?)")
LOCKED = (4, 5)  # pdfium: a password is wanted; a protection it does not know


@dataclass(frozen=True)
class Line:
    """A line as printed: its words, how high it stands on the page and the size of its letters, in points."""

    text: str
    height: float
    size: float


def read_pdf(path: Path, recogniser: Recogniser | None = None) -> Reading:
    """The text of every page; Unreadable where it is encrypted, broken, or cannot be told without a recogniser."""
    document = opened(path)
    pages = [page_text(document, number) for number in range(len(document))]
    spoiled = is_garbled("".join(pages))
    wanted = [number for number, text in enumerate(pages) if spoiled or is_picture(document, number, text)]
    if recogniser is None:
        insist_on_text(pages, spoiled=spoiled, pictures=bool(wanted))
    else:
        recognise(document, pages, wanted, recogniser)
    pages = [clean(text) for text in pages]
    if not any(pages):
        raise Unreadable("no_text")
    unread = () if recogniser else tuple(number + 1 for number in wanted)
    spans = tuple(page_spans(pages))
    title = title_of(document)
    return Reading(
        GAP.join(pages), PDF, spans, title=title, unread=unread, recognised=bool(recogniser and wanted)
    )


def opened(path: Path) -> "pypdfium2.PdfDocument":
    """The file; Unreadable where it is locked or broken."""
    import pypdfium2

    try:
        return pypdfium2.PdfDocument(path)
    except pypdfium2.PdfiumError as error:
        code = "encrypted" if getattr(error, "err_code", None) in LOCKED else "broken"
        raise Unreadable(code, str(error)) from error


def title_of(document: "pypdfium2.PdfDocument") -> str:
    """The title among the file's properties, if it has one."""
    return NO_TEXT_HAS.sub("", document.get_metadata_dict().get("Title", "")).strip()[:300]


def insist_on_text(pages: Sequence[str], *, spoiled: bool, pictures: bool) -> None:
    """Refuse a file whose words only a recogniser could give."""
    if spoiled:
        raise Unreadable("garbled")
    if pictures and not any(map(clean, pages)):
        raise Unreadable("scan")


def page_text(document: "pypdfium2.PdfDocument", number: int) -> str:
    """One page's text; a page that cannot be opened makes the file a broken one."""
    import pypdfium2

    try:
        page = document[number]
        letters = page.get_textpage()
        lines = list(lines_of(letters))
        letters.close()
        page.close()
    except pypdfium2.PdfiumError as error:
        raise Unreadable("broken", f"{number + 1}: {error}") from error
    return GAP.join(text for text in paragraphs(lines) if text.strip())


def lines_of(letters: "pypdfium2.PdfTextPage") -> Iterator[Line]:
    """The lines of a page in reading order, with where they stand."""
    import pypdfium2.raw as pdfium

    x, y = ctypes.c_double(), ctypes.c_double()
    for found in PRINTED_LINE.finditer(characters(letters)):
        first = found.start("words")
        pdfium.FPDFText_GetCharOrigin(letters, first, x, y)
        yield Line(found["words"].rstrip(), y.value, pdfium.FPDFText_GetFontSize(letters, first))


def characters(letters: "pypdfium2.PdfTextPage") -> str:
    """All characters of a page, each at its own index."""
    import pypdfium2.raw as pdfium

    count = letters.count_chars()
    text: str = letters.get_text_range() if count else ""
    if len(text) == count:
        return text
    return "".join(chr(pdfium.FPDFText_GetUnicode(letters, place)) for place in range(count))


def clean(text: str) -> str:
    """Without characters that are no writing."""
    return NO_TEXT_HAS.sub("", text).strip()


def paragraphs(lines: Sequence[Line]) -> Iterator[str]:
    """Lines joined to paragraphs, parted where the page itself parts them."""
    longest = max((len(line.text) for line in lines), default=0)
    usual = usual_distance(lines)
    current = ""
    for before, line in zip([None, *lines], lines, strict=False):
        if before and begins_paragraph(before, line, longest, usual):
            yield current
            current = ""
        current = joined(current, line.text)
    yield current


def usual_distance(lines: Sequence[Line]) -> float:
    """From line to line within a paragraph; 0 where the page does not tell."""
    pairs = pairwise(lines)
    distances = sorted(a.height - b.height for a, b in pairs if a.height > b.height)
    return distances[len(distances) // 4] if distances else 0.0


def begins_paragraph(before: Line, line: Line, longest: int, usual: float) -> bool:
    """Whether a gap, another size of letters, a list mark or a short last line stands between two lines."""
    parted = usual > 0 and before.height - line.height > WIDE_GAP * usual
    resized = abs(before.size - line.size) > OTHER_SIZE
    ended = before.text.endswith(SENTENCE_ENDS) and len(before.text) < FULL_LINE * longest
    return parted or resized or ended or LIST_MARK.match(line.text) is not None


def joined(current: str, line: str) -> str:
    """Two lines of one paragraph; a word broken at the line's end is whole again."""
    if current.endswith(HYPHENS):
        return current[:-1] + line
    return f"{current} {line}" if current else line
