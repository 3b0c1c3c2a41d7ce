"""The Monday sheet: what moved, what is late, who owes what, what the next date needs; on paper and by letter."""

import datetime as dt
from decimal import Decimal

import pypdfium2
import pytest
from django.core import mail
from django.utils import timezone
from django.utils.translation import override

from taama.desk.changes import ask_for_sheet, end_subscription, send_sheet
from taama.desk.letters import written_sheet
from taama.desk.models import MondayLetter, Subscription
from taama.desk.papers import monday_report
from taama.desk.queries.monday import Few, monday_sheet, receivers
from taama.journal.models import Entry
from taama.monitoring.models import Observation
from taama.plans.cards import UpdateCard
from taama.plans.changes import add_update
from taama.plans.models import Activity, Milestone
from taama.reviews.tests.factories import on_stage
from taama.rounds.models import ReportingRound, Request
from taama.web.paper.pdf import pdf
from tests.cast import STAGE

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("today")]
NOW = dt.datetime(2026, 11, 24, 9, tzinfo=dt.UTC)
WEEK = dt.date(2026, 11, 23)


def sheet():
    return monday_sheet(dt.date(2026, 11, 24), NOW)


def test_it_looks_back_to_the_monday_before(world):
    found = sheet()

    assert (found.week, found.since) == (WEEK, dt.date(2026, 11, 16))


@pytest.mark.parametrize(("at", "moved"), [("2026-11-15", 0), ("2026-11-16", 1), ("2026-11-23", 1)])
def test_a_value_validated_since_has_moved(world, at, moved):
    with on_stage():
        Observation.objects.filter(value=Decimal(1580)).update(
            validated_at=timezone.make_aware(dt.datetime.fromisoformat(f"{at}T00:00"))
        )

    assert sheet().values.total == moved


def test_an_activity_whose_state_somebody_changed_has_moved(world, cast, monkeypatch):
    activity = Activity.objects.get()
    card = UpdateCard(on="2026-11-20", status="completed", words={"en": "Open."}, organisation=activity.lead)
    monkeypatch.setattr(timezone, "now", lambda: NOW)
    assert sheet().states == []

    add_update(activity=activity, card=card, by=cast.coordinator, at=NOW)

    assert [(one.code, one.status) for one in sheet().states] == [("antennas", "completed")]


def test_a_milestone_past_its_day_is_late_and_owed_by_who_leads(world):
    with on_stage():
        Milestone.objects.update(reached_on="")

    found = sheet()
    assert [one.code for one in found.late.shown] == ["first"]
    assert [(one.organisation.code, one.milestones) for one in found.owing.shown] == [("ministry", 1)]


@pytest.mark.parametrize(("hours", "late"), [(1, False), (-1, True)])
def test_answers_of_an_open_round_are_owed_and_late_once_its_deadline_passed(world, cast, hours, late):
    with on_stage():
        asking = ReportingRound.objects.create(
            code="round", title={"en": "Round"}, period_start="2026-07", period_end="2026-09",
            deadline=NOW + dt.timedelta(hours=hours), opened_at=NOW,
        )  # fmt: skip
        Request.objects.create(
            round=asking, organisation=cast.focal_point.memberships.get().organisation,
            indicator=Observation.objects.first().indicator, time_start="2026-07", time_end="2026-09",
        )  # fmt: skip

    owed = sheet().owing.shown[0]
    assert (owed.organisation.code, owed.answers, owed.is_late) == ("service", 1, late)


def test_the_next_date_says_what_is_missing_for_it(world):
    ahead = sheet().ahead[0]

    assert (ahead.event.code, ahead.days) == ("migrants-day", 24)
    assert {need.kind: need.missing for need in ahead.needs} == {"conflicts": 1}


def test_where_nothing_moved_it_says_so(world, cast, client):
    with on_stage():
        Observation.objects.update(validated_at=NOW - dt.timedelta(days=90))
    client.force_login(cast.coordinator)

    assert "Nothing moved." in client.get("/en/monday/").content.decode()


@pytest.mark.parametrize(
    ("person", "status"),
    [("coordinator", 200), ("validator", 200), ("evidence_officer", 200), ("reviewer", 200), ("auditor", 200),
     ("focal_point", 403), ("partner", 403), ("administrator", 403), ("stranger", 403)],
)  # fmt: skip
@pytest.mark.parametrize("address", ["/monday/", "/monday/sheet.pdf"])
def test_it_is_for_the_coordination_not_for_those_it_names(world, cast, client, person, status, address):
    client.force_login(getattr(cast, person))

    assert client.get(address).status_code == status


def test_visitor_is_asked_to_sign_in(world, client):
    assert "/account/login/" in client.get("/monday/")["Location"]


def a_full_week():
    """As much as the sheet ever says, in long words."""
    found = sheet()
    words = {"fr": "Mécanisme national de référencement des victimes de la traite des personnes " * 2}
    value = Observation.objects.select_related("indicator").first()
    value.indicator.title = words
    activity = Activity.objects.get()
    activity.title = words
    milestone = Milestone.objects.select_related("activity__lead").get()
    milestone.title = words
    with on_stage():
        Milestone.objects.update(reached_on="")
    owing = sheet().owing.shown[0]
    owing.organisation.name = words
    return type(found)(**{
        **vars(found),
        "values": Few([value] * 5, 400), "states": [activity] * 5, "milestones": 4, "accepted": 7,
        "late": Few([milestone] * 5, 40), "owing": Few([owing] * 6, 30),
    })  # fmt: skip


@pytest.mark.parametrize("language", ["fr", "en"])
def test_the_fullest_week_fits_one_tagged_page(world, language):
    with override(language):
        made = pdf(monday_report(a_full_week(), language), layout="sheet")

    read = pypdfium2.PdfDocument(made)
    try:
        assert len(read) == 1
    finally:
        read.close()
    assert b"/MarkInfo" in made or b"pdfuaid" in made


def test_it_goes_to_coordinators_and_to_those_who_asked(world, cast):
    ask_for_sheet(by=cast.reviewer, at=NOW)
    ask_for_sheet(by=cast.partner, at=NOW)

    assert receivers() == [cast.coordinator, cast.reviewer], "a partner may not read it, asked or not"


def test_who_no_longer_asks_no_longer_receives(world, cast):
    ask_for_sheet(by=cast.reviewer, at=NOW)
    assert ask_for_sheet(by=cast.reviewer, at=NOW) == Subscription.objects.get()
    end_subscription(by=cast.reviewer, at=NOW)

    assert receivers() == [cast.coordinator]
    verbs = list(
        Entry.objects.filter(verb__startswith="desk.").order_by("seq").values_list("verb", flat=True)
    )
    assert verbs == ["desk.subscription.asked", "desk.subscription.ended"]


def send(cast, week=WEEK):
    return send_sheet(
        to=[cast.coordinator], week=week, at=NOW, by=STAGE, send=written_sheet(week, NOW).send_to
    )


def test_a_letter_goes_out_once_a_week_in_both_languages(world, cast, django_capture_on_commit_callbacks):
    with django_capture_on_commit_callbacks(execute=True):
        assert len(send(cast)) == 1
        assert send(cast) == []
        assert len(send(cast, WEEK + dt.timedelta(days=7))) == 1

    letter = mail.outbox[0]
    assert len(mail.outbox) == 2
    assert letter.to == [cast.coordinator.email]
    assert "Fiche du lundi" in letter.subject
    assert "Who owes what".upper() in letter.body
    assert [name for name, _content, _kind in letter.attachments] == [
        "monday-2026-11-23-fr.pdf", "monday-2026-11-23-en.pdf",
    ]  # fmt: skip
    assert Entry.objects.filter(verb="desk.letter.sent").count() == 2


def test_where_the_record_is_not_kept_no_letter_goes_out(world, cast, monkeypatch):
    monkeypatch.setattr("taama.desk.changes.record", lambda *_a, **_k: 1 / 0)

    with pytest.raises(ZeroDivisionError):
        send(cast)
    assert not MondayLetter.objects.exists()
    assert not mail.outbox


def test_a_person_asks_and_stops_on_the_page(world, cast, client):
    client.force_login(cast.reviewer)

    client.post("/en/monday/letters/")
    assert "You receive this sheet every Monday." in client.get("/en/monday/").content.decode()
    client.post("/en/monday/letters/", {"stop": "1"})
    assert "Send it to me every Monday" in client.get("/en/monday/").content.decode()


def test_queries_do_not_grow(world, cast, client, django_assert_max_num_queries):
    client.force_login(cast.coordinator)
    with django_assert_max_num_queries(36):
        client.get("/monday/")
