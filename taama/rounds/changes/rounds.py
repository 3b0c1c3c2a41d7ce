"""Opening and closing a round, and what is asked in it."""

import datetime as dt
import uuid
from collections.abc import Iterable

from django.core.exceptions import ValidationError
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext as _

from taama.accounts.models import User
from taama.journal.changes import change, record
from taama.partners.models import Organisation
from taama.rounds.cards import RequestCard, RoundCard
from taama.rounds.models import Extension, ReportingRound, Request, SubmittedAnswer
from taama.rounds.rules import RoundStatus, time_asked
from taama.web.identity import derived_id
from taama.web.refusals import BadInput, NotAllowedNow


@change
def open_round(
    *, card: RoundCard, requests: Iterable[RequestCard], by: User, at: dt.datetime | None = None
) -> ReportingRound:
    """Open a round and ask each organisation for what it owes."""
    code = card.code or free_code(card)
    if ReportingRound.objects.filter(code=code).exists():
        raise NotAllowedNow("rounds.round.exists", _("There is a round of this name already."))
    found = ReportingRound(
        code=code,
        title=dict(card.title),
        period_start=card.period_start,
        period_end=card.period_end,
        deadline=card.deadline,
        opened_at=at or timezone.now(),
        opened_by=by,
        is_illustrative=card.is_illustrative,
    )
    check(found)
    found.save(force_insert=True)
    for position, asked in enumerate(requests, start=1):
        ask(found, asked, position)
    record("rounds.round.opened", found, by=by, detail={"requests": found.requests.count()})
    return found


def free_code(card: RoundCard) -> str:
    """A short name from the period, with a number where it is taken."""
    stem = (
        f"{card.period_start}--{card.period_end}" if card.period_end != card.period_start else card.period_end
    )
    taken = set(ReportingRound.objects.filter(code__startswith=stem).values_list("code", flat=True))
    return next(code for code in (stem, *(f"{stem}-{n}" for n in range(2, 1000))) if code not in taken)


def ask(found: ReportingRound, card: RequestCard, position: int) -> Request:
    """One request, with its time and areas."""
    request = Request(
        pk=free_id(found, card),
        round=found,
        organisation=card.organisation,
        indicator=card.indicator,
        activity=card.activity,
        parts=list(card.parts),
        with_total=card.with_total,
        is_share=card.is_share,
        position=position,
    )
    if card.indicator is not None:
        of = card.indicator
        request.time_start, request.time_end = time_asked(
            of.kind, of.frequency, found.period_start, found.period_end
        )
    check(request)
    request.save(force_insert=True)
    request.areas.set(card.areas)
    return request


def free_id(found: ReportingRound, card: RequestCard) -> uuid.UUID:
    """The id of what is asked of whom, the same wherever a round is loaded; another where it was dropped before."""
    of = card.indicator or card.activity
    pk = derived_id("rounds.request", found.code, card.organisation.code, of.code if of else "")
    return uuid.uuid4() if Request.objects.filter(pk=pk).exists() else pk


@change
def add_request(*, round: ReportingRound, card: RequestCard, by: User) -> Request:
    """Ask an organisation for one thing more."""
    insist_open(round)
    last = round.requests.aggregate(last=models.Max("position"))["last"] or 0
    request = ask(round, card, last + 1)
    record("rounds.request.added", request, by=by)
    return request


@change
def drop_request(*, request: Request, by: User) -> Request:
    """Ask for it no longer; refused once it is answered, and what was drafted stays."""
    insist_open(request.round)
    if SubmittedAnswer.objects.filter(draft__request=request).exists():
        sentence = _("This was answered already: it stays in the round.")
        raise NotAllowedNow("rounds.request.answered", sentence)
    request.is_dropped = True
    request.save(update_fields=["is_dropped"])
    record("rounds.request.dropped", request, by=by)
    return request


@change
def extend_deadline(
    *, round: ReportingRound, organisation: Organisation, deadline: dt.datetime, why: str, by: User
) -> Extension:
    """Give one organisation a later deadline, with the reason."""
    insist_open(round)
    if deadline <= round.deadline:
        sentence = _("An extension ends after the deadline of the round.")
        raise NotAllowedNow("rounds.extension.earlier", sentence)
    if not why.strip():
        raise NotAllowedNow("rounds.extension.no_reason", _("Say why the organisation has more time."))
    given = Extension(
        round=round, organisation=organisation, deadline=deadline, why=why.strip(), given_at=timezone.now(),
        given_by=by,
    )  # fmt: skip
    check(given)
    given.save(force_insert=True)
    record("rounds.deadline.extended", given, by=by)
    return given


@change
def close_round(
    *, round: ReportingRound, note: str, gaps: int, by: User, at: dt.datetime | None = None
) -> ReportingRound:
    """Take no more answers; what is missing stays a gap and shows as one."""
    locked: ReportingRound = ReportingRound.objects.select_for_update(of=("self",)).get(pk=round.pk)
    insist_open(locked)
    locked.status, locked.closed_at, locked.closed_by = RoundStatus.CLOSED, at or timezone.now(), by
    locked.closing_note = note.strip()
    check(locked)
    locked.save()
    record("rounds.round.closed", locked, by=by, detail={"gaps": gaps})
    return locked


def insist_open(found: ReportingRound) -> None:
    """Refuse where the round is closed."""
    if not found.is_open:
        raise NotAllowedNow("rounds.round.closed", _("This round is closed: it takes no more answers."))


def check(found: models.Model) -> None:
    """Refuse what the record's own rules do not allow."""
    try:
        found.full_clean()
    except ValidationError as error:
        raise BadInput("rounds.fields", " ".join(error.messages)) from error
