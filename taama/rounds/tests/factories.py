"""Small invented rounds, and what people write into their forms."""

import datetime as dt
from decimal import Decimal

from django.utils import timezone

from taama.monitoring.tests.factories import area, indicator, mali
from taama.plans.tests.factories import activity as planned
from taama.plans.tests.factories import both
from taama.rounds.cards import DraftCard, RequestCard, RoundCard
from taama.rounds.changes import accept_answers, open_round, save_drafts, submit_form
from taama.rounds.models import ReportingRound
from taama.rounds.queries import form_page
from tests.cast import Cast, organisation

CODE = "2026-q2"
DEADLINE = timezone.make_aware(dt.datetime(2099, 7, 15, 18))
PAST = timezone.make_aware(dt.datetime(2020, 7, 15, 18))
FORM = f"/en/rounds/{CODE}/service/form/"


def jobs(**fields):
    """An invented flow indicator in persons."""
    return indicator("jobs", **({"rule": "sum", "frequency": "quarter"} | fields))


def activity(code: str = "cards", **fields):
    """An invented activity that serves no objective: the Compact need not be loaded."""
    return planned(code, numbers=(), **fields)


def opened(
    cast: Cast, *requests: RequestCard, code: str = CODE, deadline=DEADLINE, **fields
) -> ReportingRound:
    """A round of the second quarter of 2026; without requests the service is asked for jobs."""
    mali()
    asked = requests or (RequestCard(organisation("service", "public_agency"), jobs()),)
    card = RoundCard(both("Second quarter"), "2026-04", "2026-06", deadline, code=code, **fields)
    return open_round(card=card, requests=asked, by=cast.coordinator)


def asked(of=None, **fields) -> RequestCard:
    """One thing the service is asked for."""
    service = organisation("service", "public_agency")
    if "activity" in fields:
        return RequestCard(service, **fields)
    return RequestCard(service, of or jobs(), **fields)


def page_of(found: ReportingRound, code: str = "service"):
    """The form of an organisation."""
    return form_page(ReportingRound.objects.get(pk=found.pk), organisation(code, "public_agency"))


def answer(line, value=None, **fields) -> DraftCard:
    """What somebody writes at one place, having seen what stands there."""
    given = {"given": "value", "value": Decimal(value)} if value is not None else {}
    seen = str(line.draft.pk) if line.draft else ""
    return DraftCard(line.cell, **({"seen": seen} | given | fields))


def filled(found: ReportingRound, *values, by, **fields):
    """The form with these values at its places, kept."""
    page = page_of(found)
    cards = [
        answer(line, value, **fields)
        for line, value in zip(page.lines, values, strict=False)
        if value is not None
    ]
    return save_drafts(page=page, cards=cards, by=by)


def handed_in(found: ReportingRound, *values, by, **fields):
    """The form with these values, handed in."""
    filled(found, *values, by=by, **fields)
    return submit_form(page=page_of(found), by=by)


def accepted(found: ReportingRound, *values, cast: Cast):
    """The form with these values, handed in by the focal point and accepted by the validator."""
    submission = handed_in(found, *values, by=cast.focal_point)
    accept_answers(answers=submission.answers.all(), by=cast.validator)
    return submission


def written(page, **fields):
    """What a browser sends: every field of the form, these by the number of their place (`value0="12"`)."""
    data = {}
    for number, line in enumerate(page.lines):
        key = line.cell.key
        data[f"seen-{key}"] = str(line.draft.pk) if line.draft else ""
        data[f"passed-{key}"] = ",".join(line.known)
        for name in ("value", "given", "state", "reason", "note", "passing"):
            data[f"{name}-{key}"] = fields.get(f"{name}{number}", "")
    return data | {"then": fields.get("then", "save")}


__all__ = ["area", "indicator", "organisation"]
