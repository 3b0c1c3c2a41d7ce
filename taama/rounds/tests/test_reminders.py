"""Letters to those who are late."""

import datetime as dt

import pytest
from django.core import mail
from django.utils import timezone

from taama.journal.models import Entry
from taama.rounds import changes
from taama.rounds.models import Reminder
from tests.cast import STAGE

from .factories import DEADLINE, PAST, asked, handed_in, indicator, opened, organisation

TODAY = dt.date(2026, 7, 20)


@pytest.fixture
def remind(django_capture_on_commit_callbacks):
    def remind(on=TODAY):
        with django_capture_on_commit_callbacks(execute=True):
            return changes.remind(now=timezone.now(), on=on, by=STAGE)

    return remind


def test_who_is_late_gets_a_letter_in_both_languages(cast, remind):
    opened(cast, deadline=PAST)

    remind()

    (letter,) = mail.outbox
    assert letter.to == ["focal_point@example.org"]
    assert letter.subject == "Rappel\u00a0: Second quarter (fr)"
    assert "Il manque 1 réponse" in letter.body
    assert "1 answer of service is missing for “Second quarter (en)”." in letter.body
    assert Reminder.objects.get().missing == 1
    assert Entry.objects.filter(verb="rounds.reminder.sent").count() == 1


def test_not_twice_a_day_but_the_day_after(cast, remind):
    opened(cast, deadline=PAST)

    remind(), remind()
    assert len(mail.outbox) == 1

    remind(on=TODAY + dt.timedelta(days=1))
    assert len(mail.outbox) == 2


def test_who_is_in_time_or_done_or_has_more_time_gets_none(cast, remind):
    in_time = opened(cast, code="a")
    done = opened(cast, asked(indicator("other")), code="b", deadline=PAST)
    handed_in(done, 5, by=cast.focal_point)
    later = opened(cast, asked(indicator("third")), code="c", deadline=PAST)
    service = organisation("service", "public_agency")
    changes.extend_deadline(
        round=later, organisation=service, deadline=DEADLINE, why="Flood.", by=cast.coordinator
    )

    assert remind() == []
    assert in_time.is_open


def test_a_closed_round_reminds_nobody(cast, remind):
    found = opened(cast, deadline=PAST)
    changes.close_round(round=found, note="", gaps=1, by=cast.coordinator)
    assert remind() == []


def test_who_stands_in_is_reminded_too(cast, remind):
    opened(cast, deadline=PAST)
    changes.delegate(
        organisation=organisation("service", "public_agency"), receiver=cast.partner, starts_on=TODAY, ends_on=TODAY,
        by=cast.focal_point,
    )  # fmt: skip
    remind()
    assert {letter.to[0] for letter in mail.outbox} == {"focal_point@example.org", "partner@example.org"}


def test_a_closed_account_gets_none(cast, remind):
    opened(cast, deadline=PAST)
    cast.focal_point.is_active = False
    cast.focal_point.save()
    assert remind() == []


def test_no_address_stands_in_the_journal(cast, remind):
    opened(cast, deadline=PAST)
    remind()
    assert "example.org" not in str([entry.payload for entry in Entry.objects.all()])


def test_the_coordinator_reminds_from_the_page(cast, client, django_capture_on_commit_callbacks):
    opened(cast, deadline=PAST)
    client.force_login(cast.coordinator)
    with django_capture_on_commit_callbacks(execute=True):
        page = client.post("/en/rounds/reminders/send/", follow=True).content.decode()
    assert "1 reminder was sent." in page
    assert len(mail.outbox) == 1
