"""When a figure holds that leaves its time to the sentences before it."""

import re
from bisect import bisect_left

from .passage import Passage
from .said import Found
from .sentences import sentence_at
from .told import ToldTime

PEOPLE = ("persons", "households", "movements")
COUNTED = (*PEOPLE, "count")
REACH = 400
ENDED = re.compile(r"[.!?][ \n]")
# « Au 31 mai, … »: a time before which its sentence says nothing holds for the sentences behind it.
FRONT = re.compile(
    r"[^a-z]*(?:(?:as of|as at|au|en|in|entre|between|du|de|from|during|since|depuis|on|le|a la date du)[ ])?"
)


def time_before(passage: Passage, found: Found, floor: int) -> ToldTime | None:
    """The time of the people counted in the sentence before; else the one that opened a sentence before."""
    if found.unit not in COUNTED:
        return None
    return time_of_people(passage, found, floor) or time_of_scene(passage, floor)


def time_of_people(passage: Passage, found: Found, floor: int) -> ToldTime | None:
    """The time of the figure before, where people are counted on in the next sentence of a paragraph."""
    earlier = passage.people
    if earlier is None or found.unit not in PEOPLE or "\n\n" in passage.folded[earlier.end : floor]:
        return None
    is_next = not ENDED.search(passage.folded, earlier.end, max(earlier.end, floor - 2))
    return earlier.time if is_next else None


def time_of_scene(passage: Passage, floor: int) -> ToldTime | None:
    """The time told last in the paragraph, if it opened its sentence."""
    place = bisect_left(passage.time_starts, floor) - 1
    time = passage.times[place] if place >= 0 else None
    if time is None or floor - time.end > REACH or "\n" in passage.folded[time.end : floor]:
        return None
    start, _ = sentence_at(passage.folded, time.start)
    return time if FRONT.fullmatch(passage.folded, start, time.start) else None
