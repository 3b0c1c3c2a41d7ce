"""The focal point's form: tried by the cast."""

import pytest

from taama.monitoring.models import Observation
from taama.monitoring.tests.factories import observation
from taama.rounds import changes
from taama.rounds.models import Draft

from .factories import (
    FORM,
    PAST,
    activity,
    answer,
    area,
    asked,
    filled,
    handed_in,
    indicator,
    jobs,
    opened,
    page_of,
    written,
)

SEXES = ["", "sex=female", "sex=male"]


def told(answer):
    """The page as a reader has it."""
    return answer.content.decode().replace("&quot;", '"').replace("&#x27;", "'")


def test_exactly_its_own_values_are_asked_with_the_last_beside(cast, client):
    of = jobs(definition={"fr": "Emplois trouvés.", "en": "Jobs found."})
    observation(of, 12, "2026-01-01/2026-03-31", cast=cast)
    opened(cast, asked(of))
    client.force_login(cast.focal_point)

    page = told(client.get(FORM))

    assert "jobs (en)" in page
    assert "Jobs found." in page
    assert "last time 12" in page
    assert "people" in page
    assert page.count('inputmode="decimal"') == 1


def test_three_numbers_are_handed_in_at_once(cast, client):
    found = opened(cast, asked(parts=SEXES))
    client.force_login(cast.focal_point)

    answer = client.post(
        FORM, written(page_of(found), value0="1 000", value1="400", value2="600", then="submit"), follow=True
    )

    assert "Handed in" in told(answer)
    assert sorted(one.value for one in Observation.objects.all()) == [400, 600, 1000]


def test_a_draft_is_kept_by_whatever_button(cast, client):
    found = opened(cast)
    client.force_login(cast.focal_point)

    client.post(FORM, written(page_of(found), value0="7"))
    key = page_of(found).lines[0].cell.key
    answer = client.post(FORM, written(page_of(found), value0="8", then=f"evidence|{key}"))

    assert answer.url.endswith(f"/form/evidence/{key}/")
    assert page_of(found).lines[0].draft.value == 8
    assert 'value="8"' in told(client.get(FORM))


def test_what_is_no_number_is_kept_and_said(cast, client):
    found = opened(cast, asked(), asked(indicator("other")))
    client.force_login(cast.focal_point)

    answer = client.post(
        FORM, written(page_of(found), value0="beaucoup", value1="3", then="submit"), follow=True
    )

    assert "“beaucoup” is not a number." in told(answer)
    assert 'value="beaucoup"' in told(answer)
    assert page_of(found).lines[1].draft.value == 3
    assert not Observation.objects.exists()


def test_a_warning_asks_why_and_the_reason_passes_it(cast, client):
    found = opened(cast, asked(parts=SEXES))
    client.force_login(cast.focal_point)
    given = {"value0": "10", "value1": "4", "value2": "5", "then": "submit"}

    first = client.post(FORM, written(page_of(found), **given), follow=True)
    second = client.post(FORM, written(page_of(found), passing0="One did not say.", **given), follow=True)

    assert "The total is 10, the parts (sex) make 9." in told(first)
    assert "Why the number is right all the same" in told(first)
    assert "Handed in" in told(second)


def test_no_value_is_said_with_its_reason(cast, client):
    found = opened(cast)
    client.force_login(cast.focal_point)

    first = client.post(FORM, written(page_of(found), given0="withheld", then="submit"), follow=True)
    client.post(FORM, written(page_of(found), given0="withheld", reason0="Two persons.", then="submit"))

    assert "Say why the value is withheld." in told(first)
    assert Observation.objects.get().answer == "withheld"


def test_the_state_of_an_activity_is_told(cast, client):
    found = opened(cast, asked(activity=activity("cards")))
    client.force_login(cast.focal_point)

    client.post(FORM, written(page_of(found), state0="ongoing", note0="Begun.", then="submit"))

    draft = Draft.objects.get(is_standing=True)
    assert (draft.state, draft.note, draft.submitted.count()) == ("ongoing", "Begun.", 1)


def test_two_people_see_both_answers_and_one_chooses(cast, client):
    found = opened(cast)
    before = page_of(found)
    changes.save_drafts(page=before, cards=[answer(before.lines[0], 5)], by=cast.partner)
    client.force_login(cast.focal_point)

    page = told(client.post(FORM, written(before, value0="7"), follow=True))
    assert "Both answers are kept" in page
    assert "5\u00a0people" in page
    assert "7\u00a0people" in page
    assert "Partner" in page

    line = page_of(found).lines[0]
    client.post(FORM, {f"keep-{line.cell.key}": line.rivals[0].pk, "then": "save"})
    assert [one.value for one in page_of(found).lines[0].drafts] == [5]


def test_a_deadline_that_passes_meanwhile_loses_nothing(cast, client):
    found = opened(cast, deadline=PAST)
    client.force_login(cast.focal_point)

    page = told(client.post(FORM, written(page_of(found), value0="7"), follow=True))

    assert "Your draft is kept." in page
    assert "The deadline has passed" in page
    assert page_of(found).lines[0].draft.value == 7


def test_a_round_that_closes_meanwhile_keeps_the_draft(cast, client):
    found = opened(cast)
    open_page = written(page_of(found), value0="7", then="submit")
    changes.close_round(round=found, note="", gaps=1, by=cast.coordinator)
    client.force_login(cast.focal_point)

    page = told(client.post(FORM, open_page, follow=True))

    assert "your draft is kept, and cannot be handed in" in page
    assert page_of(found).lines[0].draft.value == 7
    assert 'inputmode="decimal"' not in page
    assert not Observation.objects.exists()


def test_what_came_back_stands_with_its_comment(cast, client):
    found = opened(cast)
    submission = handed_in(found, 5, by=cast.focal_point)
    changes.return_answer(answer=submission.answers.get(), comment="Without June?", by=cast.validator)
    client.force_login(cast.focal_point)

    page = told(client.get(FORM))

    assert "Without June?" in page
    assert 'value="5"' in page


def test_what_monitoring_refuses_is_said_at_its_place(cast, client):
    of = jobs()
    observation(of, 3, "2026-05/2026-07", cast=cast)
    found = opened(cast, asked(of))
    client.force_login(cast.focal_point)

    answer = client.post(FORM, written(page_of(found), value0="5", then="submit"))

    assert "shares days with one" in told(answer)
    assert page_of(found).lines[0].draft.value == 5


def test_a_document_is_attached(cast, client):
    from taama.monitoring.tests.test_observation_add import shell

    found, document = opened(cast), shell("report")
    filled(found, 5, by=cast.focal_point)
    key = page_of(found).lines[0].cell.key
    client.force_login(cast.focal_point)

    page = told(client.get(f"{FORM}evidence/{key}/"))
    client.post(f"{FORM}evidence/{key}/", {"document": document.pk})

    assert "5\u00a0people" in page
    assert page_of(found).lines[0].draft.document == document
    assert client.get(f"{FORM}evidence/nothing/").status_code == 404


def test_a_file_is_held_and_attached(cast, client, tmp_path):
    found = opened(cast)
    key = page_of(found).lines[0].cell.key
    client.force_login(cast.focal_point)
    path = tmp_path / "registre.txt"
    path.write_text("Registre du deuxième trimestre. Trente-deux personnes ont été inscrites.\n" * 3)

    with path.open("rb") as file:
        client.post(f"{FORM}evidence/{key}/", {"upload": file, "title": "Registre"})

    document = page_of(found).lines[0].draft.document
    assert (document.title, document.publisher) == ("Registre", "service")


def test_places_stand_by_name(cast, client):
    opened(cast, asked(areas=[area("ML07"), area("ML01")], parts=SEXES))
    client.force_login(cast.focal_point)
    page = told(client.get(FORM))
    assert page.index("ML01 ·") < page.index("ML07 ·")
    assert page.count('inputmode="decimal"') == 6


@pytest.mark.parametrize(
    ("name", "status"),
    [
        ("focal_point", 200),
        ("coordinator", 200),
        ("validator", 200),
        ("auditor", 200),
        ("partner", 403),
        ("stranger", 403),
        ("evidence_officer", 403),
    ],
)
def test_who_sees_a_form(cast, client, name, status):
    opened(cast)
    client.force_login(getattr(cast, name))
    assert client.get(FORM).status_code == status


@pytest.mark.parametrize("name", ["coordinator", "validator", "partner", "stranger", "evidence_officer"])
def test_who_may_not_fill_it_in(cast, client, name):
    found = opened(cast)
    client.force_login(getattr(cast, name))

    answer = client.post(FORM, written(page_of(found), value0="7"))

    assert answer.status_code == 403
    assert not Draft.objects.exists()


def test_a_focal_point_of_another_service_sees_nothing(cast, client):
    opened(cast)
    from tests.cast import Role, organisation, person

    other = person("other", Role.FOCAL_POINT, organisation("elsewhere", "public_agency"))
    client.force_login(other)

    assert client.get(FORM).status_code == 403
    assert client.get("/en/rounds/no-such/service/form/").status_code == 404


def test_the_form_costs_the_same_queries_however_long_it_is(cast, client, django_assert_max_num_queries):
    areas = [area(f"ML{number:02}") for number in range(1, 11)]
    found = opened(cast, *(asked(indicator(f"i{n}"), areas=areas, parts=SEXES) for n in range(5)))
    filled(found, *range(150), by=cast.focal_point)
    client.force_login(cast.focal_point)
    with django_assert_max_num_queries(25):
        assert client.get(FORM).status_code == 200


@pytest.mark.parametrize("name", ["coordinator", "validator", "auditor"])
def test_who_looks_on_sees_what_was_handed_in_and_no_draft(cast, client, name):
    found = opened(cast, asked(), asked(indicator("other")))
    handed_in(found, 4321, by=cast.focal_point)
    filled(found, None, 8765, by=cast.focal_point)
    client.force_login(getattr(cast, name))

    page = told(client.get(FORM))

    assert "4,321" in page
    assert "8,765" not in page
    assert "8765" not in page


@pytest.mark.parametrize("seen", ["x", "0" * 36, "6f0f7c5e-6c1b-5b4e-9a53-7461616d6100"])
def test_a_made_up_mark_of_what_was_seen_does_no_harm(cast, client, seen):
    found = opened(cast)
    filled(found, 5, by=cast.focal_point)
    line = page_of(found).lines[0]
    client.force_login(cast.focal_point)

    client.post(FORM, written(page_of(found), value0="7") | {f"seen-{line.cell.key}": seen})

    assert [one.value for one in page_of(found).lines[0].drafts] == [5, 7]


def test_keeping_a_long_form_costs_few_queries(cast, client, django_assert_max_num_queries):
    areas = [area(f"ML{number:02}") for number in range(1, 11)]
    found = opened(cast, *(asked(indicator(f"i{n}"), areas=areas, parts=SEXES) for n in range(5)))
    filled(found, *range(150), by=cast.focal_point)
    same = {f"value{n}": str(n) for n in range(150)}
    client.force_login(cast.focal_point)
    with django_assert_max_num_queries(70):
        client.post(FORM, written(page_of(found), **same))
