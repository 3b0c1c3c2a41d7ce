"""Not reported and not yet due are two things, and neither is zero."""

from django.utils import timezone

from taama.rounds import changes
from taama.rounds.queries.silence import silence_about

from .factories import PAST, area, asked, handed_in, jobs, opened


def told(of):
    found = silence_about(of, timezone.now())
    return [(one.round.code, one.area and one.area.code, one.part, str(one.counts_as)) for one in found]


def test_silence_is_not_yet_due_and_then_not_reported(cast):
    of = jobs()
    opened(cast, asked(of), code="open")
    opened(cast, asked(of), code="late", deadline=PAST)
    closed = opened(cast, asked(of), code="closed")
    changes.close_round(round=closed, note="", gaps=1, by=cast.coordinator)

    assert sorted(told(of)) == [
        ("closed", None, "", "not_reported"),
        ("late", None, "", "not_reported"),
        ("open", None, "", "not_yet_due"),
    ]


def test_what_was_answered_is_not_silent_and_zero_is_an_answer(cast):
    of = jobs()
    found = opened(cast, asked(of, areas=[area("ML01"), area("ML07")]), deadline=PAST)
    handed_in(found, 0, by=cast.focal_point)
    assert told(of) == [("2026-q2", "ML07", "", "not_reported")]


def test_what_came_back_is_silent_again(cast):
    of = jobs()
    found = opened(cast, asked(of), deadline=PAST)
    submission = handed_in(found, 5, by=cast.focal_point)
    assert told(of) == []
    changes.return_answer(answer=submission.answers.get(), comment="Without June?", by=cast.validator)
    assert len(told(of)) == 1
