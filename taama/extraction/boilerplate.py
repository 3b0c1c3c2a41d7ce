"""What stands in a document and is not its own text: letterheads, menus, linked articles, contacts, page feet.

Told line by line, by how a line begins, how long it is and what it stands among; never by what follows from it.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from . import boilerplate_marks as marks
from .letterheads import letterhead
from .lines import SHORT, Line, lines_of
from .menus import menus, repeated
from .openings import SENTENCE_GAP, is_address, is_prose, marked
from .told import Span

BESIDE = "⁂"  # alone on a line: what follows stood around the article of a web page
MAIL = "message/rfc822"


def boilerplate_of(text: str, media_type: str = "") -> list[Span]:
    """The stretches that are not the document's own text, in order, none touching another."""
    around = text.rfind(f"\n{BESIDE}\n")
    end = around + 1 if around >= 0 else len(text)
    lines = lines_of(text, end)
    taken = [False] * len(lines)
    for place in (*head(lines, media_type), *body(lines, end), *repeated(lines)):
        taken[place] = True
    spans = [*runs(lines, taken), *within_paragraphs(lines, taken)]
    if around >= 0:
        spans.append(Span(end, len(text)))
    return sorted(spans, key=lambda span: span.start)


def head(lines: Sequence[Line], media_type: str) -> Iterator[int]:
    """The lines of a letterhead, or of a mail's heads."""
    if media_type == MAIL:
        for place, line in enumerate(lines):
            if not marks.MAIL_HEAD.match(line.folded) and not marks.SUBJECT.match(line.folded):
                break
            if not marks.SUBJECT.match(line.folded):
                yield place
    yield from letterhead([line.folded for line in lines])


def body(lines: Sequence[Line], end: int) -> Iterator[int]:
    """Lines told by how they begin, with those under them; menus; cookie notes."""
    place = 0
    while place < len(lines):
        found = marked(lines, place, end)
        yield from range(place, place + found)
        place += found or 1
    yield from menus(lines)


def runs(lines: Sequence[Line], taken: Sequence[bool]) -> Iterator[Span]:
    """Lines that follow one another as one stretch."""
    start: int | None = None
    for place, line in enumerate(lines):
        if taken[place] and start is None:
            start = line.start
        if taken[place] and start is not None and not (place + 1 < len(lines) and taken[place + 1]):
            yield Span(start, line.end)
            start = None


def within_paragraphs(lines: Sequence[Line], taken: Sequence[bool]) -> Iterator[Span]:
    """In a long paragraph, the sentence that says whom to write to, or who the publisher is."""
    for place, line in enumerate(lines):
        if taken[place] or len(line.folded) <= SHORT or not may_hold_notice(line.folded):
            continue
        start = 0
        for gap in (*SENTENCE_GAP.finditer(line.folded), None):
            end = gap.start() if gap else len(line.folded)
            if is_notice_sentence(line.folded[start:end]):
                yield Span(line.start + start, line.start + end)
            start = gap.end() if gap else end


def may_hold_notice(folded: str) -> bool:
    """A quick look before sentences are cut."""
    if "leading" in folded or "principal" in folded or "@" in folded:
        return True
    return "information" in folded and any(sign in folded for sign in marks.REACH_SIGNS)


def is_notice_sentence(folded: str) -> bool:
    """Whether a sentence only tells whom to write to, or who the publisher is."""
    opening = marks.OPENING.match(folded)
    if opening is not None and opening.lastgroup == "contact":
        return is_address(folded) or marks.REACH.search(folded) is not None
    if is_address(folded) and not is_prose(folded):
        return True
    return marks.STANDING.match(folded) is not None
