"""The queue: by whom, what is in focus, one verdict at a time, all by plain forms."""

from decimal import Decimal

import pytest
from django.urls import reverse

from taama.evidence.models import Finding, Question, Tag
from taama.evidence.tests.factories import finding, question
from taama.suggestions.models import Suggestion, SuggestionVerdict

from .factories import TEXT, document, figure, objective, proposed, suggestion
from .test_judging import DISPLACED

QUEUE = reverse("suggestions:queue")


@pytest.fixture
def officer(client, cast):
    client.force_login(cast.evidence_officer)
    return client


def judged(client, one, judgement, **fields):
    """A verdict as a browser sends it."""
    return client.post(reverse("suggestions:judge", args=[one.pk]), {"judgement": judgement, **fields})


@pytest.mark.parametrize(
    ("name", "status"),
    [
        ("evidence_officer", 200),
        ("coordinator", 200),
        ("validator", 403),
        ("focal_point", 403),
        ("partner", 403),
        ("stranger", 403),
    ],
)
def test_who_may_open_it(client, cast, name, status):
    one = suggestion("claim", proposed())
    client.force_login(getattr(cast, name))

    assert client.get(QUEUE).status_code == status
    assert client.get(reverse("suggestions:mend", args=[one.pk])).status_code == status
    answer = judged(client, one, "rejected")
    assert (answer.status_code == 403) == (status == 403)
    assert SuggestionVerdict.objects.exists() == (status == 200)


def test_visitor_is_asked_to_sign_in(client, db):
    assert client.get(QUEUE).status_code == 302


def test_the_surest_is_in_focus_with_its_words_marked(officer, db):
    proposed()

    page = officer.get(QUEUE).text

    assert "<mark>plus de 1 200 personnes déplacées</mark>" in page
    assert "0 sur 3" in page
    assert "autofocus" in page
    assert "<script" not in page


def test_the_page_takes_few_queries(officer, compact, django_assert_max_num_queries):
    for number in range(4):
        proposed(document(f"{TEXT}\nTexte {number}."))
    question("idps", **DISPLACED)

    with django_assert_max_num_queries(20):
        officer.get(QUEUE)


def test_an_empty_queue_says_so(officer, db):
    assert "empty" in officer.get(QUEUE).text
    assert "empty" in officer.get(QUEUE, {"kind": "claim"}).text


def test_a_question_that_fits_is_chosen_and_enter_accepts(officer, db):
    question("beds", unit="count", wording={"fr": "Combien de lits ?", "en": "How many beds?"})
    fitting = question("idps", **DISPLACED)
    one = suggestion("figure", proposed())
    form = officer.get(QUEUE).context["form"]
    assert form.initial["question"] == fitting

    answer = judged(officer, one, "accepted", question=fitting.pk)

    assert answer["Location"] == QUEUE
    assert Finding.objects.accepted().get().question == fitting
    assert "1 sur 3" in officer.get(QUEUE).text


def test_without_a_fitting_question_the_wording_is_filled_in_both_languages(officer, db):
    one = suggestion("claim", proposed())
    form = officer.get(QUEUE, {"kind": "claim"}).context["form"]
    wording = {f"wording_{code}": form.initial[f"wording_{code}"] for code in ("fr", "en")}
    assert "Le premier rapport volontaire a été soumis" in wording["wording_fr"]
    assert "2022" not in wording["wording_fr"]
    assert "first voluntary review" in wording["wording_en"]

    judged(officer, one, "accepted", question="", **wording)

    assert Question.objects.get().answer == "date"
    assert Finding.objects.accepted().get().date_value == "2022-05-06"


def test_a_figure_without_any_question_comes_back_with_a_sentence(officer, db):
    one = suggestion("figure", proposed())

    page = judged(officer, one, "accepted", question="", wording_fr="Combien ?", wording_en="")

    assert page.status_code == 200
    assert "errorlist" in page.text
    assert not SuggestionVerdict.objects.exists()


def test_the_filters_stay_from_one_verdict_to_the_next(officer, db):
    held = proposed()
    address = reverse("suggestions:judge", args=[suggestion("claim", held).pk])

    answer = officer.post(
        f"{address}?kind=claim&document={held.slug}&confidence=high&objective=x", {"judgement": "unsure"}
    )

    assert answer["Location"] == f"{QUEUE}?kind=claim&document={held.slug}&confidence=high"


@pytest.mark.parametrize(
    ("asked", "kinds"),
    [
        ({"kind": "claim"}, {"claim"}),
        ({"confidence": "high"}, {"figure", "claim"}),
        ({"confidence": "fair"}, {"objective"}),
        ({"objective": "21"}, {"objective"}),
        ({"document": "none-such"}, set()),
        ({"kind": "nonsense", "confidence": "x", "objective": "x"}, {"figure", "claim", "objective"}),
        ({"unsure": "yes"}, set()),
    ],
)
def test_a_part_of_the_queue(officer, db, asked, kinds):
    proposed()

    page = officer.get(QUEUE, asked)

    focus = page.context["focus"]
    found = {one.kind for one in page.context["others"]} | ({focus.suggestion.kind} if focus else set())
    assert found == kinds


def test_what_was_left_unsure_can_be_looked_at_again(officer, db):
    one = suggestion("claim", proposed())
    judged(officer, one, "unsure", why="Quelle année ?")

    assert one not in Suggestion.objects.waiting()
    assert officer.get(QUEUE, {"unsure": "yes"}).context["focus"].suggestion == one
    assert SuggestionVerdict.objects.get().why == "Quelle année ?"


def test_a_named_suggestion_is_in_focus_and_an_unknown_one_is_not_found(officer, db):
    one = suggestion("objective", proposed())

    assert officer.get(QUEUE, {"focus": one.pk}).context["focus"].suggestion == one
    assert officer.get(QUEUE, {"focus": "x"}).status_code == 404
    assert officer.get(QUEUE, {"focus": "9" * 32}).status_code == 404


def test_it_says_what_accepting_would_contradict(officer, cast):
    held = document(TEXT)
    asked = question("idps", **DISPLACED)
    other = document("Une autre source inventée compte 9 000 personnes déplacées.")
    rival = finding(
        "9 000 personnes",
        other,
        cast.evidence_officer,
        question=asked,
        value=Decimal(9000),
        as_of="2024-07-31",
    )

    page = officer.get(f"/en{QUEUE}", {"document": proposed(held).slug}).text

    assert reverse("desk:finding", args=[rival.code]) in page
    assert "Contradicts what is held" in page


def test_a_value_that_agrees_raises_no_alarm(officer, cast):
    """The control: a value the hedge allows."""
    asked = question("idps", **DISPLACED)
    other = document("Une autre source inventée compte 1 300 personnes déplacées.")
    finding(
        "1 300 personnes",
        other,
        cast.evidence_officer,
        question=asked,
        value=Decimal(1300),
        as_of="2024-07-31",
    )
    proposed()

    assert "Contradicts" not in officer.get(f"/en{QUEUE}").text


def mend(client, one, **fields):
    """The mending form as it stands, some fields changed."""
    address = reverse("suggestions:mend", args=[one.pk])
    form = client.get(address).context["form"]
    filled = {name: form.get_initial_for_field(field, name) for name, field in form.fields.items()}
    sent = {name: form[name].value() for name in filled if filled[name] not in (None, "")}
    sent = {name: form.fields[name].prepare_value(value) for name, value in sent.items()}
    return client.post(address, sent | fields)


def test_mending_begins_with_what_the_machine_read_and_keeps_what_is_changed(officer, db):
    asked = question("idps", **DISPLACED)
    one = suggestion("figure", proposed())

    answer = mend(officer, one, value="1 250", question=asked.pk)

    made = Finding.objects.accepted().get()
    assert answer.status_code == 302
    assert (made.value, made.qualifier, made.as_of, made.quote) == (
        Decimal(1250), "more_than", "2024-07-31", "plus de 1 200 personnes déplacées"
    )  # fmt: skip
    assert SuggestionVerdict.objects.get().judgement == "mended"


def test_mending_may_choose_other_words_of_the_passage(officer, db):
    asked = question("idps", **DISPLACED)
    words = "1 200 personnes déplacées au 31 juillet 2024"

    mend(officer, suggestion("figure", proposed()), words=words, question=asked.pk)

    assert Finding.objects.get().quote == words


def test_words_that_stand_twice_keep_their_own_place(officer, db):
    text = "Ici 500 personnes en 2023.\n\nPuis 500 personnes, et encore 500 personnes en 2024."
    asked = question("people")
    second = figure("500 personnes", text)
    at = text.rindex("500 personnes")
    told = type(second)(at, at + 13, Decimal(500), "persons", "personnes")
    one = suggestion("figure", proposed(document(text), figures=(told,), claims=(), objectives=()))

    mend(officer, one, value="501", question=asked.pk)

    assert Finding.objects.get().start == at


def test_a_mended_value_that_is_no_number_has_a_sentence(officer, db):
    asked = question("idps", **DISPLACED)

    page = mend(officer, suggestion("figure", proposed()), value="douze", question=asked.pk)

    assert page.status_code == 200
    assert page.context["form"].errors["value"]
    assert not Finding.objects.exists()


def test_a_slip_is_taken_back_and_stands_in_focus_again(officer, db):
    one = suggestion("claim", proposed())
    judged(officer, one, "rejected")

    answer = officer.post(reverse("suggestions:take-back"))

    assert str(one.pk) in answer["Location"]
    assert officer.get(answer["Location"]).context["focus"].suggestion == one
    assert officer.post(reverse("suggestions:take-back")).status_code == 409


def test_all_objectives_of_a_document_at_once(officer, compact):
    held = proposed(objectives=(objective(21), objective(1, "a compté")))
    assert held.slug in officer.get(QUEUE, {"kind": "objective"}).text

    officer.post(reverse("suggestions:accept-objectives", args=[held.slug]))

    assert Tag.objects.count() == 2
    assert officer.post(reverse("suggestions:accept-objectives", args=["none"])).status_code == 404


def test_a_verdict_on_what_was_judged_meanwhile_is_refused_with_a_sentence(officer, db):
    asked = question("idps", **DISPLACED)
    one = suggestion("figure", proposed())
    judged(officer, one, "accepted", question=asked.pk)

    again = judged(officer, one, "accepted", question=asked.pk)

    assert again.status_code == 409
    assert Finding.objects.count() == 1
