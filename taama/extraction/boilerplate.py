"""What stands in a document and is not its own text: letterheads, menus, linked articles, contacts, page feet.

Told line by line, by how a line begins, how long it is and what it stands among; never by what follows from it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from . import boilerplate_marks as marks
from .folding import fold
from .letterheads import letterhead
from .told import Span

BESIDE = "⁂"  # alone on a line: what follows stood around the article of a web page

SHORT, LONG = 90, 300
A_SENTENCE = 140
FULL_STOP = re.compile(r"[.!?;][\"')»\s]*$")
MAIL = "message/rfc822"
SENTENCE_GAP = re.compile(r"(?<=[.!?])\s+(?=[^\s])")
BULLETS = "\x95-*>\xb7"  # as they are in folded text
MENU_RUN, KNOWN_SHARE = 3, 0.6
WORDS_OF_A_NAME = 8  # « Aminata Exemple, chargée de communication de l’OIM au Mali »
REPEATED, FAR = 3, 800  # a page's head or foot comes at least so often, and so far apart
DIGITS = re.compile(r"\d+")


@dataclass(frozen=True, slots=True)
class Line:
    """A line of the text, folded, blanks at its ends left out."""

    start: int
    end: int
    folded: str

    @property
    def is_short(self) -> bool:
        """Too short for a paragraph."""
        return len(self.folded) <= SHORT

    @property
    def is_sentence(self) -> bool:
        """Long, or ended as sentences end."""
        return len(self.folded) > A_SENTENCE or (
            len(self.folded) > 40 and FULL_STOP.search(self.folded) is not None
        )


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


def lines_of(text: str, end: int) -> list[Line]:
    """The lines that hold something."""
    folded, lines, start = fold(text[:end]), [], 0
    for line in folded.split("\n"):
        said = line.strip()
        if said:
            first = start + line.index(said[0])
            lines.append(Line(first, first + len(said), said))
        start += len(line) + 1
    return lines


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


def marked(lines: Sequence[Line], place: int, end: int) -> int:
    """How many lines, from this one, are boilerplate by this one's beginning; 0 where it is none."""
    folded = lines[place].folded
    opening = marks.OPENING.match(folded) if len(folded) <= LONG else None
    if opening is None:
        return 1 if is_notice(folded) else 0
    under = UNDER[opening.lastgroup or ""]
    return under(lines, place, opening.end(), end)


def linked(lines: Sequence[Line], place: int, said: int, end: int) -> int:
    """« Lire aussi : … » alone, or with the next line; a heading of linked articles with its headlines."""
    rest = lines[place].folded[said:].strip(" :-\x95>»\x9b")
    if rest:
        return 1 if len(lines[place].folded) <= A_SENTENCE * 2 else 0
    headlines = headlines_under(lines, place)
    single = marks.ONE_LINK.match(lines[place].folded) and headlines
    return 1 + (1 if single and lines[place].start < end // 2 else headlines)


def headlines_under(lines: Sequence[Line], place: int) -> int:
    """How many lines that are no sentences follow."""
    count = 0
    for line in lines[place + 1 :]:
        is_headline = len(line.folded) <= A_SENTENCE and (
            line.folded[0] in BULLETS or line.folded.endswith("?")
        )
        if (line.is_sentence and not is_headline) or marks.SUBJECT.match(line.folded):
            break
        count += 1
    return count


def short_only(lines: Sequence[Line], place: int, said: int, end: int) -> int:
    """This line, if it is not a paragraph that merely begins so."""
    return 1 if len(lines[place].folded) <= A_SENTENCE else 0


def whole_line(lines: Sequence[Line], place: int, said: int, end: int) -> int:
    """This line."""
    return 1


def contact(lines: Sequence[Line], place: int, said: int, end: int) -> int:
    """« Pour plus d’informations », with the lines of names and numbers that follow."""
    rest = lines[place].folded[said:]
    follows = contact_lines(lines, place)
    return (
        1 + follows
        if follows or is_address(lines[place].folded) or marks.REACH.search(rest) or len(rest) < 3
        else 0
    )


def contact_lines(lines: Sequence[Line], place: int) -> int:
    """How many lines that follow directly hold addresses, or lead to one that does."""
    last = 0
    for count, line in enumerate(lines[place + 1 : place + 8], start=1):
        if line.is_sentence and not is_address(line.folded):
            break
        if is_address(line.folded) or marks.CONTACT_LINE.match(line.folded):
            last = count
        elif count - last > 2:
            break
    return last


def about(lines: Sequence[Line], place: int, said: int, end: int) -> int:
    """A standing paragraph on who publishes, at the end; a heading « À propos » further up is a chapter."""
    line = lines[place]
    if not line.is_short or line.start < end * ABOUT_FROM or FULL_STOP.search(line.folded):
        return 0
    count = 1
    for after in lines[place + 1 :]:
        if count > 1 and after.is_short and not after.is_sentence and not is_address(after.folded):
            break
        count += 1
        if count > ABOUT_LINES:
            break
    return count


def copies(lines: Sequence[Line], place: int, said: int, end: int) -> int:
    """« Ampliations » and the list under it."""
    if lines[place].start < end * ABOUT_FROM:
        return 0
    follows = 0
    for line in lines[place + 1 :]:
        if len(line.folded) > SHORT or (line.is_sentence and len(line.folded) > 60):
            break
        follows += 1
    return 1 + follows


ABOUT_FROM, ABOUT_LINES = 0.4, 8
UNDER = {
    "linked": linked,
    "share": short_only,
    "contact": contact,
    "legal": whole_line,
    "caption": whole_line,
    "keywords": short_only,
    "about": about,
    "copies": copies,
    "page": whole_line,
}


def is_notice(folded: str) -> bool:
    """A cookie note, or a line of addresses."""
    if "cookie" in folded and len(folded) <= 2 * LONG and marks.COOKIE.search(folded):
        return True
    is_row = folded.count("\t") > 1
    is_paragraph = len(folded) > LONG or (len(folded) > 2 * SHORT and SENTENCE_GAP.search(folded))
    return not is_row and not is_paragraph and is_address(folded) and not is_prose(folded)


def is_address(folded: str) -> bool:
    """Whether there is a mail address, a telephone, or a web address."""
    if "@" in folded and marks.ADDRESS.search(folded):
        return True
    if "www." in folded or "http" in folded or marks.BOX.search(folded):
        return True
    return any(sign in folded for sign in marks.PHONE_SIGNS) and marks.PHONE.search(folded) is not None


def is_prose(folded: str) -> bool:
    """Whether a line says much before it comes to an address."""
    found = [pattern.search(folded) for pattern in (marks.ADDRESS, marks.WEB, marks.PHONE, marks.REACH)]
    first = min((match.start() for match in found if match), default=0)
    return len(folded[:first].split()) > WORDS_OF_A_NAME


def menus(lines: Sequence[Line]) -> Iterator[int]:
    """Rows of entries, trails, and runs of lines that are an entry each."""
    run: list[int] = []
    for place, line in enumerate(lines):
        entries = entries_of(line.folded) if len(line.folded) <= 2 * SHORT else 0
        if entries > 1:
            yield place
        if entries == 1 or (run and not entries and may_be_entry(line.folded)):
            run.append(place)
        elif run:
            yield from entries_in(lines, run)
            run = []
    yield from entries_in(lines, run)


def entries_in(lines: Sequence[Line], run: Sequence[int]) -> Sequence[int]:
    """The lines of a run up to its last known entry, if enough of them are known."""
    known = [place for place in run if lines[place].folded in marks.MENU]
    if len(known) < MENU_RUN:
        return ()
    upto = [place for place in run if place <= known[-1]]
    return upto if len(known) >= KNOWN_SHARE * len(upto) else known


def may_be_entry(folded: str) -> bool:
    """Whether a line among entries of a menu may be one that nobody foresaw."""
    return len(folded) <= 30 and len(folded.split()) <= 4 and folded[-1].isalpha()


def entries_of(folded: str) -> int:
    """How many entries of a menu a line is made of: 0 for a line of text, 1 for a single entry."""
    if marks.SURE_ENTRIES.match(folded):
        return 2
    if folded in marks.MENU:
        return 1
    if not any(sign in folded for sign in marks.ENTRY_SIGNS):
        return 2 if marks.TRAIL.match(folded) else 0
    parts = [part.strip(" .") for part in marks.ENTRY_GAP.split(folded) if part]
    if len(parts) < 2 or any(len(part.split()) > 6 for part in parts):
        return 0
    known = sum(part in marks.MENU for part in parts)
    is_row = known == len(parts) or (
        len(parts) >= MENU_RUN and (known >= 2 or (known and not DIGITS.search(folded)))
    )
    return len(parts) if is_row or marks.TRAIL.match(folded) else 0


def repeated(lines: Sequence[Line]) -> Iterator[int]:
    """Heads and feet of pages: a short line that comes again and again, far apart, but for its number."""
    places: dict[str, list[int]] = {}
    if len(lines) < 2 * REPEATED:
        return
    for place, line in enumerate(lines):
        if 12 <= len(line.folded) <= SHORT and "\t" not in line.folded:
            places.setdefault(DIGITS.sub("#", line.folded), []).append(place)
    for found in places.values():
        if len(found) >= REPEATED and is_far_apart([lines[place].start for place in found]):
            yield from found


def is_far_apart(starts: Sequence[int]) -> bool:
    """Whether they come once a page and not once a row."""
    return all(after - before >= FAR for before, after in pairwise(starts))


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
