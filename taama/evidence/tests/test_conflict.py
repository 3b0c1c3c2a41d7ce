"""The list of conflicts, and one conflict: read by all, ruled on by those who judge."""

from decimal import Decimal

import pytest
from django.urls import reverse

from taama.evidence.models import Ruling

from .factories import document, finding, question

PAGE = "evidence:conflict"


@pytest.fixture
def rivals(cast):
    held = document()
    one = finding("1 200 personnes", held, cast.evidence_officer, value=Decimal(1200))
    other = finding("1 500 personnes", held, cast.evidence_officer, value=Decimal(1500))
    return one, other


def sent(rivals, **fields):
    """What a browser sends for a ruling."""
    group = min(one.code for one in rivals)
    values = {
        "between": "|".join(sorted(one.code for one in rivals)),
        "reason": "La seconde corrige.",
    } | fields
    return {f"{group}-{name}": value for name, value in values.items()}


def test_the_list_may_be_empty(client, db):
    page = client.get(reverse("evidence:conflicts"))

    assert page.status_code == 200
    assert "empty" in page.text


def test_visitor_reads_the_list_and_both_values(client, rivals, django_assert_max_num_queries):
    with django_assert_max_num_queries(5):
        page = client.get("/en" + reverse("evidence:conflicts")).text

    assert "1,200 people" in page.replace("\xa0", " ")
    assert "1,500 people" in page.replace("\xa0", " ")
    assert reverse(PAGE, args=["people-counted"]) in page


def test_visitor_reads_them_side_by_side_without_a_form(client, rivals):
    page = client.get(reverse(PAGE, args=["people-counted"])).text

    assert "<mark>1 200 personnes</mark>" in page
    assert "<mark>1 500 personnes</mark>" in page
    assert "<form" not in page.split("<main")[1]


def test_a_question_without_conflict_says_so_and_an_unknown_one_is_not_found(client, db):
    question("quiet")

    assert "empty" in client.get(reverse(PAGE, args=["quiet"])).text
    assert client.get(reverse(PAGE, args=["nothing"])).status_code == 404


@pytest.mark.parametrize("name", ["evidence_officer", "validator"])
def test_those_who_judge_may_rule(client, cast, rivals, name):
    client.force_login(getattr(cast, name))

    answer = client.post(reverse(PAGE, args=["people-counted"]), sent(rivals, choice=rivals[1].code))

    ruling = Ruling.objects.get()
    assert answer.status_code == 302
    assert (ruling.stands, ruling.outcome, ruling.by) == (rivals[1], "one_stands", getattr(cast, name))


def test_a_ruling_is_shown_to_the_public_with_its_reason_not_the_name(client, cast, rivals):
    client.force_login(cast.validator)
    client.post(reverse(PAGE, args=["people-counted"]), sent(rivals, choice="both_stand"))
    client.logout()

    page = client.get(reverse(PAGE, args=["people-counted"])).text

    assert "La seconde corrige." in page
    assert cast.validator.name not in page


@pytest.mark.parametrize("outcome", ["both_stand", "unsure"])
def test_a_reason_in_two_languages_is_read_in_each(client, cast, rivals, outcome):
    client.force_login(cast.validator)
    fields = {
        "choice": outcome,
        "reason": "Chacune compte autre chose.",
        "translation": "Each counts another thing.",
    }
    client.post(reverse(PAGE, args=["people-counted"]), sent(rivals, **fields))
    client.logout()

    assert Ruling.objects.get().outcome == outcome
    assert "Chacune compte autre chose." in client.get(reverse(PAGE, args=["people-counted"])).text
    assert "Each counts another thing." in client.get("/en" + reverse(PAGE, args=["people-counted"])).text


@pytest.mark.parametrize("name", ["coordinator", "partner", "stranger", None])
def test_others_may_not_rule(client, cast, rivals, name):
    if name:
        client.force_login(getattr(cast, name))

    answer = client.post(reverse(PAGE, args=["people-counted"]), sent(rivals, choice="both_stand"))

    assert answer.status_code == 403
    assert not Ruling.objects.exists()


@pytest.mark.parametrize(
    "fields",
    [{"choice": "both_stand", "reason": " "}, {"choice": "nobody"}, {}, {"choice": "unsure", "between": "x"}],
)
def test_a_ruling_that_says_too_little_is_refused(client, cast, rivals, fields):
    client.force_login(cast.evidence_officer)

    page = client.post(reverse(PAGE, args=["people-counted"]), sent(rivals, **fields))

    assert page.status_code == 200
    assert "errorlist" in page.text
    assert not Ruling.objects.exists()
