"""`taama check`: is the database engine sound, does the journal's chain hold, are the held files as received?"""

import argparse
import hashlib
from collections.abc import Iterator
from pathlib import Path

from django.conf import settings
from django.core.checks import run_checks
from django.core.management import call_command
from django.db import DEFAULT_DB_ALIAS
from django.utils.translation import gettext as _

from taama.evidence.models import Document, IndexedPassage
from taama.evidence.passage_index import engine_is_in_step, number_not_indexed
from taama.journal.queries import verification

from .terminal import Unfit, say


def run(options: argparse.Namespace) -> int:
    """Say what was checked; Unfit at the first thing that does not hold."""
    insist_on_sound_database()
    say(_("Database engine and its settings: sound."))
    call_command("migrate", verbosity=0, interactive=False, check_unapplied=True)
    chain = verification()
    if chain.fault:
        raise Unfit(str(chain.fault))
    say(_("Journal: %(entries)s entries, the chain holds; head %(head)s.") % {
        "entries": chain.entries, "head": chain.head[:16]
    })  # fmt: skip
    altered = list(altered_files())
    if altered:
        raise Unfit(_("Held files missing or altered: %(names)s.") % {"names": ", ".join(altered)})
    say(_("Held files: %(count)s, all as received.") % {"count": Document.objects.count()})
    insist_on_whole_index()
    say(_("Search: %(count)s passages, each in the index.") % {"count": IndexedPassage.objects.count()})
    return 0


def insist_on_whole_index() -> None:
    """Every passage can be found, by a row of its own and by the engine's index."""
    not_indexed = number_not_indexed()
    if not_indexed:
        raise Unfit(_("Search: %(count)s passages are not indexed as they stand.") % {"count": not_indexed})
    if not engine_is_in_step():
        raise Unfit(_("Search: the engine’s index is out of step with the passages."))


def insist_on_sound_database() -> None:
    """Run the start-up checks; the first error becomes the reason not to start."""
    errors = [message for message in run_checks(databases=[DEFAULT_DB_ALIAS]) if message.is_serious()]
    if errors:
        raise Unfit(f"{errors[0].msg} {errors[0].hint or ''}".strip())


def altered_files() -> Iterator[str]:
    """Slugs of documents whose held copy is gone or has other bytes."""
    for document in Document.objects.only("slug", "file", "sha256"):
        path = Path(settings.HELD_FILES) / document.file.name
        if not path.exists() or hashlib.sha256(path.read_bytes()).hexdigest() != document.sha256:
            yield document.slug
