"""The list of documents, one document, its held copy, and marking its passages."""

import pytest
from django.urls import reverse

from taama.evidence.changes import cite_passage
from taama.evidence.models import Citation, Finding, Question
from taama.journal.models import Entry

from .factories import document, finding, passage_with, question


@pytest.fixture
def held(db):
    return document()


def test_visitor_reads_the_list(client, held):
    page = client.get(reverse("evidence:documents"))

    assert page.status_code == 200
    assert held.title in page.text
    assert reverse("evidence:document-add") not in page.text


def test_the_list_is_found_by_kind_and_words_and_may_be_empty(client, held):
    assert held.title in client.get(reverse("evidence:documents"), {"words": "inventée"}).text
    assert held.title not in client.get(reverse("evidence:documents"), {"kind": "law"}).text
    assert "empty" in client.get(reverse("evidence:documents"), {"words": "rien de tel"}).text
    assert client.get(reverse("evidence:documents"), {"kind": "nonsense", "page": "x"}).status_code == 200


def test_the_list_is_paginated_in_few_queries(client, db, django_assert_max_num_queries):
    for number in range(27):
        document(f"Un texte inventé, numéro {number}.", title=f"Texte {number}")

    with django_assert_max_num_queries(3):
        first = client.get(reverse("evidence:documents"))
    second = client.get(reverse("evidence:documents"), {"page": 2})

    assert first.text.count('lang="fr">Texte') == 25
    assert second.text.count('lang="fr">Texte') == 2
    assert "?page=2" in first.text


def test_visitor_reads_a_document_with_its_marks(client, cast, held, django_assert_max_num_queries):
    made = finding("1 200 personnes", held, cast.evidence_officer)

    with django_assert_max_num_queries(6):
        page = client.get(reverse("evidence:document", args=[held.slug])).text

    assert "<mark>1 200 personnes</mark>" in page
    assert 'id="p2"' in page
    assert reverse("desk:finding", args=[made.code]) in page
    assert held.sha256[:8] in page
    assert reverse("evidence:document-copy", args=[held.slug]) not in page


def test_marked_up_text_is_shown_as_text(client, cast):
    held = document("Une note inventée <script>alert(1)</script> avec 1 200 personnes en 2024.")

    page = client.get(reverse("evidence:document", args=[held.slug])).text

    assert "&lt;script&gt;" in page
    assert "<script>alert" not in page


def test_an_unknown_document_is_not_found(client, db):
    assert client.get(reverse("evidence:document", args=["nothing"])).status_code == 404


def test_the_held_copy_is_saved_never_shown(client, cast, held):
    client.force_login(cast.partner)

    answer = client.get(reverse("evidence:document-copy", args=[held.slug]))

    assert b"".join(answer.streaming_content).startswith(b"Une lettre")
    assert answer["Content-Disposition"].startswith("attachment")
    assert answer["Content-Type"] == "application/octet-stream"
    assert answer["X-Content-Type-Options"] == "nosniff"


def test_visitor_is_asked_to_sign_in_for_the_held_copy(client, held):
    answer = client.get(reverse("evidence:document-copy", args=[held.slug]))

    assert answer.status_code == 302


ADDING_PAGES = ["evidence:cite", "evidence:passage-cite", "evidence:passage-mark"]


@pytest.mark.parametrize("page", ADDING_PAGES)
@pytest.mark.parametrize(("name", "status"), [("coordinator", 200), ("partner", 403), ("validator", 403)])
def test_who_may_open_the_marking_pages(client, cast, held, page, name, status):
    client.force_login(getattr(cast, name))
    address = reverse(page, args=[held.slug] if page == "evidence:cite" else [held.slug, 2])

    assert client.get(address).status_code == status


def test_words_are_cited(client, cast, held):
    client.force_login(cast.coordinator)
    address = reverse("evidence:passage-cite", args=[held.slug, 2])

    answer = client.post(address, {"words": "1 200 personnes", "note": "Pour le rapport."})

    assert answer["Location"].endswith("#p2")
    assert Citation.objects.with_source().get().quote == "1 200 personnes"


@pytest.mark.parametrize("words", ["1 300 personnes", "e", ""])
def test_words_that_are_not_there_once_are_refused_and_kept(client, cast, held, words):
    client.force_login(cast.coordinator)

    page = client.post(
        reverse("evidence:passage-cite", args=[held.slug, 2]), {"words": words, "note": "Gardée."}
    )

    assert page.status_code == 200
    assert "errorlist" in page.text
    assert "Gardée." in page.text
    assert not Citation.objects.exists()


def marked(**fields):
    """What a browser sends for a finding."""
    return {
        "words": "1 200 personnes",
        "qualifier": "exactly",
        "deduplicated": "unknown",
        "as_of": "2024",
    } | fields


def test_words_are_marked_as_a_finding(client, cast, compact, held):
    client.force_login(cast.evidence_officer)
    address = reverse("evidence:passage-mark", args=[held.slug, 2])

    answer = client.post(address, marked(question=str(question().pk), value="1200"))

    made = Finding.objects.accepted().with_source().get()
    assert answer.status_code == 302
    assert (made.quote, made.value, made.as_of) == ("1 200 personnes", 1200, "2024")


@pytest.mark.parametrize(
    ("fields", "field"),
    [
        ({"value": ""}, "value"),
        ({"value": "many"}, "value"),
        ({"value": "1", "date_value": "2024"}, "date_value"),
        ({"value": "1", "as_of": "32 May"}, "as_of"),
        ({"value": "1", "period_start": "2024", "period_end": "2023"}, "period_end"),
        ({"value": "4", "qualifier": "between"}, "value_high"),
        ({"value": "4", "value_high": "6"}, "value_high"),
        ({"value": "1", "question": "no such"}, "question"),
    ],
)
def test_half_a_finding_is_refused_beside_its_field(client, cast, held, fields, field):
    client.force_login(cast.evidence_officer)
    sent = marked(**{"question": str(question().pk)} | fields)

    page = client.post(reverse("evidence:passage-mark", args=[held.slug, 2]), sent)

    assert page.status_code == 200
    assert list(page.context["form"].errors) == [field]
    assert not Finding.objects.exists()


def test_a_question_of_dates_wants_a_date(client, cast, held):
    client.force_login(cast.evidence_officer)
    asked = question("when-opened", answer="date", unit="date", kind="event")

    page = client.post(
        reverse("evidence:passage-mark", args=[held.slug, 2]), marked(question=str(asked.pk), value="3")
    )

    assert set(page.context["form"].errors) == {"value", "date_value"}


QUESTION = {"wording_fr": "Combien ?", "wording_en": "How many?", "answer": "number", "kind": "stock"}


def test_a_question_is_added(client, cast):
    client.force_login(cast.coordinator)
    sent = QUESTION | {"unit": "persons"}

    answer = client.post(reverse("evidence:question-add"), sent)

    assert answer.status_code == 302
    assert Question.objects.get().wording == {"fr": "Combien ?", "en": "How many?"}


def test_a_number_needs_a_unit(client, cast):
    client.force_login(cast.coordinator)
    sent = QUESTION | {"unit": "date"}

    assert "unit" in client.post(reverse("evidence:question-add"), sent).context["form"].errors


def test_a_citation_is_withdrawn_after_asking(client, cast, held):
    passage = passage_with("1 200", held)
    citation = cite_passage(passage=passage, start=passage.start, end=passage.end, by=cast.coordinator)
    client.force_login(cast.coordinator)
    address = reverse("evidence:citation-withdraw", args=[citation.code])

    assert client.get(address).status_code == 200
    assert Citation.objects.filter(withdrawn_at=None).exists()
    client.post(address)
    assert not Citation.objects.filter(withdrawn_at=None).exists()


def test_a_finding_is_judged_with_a_reason(client, cast, held):
    made = finding("1 200 personnes", held, cast.evidence_officer)
    client.force_login(cast.validator)
    address = reverse("evidence:finding-judge", args=[made.code])

    refused = client.post(address, {"judgement": "rejected"})
    answer = client.post(address, {"judgement": "rejected", "why": "Mal lu."})

    assert "why" in refused.context["form"].errors
    assert answer.status_code == 302
    assert made.verdicts.first().why == "Mal lu."
    assert Entry.objects.order_by("-seq").first().verb == "evidence.finding.judged"


def test_coordinator_may_not_judge(client, cast, held):
    made = finding("1 200 personnes", held, cast.evidence_officer)
    client.force_login(cast.coordinator)

    assert client.get(reverse("evidence:finding-judge", args=[made.code])).status_code == 403
