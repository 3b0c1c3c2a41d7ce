"""Framework files as records wanted: reading and checking, nothing written here."""

import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from django.utils.translation import gettext as _

from taama.web.tables import Row, read_rows

from .rules import ItemKind

DATA = Path(__file__).parent / "data"


@dataclass
class ItemCard:
    """One item as its files give it."""

    row: Row
    title: dict[str, str] = field(default_factory=dict)
    short: dict[str, str] = field(default_factory=dict)
    official_in: list[str] = field(default_factory=list)
    text_sources: dict[str, str] = field(default_factory=dict)
    members: list[str] = field(default_factory=list)


@dataclass(frozen=True)
class FrameworkFiles:
    """A framework read whole and checked."""

    card: Mapping[str, Any]
    items: Mapping[str, ItemCard]


def framework_folders() -> list[Path]:
    """Every framework the house ships, in the order crosswalks need."""
    return sorted(path.parent for path in DATA.glob("*/framework.toml"))


def read_framework(folder: Path) -> FrameworkFiles:
    """A framework folder; an unknown code stops with file and line."""
    items = {card.row["code"]: card for card in read_items(folder / "items.csv")}
    for path in sorted(folder.glob("texts.*.csv")):
        add_texts(items, path, language=path.name.split(".")[1])
    if (folder / "groups.csv").exists():
        add_groups(items, folder / "groups.csv")
    untitled = next((card for card in items.values() if not card.title), None)
    if untitled:
        raise untitled.row.bad("code", _("No text file gives this item a title."))
    return FrameworkFiles(tomllib.loads((folder / "framework.toml").read_text(encoding="utf-8")), items)


def read_items(path: Path) -> Iterator[ItemCard]:
    """The items of a file, parents before children; a code twice, an unknown kind or parent is refused."""
    seen: dict[str, Row] = {}
    for row in read_rows(path, ("code", "kind", "parent", "position", "paragraph")):
        if row["code"] in seen:
            raise row.bad("code", _("“%(code)s” stands twice in this file.") % {"code": row["code"]})
        row.one_of("kind", ItemKind.values)
        if row["parent"]:
            row.known("parent", seen)
        seen[row["code"]] = row
        yield ItemCard(row)


def add_texts(items: Mapping[str, ItemCard], path: Path, language: str) -> None:
    """Add one language's titles."""
    for row in read_rows(path, ("code", "title", "short", "official", "source")):
        card = row.known("code", items)
        card.title[language] = row["title"]
        if row["short"]:
            card.short[language] = row["short"]
        if row.yes("official"):
            card.official_in.append(language)
        if row["source"]:
            card.text_sources[language] = row["source"]


def add_groups(items: Mapping[str, ItemCard], path: Path) -> None:
    """Add which items belong to which group."""
    for row in read_rows(path, ("group", "member")):
        row.known("member", items)
        row.known("group", items).members.append(row["member"])
