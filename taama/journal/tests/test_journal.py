"""The page of the journal: for whom, in which order, and what it says of the chain."""

import pytest
from django.urls import reverse

from taama.journal import queries
from taama.journal.access import READERS
from taama.journal.changes import open_change, record
from taama.journal.models import Entry
from tests.cast import STAGE

from .tampering import drop_guards, raw

pytestmark = pytest.mark.django_db
OTHERS = ["focal_point", "validator", "evidence_officer", "reviewer", "partner", "stranger"]


@pytest.fixture
def page(client, cast):
    """The page as the auditor gets it."""

    def get(**question):
        client.force_login(cast.auditor)
        return client.get(reverse("journal:journal"), question)

    return get


def write_more(cast, count):
    with open_change():
        for _ in range(count):
            record("accounts.person.seen", cast.stranger, by=STAGE)


@pytest.mark.parametrize("name", READERS)
def test_its_readers_see_it(client, cast, name):
    client.force_login(getattr(cast, name))
    assert client.get(reverse("journal:journal")).status_code == 200


@pytest.mark.parametrize("name", OTHERS)
def test_others_are_refused(client, cast, name):
    client.force_login(getattr(cast, name))
    assert client.get(reverse("journal:journal")).status_code == 403


def test_a_visitor_is_asked_to_sign_in(client, cast):
    answer = client.get(reverse("journal:journal"))
    assert answer.status_code == 302
    assert reverse("account_login") in answer.url


def test_entries_come_newest_first_and_the_chain_holds(page):
    answer = page()

    seqs = [entry.seq for entry in answer.context["page"]]
    assert seqs == sorted(seqs, reverse=True)
    assert seqs[0] == Entry.objects.count()
    assert answer.context["verdict"].holds


def test_the_list_is_narrowed_by_verb_and_by_kind_of_record(page):
    by_verb = page(verb="accounts.role.granted").context["page"]
    by_kind = page(record_type="partners.organisation").context["page"]
    both = page(verb="accounts.role.granted", record_type="partners.organisation").context["page"]

    assert {entry.verb for entry in by_verb} == {"accounts.role.granted"}
    assert {entry.record_type for entry in by_kind} == {"partners.organisation"}
    assert not both.object_list


def test_an_unknown_choice_is_said_beside_its_field(page):
    answer = page(verb="nothing.such")
    assert answer.context["form"].errors["verb"]
    assert answer.context["page"].paginator.count == Entry.objects.count()


def test_pages_follow_each_other_and_keep_the_choice(page, cast):
    write_more(cast, 60)

    first = page(verb="accounts.person.seen")
    second = page(verb="accounts.person.seen", page=2)
    beyond = page(verb="accounts.person.seen", page="999")

    assert len(first.context["page"]) == 50
    assert "verb=accounts.person.seen&amp;page=2" in first.content.decode()
    assert len(second.context["page"]) == 10
    assert beyond.context["page"].number == 2


def test_a_tampered_journal_says_so(page, cast):
    drop_guards()
    raw("UPDATE journal_entry SET actor = 'user:somebody-else' WHERE seq = 2")

    answer = page()

    assert answer.context["verdict"].fault.seq == 2
    assert 'role="alert"' in answer.content.decode()


def test_an_untouched_journal_raises_no_alarm(page):
    """The control of the alarm."""
    assert 'role="alert"' not in page().content.decode()


def test_a_long_journal_is_checked_when_asked(page, monkeypatch):
    monkeypatch.setattr(queries, "VERIFIED_UNASKED", 1)

    assert page().context["verdict"] is None
    assert page(verify="yes").context["verdict"].holds


def test_no_name_or_address_of_a_person_is_on_the_page(page, cast):
    body = page().content.decode()

    assert cast.partner.journal_name in body or str(cast.partner.pk) in body
    for person in (cast.partner, cast.coordinator):
        assert person.email not in body


@pytest.mark.parametrize(
    ("address", "language", "words"),
    [("/journal/", "fr", "de la plus récente à la plus ancienne"), ("/en/journal/", "en", "newest first")],
)
def test_it_speaks_both_languages(client, cast, address, language, words):
    client.force_login(cast.auditor)
    body = client.get(address).content.decode()

    assert f'<html lang="{language}"' in body
    assert words in body


def test_an_empty_journal_says_so(client, django_user_model, rf):
    from taama.journal.views import journal

    request = rf.get("/journal/")
    request.user = django_user_model(name="x", email="x@example.org")
    body = journal(request).content.decode()
    assert 'class="empty"' in body


def test_the_page_takes_few_queries_however_long(client, cast, django_assert_max_num_queries):
    write_more(cast, 60)
    client.force_login(cast.auditor)
    with django_assert_max_num_queries(10):
        client.get(reverse("journal:journal"))
