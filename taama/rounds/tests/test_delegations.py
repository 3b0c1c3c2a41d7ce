"""Standing in during leave."""

import datetime as dt

import pytest
from django.utils import timezone

from taama.journal.models import Entry
from taama.monitoring.models import Observation
from taama.rounds import changes
from taama.rounds.models import Delegation, Submission
from taama.web.refusals import Refused

from .factories import FORM, asked, indicator, opened, organisation, page_of, written

DAY = dt.timedelta(days=1)
PAGE = "/en/rounds/stand-ins/"


def lent(cast, starts=-1, ends=1, by=None):
    today = timezone.localdate()
    return changes.delegate(
        organisation=organisation("service", "public_agency"), receiver=cast.partner,
        starts_on=today + starts * DAY, ends_on=today + ends * DAY, by=by or cast.focal_point,
    )  # fmt: skip


def test_who_stands_in_fills_in_and_hands_in_and_the_journal_knows(cast, client):
    found = opened(cast)
    delegation = lent(cast)
    client.force_login(cast.partner)

    client.post(FORM, written(page_of(found), value0="5", then="submit"))

    assert Observation.objects.get().recorded_by == cast.partner
    assert Submission.objects.get().delegation == delegation
    assert Entry.objects.get(verb="rounds.delegation.given").payload["receiver"] == str(cast.partner.pk)


@pytest.mark.parametrize(("starts", "ends"), [(-5, -1), (1, 5)])
def test_before_and_after_the_form_is_closed_to_them(cast, client, starts, ends):
    opened(cast)
    lent(cast, starts, ends)
    client.force_login(cast.partner)
    assert client.get(FORM).status_code == 403


def test_what_is_taken_back_is_closed_at_once(cast, client):
    opened(cast)
    delegation = lent(cast)
    client.force_login(cast.focal_point)
    client.post(f"{PAGE}{delegation.pk}/end/")
    client.force_login(cast.partner)
    assert client.get(FORM).status_code == 403


def test_who_stands_in_does_not_judge_what_they_handed_in(cast, client):
    found = opened(cast)
    today = timezone.localdate()
    changes.delegate(
        organisation=organisation("service", "public_agency"), receiver=cast.validator, starts_on=today,
        ends_on=today, by=cast.coordinator,
    )  # fmt: skip
    client.force_login(cast.validator)
    client.post(FORM, written(page_of(found), value0="5", then="submit"))

    submission = Submission.objects.get()
    client.post(f"/en/rounds/{found.code}/submissions/{submission.pk}/", {"then": "clean"})

    assert not Observation.objects.effective().exists()


@pytest.mark.parametrize("name", ["partner", "validator", "stranger"])
def test_nobody_lends_what_is_not_theirs(cast, name):
    with pytest.raises(Refused):
        lent(cast, by=getattr(cast, name))
    assert not Delegation.objects.exists()


def test_a_focal_point_lends_from_the_page(cast, client):
    client.force_login(cast.focal_point)
    today = timezone.localdate()
    given = {
        "organisation": organisation("service", "public_agency").pk,
        "receiver": cast.partner.pk,
        "starts_on": today.isoformat(),
        "ends_on": (today + DAY).isoformat(),
    }

    wrong = client.post(PAGE, given | {"ends_on": (today - DAY).isoformat()}).content.decode()
    page = client.post(PAGE, given, follow=True).content.decode()

    assert "ends before it begins" in wrong
    assert "Partner" in page
    assert Delegation.objects.count() == 1


def test_others_do_not_take_it_back(cast, client):
    delegation = lent(cast, by=cast.coordinator)
    client.force_login(cast.focal_point)
    assert client.post(f"{PAGE}{delegation.pk}/end/").status_code == 403
    assert opened(cast, asked(indicator("x"))).is_open
