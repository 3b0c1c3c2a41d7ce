"""A sample folder into the database, room by room, from the ground up."""

import hashlib
from pathlib import Path

from django.conf import settings
from django.utils.translation import gettext as _

from taama.accounts.changes import load_demo_cast
from taama.accounts.demo import COORDINATOR, EVIDENCE_OFFICER, VALIDATOR, demo_user
from taama.compact.changes import load_compact
from taama.evidence.changes import load_citations, load_documents, load_findings, load_questions, load_rulings
from taama.journal.actors import Actor
from taama.journal.changes import change, record
from taama.journal.keeping import Tally
from taama.journal.queries import latest_entries
from taama.monitoring.changes import load_indicators, load_observations, load_targets
from taama.partners.changes import load_partners
from taama.places.changes import load_places
from taama.places.country import country
from taama.places.queries import countries_by_code
from taama.plans.changes import load_plan
from taama.reviews.changes import load_review
from taama.rounds.changes import load_rounds
from taama.suggestions.changes import propose_all
from taama.web.refusals import BadInput

from .terminal import Steps

LOADED = "config.sample.loaded"
LOADING_STEPS = 8


def sample_folder(name: str) -> Path:
    """The folder of a shipped sample; an unknown name is refused with the list."""
    known = sorted(path.name for path in settings.SAMPLE.iterdir() if path.is_dir())
    if name not in known:
        sentence = _("There is no sample “%(name)s”. There is: %(known)s.")
        raise BadInput("sample.unknown", sentence % {"name": name, "known": ", ".join(known)})
    return Path(settings.SAMPLE / name)


def load_sample(folder: Path, *, by: Actor, steps: Steps) -> Tally:
    """Load all of it; a second run of the same files does nothing at all."""
    digest = files_digest(folder)
    if is_loaded(digest):
        return Tally()
    with steps.step(_("The Compact, places, organisations")):
        total = load_compact(by=by) + load_places(by=by) + load_partners(folder=folder, by=by)
        total += load_demo_cast(by=by)
    officer, validator = demo_user(EVIDENCE_OFFICER), demo_user(VALIDATOR)
    with steps.step(_("Source documents, read one by one")) as show:
        total += load_documents(folder=folder, by=officer, show=show)
    with steps.step(_("Questions, findings, citations, rulings")):
        total += load_questions(folder=folder, by=officer)
        total += load_findings(folder=folder, by=officer)
        total += load_citations(folder=folder, by=officer)
        total += load_rulings(folder=folder, by=officer)
    with steps.step(_("What the documents suggest besides")) as show:
        propose_all(by=by, show=show)
    with steps.step(_("The plan and its activities")):
        total += load_plan(folder=folder, by=by)
    with steps.step(_("Indicators, observations, targets")):
        total += load_indicators(folder=folder, by=by)
        total += load_observations(folder=folder, by=by, validated_by=validator)
        total += load_targets(folder=folder, by=by)
    with steps.step(_("Reporting rounds")):
        total += load_rounds(folder=folder, coordinator=demo_user(COORDINATOR), validator=validator)
    with steps.step(_("The review's outline and texts")):
        total += load_review(folder=folder, by=by)
    note_loaded(folder=folder, digest=digest, by=by, tally=total)
    return total


def files_digest(folder: Path) -> str:
    """One hash over every shipped data file, names and bytes."""
    rooms = Path(settings.ROOT / "taama")
    shipped = [*folder.rglob("*"), *rooms.glob("compact/data/**/*"), *rooms.glob("places/data/**/*")]
    digest = hashlib.sha256()
    for path in sorted(path for path in shipped if path.is_file()):
        digest.update(path.relative_to(settings.ROOT).as_posix().encode() + b"\0" + path.read_bytes())
    return digest.hexdigest()


def is_loaded(digest: str) -> bool:
    """Whether the newest load was of these very files."""
    newest = latest_entries((LOADED,)).first()
    return newest is not None and newest.payload.get("files_sha256") == digest


@change
def note_loaded(*, folder: Path, digest: str, by: Actor, tally: Tally) -> None:
    """Leave in the journal which files were loaded."""
    detail = {"sample": folder.name, "files_sha256": digest, **tally.as_detail()}
    record(LOADED, countries_by_code()[country().iso3], by=by, detail=detail)
