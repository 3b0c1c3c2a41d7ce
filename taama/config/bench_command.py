"""`taama bench`: run workloads and say which goals hold; exit 3 where one does not."""

import argparse
import json
import sys

from django.utils.translation import gettext as _

from taama.bench.workloads import WORKLOADS
from taama.web.refusals import BadInput

from .cli import DONE, GOAL_MISSED
from .terminal import say


def run(options: argparse.Namespace) -> int:
    """Run the named workloads, all where none is named."""
    names = options.names or list(WORKLOADS)
    unknown = [name for name in names if name not in WORKLOADS]
    if unknown:
        sentence = _("There is no workload “%(name)s”. There is: %(known)s.")
        raise BadInput("bench.unknown", sentence % {"name": unknown[0], "known": ", ".join(WORKLOADS)})
    results = [WORKLOADS[name](quick=options.quick, show=to_errors) for name in names]
    if options.json:
        documents = [result.document for result in results]
        say(json.dumps(documents[0] if len(documents) == 1 else documents, ensure_ascii=False))
    else:
        say("\n\n".join(result.text for result in results))
    return DONE if all(result.holds for result in results) else GOAL_MISSED


def to_errors(line: str) -> None:
    """Progress goes to standard error, so that standard output holds the document alone."""
    sys.stderr.write(f"{line}\n")
