"""What a search asks for, and where a passage says it. Plain Python."""

import re
from collections.abc import Collection, Iterable
from dataclasses import dataclass
from itertools import islice

from .stems import Place, places_of

QUOTED = re.compile('["“”„«»]([^"“”„«»]*)["“”„«»]')
Phrase = tuple[str, ...]
MOST_PHRASES = 12
LONGEST_SEARCH = 400  # characters
LONGEST_SHOWN = 420  # characters of a passage in a list of results
USUAL_LENGTH = 280  # characters of the stems of a passage


def phrases_in(search: str) -> dict[Phrase, str]:
    """What a search asks for, and how it was typed: words, and runs of words quoted or joined by a sign."""
    return dict(islice(all_phrases_in(search).items(), MOST_PHRASES))


def all_phrases_in(search: str) -> dict[Phrase, str]:
    """The same without end but the longest search."""
    cut = search[:LONGEST_SEARCH]
    runs = [list(places_of(cut, *match.span(1))) for match in QUOTED.finditer(cut)]
    runs += joined(places_of(QUOTED.sub(lambda match: " " * len(match[0]), cut)), cut)
    return {tuple(one.stem for one in run): cut[run[0].start : run[-1].end] for run in runs if run}


def joined(places: Iterable[Place], text: str) -> list[list[Place]]:
    """Words without a space between them together (« sous-préfet », "2014-0765")."""
    runs: list[list[Place]] = []
    for place in places:
        gap = text[runs[-1][-1].end : place.start] if runs else " "
        if any(character.isspace() for character in gap):
            runs.append([])
        runs[-1].append(place)
    return runs


def is_cut(search: str) -> bool:
    """Whether a search says more than is looked for."""
    return len(search) > LONGEST_SEARCH or len(all_phrases_in(search)) > MOST_PHRASES


def by_closeness(rows: Iterable[tuple[int, str]], phrases: Collection[Phrase]) -> list[int]:
    """Passages by how much they speak of what is asked, the closest first; of equals the newest."""
    wanted = [f" {' '.join(phrase)} " for phrase in phrases]
    together = f" {' '.join(word for phrase in phrases for word in phrase)} "
    is_several = len(wanted) > 1
    scored = [(often(stems, wanted) + (is_several and together in stems), number) for number, stems in rows]
    return [number for _score, number in sorted(scored, reverse=True)]


def often(stems: str, wanted: Iterable[str]) -> float:
    """How often a passage holds what is wanted; each time more adds less, and a long passage has to say it oftener."""
    spread = 0.5 + len(stems) / USUAL_LENGTH
    score = 0.0
    for phrase in wanted:
        count = stems.count(phrase)
        score += count / (count + spread)
    return score


@dataclass(frozen=True, slots=True)
class Stretch:
    """A run of a passage, marked where it is what was asked."""

    text: str
    is_marked: bool


def marks(text: str, phrases: Collection[Phrase]) -> list[tuple[int, int]]:
    """Where the phrases stand in a text, in order, none over another."""
    beginnings = {phrase[0] for phrase in phrases}
    places = list(places_of(text))
    found: list[tuple[int, int]] = []
    end = 0
    for at, place in enumerate(places):
        if place.stem in beginnings and place.start >= end:
            said = [len(one) for one in phrases if tuple(p.stem for p in places[at : at + len(one)]) == one]
            if said:
                end = places[at + max(said) - 1].end
                found.append((place.start, end))
    return found


def shown(text: str, phrases: Collection[Phrase]) -> tuple[Stretch, ...]:
    """A passage with its marks, cut around the first of them where it is long."""
    found = marks(text, phrases)
    start, end = window(text, found[0][0] if found else 0)
    stretches = [Stretch("… ", False)] if start else []
    at = start
    for first, last in found:
        if start <= first and last <= end:
            stretches += [Stretch(text[at:first], False), Stretch(text[first:last], True)]
            at = last
    tail = text[at:end] + (" …" if end < len(text) else "")
    return tuple(stretch for stretch in (*stretches, Stretch(tail, False)) if stretch.text)


def window(text: str, first: int) -> tuple[int, int]:
    """The part of a text that is shown: whole words around an offset."""
    if len(text) <= LONGEST_SHOWN:
        return 0, len(text)
    wanted = max(0, min(first - LONGEST_SHOWN // 3, len(text) - LONGEST_SHOWN))
    gap = text.find(" ", wanted, first) + 1 if wanted else 0
    start = gap or wanted
    if start + LONGEST_SHOWN >= len(text):
        return start, len(text)
    end = text.rfind(" ", first + 1, start + LONGEST_SHOWN)
    return start, end if end > 0 else start + LONGEST_SHOWN
