"""A review's folder as records wanted: reading and checking, nothing written here."""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from django.utils.translation import gettext as _

from taama.web.charts.shapes import KINDS
from taama.web.partial_dates import NoSuchDate, first_day
from taama.web.refusals import BadInput

CHART_DATA = (
    "indicator",
    "indicators",
    "question",
    "questions",
    "breakdown",
    "at",
    "area_level",
    "edition",
    "by",
    "labels",
)


@dataclass(frozen=True)
class SectionCard:
    """One section of the outline, with its texts by language."""

    key: str
    chapter: Mapping[str, str]
    title: Mapping[str, str]
    objective: str
    organisation: str
    guidance: Mapping[str, str]
    texts: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True)
class ReviewFiles:
    """A review read whole and checked."""

    card: Mapping[str, Any]
    sections: tuple[SectionCard, ...]
    charts: tuple[Mapping[str, Any], ...]


def read_review(folder: Path) -> ReviewFiles:
    """`review.toml`, `charts.toml` and `sections/<key>.<language>.md`; a mistake is refused with its file."""
    card = read_toml(folder / "review.toml", ("slug", "country", "organisation", "as_of", "title", "section"))
    check_date(card["as_of"], "review.toml", "as_of")
    sections = tuple(read_section(folder, entry) for entry in card["section"])
    check_once([section.key for section in sections], "review.toml")
    check_no_stray_text(folder, {section.key for section in sections})
    charts = read_toml(folder / "charts.toml", ()).get("chart", [])
    return ReviewFiles(card, sections, tuple(read_chart(entry) for entry in charts))


def read_toml(path: Path, needed: tuple[str, ...]) -> dict[str, Any]:
    """A TOML file with these keys."""
    try:
        found = tomllib.loads(path.read_text(encoding="utf-8"))
    except FileNotFoundError:
        raise bad(path.name, _("This file does not exist.")) from None
    except UnicodeDecodeError:
        raise bad(path.name, _("Save this file as UTF-8.")) from None
    except tomllib.TOMLDecodeError as error:
        raise bad(path.name, _("This is not TOML: %(why)s.") % {"why": error}) from None
    return need(found, needed, path.name)


def need(found: dict[str, Any], needed: tuple[str, ...], where: str) -> dict[str, Any]:
    """The mapping, if it has all these keys."""
    missing = [name for name in needed if name not in found]
    if missing:
        raise bad(where, _("These entries are missing: %(names)s.") % {"names": ", ".join(missing)})
    return found


def bad(where: str, sentence: str) -> BadInput:
    """A refusal that names the place."""
    return BadInput("review.file", f"{where} — {sentence}")


def publisher_names(card: Mapping[str, Any]) -> dict[str, dict[str, str]]:
    """How each language writes a publisher, by the name its documents are held under."""
    entries = [need(entry, ("name",), "review.toml") for entry in card.get("publisher", [])]
    check_once([entry["name"] for entry in entries], "review.toml")
    return {entry["name"]: {key: text for key, text in entry.items() if key != "name"} for entry in entries}


def check_date(text: str, file: str, key: str) -> None:
    """Refuse what is no date."""
    try:
        first_day(text)
    except NoSuchDate:
        sentence = _("“%(text)s” is not a date. Write 2022, 2022-05 or 2022-05-06.")
        raise bad(f"{file}:{key}", sentence % {"text": text}) from None


def check_once(codes: list[str], file: str) -> None:
    """Refuse a code that stands twice."""
    for code in codes:
        if codes.count(code) > 1:
            raise bad(file, _("“%(code)s” stands twice in this file.") % {"code": code})


def read_section(folder: Path, entry: dict[str, Any]) -> SectionCard:
    """One section and its texts."""
    need(entry, ("key",), "review.toml")
    texts = {path.name.split(".")[1]: read_text(path) for path in section_files(folder, entry["key"])}
    return SectionCard(
        key=entry["key"],
        chapter=entry.get("chapter", {}),
        title=entry.get("title", {}),
        objective=str(entry.get("objective", "")),
        organisation=entry.get("organisation", ""),
        guidance=entry.get("guidance", {}),
        texts=texts,
    )


def section_files(folder: Path, key: str) -> list[Path]:
    """The text files of a section, by language."""
    return sorted((folder / "sections").glob(f"{key}.*.md"))


def read_text(path: Path) -> str:
    """A section's text; wrong encoding is refused by name."""
    try:
        return path.read_text(encoding="utf-8-sig")
    except UnicodeDecodeError:
        raise bad(path.name, _("Save this file as UTF-8.")) from None


def check_no_stray_text(folder: Path, keys: set[str]) -> None:
    """Refuse a text whose section the outline does not name: it would be lost."""
    for path in sorted((folder / "sections").glob("*.md")):
        if path.name.split(".")[0] not in keys:
            raise bad(path.name, _("The outline has no section with this name."))


def read_chart(entry: dict[str, Any]) -> Mapping[str, Any]:
    """One chart card: what it is called, and what it is drawn from."""
    need(entry, ("code", "kind", "title", "alt"), "charts.toml")
    if entry["kind"] not in KINDS:
        sentence = _("“%(kind)s” is no kind of chart. There is: %(known)s.")
        raise bad(
            f"charts.toml:{entry['code']}", sentence % {"kind": entry["kind"], "known": ", ".join(KINDS)}
        )
    return {
        "code": entry["code"],
        "kind": entry["kind"],
        "title": entry["title"],
        "alt": entry["alt"],
        "note": entry.get("note", {}),
        "data": {name: entry[name] for name in CHART_DATA if name in entry},
    }
