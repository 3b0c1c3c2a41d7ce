"""`taama demo`: everything a newcomer needs, in one go; a second run is quick and loses nothing."""

import argparse
import shutil
from pathlib import Path

from django.conf import settings
from django.core.management import call_command
from django.utils.translation import gettext as _

from taama.accounts.demo import CAST, PASSWORD
from taama.journal.actors import Program
from taama.reviews.changes import compile_review
from taama.reviews.models import Compilation, Review
from taama.reviews.publishing import FORMATS, kept_file

from .fitness import insist_on_sound_database
from .sample import LOADING_STEPS, files_digest, is_loaded, load_sample, sample_folder
from .serving import insist_on_free_port, serve
from .terminal import Steps, say

WORDS = Program("demo")
REVIEW = "mali-voluntary-review"


def run(options: argparse.Namespace) -> int:
    """Migrate, load, compile, say where things are, serve."""
    if not options.no_serve:
        insist_on_free_port("127.0.0.1", options.port)
    insist_on_sound_database()
    migrate()
    folder = sample_folder("mali")
    steps = Steps(1 if is_loaded(files_digest(folder)) else 1 + LOADING_STEPS)
    load_sample(folder, by=WORDS, steps=steps)
    compile_all(steps)
    say_accounts()
    return 0 if options.no_serve else serve("127.0.0.1", options.port)


def migrate() -> None:
    """Bring the database to the present schema."""
    with Steps(1).step(_("The database")):
        call_command("migrate", verbosity=0, interactive=False)


def compile_all(steps: Steps) -> None:
    """Compile the review in each language and say where the files are."""
    review = Review.objects.get(slug=REVIEW)
    files = []
    with steps.step(_("The review, in two languages and three formats")):
        for code, _name in settings.LANGUAGES:
            compilation = compile_review(review=review, language=code, by=WORDS)
            files += [handed_out(compilation, name) for name in FORMATS]
    say()
    say(_("The review:"))
    for path in files:
        say(f"  {path}")


def handed_out(compilation: Compilation, format_name: str) -> Path:
    """The file in var/review, copied from the one kept by its digest: unchanged data costs nothing."""
    kept = kept_file(compilation, format_name)
    folder = Path(settings.VAR) / "review"
    folder.mkdir(parents=True, exist_ok=True)
    return Path(shutil.copyfile(kept, folder / kept.name))


def say_accounts() -> None:
    """The invented people one can sign in as."""
    say()
    say(_("Invented accounts, password “%(password)s”:") % {"password": PASSWORD})
    for member in CAST:
        say(f"  {member.email:<38} {member.role.label}")
    say()
