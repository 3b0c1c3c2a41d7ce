"""Opening, drafting, handing in, judging: outcome and journal."""

import datetime as dt
from contextlib import contextmanager
from decimal import Decimal

import pytest
from django.db import IntegrityError, transaction

from taama.journal.models import Entry
from taama.monitoring.models import Observation
from taama.monitoring.tests.factories import observation
from taama.plans.models import StatusUpdate
from taama.rounds import changes
from taama.rounds.models import Draft, PassedWarning, Request, Submission, SubmittedAnswer
from taama.rounds.rules import RoundStatus
from taama.web.refusals import BadInput, NotAllowedNow

from .factories import (
    DEADLINE,
    PAST,
    accepted,
    activity,
    answer,
    area,
    asked,
    filled,
    handed_in,
    indicator,
    jobs,
    opened,
    organisation,
    page_of,
)

SEXES = ["", "sex=female", "sex=male"]


@contextmanager
def refused(code):
    """A refusal with this code is expected."""
    with pytest.raises(NotAllowedNow) as found:
        yield
    assert found.value.code == code


def verbs():
    ours = Entry.objects.filter(verb__startswith="rounds.")
    return list(ours.order_by("seq").values_list("verb", flat=True))


def test_a_round_asks_each_organisation(cast):
    place = area("ML07")
    found = opened(cast, asked(areas=[place], parts=SEXES), asked(activity=activity("cards")))

    first, second = Request.objects.all()
    assert (first.time_start, first.time_end) == ("2026-04-01", "2026-06-30")
    assert [cell.part for cell, _area in first.cells] == SEXES
    assert second.activity.code == "cards"
    assert verbs()[-1] == "rounds.round.opened"
    assert found.is_open


def test_a_second_round_of_a_period_has_a_name_of_its_own(cast):
    one = opened(cast, code="")
    other = opened(cast, asked(indicator("other")), code="")
    assert (one.code, other.code) == ("2026-04--2026-06", "2026-04--2026-06-2")


def test_one_thing_is_asked_once_of_an_organisation(cast):
    found = opened(cast)
    with pytest.raises(BadInput):
        changes.add_request(round=found, card=asked(Request.objects.get().indicator), by=cast.coordinator)


def test_a_request_is_dropped_until_it_is_answered(cast):
    found = opened(cast, asked(), asked(indicator("other", frequency="quarter")))
    handed_in(found, 5, by=cast.focal_point)
    first, second = Request.objects.all()

    changes.drop_request(request=second, by=cast.coordinator)
    with refused("rounds.request.answered"):
        changes.drop_request(request=first, by=cast.coordinator)

    assert len(page_of(found).lines) == 1
    assert Request.objects.count() == 2


def test_a_draft_is_kept_and_another_word_is_another_draft(cast):
    found = opened(cast)

    filled(found, 5, by=cast.focal_point)
    filled(found, 6, by=cast.focal_point)

    assert [(one.value, one.is_standing) for one in Draft.objects.all()] == [(5, False), (6, True)]
    assert verbs()[-2:] == ["rounds.draft.saved"] * 2


def test_the_same_word_again_writes_nothing(cast):
    found = opened(cast)
    filled(found, 5, by=cast.focal_point)
    before = len(verbs())

    saved = filled(found, 5, by=cast.focal_point)

    assert (saved.new, Draft.objects.count(), len(verbs())) == (0, 1, before)


def test_of_two_people_who_write_at_once_both_words_stay(cast):
    found = opened(cast)
    line = page_of(found).lines[0]
    mine, theirs = answer(line, 5), answer(line, 7)

    changes.save_drafts(page=page_of(found), cards=[mine], by=cast.focal_point)
    saved = changes.save_drafts(page=page_of(found), cards=[theirs], by=cast.partner)

    assert saved.rivals == [line.cell]
    assert [one.value for one in page_of(found).lines[0].rivals] == [5, 7]


def test_with_the_last_word_winning_one_would_be_lost(cast):
    """The control: had the second seen the first's draft, theirs would take its place."""
    found = opened(cast)
    filled(found, 5, by=cast.focal_point)
    filled(found, 7, by=cast.partner)
    assert page_of(found).lines[0].rivals == ()


def test_somebody_who_changes_nothing_takes_no_ones_place(cast):
    found = opened(cast)
    line = page_of(found).lines[0]
    filled(found, 5, by=cast.focal_point)

    saved = changes.save_drafts(page=page_of(found), cards=[answer(line)], by=cast.partner)

    assert (saved.new, saved.rivals) == (0, [])
    assert page_of(found).lines[0].draft.value == 5


def test_two_words_block_until_one_is_chosen(cast):
    found = opened(cast)
    line = page_of(found).lines[0]
    for value, person in ((5, cast.focal_point), (7, cast.partner)):
        changes.save_drafts(page=page_of(found), cards=[answer(line, value)], by=person)
    with refused("rounds.submission.blocked"):
        changes.submit_form(page=page_of(found), by=cast.focal_point)

    line = page_of(found).lines[0]
    changes.settle_drafts(line=line, chosen=line.rivals[0], by=cast.focal_point)
    changes.submit_form(page=page_of(found), by=cast.focal_point)

    assert Observation.objects.get().value == 5
    assert Draft.objects.count() == 2


def test_what_is_handed_in_waits_as_an_observation_of_the_organisation(cast):
    found = opened(cast, asked(parts=SEXES, is_share=True))

    submission = handed_in(found, 10, 4, 6, by=cast.focal_point)

    values = Observation.objects.order_by("value")
    assert [(one.value, one.breakdown) for one in values] == [
        (4, {"sex": "female"}), (6, {"sex": "male"}), (10, {}),
    ]  # fmt: skip
    assert {(one.status, one.organisation.code, one.contributor.code) for one in values} == {
        ("submitted", "service", "service")
    }
    assert not submission.is_late
    assert "rounds.form.submitted" in verbs()


def test_a_late_form_is_taken_and_counts_as_late(cast):
    found = opened(cast, deadline=PAST)
    assert handed_in(found, 5, by=cast.focal_point).is_late


def test_an_extension_makes_it_timely(cast):
    found = opened(cast, deadline=PAST)
    service = organisation("service", "public_agency")
    changes.extend_deadline(
        round=found, organisation=service, deadline=DEADLINE, why="Flood.", by=cast.coordinator
    )
    assert not handed_in(found, 5, by=cast.focal_point).is_late


@pytest.mark.parametrize(
    ("deadline", "why", "code"),
    [(PAST, "Flood.", "earlier"), (DEADLINE + dt.timedelta(days=1), " ", "no_reason")],
)
def test_an_extension_is_later_and_says_why(cast, deadline, why, code):
    found = opened(cast)
    service = organisation("service", "public_agency")
    with refused(f"rounds.extension.{code}"):
        changes.extend_deadline(
            round=found, organisation=service, deadline=deadline, why=why, by=cast.coordinator
        )


def test_an_error_blocks_and_what_was_good_is_kept(cast):
    found = opened(cast, asked(parts=SEXES))
    filled(found, 10, 4, -6, by=cast.focal_point)

    with refused("rounds.submission.blocked"):
        changes.submit_form(page=page_of(found), by=cast.focal_point)

    assert not Observation.objects.exists()
    assert [line.draft.value for line in page_of(found).lines] == [10, 4, -6]


def test_a_warning_asks_for_a_reason_and_passes_with_it(cast):
    found = opened(cast, asked(parts=SEXES))
    filled(found, 10, 4, 5, by=cast.focal_point)
    with refused("rounds.submission.blocked"):
        changes.submit_form(page=page_of(found), by=cast.focal_point)

    filled(found, 10, by=cast.focal_point, passing="One person did not say.", passed=["total:sex"])
    changes.submit_form(page=page_of(found), by=cast.focal_point)

    passed = PassedWarning.objects.get()
    assert (passed.code, passed.reason) == ("total:sex", "One person did not say.")
    assert (passed.detail["total"], passed.detail["parts"]) == ("10.0000", "9.0000")


def test_a_reason_for_one_warning_passes_no_other(cast):
    found = opened(cast, asked(parts=SEXES))
    filled(found, 10, 4, None, by=cast.focal_point, passing="One did not say.", passed=["total:sex"])

    with refused("rounds.submission.blocked"):
        changes.submit_form(page=page_of(found), by=cast.focal_point)


def test_nothing_new_is_not_handed_in(cast):
    found = opened(cast)
    handed_in(found, 5, by=cast.focal_point)
    with refused("rounds.submission.empty"):
        changes.submit_form(page=page_of(found), by=cast.focal_point)


def test_zero_is_handed_in_as_a_value_and_empty_is_not(cast):
    found = opened(cast, asked(), asked(indicator("other")))
    handed_in(found, 0, by=cast.focal_point)
    assert [one.value for one in Observation.objects.all()] == [0]


def test_no_value_is_handed_in_with_its_word(cast):
    found = opened(cast, asked(), asked(indicator("other")))
    page = page_of(found)
    cards = [
        answer(page.lines[0], given="withheld", reason="Two persons only."),
        answer(page.lines[1], given="not_applicable"),
    ]
    changes.save_drafts(page=page, cards=cards, by=cast.focal_point)
    changes.submit_form(page=page_of(found), by=cast.focal_point)

    assert {one.answer for one in Observation.objects.all()} == {"withheld", "not_applicable"}
    assert "Two persons" not in " ".join(Observation.objects.values_list("note", flat=True))


def test_what_monitoring_refuses_undoes_the_whole_and_is_told_by_place(cast):
    other = indicator("other", rule="sum")
    found = opened(cast, asked(), asked(other))
    observation(other, 3, "2026-05/2026-07", cast=cast)
    filled(found, 5, 6, by=cast.focal_point)

    with pytest.raises(changes.SubmissionRefused) as refused:
        changes.submit_form(page=page_of(found), by=cast.focal_point)

    assert list(refused.value.troubles) == [page_of(found).lines[1].cell.key]
    assert not Submission.objects.exists()
    assert Observation.objects.count() == 1


def test_a_value_that_stood_before_is_corrected_not_overwritten(cast):
    of = indicator("yearly")
    old = observation(of, 3, "2026-04-01/2026-06-30", cast=cast)
    found = opened(cast, asked(of))

    accepted(found, 4, cast=cast)

    assert Observation.objects.effective().get().value == 4
    assert Observation.objects.get(value=4).supersedes == old


def test_an_accepted_answer_takes_effect(cast):
    found = opened(cast, asked(), asked(activity=activity("cards")))
    page = page_of(found)
    cards = [answer(page.lines[0], 5), answer(page.lines[1], given="value", state="ongoing", note="Begun.")]
    changes.save_drafts(page=page, cards=cards, by=cast.focal_point)
    submission = changes.submit_form(page=page_of(found), by=cast.focal_point)

    changes.accept_answers(answers=submission.answers.all(), by=cast.validator)

    assert Observation.objects.effective().get().value == 5
    assert Request.objects.exclude(activity=None).get().activity.status == "ongoing"
    assert verbs().count("rounds.answer.accepted") == 2
    update = StatusUpdate.objects.get()
    assert (update.words, update.status) == ({"fr": "Begun."}, "ongoing")
    assert (update.written_by, update.organisation.code) == (cast.focal_point, "service")


def test_a_returned_answer_comes_back_with_its_comment_and_goes_in_again(cast):
    found = opened(cast)
    submission = handed_in(found, 5, by=cast.focal_point)
    changes.return_answer(answer=submission.answers.get(), comment="Without June?", by=cast.validator)

    (line,) = page_of(found).lines
    assert (line.is_returned, line.submitted.comment) == (True, "Without June?")
    assert Observation.objects.get().refusal == "Without June?"

    accepted(found, 8, cast=cast)
    assert Observation.objects.effective().get().value == 8


def test_a_return_says_what_is_to_be_mended(cast):
    submission = handed_in(opened(cast), 5, by=cast.focal_point)
    with refused("rounds.return.no_comment"):
        changes.return_answer(answer=submission.answers.get(), comment=" ", by=cast.validator)


@pytest.mark.parametrize("what", ["jobs", "activity"])
def test_nobody_judges_what_they_handed_in(cast, what):
    found = opened(cast, asked() if what == "jobs" else asked(activity=activity("cards")))
    (line,) = page_of(found).lines
    card = answer(line, 5) if what == "jobs" else answer(line, given="value", state="ongoing")
    changes.save_drafts(page=page_of(found), cards=[card], by=cast.validator)
    submission = changes.submit_form(page=page_of(found), by=cast.validator)

    for judge in (
        lambda: changes.accept_answers(answers=submission.answers.all(), by=cast.validator),
        lambda: changes.return_answer(answer=submission.answers.get(), comment="No.", by=cast.validator),
    ):
        with refused("rounds.answer.four_eyes"):
            judge()
    assert SubmittedAnswer.objects.get().outcome == "waiting"


def test_without_the_rule_they_could(cast, monkeypatch):
    """The control: only the rule stands in the way of an activity's own judge."""
    monkeypatch.setattr("taama.rounds.changes.judgements.may_be_judged", lambda *_people: True)
    found = opened(cast, asked(activity=activity("cards")))
    (line,) = page_of(found).lines
    changes.save_drafts(
        page=page_of(found), cards=[answer(line, given="value", state="ongoing")], by=cast.validator
    )
    submission = changes.submit_form(page=page_of(found), by=cast.validator)

    changes.accept_answers(answers=submission.answers.all(), by=cast.validator)

    assert SubmittedAnswer.objects.get().outcome == "accepted"


def test_judging_many_is_all_or_nothing(cast):
    found = opened(cast, asked(), asked(indicator("other")))
    one, other = handed_in(found, 5, 6, by=cast.focal_point).answers.all()
    changes.accept_answers(answers=[other], by=cast.validator)

    with refused("rounds.answer.judged"):
        changes.accept_answers(answers=[one, other], by=cast.validator)

    one.refresh_from_db()
    assert one.outcome == "waiting"


def test_what_is_handed_in_is_not_written_over(cast):
    found = opened(cast)
    handed_in(found, 5, by=cast.focal_point)

    saved = filled(found, 9, by=cast.focal_point)

    assert (saved.new, len(saved.locked)) == (0, 1)
    assert page_of(found).lines[0].draft.value == 5


def test_a_round_closes_with_its_gaps_and_takes_no_more(cast):
    found = opened(cast)
    changes.close_round(round=found, note="", gaps=1, by=cast.coordinator)

    filled(found, 5, by=cast.focal_point)
    with refused("rounds.round.closed"):
        changes.submit_form(page=page_of(found), by=cast.focal_point)

    assert page_of(found).lines[0].draft.value == 5
    assert Entry.objects.get(verb="rounds.round.closed").payload["gaps"] == 1


def test_nothing_is_half_saved(cast, monkeypatch):
    found = opened(cast, asked(), asked(indicator("other")))

    def broken(*_args, **_words):
        raise RuntimeError("the journal failed")

    monkeypatch.setattr("taama.rounds.changes.drafts.record", broken)
    with pytest.raises(RuntimeError):
        filled(found, 5, 6, by=cast.focal_point)

    assert not Draft.objects.exists()


@pytest.mark.parametrize(
    "fields",
    [
        {"outcome": "returned", "comment": ""},
        {"outcome": "accepted"},
        {"outcome": "waiting", "comment": "No."},
    ],
)
def test_the_database_keeps_judgements_whole(cast, fields):
    submission = handed_in(opened(cast), 5, by=cast.focal_point)
    with pytest.raises(IntegrityError), transaction.atomic(), open_to_writing():
        SubmittedAnswer.objects.filter(submission=submission).update(**fields)


def test_the_database_keeps_rounds_whole(cast):
    found = opened(cast)
    with pytest.raises(IntegrityError), transaction.atomic(), open_to_writing():
        type(found).objects.filter(pk=found.pk).update(status=RoundStatus.CLOSED)


def open_to_writing():
    from taama.journal.changes import open_change

    return open_change()


def test_evidence_stays_with_the_answer_when_it_is_mended(cast):
    from taama.monitoring.tests.test_observation_add import shell

    found, document = opened(cast), shell("report")
    filled(found, 5, by=cast.focal_point)
    changes.attach_evidence(line=page_of(found).lines[0], document=document, by=cast.focal_point)
    filled(found, 6, by=cast.focal_point)

    changes.submit_form(page=page_of(found), by=cast.focal_point)

    assert Observation.objects.get().document == document
    assert "rounds.evidence.attached" in verbs()


def test_the_number_of_drafts_kept_is_in_the_journal(cast):
    found = opened(cast, asked(), asked(indicator("other")))
    filled(found, 5, 6, by=cast.focal_point)
    assert Entry.objects.get(verb="rounds.draft.saved").payload["answers"] == 2


def test_decimals_are_kept_exactly(cast):
    found = opened(cast, asked(jobs(unit="xof")))
    handed_in(found, "0.1", by=cast.focal_point)
    assert Observation.objects.get().value == Decimal("0.1")
