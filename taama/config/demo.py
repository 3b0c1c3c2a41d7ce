"""`taama demo`: everything a newcomer needs, in one go; a second run is quick and loses nothing."""

import argparse

from django.conf import settings
from django.core.management import call_command
from django.utils.translation import gettext as _

from taama.accounts.demo import CAST, PASSWORD
from taama.journal.actors import Program
from taama.reviews.changes import compile_review
from taama.reviews.models import Review
from taama.reviews.publishing import FORMATS, write_files

from .fitness import insist_on_sound_database
from .sample import load_sample, sample_folder
from .serving import insist_on_free_port, serve
from .terminal import Steps, say

WORDS = Program("demo")
REVIEW = "mali-voluntary-review"


def run(options: argparse.Namespace) -> int:
    """Migrate, load, compile, say where things are, serve."""
    if not options.no_serve:
        insist_on_free_port("127.0.0.1", options.port)
    insist_on_sound_database()
    steps = Steps(8)
    with steps.step(_("The database")):
        call_command("migrate", verbosity=0, interactive=False)
    load_sample(sample_folder("mali"), by=WORDS, steps=steps)
    compile_all(steps)
    say_accounts()
    return 0 if options.no_serve else serve("127.0.0.1", options.port)


def compile_all(steps: Steps) -> None:
    """Compile the review in each language and say where the files are."""
    review = Review.objects.get(slug=REVIEW)
    files = []
    with steps.step(_("The review, in two languages and three formats")):
        for code, _name in settings.LANGUAGES:
            compilation = compile_review(review=review, language=code, by=WORDS)
            files += write_files(compilation, settings.VAR / "review", FORMATS)
    say()
    say(_("The review:"))
    for path in files:
        say(f"  {path}")


def say_accounts() -> None:
    """The invented people one can sign in as."""
    say()
    say(_("Invented accounts, password “%(password)s”:") % {"password": PASSWORD})
    for member in CAST:
        say(f"  {member.email:<38} {member.role.label}")
    say()
