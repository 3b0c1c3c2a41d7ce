"""The Compact as shipped, read and checked once a process; each test then gets its rows by two statements a table."""

from taama.compact.changes import load_compact
from taama.compact.models import Crosswalk, Framework, Item
from taama.journal.changes import open_change, record
from tests.cast import STAGE

MEMBERS = Item.members.through
KEPT: list[list[object]] = []


def the_compact():
    """What loading the Compact tallies; the first time by loading it, later by putting the same rows in."""
    if not KEPT:
        tally = load_compact(by=STAGE)
        KEPT.extend([tally, *(list(model.objects.all()) for model in (Framework, Item, Crosswalk, MEMBERS))])
        return tally
    tally, frameworks, items, crosswalks, members = KEPT
    with open_change():
        for model, rows in (
            (Framework, frameworks),
            (Item, items),
            (Crosswalk, crosswalks),
            (MEMBERS, members),
        ):
            model.objects.bulk_create(rows)
        for framework in frameworks:
            record("compact.framework.loaded", framework, by=STAGE)
    return tally
