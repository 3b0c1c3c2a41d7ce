"""Lines told by how they begin, with those that belong under them: links, contacts, credits, copies lists."""

from __future__ import annotations

import re
from collections.abc import Sequence

from . import boilerplate_marks as marks
from .lines import A_SENTENCE, FULL_STOP, LONG, SHORT, Line

# Between sentences, not after an abbreviation such as « Tél. ».
SENTENCE_GAP = re.compile(r"(?<=[\w)][\w)][.!?])\s+(?=[\"\xab(]?\s?[^\W\d])")
BULLETS = "\x95-*>\xb7"  # as they are in folded text
WORDS_OF_A_NAME = 8  # « Aminata Exemple, chargée de communication de l’OIM au Mali »
ABOUT_FROM, ABOUT_LINES = 0.4, 8


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


def is_notice(folded: str) -> bool:
    """A cookie note, or a line of addresses."""
    if "cookie" in folded and len(folded) <= 2 * LONG and marks.COOKIE.search(folded):
        return True
    if len(folded) > LONG or not is_address(folded) or folded.count("\t") > 1:
        return False
    is_paragraph = len(folded) > SHORT and SENTENCE_GAP.search(folded) is not None
    return not is_paragraph and not is_prose(folded)


def is_address(folded: str) -> bool:
    """Whether there is a mail address, a telephone, or a web address."""
    if "@" in folded and marks.ADDRESS.search(folded):
        return True
    if "www." in folded or "http" in folded:
        return True
    if ("bp" in folded or "box" in folded or "b.p" in folded) and marks.BOX.search(folded):
        return True
    if not marks.PHONE_DIGITS.search(folded):
        return False
    return any(sign in folded for sign in marks.PHONE_SIGNS) and marks.PHONE.search(folded) is not None


def is_prose(folded: str) -> bool:
    """Whether a line says much before it comes to an address."""
    found = [pattern.search(folded) for pattern in (marks.ADDRESS, marks.WEB, marks.PHONE, marks.REACH)]
    first = min((match.start() for match in found if match), default=0)
    return len(folded[:first].split()) > WORDS_OF_A_NAME


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
