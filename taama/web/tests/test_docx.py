"""The Word file, read by a stranger: headings, notes, captions, alternative texts, and the same bytes each time."""

import io
import zipfile
from xml.etree import ElementTree

import docx as stranger
import pytest

from taama.web.paper import reference
from taama.web.paper.docx import docx
from taama.web.paper.model import FigureRun, Heading, Paragraph, Text, UnsoundDocument, figures
from taama.web.paper.pictures import pngs

from .papers import nasty, report

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


def part(made, name):
    return zipfile.ZipFile(io.BytesIO(made)).read(name).decode()


def words_of(made, name="word/document.xml"):
    return "".join(node.text or "" for node in ElementTree.fromstring(part(made, name)).iter(f"{W}t"))


@pytest.fixture(scope="module")
def made():
    return docx(report())


@pytest.fixture(scope="module")
def opened(made):
    return stranger.Document(io.BytesIO(made))


def test_same_report_same_bytes(made):
    assert docx(report()) == made


def test_headings_are_headings(opened):
    headings = [(p.style.name, p.text) for p in opened.paragraphs if p.style.name.startswith("Heading")]

    assert headings == [
        ("Heading 1", "1\u2002Introduction"),
        ("Heading 2", "1.1\u2002Objectif 1 : Données"),
        ("Heading 1", "Annexe"),
    ]


def test_every_figure_is_in_the_text(made):
    for figure in figures(report()):
        assert figure.text in words_of(made)


def test_sources_are_footnotes_set_once(made):
    notes = words_of(made, "word/footnotes.xml")

    assert notes.count("Profil migratoire") == 1
    assert notes.count("lettre de championne") == 1


def test_a_second_mention_refers_to_the_first(made):
    body = part(made, "word/document.xml")

    assert body.count("NOTEREF note1") == 4
    assert 'w:name="note1"' in body
    assert body.count("<w:footnoteReference ") == 2


def test_pictures_have_words(opened):
    described = [node.get("descr") for node in opened.element.iter() if node.tag.endswith("}docPr")]

    assert "Les retours sont passés de 5 209 en 2017 à 12 166 en 2019." in described
    assert "Kayes reçoit le plus de retours." in described


def test_pictures_are_png_as_wide_as_the_text(opened):
    shapes = opened.inline_shapes

    assert len(shapes) == 2
    assert all(round(shape.width.mm) == 152 for shape in shapes)
    assert shapes[0].height < shapes[0].width


def test_captions_are_counted_fields(opened):
    captions = [p.text for p in opened.paragraphs if p.style.name in {"Table Caption", "Image Caption"}]

    assert captions == [
        "Graphique\u00a01\u2002Retours par année",
        "Carte\u00a02\u2002Retours par région",
        "Tableau\u00a01\u2002Activités",
    ]


def test_tables_repeat_their_head_and_set_numbers_right(opened):
    table = opened.tables[0]

    assert [cell.text for cell in table.rows[0].cells] == ["Activité", "Montant"]
    assert table.rows[0]._tr.trPr.find(f"{W}tblHeader") is not None
    assert table.cell(1, 0).paragraphs[0].style.name == "Table Text"
    assert table.cell(2, 1).paragraphs[0].alignment == stranger.enum.text.WD_ALIGN_PARAGRAPH.RIGHT


def test_contents_lead_to_the_headings(made):
    body = part(made, "word/document.xml")

    assert 'TOC \\o "1-2"' in body
    assert 'w:anchor="heading0"' in body
    assert 'w:name="heading0"' in body


def test_the_card_tells_title_language_and_day(opened, made):
    card = opened.core_properties

    assert (card.title, card.language) == ("Examen volontaire du Mali", "fr")
    assert card.created.date().isoformat() == "2026-03-15"
    assert ElementTree.fromstring(part(made, "word/styles.xml")).find(f".//{W}lang").get(f"{W}val") == "fr"


def test_pages_are_a4_with_numbers_and_a_bare_cover(opened):
    section = opened.sections[0]

    assert round(section.page_width.mm) == 210
    assert "PAGE" in section.footer._element.xml
    assert section.different_first_page_header_footer


def test_words_from_outside_stay_words():
    made = docx(nasty())

    assert "<script>alert(1)</script> #strong[x] *a* _b_ {{ c }} {% d %} \\n" in words_of(made)
    assert stranger.Document(io.BytesIO(made)).core_properties.title.startswith("<script>")


def test_control_characters_do_not_break_the_file():
    words = (Text("a\x00\x0bz"), FigureRun("\x1f7"))
    made = docx(report(title="a\x07b", blocks=(Heading(1, "t\x08t"), Paragraph(words))))

    assert "z" in words_of(made)


def test_only_addresses_of_the_web_become_links():
    made = docx(
        report(
            blocks=(
                Paragraph(
                    (FigureRun("7", url="javascript:alert(1)"), FigureRun("8", url="https://a.example"))
                ),
            )
        )
    )
    links = part(made, "word/_rels/document.xml.rels")

    assert "javascript" not in links
    assert "https://a.example" in links


def test_pandoc_that_fails_is_heard(monkeypatch):
    monkeypatch.setattr("taama.web.paper.docx.REFERENCE", "/nowhere/reference.docx")

    with pytest.raises(UnsoundDocument, match="cannot be written as Word"):
        docx(report(blocks=()))


def test_the_committed_reference_is_what_its_module_makes():
    assert reference.FILE.read_bytes() == reference.reference()


def test_no_drawings_no_pictures():
    assert pngs(()) == []
