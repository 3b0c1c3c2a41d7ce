"""A page on paper: the words without the furniture."""

import pypdfium2
import pytest

from .addresses import PUBLIC, in_language

pytestmark = pytest.mark.journey


@pytest.mark.parametrize("language", ["fr", "en"])
def test_an_objective_is_printed_without_the_masthead(page, site, language):
    page.goto(site + in_language(PUBLIC["desk:objective"], language))
    title = page.locator("main h1").inner_text()
    assert page.locator(".masthead").is_visible()
    page.emulate_media(media="print")
    assert not page.locator(".masthead").is_visible()
    assert page.locator("main h1").is_visible()
    words = printed_words(page.pdf(format="A4"))
    assert title.split()[0] in words
    assert "Se connecter" not in words
    assert "Sign in" not in words


def printed_words(pdf):
    """The text of all sheets of a printed page."""
    assert pdf.startswith(b"%PDF")
    sheets = pypdfium2.PdfDocument(pdf)
    try:
        return "\n".join(sheet.get_textpage().get_text_bounded() for sheet in sheets)
    finally:
        sheets.close()
