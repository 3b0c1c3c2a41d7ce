"""Cutting a text into passages with exact offsets: each visible character lies in exactly one."""

import re
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass

from .readers.reading import PageSpan

STANDS_ALONE = re.compile(r"\s*(?:#{1,6}\s|[-*•–▪]\s|\d{1,3}[.)]\s|\||[^\t\n]*\t)")
MARKED_HEADING = re.compile(r"#{1,6}\s")
LONGEST_HEADING = 100
LONGEST_PASSAGE = 3_000  # characters; beyond that nobody could check a citation against it
SENTENCE_GAP = re.compile(r"[.!?…»”]\s+")
WORD_GAP = re.compile(r"\s+")
SENTENCE_ENDS = tuple(".,;:!?…»”)")


@dataclass(frozen=True)
class PassageSpan:
    """`text[start:end]` is the passage; `page` counts from 1, None where the format has no pages."""

    start: int
    end: int
    page: int | None = None
    heading: bool = False


def cut(
    text: str, pages: Sequence[PageSpan] = (), headings: Collection[int] | None = None
) -> tuple[PassageSpan, ...]:
    """Paragraphs, list items, table rows and headings, in order; none crosses a page.

    `headings` are the offsets where headings begin, if the format knows them; else they are told by their look.
    """
    known = None if headings is None else frozenset(headings)
    edges = [*pages] if pages else [None]
    return tuple(span for page in edges for span in spans_of(text, page, known))


def spans_of(text: str, page: PageSpan | None, known: frozenset[int] | None) -> Iterator[PassageSpan]:
    """The passages of one page, or of the whole text."""
    start, end = (page.start, page.end) if page else (0, len(text))
    number = page.page if page else None
    for block in blocks(text, start, end):
        for first, last in bites(text, *block):
            shown = text[first:last]
            begin, stop = first + len(shown) - len(shown.lstrip()), first + len(shown.rstrip())
            heading = is_heading(text[begin:stop]) if known is None else begin in known
            yield PassageSpan(begin, stop, number, heading)


def bites(text: str, first: int, last: int) -> Iterator[tuple[int, int]]:
    """A block in pieces that can be read: parted after sentences, else between words, else anywhere."""
    while last - first > LONGEST_PASSAGE:
        half, most = first + LONGEST_PASSAGE // 2, first + LONGEST_PASSAGE
        gaps = list(SENTENCE_GAP.finditer(text, half, most)) or list(WORD_GAP.finditer(text, half, most))
        end = gaps[-1].end() if gaps else most
        if text[first:end].strip():
            yield first, end
        first = end
    if text[first:last].strip():
        yield first, last


def blocks(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Runs of lines that belong together, as offsets."""
    first: int | None = None
    position = start
    while position < end:
        line_end = text.find("\n", position, end)
        line_end = end if line_end < 0 else line_end
        line = text[position:line_end]
        parts = not line.strip() or STANDS_ALONE.match(line) is not None
        if parts and first is not None:
            yield first, position
            first = None
        if line.strip() and first is None:
            first = position
        if first is not None and MARKED_HEADING.match(line):
            yield first, line_end
            first = None
        position = line_end + 1
    if first is not None:
        yield first, end


def is_heading(passage: str) -> bool:
    """A marked heading, or one short line that ends no sentence and starts no list."""
    if MARKED_HEADING.match(passage):
        return True
    is_short_line = len(passage) <= LONGEST_HEADING and "\n" not in passage
    return is_short_line and not passage.endswith(SENTENCE_ENDS) and STANDS_ALONE.match(passage) is None
