"""The validator's page of a submission: tried by the cast."""

from taama.monitoring.models import Observation
from taama.rounds import changes
from taama.rounds.models import SubmittedAnswer

from .factories import CODE, asked, filled, handed_in, indicator, opened, page_of

SEXES = ["", "sex=female", "sex=male"]


def told(answer):
    return answer.content.decode().replace("&quot;", '"')


def address(submission):
    return f"/en/rounds/{CODE}/submissions/{submission.pk}/"


def with_a_warning(cast):
    """A form of two indicators, one of them with a total that differs from its parts."""
    found = opened(cast, asked(parts=SEXES), asked(indicator("other")))
    filled(found, 10, by=cast.focal_point, passing="One did not say.", passed=["total:sex"])
    filled(found, None, 4, 5, 7, by=cast.focal_point)
    return changes.submit_form(page=page_of(found), by=cast.focal_point)


def test_all_without_warnings_are_accepted_at_once(cast, client):
    submission = with_a_warning(cast)
    client.force_login(cast.validator)

    page = told(client.get(address(submission)))
    after = told(client.post(address(submission), {"then": "clean"}, follow=True))

    assert "The total is 10, the parts (sex) make 9." in page
    assert "One did not say." in page
    assert "3 answers were accepted." in after
    assert sorted(one.value for one in Observation.objects.effective()) == [4, 5, 7]


def test_answers_are_judged_one_by_one(cast, client):
    submission = with_a_warning(cast)
    one, other, *_rest = submission.answers.order_by("draft__value")
    client.force_login(cast.validator)

    client.post(
        address(submission),
        {
            "then": "each",
            f"judge-{one.pk.hex}": "accept",
            f"judge-{other.pk.hex}": "return",
            f"comment-{other.pk.hex}": "Without June?",
        },
    )

    assert [a.outcome for a in submission.answers.order_by("draft__value")] == [
        "accepted", "returned", "waiting", "waiting",
    ]  # fmt: skip
    assert SubmittedAnswer.objects.get(outcome="returned").comment == "Without June?"


def test_a_return_without_a_comment_changes_nothing(cast, client):
    submission = with_a_warning(cast)
    one, other, *_rest = submission.answers.order_by("draft__value")
    client.force_login(cast.validator)

    answer = client.post(
        address(submission),
        {"then": "each", f"judge-{one.pk.hex}": "return", f"judge-{other.pk.hex}": "accept"},
    )

    assert answer.status_code == 409
    assert "Say what is to be mended." in told(answer)
    assert {one.outcome for one in submission.answers.all()} == {"waiting"}


def test_nobody_is_offered_to_judge_their_own(cast, client):
    found = opened(cast)
    submission = handed_in(found, 5, by=cast.validator)
    client.force_login(cast.validator)

    page = told(client.get(address(submission)))
    answer = client.post(address(submission), {"then": "clean"})

    assert "You handed this in yourself" in page
    assert "Accept all" not in page
    assert answer.status_code == 409
    assert not Observation.objects.effective().exists()


def test_nothing_chosen_is_said(cast, client):
    submission = with_a_warning(cast)
    client.force_login(cast.validator)
    assert "Nothing was judged" in told(client.post(address(submission), {"then": "each"}, follow=True))


def test_what_waits_is_listed_until_it_is_judged(cast, client):
    submission = handed_in(opened(cast), 5, by=cast.focal_point)
    client.force_login(cast.validator)
    listed = told(client.get("/en/rounds/submissions/"))
    client.post(address(submission), {"then": "clean"})
    assert str(submission.pk) in listed
    assert "Nothing waits for validation." in told(client.get("/en/rounds/submissions/"))


def test_only_validators_judge(cast, client):
    submission = handed_in(opened(cast), 5, by=cast.focal_point)
    for name in ("coordinator", "focal_point", "partner", "auditor", "stranger"):
        client.force_login(getattr(cast, name))
        assert client.post(address(submission), {"then": "clean"}).status_code == 403
    assert SubmittedAnswer.objects.get().outcome == "waiting"


def test_a_value_judged_on_its_own_page_is_judged_here_too(cast, client):
    from taama.monitoring.changes import refuse_observation, validate_observation

    found = opened(cast, asked(), asked(indicator("other")))
    submission = handed_in(found, 5, 6, by=cast.focal_point)
    one, other = Observation.objects.order_by("value")
    validate_observation(observation=one, by=cast.validator)
    refuse_observation(observation=other, why="Without June?", by=cast.validator)

    first, second = page_of(found).lines
    client.force_login(cast.validator)

    assert (first.is_locked, second.is_returned, second.submitted.comment_now) == (
        True,
        True,
        "Without June?",
    )
    assert str(submission.pk) not in told(client.get("/en/rounds/submissions/"))
