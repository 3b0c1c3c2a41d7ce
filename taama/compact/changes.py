"""Loading frameworks and the crosswalks between them; loading twice changes nothing."""

from collections.abc import Mapping
from pathlib import Path

from taama.journal.actors import Actor
from taama.journal.changes import change, record
from taama.journal.keeping import Tally, keep, keep_ties
from taama.web.identity import derived_id
from taama.web.tables import Row, read_rows

from .loading import DATA, FrameworkFiles, ItemCard, framework_folders, read_framework
from .models import Crosswalk, Framework, Item


def load_compact(*, by: Actor, data: Path = DATA) -> Tally:
    """Load every framework and crosswalk the house ships."""
    total = Tally()
    for folder in framework_folders():
        total += load_framework(files=read_framework(folder), by=by)
    for path in sorted((data / "crosswalks").glob("*.csv")):
        total += load_crosswalk(path=path, by=by)
    return total


@change
def load_framework(*, files: FrameworkFiles, by: Actor) -> Tally:
    """Add or mend one framework; items it no longer lists stay, since plans may point at them."""
    tally = Tally()
    card = files.card
    framework = keep(
        Framework,
        derived_id("compact.framework", card["code"]),
        {name: card[name] for name in ("code", "edition", "name", "acronym", "source")},
        tally,
    )
    items: dict[str, Item] = {}
    for code, item_card in files.items.items():
        items[code] = keep_item(framework, item_card, items, tally)
    for code, item_card in files.items.items():
        keep_ties(items[code], "members", [items[member] for member in item_card.members], tally)
    if tally.anything:
        record("compact.framework.loaded", framework, by=by, detail=tally.as_detail())
    return tally


def keep_item(framework: Framework, card: ItemCard, items: Mapping[str, Item], tally: Tally) -> Item:
    """One item of a framework."""
    row = card.row
    values = {
        "framework": framework,
        "code": row["code"],
        "kind": row["kind"],
        "parent": items[row["parent"]] if row["parent"] else None,
        "position": row.integer("position"),
        "paragraph": row["paragraph"],
        "title": card.title,
        "short": card.short,
        "official_in": sorted(card.official_in),
        "text_sources": card.text_sources,
    }
    return keep(Item, derived_id("compact.item", framework.code, row["code"]), values, tally)


@change
def load_crosswalk(*, path: Path, by: Actor) -> Tally:
    """Add or mend the ties of one crosswalk file."""
    tally = Tally()
    columns = ("from_framework", "from_code", "to_framework", "to_code", "note", "source")
    known: dict[str, dict[str, Item]] = {}
    for item in Item.objects.select_related("framework"):
        known.setdefault(item.framework.code, {})[item.code] = item
    for row in read_rows(path, columns):
        keep_tie(row, known, tally)
    if tally.anything:
        newest = Crosswalk.objects.order_by("pk").first()
        assert newest is not None
        record("compact.crosswalk.loaded", newest, by=by, detail={"file": path.name, **tally.as_detail()})
    return tally


def keep_tie(row: Row, known: Mapping[str, Mapping[str, Item]], tally: Tally) -> None:
    """One tie; an unknown code stops with file and line."""
    ends = [row.known(f"{side}_code", row.known(f"{side}_framework", known)) for side in ("from", "to")]
    pk = derived_id("compact.crosswalk", str(ends[0].pk), str(ends[1].pk))
    values = {"from_item": ends[0], "to_item": ends[1], "note": row["note"], "source": row["source"]}
    keep(Crosswalk, pk, values, tally)
