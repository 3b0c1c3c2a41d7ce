"""The page of search: what was found, what was not, and what a reader may do then."""

import gzip

import pytest
from django.urls import reverse

from .factories import document, finding

ADDRESS = "/evidence/search/"


@pytest.fixture
def held(db):
    text = "\n\n".join(
        f"Le centre numéro {number} accueille des personnes déplacées." for number in range(45)
    )
    return document(text + "\n\nUne <script>alert(1)</script> chimère.", title="Note", place="Bamako")


def test_visitor_finds_the_passage_with_its_words_marked(client, cast, held):
    finding("centre numéro 7", held, cast.evidence_officer, value=7)

    page = client.get(ADDRESS, {"words": "« centre numéro 7 »"}).text

    assert "<mark>centre numéro 7</mark> accueille" in page
    assert f'{reverse("evidence:document", args=[held.slug])}#p8"' in page
    assert "1 constat accepté" in page
    assert "1 passage<" in page


def test_marked_up_text_is_shown_as_text(client, held):
    page = client.get(ADDRESS, {"words": "chimère <script>"}).text

    assert "&lt;<mark>script</mark>&gt;" in page
    assert "<script" not in page


def test_pages_keep_what_was_asked_and_few_queries(client, held, django_assert_max_num_queries):
    with django_assert_max_num_queries(11):
        first = client.get(ADDRESS, {"words": "déplacé", "language": "fr"})
    last = client.get(ADDRESS, {"words": "déplacé", "language": "fr", "page": "3"})

    assert first.text.count("<mark>déplacées</mark>") == 20
    assert last.text.count("<mark>déplacées</mark>") == 5
    assert 'start="41"' in last.text
    assert "words=d%C3%A9plac%C3%A9&amp;language=fr&amp;page=2" in first.text
    assert "<details open>" in first.text


@pytest.mark.parametrize(
    ("asked", "said"),
    [
        ({}, "Saisissez un mot"),
        ({"words": "de la"}, "trop petits"),
        ({"words": "centre licorne"}, "Aucun passage ne contient «\u00a0licorne\u00a0»"),
        ({"words": "licorne", "language": "fr"}, "Chercher sans les filtres"),
        ({"words": "centre", "since": "hier"}, "Une date n’a pas été comprise"),
        ({"words": "centre " + "mot " * 300}, "seuls ses premiers mots"),
        ({"language": "en"}, "Aucun passage ne correspond"),
    ],
)
def test_the_page_says_what_happened(client, held, asked, said):
    assert said in client.get(ADDRESS, asked).text


@pytest.mark.parametrize(
    "asked",
    [
        {"words": "\0\"'*(", "page": "-1"},
        {"words": "x" * 10_000, "page": "9" * 30},
        {"words": "ا\u202eل", "place": "\0", "publisher": "\ud7ff", "objective": "99'"},
        {"since": "\0", "until": "9999-99-99", "status": "\0", "language": "🙂"},
    ],
)
def test_odd_addresses_are_no_error(client, held, asked):
    assert client.get(ADDRESS, asked).status_code == 200


def test_bytes_that_are_no_text_are_no_error(client, held):
    assert client.get(f"{ADDRESS}?words=%ff%fe&page=%00&since=%c3").status_code == 200


def test_only_reading_is_answered(client, db):
    assert client.post(ADDRESS).status_code == 405


def test_english_speaks_english(client, held):
    assert "More than" not in client.get(f"/en{ADDRESS}", {"words": "centre"}).text
    assert "45 passages" in client.get(f"/en{ADDRESS}", {"words": "centre"}).text


def test_a_full_page_is_light(client, compact):
    for number in range(25):
        words = " ".join(f"mot{number}{other} réfugiés" for other in range(200))
        document(f"{words}.", title=f"Document {number}", publisher=f"Éditeur {number}")

    page = client.get(ADDRESS, {"words": "réfugié"})

    assert page.text.count("<li><div") == 20
    assert len(gzip.compress(page.content)) < 13_500
