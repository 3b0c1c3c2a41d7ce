"""Until when an organisation may answer in time."""

import datetime as dt
import uuid
from collections.abc import Mapping

from taama.partners.models import Organisation
from taama.rounds.models import Extension, ReportingRound


def deadlines_of(found: ReportingRound) -> Mapping[uuid.UUID, dt.datetime]:
    """The deadlines of organisations that were given a later one."""
    given = Extension.objects.filter(round=found).order_by("given_at")
    return {one.organisation_id: one.deadline for one in given}


def extended_deadline(found: ReportingRound, organisation: Organisation) -> dt.datetime:
    """Until when this organisation may answer in time."""
    return deadlines_of(found).get(organisation.pk, found.deadline)
