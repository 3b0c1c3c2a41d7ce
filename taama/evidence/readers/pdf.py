"""PDF files with text: page by page, broken lines joined back into paragraphs."""

from collections.abc import Iterator
from pathlib import Path

from .kinds import PDF
from .reading import PageSpan, Reading, Unreadable

PAGE_GAP = "\n\n"
SENTENCE_ENDS = tuple(".!?:;»”")
LIST_MARKS = ("-", "–", "—", "•", "*", "▪")
FULL_LINE = 0.8  # a line shorter than this share of the longest ends its paragraph if a sentence ends there
HYPHENS = ("\ufffe", "\x02", "\u00ad")  # how pdfium writes a hyphen at a line's end


def read_pdf(path: Path) -> Reading:
    """The text of every page; Unreadable where it is encrypted, broken, or pictures only."""
    import pypdfium2

    try:
        document = pypdfium2.PdfDocument(path)
    except pypdfium2.PdfiumError as error:
        raise Unreadable("encrypted" if "password" in str(error).lower() else "broken", str(error)) from error
    pages = [page_text(document, number) for number in range(len(document))]
    if not any(pages):
        raise Unreadable("no_text")
    title = document.get_metadata_dict().get("Title", "")
    return Reading(PAGE_GAP.join(pages), PDF, tuple(spans(pages)), title=title[:300])


def page_text(document: "object", number: int) -> str:
    """One page's text; a page that cannot be opened makes the file a broken one."""
    import pypdfium2

    try:
        raw = document[number].get_textpage().get_text_bounded()  # type: ignore[index]
    except pypdfium2.PdfiumError as error:
        raise Unreadable("broken", f"{number + 1}: {error}") from error
    return "\n\n".join(paragraphs(raw))


def spans(pages: list[str]) -> Iterator[PageSpan]:
    """Where each page's text lies in the whole."""
    start = 0
    for number, text in enumerate(pages, start=1):
        yield PageSpan(number, start, start + len(text))
        start += len(text) + len(PAGE_GAP)


def paragraphs(raw: str) -> Iterator[str]:
    """Lines joined to paragraphs: a blank line, a list mark, or a short line that ends a sentence parts them."""
    lines = [line.strip() for line in raw.replace("\r\n", "\n").replace("\r", "\n").split("\n")]
    longest = max((len(line) for line in lines), default=0)
    current = ""
    for line in lines:
        if current and (not line or line.startswith(LIST_MARKS)):
            yield current
            current = ""
        current = joined(current, line)
        if ends_paragraph(line, longest):
            yield current
            current = ""
    if current:
        yield current


def ends_paragraph(line: str, longest: int) -> bool:
    """Whether a paragraph ends with this line."""
    return bool(line) and line.endswith(SENTENCE_ENDS) and len(line) < FULL_LINE * longest


def joined(current: str, line: str) -> str:
    """Two lines of one paragraph; a word broken at the line's end is whole again."""
    if not current or not line:
        return current or line
    if current.endswith(HYPHENS):
        return current[:-1] + line
    return f"{current} {line}"
