"""Citing passages, and withdrawing a citation."""

from pathlib import Path

from django.utils import timezone
from django.utils.translation import gettext as _

from taama.evidence.codes import free_code
from taama.evidence.loading import CITATION_COLUMNS, located, unique_rows
from taama.evidence.models import Citation, Passage
from taama.evidence.queries import current_readings
from taama.journal.actors import Actor
from taama.journal.changes import change, record
from taama.journal.keeping import Tally, keep
from taama.web.identity import derived_id
from taama.web.refusals import NotAllowedNow

from .findings import named


@change
def cite_passage(
    *, passage: Passage, start: int, end: int, by: Actor, note: str = "", code: str = ""
) -> Citation:
    """Cite exact words of a passage, for a statement elsewhere to lean on."""
    stem = f"{passage.reading.document.slug[:80]}-p{passage.position}"
    code = code or free_code(Citation, stem, first="1")
    citation = Citation(code=code, passage=passage, start=start, end=end, note=note)
    citation.full_clean()
    citation.save(force_insert=True)
    record("evidence.citation.added", citation, by=by)
    return citation


@change
def withdraw_citation(*, citation: Citation, by: Actor) -> Citation:
    """Withdraw a citation: no new statement may lean on it; it stays readable."""
    if citation.withdrawn_at is not None:
        raise NotAllowedNow("citation.withdraw.again", _("This citation has been withdrawn already."))
    citation.withdrawn_at = timezone.now()
    citation.full_clean()
    citation.save(update_fields=["withdrawn_at"])
    record("evidence.citation.withdrawn", citation, by=by)
    return citation


@change
def load_citations(*, folder: Path, by: Actor) -> Tally:
    """Add or mend the citations of `citations.csv`; a withdrawn one stays withdrawn."""
    tally = Tally()
    readings = current_readings()
    citation = None
    for row in unique_rows(folder / "citations.csv", CITATION_COLUMNS, "code"):
        quote = located(row, row.known("document", readings))
        values = {
            "code": row["code"],
            "passage": quote.passage,
            "start": quote.start,
            "end": quote.end,
            "note": row["note"],
        }
        with named(row):
            citation = keep(Citation, derived_id("evidence.citation", row["code"]), values, tally)
    if citation and tally.anything:
        record("evidence.citations.loaded", citation, by=by, detail=tally.as_detail())
    return tally
