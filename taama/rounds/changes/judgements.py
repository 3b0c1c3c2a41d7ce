"""A validator accepts answers, or returns them one by one with a comment."""

import datetime as dt
from collections.abc import Iterable, Mapping

from django.conf import settings
from django.utils import timezone
from django.utils.translation import gettext as _

from taama.accounts.models import User
from taama.journal.changes import change, record
from taama.monitoring.changes import refuse_observation, validate_observation
from taama.plans.changes import UpdateCard, add_update, set_status
from taama.plans.models import Activity
from taama.rounds.models import SubmittedAnswer
from taama.rounds.rules import Outcome, may_be_judged
from taama.web.refusals import NotAllowedNow


@change
def accept_answers(
    *, answers: Iterable[SubmittedAnswer], by: User, at: dt.datetime | None = None
) -> list[SubmittedAnswer]:
    """Accept these answers, all or none: values take effect, activities move on. Nobody accepts their own."""
    return [accept(answer, by, at) for answer in answers]


def accept(answer: SubmittedAnswer, by: User, at: dt.datetime | None) -> SubmittedAnswer:
    """One of them."""
    locked = waiting(answer, by)
    if locked.observation is not None:
        validate_observation(observation=locked.observation, by=by)
    elif locked.draft.request.activity is not None:
        move_on(locked, locked.draft.request.activity, by)
    return judged(locked, Outcome.ACCEPTED, "", by, at)


def move_on(answer: SubmittedAnswer, activity: Activity, by: User) -> None:
    """Set the activity to its state; what was said of it becomes a status update of whoever handed it in."""
    draft, submission = answer.draft, answer.submission
    if not draft.note.strip():
        set_status(activity=activity, status=draft.state, by=by)
        return
    card = UpdateCard(
        on=timezone.localdate(submission.submitted_at).isoformat(),
        status=draft.state,
        words={settings.LANGUAGE_CODE: draft.note.strip()},
        organisation=submission.organisation,
        is_illustrative=submission.round.is_illustrative,
    )
    add_update(activity=activity, card=card, by=submission.submitted_by, at=submission.submitted_at)


@change
def judge_answers(
    *, accepted: Iterable[SubmittedAnswer], returned: Mapping[SubmittedAnswer, str], by: User
) -> tuple[list[SubmittedAnswer], list[SubmittedAnswer]]:
    """Accept some answers and return others, each with its comment: all of it or nothing."""
    sent_back = [return_answer(answer=one, comment=comment, by=by) for one, comment in returned.items()]
    return accept_answers(answers=accepted, by=by), sent_back


@change
def return_answer(
    *, answer: SubmittedAnswer, comment: str, by: User, at: dt.datetime | None = None
) -> SubmittedAnswer:
    """Send an answer back to its form, with what is to be mended."""
    locked = waiting(answer, by)
    comment = comment.strip()
    if not comment:
        raise NotAllowedNow("rounds.return.no_comment", _("Say what is to be mended."))
    if locked.observation is not None:
        refuse_observation(observation=locked.observation, why=comment, by=by)
    return judged(locked, Outcome.RETURNED, comment, by, at)


def waiting(answer: SubmittedAnswer, by: User) -> SubmittedAnswer:
    """The answer, held until the change ends; refused if it waits no more, or is the judge's own."""
    locked: SubmittedAnswer = (
        SubmittedAnswer.objects.select_for_update(of=("self",))
        .select_related(
            "submission__round",
            "submission__organisation",
            "submission__submitted_by",
            "observation",
            "draft__request__activity",
        )
        .get(pk=answer.pk)
    )
    if locked.outcome_now != Outcome.WAITING:
        raise NotAllowedNow("rounds.answer.judged", _("Somebody judged this answer already."))
    if not may_be_judged(locked.submission.submitted_by_id, by.pk):
        sentence = _("You handed this in yourself: somebody else validates it.")
        raise NotAllowedNow("rounds.answer.four_eyes", sentence)
    return locked


def judged(
    answer: SubmittedAnswer, outcome: Outcome, comment: str, by: User, at: dt.datetime | None
) -> SubmittedAnswer:
    """The judgement, written."""
    answer.outcome, answer.comment = outcome, comment
    answer.judged_at, answer.judged_by = at or timezone.now(), by
    answer.save(update_fields=["outcome", "comment", "judged_at", "judged_by"])
    record(f"rounds.answer.{outcome}", answer, by=by)
    return answer
