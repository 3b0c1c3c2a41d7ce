"""A newcomer reads: from the home page to the passage behind a figure, and the review in three files."""

import io
import urllib.request

import pytest
from docx import Document as WordFile
from playwright.sync_api import expect

from .addresses import REVIEW, in_language

pytestmark = pytest.mark.journey

WORDS = {
    "fr": {
        "read": "Lire l’examen",
        "says_who": "Qui le dit ?",
        "see": "Voir ces mots dans le document",
        "other": "English",
    },
    "en": {
        "read": "Read the review",
        "says_who": "Says who?",
        "see": "See these words in the document",
        "other": "Français",
    },
}
languages = pytest.mark.parametrize("language", ["fr", "en"])


@languages
def test_from_home_to_the_words_behind_a_figure_and_back(page, site, language):
    words = WORDS[language]
    page.goto(site + in_language("/", language))
    expect(page.locator("html")).to_have_attribute("lang", language)
    page.locator("main a[href$='/objectives/21/']").click()
    expect(page.locator("main h1")).to_be_visible()
    figure = page.locator("main a[href*='/figures/finding/']").first
    value = figure.inner_text()
    figure.click()
    expect(page.locator("main")).to_contain_text(words["says_who"])
    assert page.locator("main h1").inner_text().casefold() == value.casefold()
    quoted = page.locator("main blockquote mark").inner_text()
    page.get_by_role("link", name=words["see"]).click()
    anchor = page.url.partition("#")[2]
    assert quoted in page.locator(f"#{anchor}").inner_text()
    assert page.locator(f"#{anchor} mark").count()
    page.locator(f"#{anchor} a[href*='/figures/finding/']").first.click()
    expect(page.locator("main")).to_contain_text(words["says_who"])
    page.go_back()
    page.go_back()
    page.go_back()
    assert page.url == site + in_language("/objectives/21/", language)


@languages
def test_from_a_figure_in_the_review_to_its_passage_in_two_clicks(page, site, language):
    page.goto(site + in_language(f"{REVIEW}sections/objective-21/", language))
    figure = page.locator(".report a.report-figure").first
    value = figure.inner_text()
    figure.click()
    expect(page.locator("main")).to_contain_text(WORDS[language]["says_who"])
    assert page.locator("main h1").inner_text().casefold() == value.casefold()
    page.get_by_role("link", name=WORDS[language]["see"]).click()
    anchor = page.url.partition("#")[2]
    assert page.locator(f"#{anchor} mark").is_visible()
    assert -1 <= page.locator(f"#{anchor}").bounding_box()["y"] < 900


@languages
def test_every_figure_of_a_section_leads_to_who_says_it(page, site, language):
    page.goto(site + in_language(f"{REVIEW}sections/objective-21/", language))
    figures = page.locator(".report a.report-figure").evaluate_all("all => all.map(one => one.href)")
    assert len(set(figures)) > 10
    for address in sorted(set(figures)):
        assert page.request.get(address).status == 200


def test_the_review_is_read_on_the_web_section_after_section(page, site):
    page.goto(site)
    page.get_by_role("link", name=WORDS["fr"]["read"]).click()
    page.locator("main a[href$='/sections/introduction/']").click()
    seen = [page.locator("main h1").inner_text()]
    while page.locator("main a[rel=next]").count():
        page.locator("main a[rel=next]").click()
        seen.append(page.locator("main h1").inner_text())
    assert len(seen) == len(set(seen)) >= 27


@languages
def test_the_review_is_taken_home_as_pdf_word_and_web_page(page, site, language):
    page.goto(site + in_language(REVIEW, language))
    files = {name: fetched(page, f"/files/{language}/{name}/") for name in ("pdf", "docx", "html")}
    assert files["pdf"].startswith(b"%PDF")
    paragraphs = WordFile(io.BytesIO(files["docx"])).paragraphs
    assert len(paragraphs) > 300
    page.set_content(files["html"].decode())
    assert page.locator("html").get_attribute("lang") == language
    assert page.locator("a.report-figure").count() >= 60


def fetched(page, ending):
    """The bytes a person gets by the link that ends so."""
    with urllib.request.urlopen(page.locator(f"main a[href$='{ending}']").evaluate("one => one.href")) as got:
        assert got.headers["Content-Disposition"].startswith("attachment")
        return got.read()


@languages
@pytest.mark.parametrize(
    "address", ["/objectives/21/", "/figures/finding/centre-beds-2024/", REVIEW, "/plan/"]
)
def test_the_other_language_shows_the_same_page(page, site, language, address):
    other = "en" if language == "fr" else "fr"
    page.goto(site + in_language(address, language))
    page.locator("header").get_by_role("link", name=WORDS[language]["other"]).click()
    assert page.url == site + in_language(address, other)
    expect(page.locator("html")).to_have_attribute("lang", other)
