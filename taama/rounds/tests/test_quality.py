"""How good a round's data are."""

import csv
import io

from django.utils import timezone

from taama.monitoring.changes import ValueSource, correct_observation, validate_observation
from taama.monitoring.models import Observation
from taama.rounds import changes
from taama.rounds.cards import RequestCard
from taama.rounds.queries.quality import quality_page
from taama.rounds.rules import Counted

from .factories import (
    CODE,
    PAST,
    accepted,
    answer,
    asked,
    filled,
    indicator,
    opened,
    organisation,
    page_of,
)

SEXES = ["", "sex=female", "sex=male"]


def quality(found):
    return quality_page(type(found).objects.get(pk=found.pk), timezone.now())


def test_five_answers_are_counted_apart(cast):
    found = opened(cast, *(asked(indicator(f"i{n}")) for n in range(5)), deadline=PAST)
    page = page_of(found)
    given = [{"value": 0}, {"given": "withheld", "reason": "Two."}, {"given": "not_applicable"}]
    changes.save_drafts(
        page=page,
        cards=[answer(line, **one) for line, one in zip(page.lines, given, strict=False)],
        by=cast.focal_point,
    )
    changes.submit_form(page=page_of(found), by=cast.focal_point)
    filled(found, None, None, None, 7, by=cast.focal_point)

    (line,) = quality(found).lines

    assert [line.part.completeness.counts[one] for one in Counted] == [1, 1, 1, 2, 0]
    assert line.part.completeness.share == 60


def test_before_the_deadline_silence_is_not_yet_due(cast):
    (line,) = quality(opened(cast)).lines
    assert line.part.completeness.counts[Counted.NOT_YET_DUE] == 1


def test_in_a_closed_round_silence_is_a_gap(cast):
    found = opened(cast)
    changes.close_round(round=found, note="", gaps=1, by=cast.coordinator)
    page = quality(found)
    assert page.lines[0].part.completeness.counts[Counted.NOT_REPORTED] == 1
    assert len(page.page.gaps) == 1


def test_returns_corrections_and_warnings_are_counted(cast):
    found = opened(cast, asked(parts=SEXES))
    filled(found, 10, by=cast.focal_point, passing="One did not say.", passed=["total:sex"])
    filled(found, None, 4, 5, by=cast.focal_point)
    submission = changes.submit_form(page=page_of(found), by=cast.focal_point)
    men, women, total = submission.answers.order_by("-draft__part")
    changes.return_answer(answer=men, comment="Count again.", by=cast.validator)
    changes.accept_answers(answers=[women, total], by=cast.validator)
    value = Observation.objects.get(value=10)
    better = correct_observation(
        observation=value, value=9, source=ValueSource(is_illustrative=True), by=cast.focal_point
    )
    validate_observation(observation=better, by=cast.validator)

    page = quality(found)

    assert (page.sent_back, page.corrections, len(page.passed)) == (1, 1, 1)
    assert page.lines[0].part.completeness.answered == 2


def test_the_table_is_a_file_that_no_spreadsheet_runs(cast, client):
    other = organisation("=cmd", "public_agency")
    found = opened(cast, asked(), RequestCard(other, indicator("other")))
    accepted(found, 5, cast=cast)
    client.force_login(cast.auditor)

    text = client.get(f"/en/rounds/{CODE}/quality.csv").content.decode("utf-8-sig")

    rows = {row["organisation"]: row for row in csv.DictReader(io.StringIO(text))}
    assert rows["service"]["owed"] == "1"
    assert rows["service"]["in percent"] == "100"
    assert "'=cmd" in rows


def test_the_page_names_every_warning_with_its_reason(cast, client):
    found = opened(cast, asked(parts=SEXES))
    filled(found, 10, by=cast.focal_point, passing="One did not say.", passed=["total:sex"])
    filled(found, None, 4, 5, by=cast.focal_point)
    changes.submit_form(page=page_of(found), by=cast.focal_point)
    client.force_login(cast.coordinator)

    page = client.get(f"/en/rounds/{CODE}/quality/").content.decode()

    assert "The total is 10, the parts (sex) make 9." in page
    assert "One did not say." in page
    assert "3 of 3 answers are in (100%)." in page


def test_the_page_costs_the_same_queries_however_many_answer(cast, django_assert_max_num_queries):
    services = [organisation(f"s{n}", "public_agency") for n in range(12)]
    found = opened(cast, *(RequestCard(one, indicator(f"i-{one.code}")) for one in services))
    with django_assert_max_num_queries(10):
        assert len(quality(found).lines) == 12
