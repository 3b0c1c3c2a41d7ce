"""The rounds of a sample folder, played through the verbs."""

import pytest

from taama.monitoring.models import Observation
from taama.rounds.changes import load_rounds
from taama.rounds.loading import ANSWER_COLUMNS, ROUND_COLUMNS
from taama.rounds.models import Delegation, Draft, ReportingRound, SubmittedAnswer
from taama.web.refusals import BadInput

from .factories import indicator, mali, organisation

FILES = {
    "rounds.csv": ",".join(ROUND_COLUMNS) + "\n"
    "q2,Deux,Two,2026-04,2026-06,2026-07-01T09:00,2026-07-20T18:00,2026-07-31T12:00,Gaps.,yes\n",
    "round_requests.csv": "round,organisation,indicator,activity,areas,with_total,parts\n"
    "q2,service,jobs,,,no,total;sex=female;sex=male\nq2,service,other,,,no,total\nq2,elsewhere,third,,,no,total\n",
    "round_answers.csv": ",".join(ANSWER_COLUMNS) + "\n"
    "q2,service,jobs,,,10,,,One did not say.,2026-07-14T10:00,accepted,2026-07-24T09:00,\n"
    "q2,service,jobs,,sex=female,4,,,,2026-07-14T10:00,accepted,2026-07-24T09:00,\n"
    "q2,service,jobs,,sex=male,5,,,,2026-07-14T10:00,returned,2026-07-24T09:00,Count again.\n"
    "q2,elsewhere,third,,,withheld,Two persons.,,,2026-07-22T10:00,waiting,,\n"
    "q2,service,other,,,7,,,,,draft,,\n",
    "stand_ins.csv": "organisation,email,starts_on,ends_on\nelsewhere,partner@example.org,2026-07-01,2026-12-31\n",
}


@pytest.fixture
def folder(cast, tmp_path):
    mali()
    organisation("elsewhere", "public_agency")
    for code in ("jobs", "other", "third"):
        indicator(code)
    for name, text in FILES.items():
        (tmp_path / name).write_text(text, encoding="utf-8")
    return tmp_path


def loaded(cast, folder):
    return load_rounds(folder=folder, coordinator=cast.coordinator, validator=cast.validator)


def test_a_round_is_played_to_where_the_files_leave_it(cast, folder):
    tally = loaded(cast, folder)

    found = ReportingRound.objects.get()
    outcomes = sorted(SubmittedAnswer.objects.values_list("outcome", flat=True))
    assert (tally.added, found.is_open, found.is_illustrative) == (1, False, True)
    assert outcomes == ["accepted", "accepted", "returned", "waiting"]
    assert sorted(one.value for one in Observation.objects.effective()) == [4, 10]
    assert all(one.is_illustrative for one in Observation.objects.all())
    assert Draft.objects.get(value=7).submitted.count() == 0
    assert [one.is_late for one in found.submissions.order_by("submitted_at")] == [False, True]
    assert Delegation.objects.get().receiver == cast.partner


def test_a_second_load_changes_nothing(cast, folder):
    loaded(cast, folder)
    assert (loaded(cast, folder).added, ReportingRound.objects.count()) == (0, 1)


@pytest.mark.parametrize(
    ("file", "old", "new", "said"),
    [
        ("rounds.csv", "2026-07-20T18:00", "soon", "rounds.csv:2:deadline"),
        ("round_requests.csv", "q2,service,other", "q2,service,nothing", "round_requests.csv:3:indicator"),
        ("round_answers.csv", "jobs,,sex=male", "jobs,,sex=x", "round_answers.csv:4:area"),
        ("round_answers.csv", "accepted", "kept", "round_answers.csv:2:outcome"),
        ("stand_ins.csv", "partner@example.org", "nobody@example.org", "stand_ins.csv:2:email"),
    ],
)
def test_a_mistake_is_named_by_file_line_and_column(cast, folder, file, old, new, said):
    path = folder / file
    path.write_text(path.read_text(encoding="utf-8").replace(old, new, 1), encoding="utf-8")
    with pytest.raises(BadInput) as refused:
        loaded(cast, folder)
    assert said in str(refused.value)


def test_the_sample_names_nobody_who_is_not_invented():
    from taama.accounts.demo import CAST
    from taama.plans.tests.factories import SAMPLE

    told = (SAMPLE / "stand_ins.csv").read_text(encoding="utf-8")
    emails = [line.split(",")[1] for line in told.splitlines()[1:]]
    assert set(emails) <= {one.email for one in CAST}


def test_nobody_to_answer_is_said(cast, folder):
    (folder / "stand_ins.csv").write_text("organisation,email,starts_on,ends_on\n", encoding="utf-8")
    with pytest.raises(BadInput, match="elsewhere"):
        loaded(cast, folder)
