"""Where an indicator has no answer: not reported, or not yet due; silence is no record, so it follows from rounds."""

import datetime as dt
from dataclasses import dataclass

from taama.monitoring.models import Indicator
from taama.partners.models import Organisation
from taama.places.models import Area
from taama.rounds.models import ReportingRound, Request
from taama.rounds.rules import Counted, is_late

from .deadlines import deadlines_of
from .forms import answers_of
from .rounds import as_counted

SILENT = frozenset({Counted.NOT_REPORTED, Counted.NOT_YET_DUE})


@dataclass(frozen=True)
class Silence:
    """One answer that is owed and not there: by whom, for which place and part and time, and as what it counts."""

    round: ReportingRound
    organisation: Organisation
    area: Area | None
    part: str
    time_start: str
    time_end: str
    counts_as: Counted


def silence_about(of: Indicator, now: dt.datetime) -> list[Silence]:
    """Every answer that is owed for an indicator and not handed in, the newest time first."""
    asked = Request.objects.filter(indicator=of, is_dropped=False).order_by("-time_end", "organisation__code")
    requests = list(asked.select_related("round", "organisation").prefetch_related("areas"))
    answers = answers_of(requests)
    later = {one.round_id: deadlines_of(one.round) for one in requests}
    found = []
    for request in requests:
        deadline = later[request.round_id].get(request.organisation_id, request.round.deadline)
        is_past = not request.round.is_open or is_late(deadline, now)
        for cell, area in request.cells:
            counts_as = as_counted(answers.get(cell), is_past)
            if counts_as in SILENT:
                found.append(
                    Silence(
                        request.round,
                        request.organisation,
                        area,
                        cell.part,
                        request.time_start,
                        request.time_end,
                        counts_as,
                    )
                )
    return found
