"""People are added, roles given and ended, each with its entry; the invented cast is loaded once."""

import datetime as dt

import pytest

from taama.accounts.changes import (
    PersonCard,
    Post,
    add_person,
    close_account,
    end_role,
    grant_role,
    load_demo_cast,
)
from taama.accounts.demo import CAST, PASSWORD, demo_user
from taama.accounts.models import Membership, User
from taama.accounts.queries import organisations_of, people_holding, roles_held
from taama.accounts.roles import Role
from taama.journal.models import Entry
from taama.partners.changes import load_partners
from taama.partners.models import Organisation
from taama.web.refusals import BadInput, NotAllowedNow
from tests.cast import STAGE

pytestmark = pytest.mark.django_db
TODAY = dt.date(2026, 5, 4)
CARD = PersonCard("Awa@Example.org", "Awa Exemple")
PHRASE = "un long secret de quinze"


@pytest.fixture
def partners(db, settings):
    load_partners(folder=settings.SAMPLE / "mali", by=STAGE)


def ministry():
    return Organisation.objects.get(code="ministry")


def test_a_person_is_added_with_an_entry_that_does_not_name_them(cast):
    person = add_person(card=CARD, password=PHRASE, by=cast.administrator)

    entry = Entry.objects.first()
    assert person.email == "awa@example.org"
    assert person.check_password(PHRASE)
    assert entry.verb == "accounts.person.added"
    assert entry.record_id == str(person.pk)
    assert not {"Awa", "awa", PHRASE} & set(str(entry.payload).replace("'", " ").split())
    assert set(entry.payload) == {"id", "title", "is_active", "is_invented"}


def test_an_address_is_used_once_whatever_its_case(cast):
    add_person(card=CARD, password=PHRASE, by=cast.administrator)

    with pytest.raises(NotAllowedNow) as refused:
        add_person(card=PersonCard("AWA@example.org", "Other"), password=PHRASE, by=cast.administrator)

    assert refused.value.code == "accounts.person.exists"


@pytest.mark.parametrize(
    ("card", "password", "code"),
    [
        (CARD, "short", "accounts.password.weak"),
        (CARD, "awa@example.org", "accounts.password.weak"),
        (PersonCard("no address", "Awa"), PHRASE, "accounts.person.incomplete"),
        (PersonCard("awa@example.org", ""), PHRASE, "accounts.person.incomplete"),
    ],
)
def test_a_weak_phrase_or_a_broken_card_adds_nobody(db, card, password, code):
    with pytest.raises(BadInput) as refused:
        add_person(card=card, password=password, by=STAGE)

    assert refused.value.code == code
    assert not User.objects.exists()
    assert not Entry.objects.exists()


def test_a_role_is_given_once_and_ends_on_a_day(cast):
    give = {"user": cast.stranger, "organisation": ministry(), "role": Role.REVIEWER, "on": TODAY}
    membership = grant_role(**give, by=cast.administrator)
    again = grant_role(**give, by=cast.administrator)
    held_before = cast.stranger.has_role(Role.REVIEWER)

    end_role(membership=membership, on=TODAY, by=cast.administrator)

    assert again == membership
    assert held_before
    assert not User.objects.get(pk=cast.stranger.pk).has_role(Role.REVIEWER)
    assert not membership.user.has_role(Role.REVIEWER)
    verbs = Entry.objects.filter(record_id=membership.pk).values_list("verb", flat=True)
    assert list(verbs) == ["accounts.role.ended", "accounts.role.granted"]


def test_nobody_gives_a_role_to_themselves(cast):
    with pytest.raises(NotAllowedNow) as refused:
        grant_role(
            user=cast.administrator,
            organisation=ministry(),
            role=Role.COORDINATOR,
            on=TODAY,
            by=cast.administrator,
        )

    assert refused.value.code == "accounts.role.own"
    assert not cast.administrator.has_role(Role.COORDINATOR)


def test_what_a_person_holds_is_read_per_organisation(cast):
    assert [held.role for held in roles_held(cast.focal_point)] == [Role.FOCAL_POINT]
    assert [place.code for place in organisations_of(cast.focal_point, Role.FOCAL_POINT)] == ["service"]
    assert not organisations_of(cast.focal_point, Role.COORDINATOR)
    assert list(people_holding(Role.AUDITOR)) == [cast.auditor]


def test_the_invented_cast_has_one_person_a_role_and_all_are_marked(partners):
    tally = load_demo_cast(by=STAGE)

    assert tally.added == len(Role) == len(CAST)
    assert {person.role for person in CAST} == set(Role)
    assert len(PASSWORD) >= 15
    for person in CAST:
        user = demo_user(person)
        assert user.is_invented
        assert user.roles == {person.role}
        assert user.check_password(PASSWORD)
        assert user.email.endswith("@demo.taama.example")


def test_loading_the_cast_twice_changes_nothing(partners):
    load_demo_cast(by=STAGE)
    before, hashed = Entry.objects.count(), demo_user(CAST[0]).password

    again = load_demo_cast(by=STAGE)

    assert not again.anything
    assert Entry.objects.count() == before
    assert demo_user(CAST[0]).password == hashed


def test_outside_the_demonstration_the_cast_has_no_password(partners, settings):
    settings.DEMO = False

    load_demo_cast(by=STAGE)

    assert not demo_user(CAST[0]).has_usable_password()


def test_without_its_organisations_the_cast_is_not_loaded(db):
    with pytest.raises(BadInput, match="mmeia"):
        load_demo_cast(by=STAGE)

    assert not User.objects.exists()
    assert not Membership.objects.exists()


def test_a_person_is_added_with_a_first_role_or_not_at_all(cast):
    post = Post(Role.VALIDATOR, ministry(), TODAY)
    person = add_person(card=CARD, password=PHRASE, by=STAGE, post=post)

    assert person.has_role(Role.VALIDATOR)

    broken = Post("nobody", ministry(), TODAY)
    with pytest.raises(Exception, match="nobody"):
        add_person(card=PersonCard("b@example.org", "B"), password=PHRASE, by=STAGE, post=broken)
    assert not User.objects.filter(email="b@example.org").exists()


def test_a_closed_account_holds_nothing_and_signs_in_no_more(cast, client):
    client.force_login(cast.validator)

    close_account(user=cast.validator, on=TODAY, by=cast.administrator)

    closed = User.objects.get(pk=cast.validator.pk)
    assert not closed.is_active
    assert not closed.roles
    assert Entry.objects.first().verb == "accounts.person.closed"
    assert client.get("/account/second-factor/").status_code == 302  # the open session ended too
