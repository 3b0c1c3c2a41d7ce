"""How good a round's data are: how much came, when, what was corrected, which warnings were passed."""

import datetime as dt
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from django.db.models import Q

from taama.rounds.models import PassedWarning, ReportingRound, SubmittedAnswer
from taama.rounds.rules import Outcome

from .rounds import Part, RoundPage, round_page


@dataclass(frozen=True)
class QualityLine:
    """One organisation in a round."""

    part: Part
    sent_back: int
    corrections: int
    warnings: int


@dataclass(frozen=True)
class QualityPage:
    """A round's data, organisation by organisation, with every warning that was passed."""

    page: RoundPage
    lines: list[QualityLine]
    passed: list[PassedWarning]

    @property
    def corrections(self) -> int:
        """Of all organisations."""
        return sum(line.corrections for line in self.lines)

    @property
    def sent_back(self) -> int:
        """Of all organisations."""
        return sum(line.sent_back for line in self.lines)


def quality_page(found: ReportingRound, now: dt.datetime) -> QualityPage:
    """A round's data; a fixed number of queries."""
    page = round_page(found, now)
    passed = list(passed_in(found))
    sent_back, corrected = Counter(returns_of(found)), Counter(corrections_of(found))
    warned = Counter(one.answer.submission.organisation_id for one in passed)
    lines = [
        QualityLine(part, sent_back[pk], corrected[pk], warned[pk])
        for part in page.parts
        for pk in [part.organisation.pk]
    ]
    return QualityPage(page, lines, passed)


def passed_in(found: ReportingRound) -> Iterator[PassedWarning]:
    """Every warning passed in a round with its reason, by organisation."""
    warnings = PassedWarning.objects.filter(answer__submission__round=found)
    yield from warnings.select_related(
        "answer__submission__organisation", "answer__draft__request__indicator", "answer__draft__area"
    ).order_by("answer__submission__organisation__code", "answer__submission__submitted_at", "code")


def returns_of(found: ReportingRound) -> Iterator[object]:
    """The organisation of each answer that was sent back."""
    refused = Q(outcome=Outcome.RETURNED) | Q(observation__status="refused")
    answers = SubmittedAnswer.objects.filter(refused, submission__round=found)
    yield from answers.values_list("submission__organisation", flat=True)


def corrections_of(found: ReportingRound) -> Iterator[object]:
    """The organisation of each value that took the place of one that stood, in the round or after it."""
    answers = SubmittedAnswer.objects.filter(submission__round=found).exclude(observation=None)
    yield from answers.exclude(observation__supersedes=None).values_list(
        "submission__organisation", flat=True
    )
    later = answers.filter(observation__corrections__status="validated")
    yield from later.values_list("submission__organisation", flat=True)
