"""What a validator sees: submissions that wait, their answers with warnings and what stood before."""

from dataclasses import dataclass

from django.db.models import Q

from taama.monitoring.models import Observation
from taama.monitoring.rules import ObservationStatus
from taama.rounds.models import PassedWarning, Submission, SubmittedAnswer
from taama.rounds.rules import Outcome

from .forms import before, past_of


@dataclass(frozen=True)
class JudgedLine:
    """One answer as the validator sees it."""

    answer: SubmittedAnswer
    warnings: list[PassedWarning]
    last: Observation | None

    @property
    def is_waiting(self) -> bool:
        """Whether nobody judged it yet."""
        return self.answer.outcome_now == Outcome.WAITING


def waiting_submissions() -> list[Submission]:
    """Submissions with answers that wait, the longest waiting first."""
    waits = SubmittedAnswer.objects.filter(outcome=Outcome.WAITING)
    waits = waits.filter(Q(observation=None) | Q(observation__status=ObservationStatus.SUBMITTED))
    found = Submission.objects.filter(pk__in=waits.values("submission"))
    return list(found.select_related("round", "organisation", "submitted_by").order_by("submitted_at"))


def judged_lines(found: Submission) -> list[JudgedLine]:
    """The answers of a submission in the order of the form."""
    answers = found.answers.select_related(
        "draft__request__indicator",
        "draft__request__activity",
        "draft__area",
        "draft__document",
        "observation__supersedes__indicator",
    ).prefetch_related("warnings", "draft__request__areas")
    ordered = sorted(
        answers,
        key=lambda one: (
            one.draft.request.position,
            one.draft.area.code if one.draft.area else "",
            one.draft.part,
        ),
    )
    past = past_of(list({one.draft.request.pk: one.draft.request for one in ordered}.values()))
    lines = []
    for one in ordered:
        request, cell = one.draft.request, one.draft.cell
        last = (
            before(request, past[request.indicator_id, cell.area, cell.part])
            if request.indicator_id
            else None
        )
        lines.append(JudgedLine(one, list(one.warnings.all()), last))
    return lines
