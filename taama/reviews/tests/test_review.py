"""The pages for those who read."""

import pytest
from django.urls import reverse

from taama.reviews.changes import compile_languages
from tests.cast import STAGE


@pytest.fixture
def compiled(review):
    compile_languages(review=review, languages=["fr", "en"], by=STAGE)
    return review


def test_visitor_finds_the_reviews(client, review):
    page = client.get(reverse("reviews:reviews"))

    assert "Review (fr)" in page.content.decode()


def test_no_review_says_so(client, db):
    assert "Aucun examen" in client.get(reverse("reviews:reviews")).content.decode()


def test_a_review_not_compiled_says_so(client, review):
    page = client.get(reverse("reviews:review", args=["review"])).content.decode()

    assert "n’a pas encore été compilé" in page


def test_visitor_reads_contents_and_finds_files(client, compiled):
    page = client.get(reverse("reviews:review", args=["review"])).content.decode()

    assert 'id="objective-21"' in page
    assert "Sources qui divergent" in page
    for format_name in ("pdf", "docx", "html"):
        assert reverse("reviews:download", args=["review", "en", format_name]) in page


def test_visitor_reads_one_section_with_its_sources(client, compiled):
    page = client.get("/en/review/review/sections/objective-21/").content.decode()

    assert "at least 5,000" in page
    assert "Title of letter" in page
    assert "/en/figures/finding/returns-letter/" in page
    assert "first-review-letter" not in page  # another section's


def test_annexes_can_be_read_too(client, compiled):
    page = client.get("/en/review/review/sections/annex-conflicts/").content.decode()

    assert "When was the first review?" in page


@pytest.mark.parametrize(
    "address", ["nobody/", "review/sections/nothing/", "review/files/fr/odt/", "review/files/es/pdf/"]
)
def test_what_is_not_there_is_not_found(client, compiled, address):
    assert client.get(f"/review/{address}").status_code == 404


def test_visitor_downloads_a_file(client, compiled):
    answer = client.get(reverse("reviews:download", args=["review", "fr", "html"]))

    assert answer["Content-Disposition"] == 'attachment; filename="review-fr.html"'
    assert b"au moins 5" in b"".join(answer.streaming_content)


def test_visitor_sees_no_door_to_writing(client, compiled):
    page = client.get(reverse("reviews:review", args=["review"])).content.decode()

    assert "/edit/" not in page
    assert "/compile/" not in page


def test_a_page_costs_few_queries(client, compiled, django_assert_max_num_queries):
    address = reverse("reviews:section", args=["review", "objective-21"])
    client.get(address)

    with django_assert_max_num_queries(3):
        client.get(address)
