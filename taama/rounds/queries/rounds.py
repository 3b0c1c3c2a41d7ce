"""Rounds as lists and as one page: how far each organisation is, who is late."""

import datetime as dt
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from taama.accounts.models import User
from taama.partners.models import Organisation
from taama.rounds.access import organisations_acted_for
from taama.rounds.cells import Cell
from taama.rounds.models import ReportingRound, Request, SubmittedAnswer
from taama.rounds.rules import (
    Completeness,
    Counted,
    Given,
    Outcome,
    Punctuality,
    RoundStatus,
    completeness,
    counted_as,
    is_late,
    punctuality,
)

from .deadlines import deadlines_of, extended_deadline
from .forms import answers_of

__all__ = ["extended_deadline"]


@dataclass(frozen=True)
class Part:
    """One organisation in a round: what it owes and what came of it."""

    organisation: Organisation
    deadline: dt.datetime
    requests: list[Request]
    answers: list[SubmittedAnswer]
    completeness: Completeness
    punctuality: Punctuality
    is_late: bool

    @property
    def waiting(self) -> int:
        """How many answers wait for a validator."""
        return sum(one.outcome_now == Outcome.WAITING for one in self.answers)

    @property
    def accepted(self) -> int:
        """How many were accepted."""
        return sum(one.outcome_now == Outcome.ACCEPTED for one in self.answers)

    @property
    def returned(self) -> int:
        """How many came back and were not handed in again."""
        return sum(one.outcome_now == Outcome.RETURNED for one in self.answers)

    @property
    def missing(self) -> int:
        """How many answers are not in."""
        return self.completeness.owed - self.completeness.answered


@dataclass(frozen=True)
class RoundPage:
    """A round as the coordinator sees it."""

    round: ReportingRound
    parts: list[Part]

    @property
    def total(self) -> Completeness:
        """All organisations together."""
        return sum((one.completeness for one in self.parts), completeness([]))

    @property
    def late(self) -> list[Part]:
        """Organisations whose deadline has passed and whose answers are not all in."""
        return [one for one in self.parts if one.is_late]

    @property
    def gaps(self) -> list[Part]:
        """Organisations that left something unanswered."""
        return [one for one in self.parts if one.missing]


def open_rounds() -> list[ReportingRound]:
    """Rounds that still take answers, the nearest deadline first."""
    return list(ReportingRound.objects.filter(status=RoundStatus.OPEN).order_by("deadline"))


def round_page(found: ReportingRound, now: dt.datetime) -> RoundPage:
    """A round by organisation; a fixed number of queries."""
    asked = Request.objects.filter(round=found, is_dropped=False).select_related(
        "organisation", "indicator", "activity", "round"
    )
    by_organisation: dict[Organisation, list[Request]] = defaultdict(list)
    for request in asked.prefetch_related("areas").order_by("organisation__code", "position"):
        by_organisation[request.organisation].append(request)
    answers = answers_of(asked)
    later = deadlines_of(found)
    parts = [
        part_of(found, organisation, requests, answers, later.get(organisation.pk, found.deadline), now)
        for organisation, requests in by_organisation.items()
    ]
    return RoundPage(found, parts)


def part_of(
    found: ReportingRound,
    organisation: Organisation,
    requests: list[Request],
    answers: Mapping[Cell, SubmittedAnswer],
    deadline: dt.datetime,
    now: dt.datetime,
) -> Part:
    """One organisation's part of a round."""
    cells = [cell for request in requests for cell, _area in request.cells]
    given = [answers[cell] for cell in cells if cell in answers]
    is_past = not found.is_open or is_late(deadline, now)
    counted = completeness(as_counted(answers.get(cell), is_past) for cell in cells)
    handed_in = [one.submission.submitted_at for one in given if one.outcome_now != Outcome.RETURNED]
    return Part(
        organisation,
        deadline,
        requests,
        given,
        counted,
        punctuality(handed_in, len(cells), deadline),
        found.is_open and is_late(deadline, now) and len(handed_in) < len(cells),
    )


def as_counted(answer: SubmittedAnswer | None, is_past: bool) -> Counted:
    """As what an answer counts, or none."""
    if answer is None:
        return counted_as(Given.EMPTY, is_handed_in=False, is_past=is_past)
    is_handed_in = answer.outcome_now != Outcome.RETURNED
    return counted_as(answer.draft.given, is_handed_in=is_handed_in, is_past=is_past)


@dataclass(frozen=True)
class Owing:
    """An organisation this person answers for, in a round."""

    round: ReportingRound
    organisation: Organisation
    part: Part

    @property
    def is_done(self) -> bool:
        """Whether nothing is left to hand in."""
        return not self.part.missing


def rounds_for(user: User, on: dt.date, now: dt.datetime) -> list[Owing]:
    """What this person owes in open rounds, for each organisation they answer for."""
    own = set(organisations_acted_for(user, on))
    pages = [round_page(found, now) for found in open_rounds()] if own else []
    return [
        Owing(page.round, part.organisation, part)
        for page in pages
        for part in page.parts
        if part.organisation in own
    ]


def late_ones(
    now: dt.datetime, rounds: Iterable[ReportingRound] | None = None
) -> list[tuple[ReportingRound, Part]]:
    """Organisations that are late in open rounds, with what is missing."""
    found = open_rounds() if rounds is None else list(rounds)
    return [(one, part) for one in found for part in round_page(one, now).late]
