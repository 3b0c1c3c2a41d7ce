"""Loading countries, boundary editions, areas, crosswalks and sites; loading twice changes nothing."""

from collections.abc import Mapping
from pathlib import Path

from taama.journal.actors import Actor
from taama.journal.changes import change, record
from taama.journal.keeping import Tally, keep
from taama.web.identity import derived_id
from taama.web.languages import texts_of
from taama.web.tables import Row, read_rows

from .models import Area, BoundaryEdition, Country, Crosswalk, Site
from .rules import CrosswalkKind, SiteKind

DATA = Path(__file__).parent / "data"
AREA_COLUMNS = (
    "edition", "code", "level", "name", "parent", "capital", "lat", "lon",
    "population", "population_as_of", "note", "source",
)  # fmt: skip


def load_places(*, by: Actor, data: Path = DATA) -> Tally:
    """Load every country, and the areas of those that have a folder."""
    total = load_countries(path=data / "countries.csv", by=by)
    for folder in sorted(path.parent for path in data.glob("*/editions.csv")):
        total += load_country_folder(folder=folder, by=by)
    return total


@change
def load_countries(*, path: Path, by: Actor) -> Tally:
    """Add or mend countries."""
    tally = Tally()
    kept = None
    for row in read_rows(path, ("iso3", "iso2", "name_fr", "name_en")):
        values = {"iso3": row["iso3"], "iso2": row["iso2"], "name": texts_of(row.cells, "name")}
        kept = keep(Country, derived_id("places.country", row["iso3"]), values, tally)
    if kept and tally.anything:
        record("places.countries.loaded", kept, by=by, detail=tally.as_detail())
    return tally


@change
def load_country_folder(*, folder: Path, by: Actor) -> Tally:
    """Add or mend one country's editions with all that hangs on them."""
    tally = Tally()
    editions = keep_editions(folder / "editions.csv", tally)
    areas = keep_areas(folder, editions, tally)
    keep_crosswalks(folder / "crosswalk.csv", areas, tally)
    keep_sites(folder / "sites.csv", areas, tally)
    if tally.anything:
        newest = max(editions.values(), key=lambda edition: edition.valid_from)
        record("places.areas.loaded", newest, by=by, detail=tally.as_detail())
    return tally


def keep_editions(path: Path, tally: Tally) -> dict[str, BoundaryEdition]:
    """The boundary editions of a file, by code."""
    countries = {country.iso3: country for country in Country.objects.all()}
    columns = ("code", "country", "name_fr", "name_en", "scheme", "valid_from", "valid_to", "source", "link")
    editions = {}
    for row in read_rows(path, columns):
        values = {
            "country": row.known("country", countries),
            "code": row["code"],
            "name": texts_of(row.cells, "name"),
            "scheme": row["scheme"],
            "valid_from": row.partial_date("valid_from"),
            "valid_to": row.partial_date("valid_to"),
            "source": row["source"],
            "link": row["link"],
        }
        editions[row["code"]] = keep(
            BoundaryEdition, derived_id("places.edition", row["code"]), values, tally
        )
    return editions


Areas = dict[str, dict[str, Area]]


def keep_areas(folder: Path, editions: Mapping[str, BoundaryEdition], tally: Tally) -> Areas:
    """The areas of a file by edition and code; parents stand before their children."""
    tiles = read_tiles(folder / "tiles.csv")
    areas: Areas = {code: {} for code in editions}
    for row in read_rows(folder / "areas.csv", AREA_COLUMNS):
        edition = row.known("edition", editions)
        siblings = areas[row["edition"]]
        parent = row.known("parent", siblings) if row["parent"] else None
        tile = tiles.get((row["edition"], row["code"]), (None, None))
        siblings[row["code"]] = keep_area(row, edition, parent, tile, tally)
    return areas


def read_tiles(path: Path) -> dict[tuple[str, str], tuple[int | None, int | None]]:
    """Where each area lies on the tile map: (column, row) from the north-west."""
    rows = read_rows(path, ("edition", "code", "column", "row")) if path.exists() else ()
    return {(row["edition"], row["code"]): (row.integer("column"), row.integer("row")) for row in rows}


def keep_area(
    row: Row,
    edition: BoundaryEdition,
    parent: Area | None,
    tile: tuple[int | None, int | None],
    tally: Tally,
) -> Area:
    """One area of one edition."""
    values = {
        "edition": edition,
        "code": row["code"],
        "level": row.integer("level"),
        "name": row["name"],
        "parent": parent,
        "capital": row["capital"],
        "lat": row.decimal("lat"),
        "lon": row.decimal("lon"),
        "population": row.integer("population"),
        "population_as_of": row.partial_date("population_as_of"),
        "tile_column": tile[0],
        "tile_row": tile[1],
        "note": row["note"],
        "source": row["source"],
    }
    return keep(Area, derived_id("places.area", edition.code, row["code"]), values, tally)


def keep_crosswalks(path: Path, areas: Areas, tally: Tally) -> None:
    """How areas of one edition lie in another."""
    columns = ("from_edition", "from_code", "to_edition", "to_code", "kind", "note", "source")
    for row in read_rows(path, columns):
        start = row.known("from_code", row.known("from_edition", areas))
        end = row.known("to_code", row.known("to_edition", areas))
        values = {
            "from_area": start,
            "to_area": end,
            "kind": row.one_of("kind", CrosswalkKind.values),
            "note": row["note"],
            "source": row["source"],
        }
        keep(Crosswalk, derived_id("places.crosswalk", str(start.pk), str(end.pk)), values, tally)


def keep_sites(path: Path, areas: Areas, tally: Tally) -> None:
    """Reception centres, border posts, field offices."""
    columns = (
        "code",
        "kind",
        "name_fr",
        "name_en",
        "edition",
        "area",
        "lat",
        "lon",
        "as_of",
        "source",
        "note",
    )
    for row in read_rows(path, columns):
        area = row.known("area", row.known("edition", areas)) if row["area"] else None
        values = {
            "code": row["code"],
            "kind": row.one_of("kind", SiteKind.values),
            "name": texts_of(row.cells, "name"),
            "area": area,
            "lat": row.decimal("lat"),
            "lon": row.decimal("lon"),
            "as_of": row.partial_date("as_of"),
            "source": row["source"],
            "note": row["note"],
        }
        keep(Site, derived_id("places.site", row["code"]), values, tally)
