"""The coordinator's pages: opening, watching, closing; tried by the cast."""

import datetime as dt

import pytest
from django.utils import timezone

from taama.monitoring.tests.factories import mali, observation
from taama.rounds.models import Extension, ReportingRound, Request
from taama.rounds.queries.proposals import proposals

from .factories import CODE, PAST, activity, area, asked, handed_in, indicator, jobs, opened, organisation

ROUNDS = "/en/rounds/"
NEW = {
    "title_fr": "Deuxième trimestre", "title_en": "Second quarter", "period_start": "2026-04", "period_end": "2026-06",
    "deadline_day": "2026-07-15", "deadline_hour": "18:00",
}  # fmt: skip


def told(answer):
    return answer.content.decode().replace("&quot;", '"')


def led_by(code, **fields):
    """An indicator that measures an ongoing activity of the service."""
    from taama.journal.changes import open_change, record
    from tests.cast import STAGE

    of = indicator(code, **({"frequency": "quarter"} | fields))
    with open_change():
        of.activities.set([activity(f"activity-{code}", status="ongoing")])
        record("tests.prepared", of, by=STAGE)
    return of


def test_a_round_is_opened_with_what_is_proposed(cast, client):
    mali()
    led_by("cards", disaggregations=["sex"])
    led_by("yearly", frequency="year")
    client.force_login(cast.coordinator)

    page = told(client.post(f"{ROUNDS}new/", NEW, follow=True))

    found = ReportingRound.objects.get()
    indicators = [one.indicator.code for one in Request.objects.exclude(indicator=None)]
    assert indicators == ["cards"]
    assert Request.objects.exclude(activity=None).count() == 2
    assert Request.objects.get(indicator__code="cards").parts == ["", "sex=female", "sex=male"]
    assert timezone.localtime(found.deadline).hour == 18
    assert "15 July 2026 at 18:00 (Bamako time)" in page.replace("\u00a0", " ")


@pytest.mark.parametrize(
    ("field", "value", "said"),
    [
        ("period_end", "2026-03", "ends before it begins"),
        ("period_start", "2026-13", "is not a date"),
        ("title_fr", "", "This field is required"),
        ("deadline_day", "soon", "Enter a valid date"),
    ],
)
def test_what_is_wrong_is_said_beside_its_field(cast, client, field, value, said):
    client.force_login(cast.coordinator)
    answer = client.post(f"{ROUNDS}new/", NEW | {field: value})
    assert said in told(answer)
    assert not ReportingRound.objects.exists()


def test_an_indicator_is_asked_of_whoever_was_asked_last(cast):
    of = led_by("cards")
    other = organisation("other", "public_agency")
    from dataclasses import replace

    opened(cast, replace(asked(of), organisation=other), code="2026-q1")
    cards = proposals("2026-07", "2026-09")
    assert [card.organisation.code for card in cards if card.indicator] == ["other"]


def test_who_leads_it_by_duty_is_asked_before_others(cast):
    from taama.journal.changes import open_change, record
    from taama.plans.models import Duty
    from tests.cast import STAGE

    led_by("cards")
    duty = {"matter": "indicator", "indicator": "cards", "role": "lead"}
    with open_change():
        before = Duty.objects.create(organisation=organisation("old", "ministry"), ended_on="2025", **duty)
        Duty.objects.create(organisation=organisation("now", "ministry"), began_on="2026", **duty)
        record("tests.prepared", before, by=STAGE)

    cards = proposals("2026-07", "2026-09")

    assert [card.organisation.code for card in cards if card.indicator] == ["now"]


def test_regions_are_those_that_were_reported(cast):
    of = led_by("cards", disaggregations=["area", "sex"])
    observation(of, 3, "2026-01-01/2026-03-31", cast=cast, area=area("ML07"))
    observation(of, 3, "2026-01-01/2026-03-31", cast=cast, breakdown={"sex": "female"})
    area("ML01")

    (card,) = [card for card in proposals("2026-04", "2026-06") if card.indicator]

    assert ([place.code for place in card.areas], list(card.parts)) == (["ML07"], ["", "sex=female"])


def test_more_is_asked_and_less(cast, client):
    opened(cast)
    of = indicator("other")
    client.force_login(cast.coordinator)
    service = organisation("service", "public_agency")

    client.post(f"{ROUNDS}{CODE}/requests/add/", {"organisation": service.pk, "indicator": of.pk})
    added = Request.objects.get(indicator=of)
    page = told(client.post(f"{ROUNDS}{CODE}/requests/{added.pk}/drop/", follow=True))

    added.refresh_from_db()
    assert added.is_dropped
    assert "jobs (en)" in page
    assert "other (en)" not in page


@pytest.mark.parametrize("both", [True, False])
def test_an_indicator_or_an_activity_is_asked(cast, client, both):
    opened(cast)
    fields = {"indicator": indicator("other").pk, "activity": activity("cards").pk} if both else {}
    client.force_login(cast.coordinator)
    service = organisation("service", "public_agency")

    answer = client.post(f"{ROUNDS}{CODE}/requests/add/", {"organisation": service.pk, **fields})

    assert "one of the two" in told(answer)


def test_one_organisation_has_more_time(cast, client):
    opened(cast, deadline=PAST)
    client.force_login(cast.coordinator)
    day = (timezone.localdate() + dt.timedelta(days=9)).isoformat()

    page = told(
        client.post(
            f"{ROUNDS}{CODE}/asked/service/",
            {"deadline_day": day, "deadline_hour": "12:00", "why": "Flood."},
            follow=True,
        )
    )

    assert Extension.objects.get().why == "Flood."
    assert "is late" not in page


def test_a_round_shows_who_is_late_and_closes_with_gaps(cast, client):
    found = opened(cast, asked(), asked(indicator("other")), deadline=PAST)
    handed_in(found, 5, by=cast.focal_point)
    client.force_login(cast.coordinator)

    page = told(client.get(f"{ROUNDS}{CODE}/"))
    closed = told(client.post(f"{ROUNDS}{CODE}/close/", {"note": "Enough."}, follow=True))

    assert "1 of 2 answers are in (50%)." in page
    assert "1 organisation is late." in page
    assert "closed with 1 gap" in closed
    assert "Enough." in closed


def test_what_somebody_owes_stands_first(cast, client):
    opened(cast)
    client.force_login(cast.focal_point)
    page = told(client.get(ROUNDS))
    assert "What you owe" in page
    assert "0 of 1 handed in" in page
    assert "All rounds" not in page


MATRIX = [
    (ROUNDS, {"coordinator", "focal_point", "validator", "auditor", "reviewer", "partner", "stranger"}),
    (f"{ROUNDS}new/", {"coordinator"}),
    (f"{ROUNDS}{CODE}/", {"coordinator", "validator", "auditor", "reviewer"}),
    (f"{ROUNDS}{CODE}/quality/", {"coordinator", "validator", "auditor", "reviewer"}),
    (f"{ROUNDS}{CODE}/quality.csv", {"coordinator", "validator", "auditor", "reviewer"}),
    (f"{ROUNDS}{CODE}/asked/service/", {"coordinator"}),
    (f"{ROUNDS}{CODE}/requests/add/", {"coordinator"}),
    (f"{ROUNDS}submissions/", {"validator"}),
    (f"{ROUNDS}stand-ins/", {"coordinator", "focal_point"}),
]


@pytest.mark.parametrize(("address", "admitted"), MATRIX)
def test_who_opens_what(cast, client, address, admitted):
    opened(cast, asked(jobs()))
    found = set()
    for name in ("coordinator", "focal_point", "validator", "auditor", "reviewer", "partner", "stranger"):
        client.force_login(getattr(cast, name))
        status = client.get(address).status_code
        assert status in (200, 403)
        found |= {name} if status == 200 else set()
    assert found == admitted


@pytest.mark.parametrize("address", [f"{ROUNDS}{CODE}/close/", f"{ROUNDS}reminders/send/"])
def test_nobody_else_closes_or_reminds(cast, client, address):
    opened(cast)
    client.force_login(cast.focal_point)
    assert client.post(address).status_code == 403
    assert ReportingRound.objects.get().is_open
