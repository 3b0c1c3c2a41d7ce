"""`taama load`: shipped data into the database."""

import argparse

from django.core.management import call_command
from django.utils.translation import gettext as _

from taama.compact.changes import load_compact
from taama.journal.actors import Program
from taama.journal.keeping import Tally
from taama.places.changes import load_places
from taama.web.refusals import BadInput

from .sample import LOADING_STEPS, load_sample, sample_folder
from .terminal import Steps, say

WORDS = Program("load")


def run(options: argparse.Namespace) -> int:
    """Load the Compact with the places, or a sample."""
    if options.what == "sample" and not options.name:
        raise BadInput("load.which", _("Say which sample: taama load sample mali."))
    call_command("migrate", verbosity=0, interactive=False)
    if options.what == "compact":
        say(counted(load_compact(by=WORDS) + load_places(by=WORDS)))
    else:
        say(counted(load_sample(sample_folder(options.name), by=WORDS, steps=Steps(LOADING_STEPS))))
    return 0


def counted(tally: Tally) -> str:
    """What a load did, in words."""
    return _("%(added)s added, %(changed)s changed, %(unchanged)s unchanged.") % tally.as_detail()
