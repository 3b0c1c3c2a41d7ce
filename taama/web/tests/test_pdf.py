"""The PDF: tagged, archived, complete, and the same bytes each time."""

import re

import pypdfium2
import pytest

from taama.web.paper import pdf as writer
from taama.web.paper.model import FigureRun, Heading, Note, NoteRef, Paragraph, Text, figures
from taama.web.paper.pdf import pdf

from .papers import nasty, report


def pages_of(made):
    document = pypdfium2.PdfDocument(made)
    return [page.get_textpage().get_text_range() for page in document]


def words_of(made):
    return " ".join(" ".join(pages_of(made)).replace("\ufffe", "").split())


@pytest.fixture(scope="module")
def made():
    return pdf(report())


def test_same_report_same_bytes(made):
    assert pdf(report()) == made


def test_it_is_tagged_for_screen_readers_and_for_the_archive(made):
    assert b"/StructTreeRoot" in made
    assert b"<pdfuaid:part>1</pdfuaid:part>" in made
    assert b"<pdfaid:part>2</pdfaid:part>" in made
    assert b"<pdfaid:conformance>A</pdfaid:conformance>" in made
    assert b"/Lang" in made


def test_without_its_day_it_is_tagged_but_not_for_the_archive():
    made = pdf(report(dated=""))

    assert b"pdfuaid:part" in made
    assert b"pdfaid:part" not in made


def test_its_card_tells_title_author_and_day(made):
    card = pypdfium2.PdfDocument(made).get_metadata_dict()

    assert card["Title"] == "Examen volontaire du Mali"
    assert card["Author"] == "Ministère des Maliens établis à l’Extérieur"
    assert card["CreationDate"].startswith("D:20260315")


def test_every_figure_is_in_the_text(made):
    text = words_of(made)

    for figure in figures(report()):
        assert " ".join(figure.text.split()) in text


def test_a_figure_carries_its_mark_and_its_source(made):
    text = words_of(made)

    assert re.search("8 420† ?2 étaient", text)
    assert "Profil migratoire" in text


def test_a_source_named_twice_is_set_once(made):
    assert words_of(made).count("Ministère, lettre de championne, décembre 2021.") == 1


def test_notes_keep_the_numbers_of_the_model():
    blocks = (Paragraph((Text("Un chiffre"), NoteRef(41))),)

    assert "Un chiffre41" in words_of(pdf(report(blocks=blocks, notes=(Note(41, (Text("La source."),)),))))


def test_the_cover_is_alone_and_the_contents_follow(made):
    cover, contents, *_ = pages_of(made)

    assert "République du Mali" in cover
    assert "Introduction" not in cover
    assert "Sommaire" in contents
    assert "Objectif 1 : Données" in " ".join(contents.split())


def test_a_page_break_starts_a_page(made):
    page = next(page for page in pages_of(made) if "Les sources divergent" in page)

    assert "Annexe" in page
    assert "guichet" not in page


def test_headings_are_bookmarks(made):
    titles = [bookmark.get_title() for bookmark in pypdfium2.PdfDocument(made).get_toc()]

    assert any("Introduction" in title for title in titles)


def test_words_from_outside_stay_words():
    text = words_of(pdf(nasty()))

    assert "<script>alert(1)</script> #strong[x] *a* _b_ {{ c }} {% d %}" in text


def test_only_addresses_of_the_web_become_links():
    bad = FigureRun("7", url="javascript:alert(1)")
    good = FigureRun("8", url="https://taama.example/8")
    made = pdf(report(blocks=(Heading(1, "A"), Paragraph((bad, good)))))

    assert b"javascript" not in made
    assert b"https://taama.example/8" in made


def test_fonts_of_the_machine_are_not_used():
    assert {font.family for font in writer.fonts().fonts()} == {"Noto Sans", "Noto Sans Math", "Noto Serif"}


def test_letters_of_the_national_languages_are_there():
    families = pdf(report(blocks=(Paragraph((Text("Bamanankan: ɛ ɔ ɲ ŋ ɓ ɗ ƴ Ɛ Ɔ Ɲ Ŋ − → ≈ ½ €"),)),)))

    assert "ɛ ɔ ɲ ŋ ɓ ɗ ƴ Ɛ Ɔ Ɲ Ŋ − → ≈" in words_of(families)
