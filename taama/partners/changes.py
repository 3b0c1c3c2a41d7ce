"""Loading organisations and their dated names, loading twice changes nothing; adding one more name."""

from collections.abc import Mapping
from pathlib import Path

from django.utils.translation import gettext as _

from taama.journal.actors import Actor
from taama.journal.changes import change, record
from taama.journal.keeping import Tally, keep
from taama.web.identity import derived_id
from taama.web.languages import texts_of
from taama.web.tables import Row, read_rows

from .models import Organisation, OrganisationName
from .rules import PartnerKind

COLUMNS = ("code", "kind", "parent", "contact", "link", "note", "source")
NAME_COLUMNS = ("partner", "name_fr", "name_en", "acronym", "valid_from", "valid_to", "source")


@change
def load_partners(*, folder: Path, by: Actor) -> Tally:
    """Add or mend organisations and names from `partners.csv` and `partner_names.csv`."""
    tally = Tally()
    rows = list(read_rows(folder / "partners.csv", COLUMNS))
    names = list(read_rows(folder / "partner_names.csv", NAME_COLUMNS))
    organisations: dict[str, Organisation] = {}
    for row in rows:
        organisations[row["code"]] = keep_organisation(row, name_in_use(row, names), organisations, tally)
    for row in names:
        keep_name(row, row.known("partner", organisations), tally)
    if tally.anything:
        record(
            "partners.organisations.loaded", organisations[rows[0]["code"]], by=by, detail=tally.as_detail()
        )
    return tally


@change
def add_name(
    *,
    organisation: Organisation,
    by: Actor,
    source: str,
    name: Mapping[str, str] | None = None,
    acronym: str = "",
) -> OrganisationName:
    """Add a name or acronym an organisation bears or bore; the one it holds already, if it is the same."""
    texts = dict(name or {})
    same = OrganisationName.objects.filter(organisation=organisation, name=texts, acronym=acronym)
    held: OrganisationName | None = same.first()
    if held is not None:
        return held
    added = OrganisationName(organisation=organisation, name=texts, acronym=acronym, source=source)
    added.full_clean()
    added.save(force_insert=True)
    record("partners.name.added", added, by=by)
    return added


@change
def take_back_name(*, name: OrganisationName, by: Actor) -> None:
    """Take back a name added by mistake; what it was stays in the journal."""
    record("partners.name.taken_back", name, by=by)
    name.delete()


def name_in_use(row: Row, names: list[Row]) -> Row:
    """The first name without an end date: the one to print."""
    for name in names:
        if name["partner"] == row["code"] and not name["valid_to"]:
            return name
    sentence = _("partner_names.csv gives no name in use for “%(code)s”.")
    raise row.bad("code", sentence % {"code": row["code"]})


def keep_organisation(row: Row, name: Row, known: dict[str, Organisation], tally: Tally) -> Organisation:
    """One organisation; its parent stands before it."""
    values = {
        "code": row["code"],
        "kind": row.one_of("kind", PartnerKind.values),
        "parent": row.known("parent", known) if row["parent"] else None,
        "name": texts_of(name.cells, "name"),
        "acronym": name["acronym"],
        "contact": row["contact"],
        "link": row["link"],
        "note": row["note"],
        "source": row["source"],
    }
    return keep(Organisation, derived_id("partners.organisation", row["code"]), values, tally)


def keep_name(row: Row, organisation: Organisation, tally: Tally) -> None:
    """One dated name."""
    claim = (row["partner"], row["name_fr"], row["acronym"], row["valid_from"], row["valid_to"])
    values = {
        "organisation": organisation,
        "name": texts_of(row.cells, "name"),
        "acronym": row["acronym"],
        "valid_from": row.partial_date("valid_from"),
        "valid_to": row.partial_date("valid_to"),
        "source": row["source"],
    }
    keep(OrganisationName, derived_id("partners.name", *claim), values, tally)
