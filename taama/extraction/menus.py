"""Lines told by what they stand among: menus, trails, and the heads and feet of pages."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from . import boilerplate_marks as marks
from .lines import SHORT, Line

MENU_RUN, KNOWN_SHARE = 3, 0.6
REPEATED, FAR = 3, 800  # a page's head or foot comes at least so often, and so far apart
DIGITS = re.compile(r"\d+")


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
    if marks.STEPS.match(folded):
        return 2
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
