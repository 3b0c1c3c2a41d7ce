"""Handing a form in: answers become observations that wait for a validator."""

import datetime as dt
from collections.abc import Mapping

from django.utils import timezone
from django.utils.translation import gettext as _

from taama.accounts.models import User
from taama.journal.changes import change, record
from taama.monitoring.cards import ObservationCard, ValueSource
from taama.monitoring.changes import correct_observation, record_observation
from taama.monitoring.models import Observation
from taama.monitoring.rules import Answer, breakdown_of
from taama.places.country import country
from taama.places.queries import countries_by_code
from taama.rounds.access import delegations_held
from taama.rounds.models import (
    Draft,
    PassedWarning,
    ReportingRound,
    Submission,
    SubmittedAnswer,
)
from taama.rounds.queries.forms import FormPage, Line, form_page
from taama.rounds.rules import Given, is_late
from taama.web.identity import derived_id
from taama.web.refusals import NotAllowedNow

from .rounds import insist_open


class SubmissionRefused(NotAllowedNow):
    """Answers that monitoring does not take, each with its sentence, by the key of its place."""

    def __init__(self, troubles: Mapping[str, str]) -> None:
        sentence = _("Nothing was handed in: look at the answers that are marked.")
        super().__init__("rounds.submission.refused", sentence)
        self.troubles = troubles


@change
def submit_form(*, page: FormPage, by: User, at: dt.datetime | None = None) -> Submission:
    """Hand in all new answers of a form, or none: errors and warnings without a reason stand in the way."""
    now = at or timezone.now()
    locked = ReportingRound.objects.select_for_update(of=("self",)).get(pk=page.round.pk)
    insist_open(locked)
    fresh = form_page(locked, page.organisation)
    insist_ready(fresh)
    submission = Submission(
        pk=derived_id("rounds.submission", locked.code, page.organisation.code, now.isoformat()),
        round=locked,
        organisation=page.organisation,
        submitted_at=now,
        submitted_by=by,
        is_late=is_late(fresh.deadline, now),
        delegation=delegations_held(by, timezone.localdate(now))
        .filter(organisation=page.organisation)
        .first(),
    )
    submission.save(force_insert=True)
    hand_in_all(submission, fresh, by)
    record("rounds.form.submitted", submission, by=by, detail={"answers": len(fresh.new)})
    return submission


def insist_ready(page: FormPage) -> None:
    """Refuse where something stands in the way, or nothing is new."""
    if page.blocked:
        sentence = _("Nothing was handed in: answer what is marked first. Your draft is kept.")
        raise NotAllowedNow("rounds.submission.blocked", sentence)
    if not page.new:
        raise NotAllowedNow("rounds.submission.empty", _("There is nothing new to hand in."))


def hand_in_all(submission: Submission, page: FormPage, by: User) -> None:
    """Every new answer; if monitoring refuses some, all are named and nothing is handed in."""
    troubles: dict[str, str] = {}
    for line in page.new:
        try:
            hand_in(submission, line, by)
        except NotAllowedNow as refusal:
            troubles[line.cell.key] = str(refusal)
    if troubles:
        raise SubmissionRefused(troubles)


@change
def hand_in(submission: Submission, line: Line, by: User) -> SubmittedAnswer:
    """One answer with the warnings it was handed in with."""
    draft = line.draft
    assert draft is not None
    answer = SubmittedAnswer(submission=submission, draft=draft)
    if line.request.indicator_id is not None:
        answer.observation = observed(line, draft, by)
    answer.save(force_insert=True)
    for remark in line.warnings:
        detail = {name: str(value) for name, value in remark.detail.items() if name != "services"}
        if "services" in remark.detail:
            detail["services"] = ", ".join(remark.detail["services"])  # type: ignore[arg-type]
        PassedWarning(answer=answer, code=remark.code, detail=detail, reason=draft.passing).save(
            force_insert=True
        )
    record("rounds.answer.submitted", answer, by=by)
    return answer


def observed(line: Line, draft: Draft, by: User) -> Observation:
    """The observation an answer becomes: a correction where a value stands already."""
    card = card_of(line, draft)
    standing = Observation.objects.standing().filter(
        indicator=card.indicator, country=card.country, area=card.area, time_start=card.time_start,
        time_end=card.time_end, breakdown=dict(card.breakdown), contributor=card.contributor,
    ).first()  # fmt: skip
    if standing is not None and draft.given == Given.VALUE and draft.value is not None:
        return correct_observation(observation=standing, value=draft.value, source=card.source, by=by)
    return record_observation(card=card, by=by)


def card_of(line: Line, draft: Draft) -> ObservationCard:
    """An answer as monitoring takes it."""
    request = line.request
    assert request.indicator is not None
    return ObservationCard(
        indicator=request.indicator,
        value=draft.value,
        country=countries_by_code()[country().iso3],
        time_start=request.time_start,
        time_end=request.time_end,
        area=line.area,
        breakdown=breakdown_of(line.cell.part),
        source=ValueSource(
            None, draft.document, request.organisation, draft.note, request.round.is_illustrative
        ),
        answer=Answer(draft.given),
        contributor=request.organisation if request.is_share else None,
    )
