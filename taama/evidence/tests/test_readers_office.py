"""OpenDocument, workbooks and slides: text in reading order, and a reason where there is none."""

import pytest

from taama.evidence.readers.__main__ import read
from taama.evidence.readers.kinds import ODT, PPTX, XLSX
from taama.evidence.readers.reading import Unreadable

from .files import locked
from .office_files import archive, odt, pptx, xlsx


@pytest.fixture
def reading_of(tmp_path):
    def from_bytes(data):
        path = tmp_path / "as-received"
        path.write_bytes(data)
        return read(path)

    return from_bytes


def paragraph(words):
    return f"<text:p>{words}</text:p>"


def test_an_opendocument_text_is_read_paragraph_by_paragraph(reading_of):
    reading = reading_of(
        odt(f"<text:h>Contexte</text:h>{paragraph('Le Mali')}<text:list>{paragraph('un')}</text:list>")
    )

    assert (reading.media_type, reading.text) == (ODT, "Contexte\n\nLe Mali\n\nun")
    assert reading.headings == (0,)


def test_blanks_count_as_the_format_counts_them(reading_of):
    words = 'Plus  de\n18<text:s/><text:s text:c="2"/>000<text:tab/>ici<text:line-break/>là'

    assert reading_of(odt(paragraph(words))).text == "Plus de 18   000\tici\nlà"


def test_a_row_of_an_opendocument_table_is_a_line(reading_of):
    row = "".join(f"<table:table-cell>{paragraph(words)}</table:table-cell>" for words in ("Kayes", "12"))

    reading = reading_of(odt(f"<table:table><table:table-row>{row}</table:table-row></table:table>"))

    assert reading.text == "Kayes\t12"


def test_deleted_words_and_remarks_stay_out_and_notes_come_last(reading_of):
    deleted = f"<text:tracked-changes>{paragraph('retiré')}</text:tracked-changes>"
    remark = f"<office:annotation>{paragraph('à revoir')}</office:annotation>"
    body = f"<text:note-body>{paragraph('Source.')}</text:note-body>"
    note = f"<text:note><text:note-citation>1</text:note-citation>{body}</text:note>"

    assert reading_of(odt(deleted + paragraph(f"Dix{note} cas{remark}."))).text == "Dix cas.\n\nSource."


def test_a_workbook_is_read_sheet_by_sheet_as_pages(reading_of):
    reading = reading_of(
        xlsx({"Retours": [["Région", "Nombre"], ["Kayes", 12166], ["Gao", 0.5]], "Note": [["x"]]})
    )

    assert reading.media_type == XLSX
    assert [reading.text[page.start : page.end] for page in reading.pages] == [
        "Retours\nRégion\tNombre\nKayes\t12166\nGao\t0.5",
        "Note\nx",
    ]


def test_a_hidden_sheet_stays_hidden(reading_of):
    assert "secret" not in reading_of(xlsx({"A": [["x"]], "B": [["secret"]]}, hidden=("B",))).text


def test_slides_are_pages_in_the_order_they_are_shown(reading_of):
    reading = reading_of(pptx([("Premier", ["a"]), ("Second", ["b"])], order=[2, 1]))

    assert reading.media_type == PPTX
    assert [reading.text[page.start : page.end] for page in reading.pages] == ["Second\n\nb", "Premier\n\na"]
    assert [reading.text[start:].split("\n")[0] for start in reading.headings] == ["Second", "Premier"]


def test_the_number_at_the_foot_of_a_slide_is_left_out(reading_of):
    assert "7" not in reading_of(pptx([("Titre", ["a"])])).text


def test_a_table_on_a_slide_gives_a_line_a_row(reading_of):
    cells = "".join(
        f"<a:tc><a:txBody><a:p><a:r><a:t>{words}</a:t></a:r></a:p></a:txBody></a:tc>"
        for words in ("Kayes", "12")
    )
    frame = f"<p:graphicFrame><a:graphic><a:tbl><a:tr>{cells}</a:tr></a:tbl></a:graphic></p:graphicFrame>"

    assert reading_of(pptx([("Titre", [frame])])).text == "Titre\n\nKayes\t12"


ENCRYPTED = "<manifest><encryption-data/></manifest>"
DOCTYPE = '<!DOCTYPE x [<!ENTITY a "b">]><x/>'


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (odt(paragraph("x"), manifest=ENCRYPTED), "encrypted"),
        (odt(paragraph("x"))[:-60], "broken"),
        (odt(""), "no_text"),
        (odt("<text:p>"), "broken"),
        (archive({"mimetype": ODT, "content.xml": DOCTYPE}), "bomb"),
        (archive({"mimetype": "application/epub+zip", "content.xml": "<x/>"}), "unsupported"),
        (xlsx({"A": [["x"]]})[:-60], "broken"),
        (locked(xlsx({"A": [["x"]]})), "encrypted"),
        (xlsx({"A": []}), "no_text"),
        (xlsx({"A": [["x"]]}, **{"xl/worksheets/sheet1.xml": "<worksheet><sheetData><row>"}), "broken"),
        (xlsx({"A": [["x"]]}, **{"xl/media/blank.xml": b"\0" * 150_000_000}), "bomb"),
        (xlsx({"A": [["x"]]}, **{"xl/inner.zip": "x"}), "bomb"),
        (pptx([("", [])]), "no_text"),
        (pptx([("x", ["<p:sp>"])]), "broken"),
        (pptx([("x", [])])[:-60], "broken"),
    ],
)
def test_a_spoiled_office_file_is_refused_with_its_reason(reading_of, data, code):
    with pytest.raises(Unreadable) as refused:
        reading_of(data)

    assert refused.value.code == code


def test_more_rows_than_a_person_reads_are_refused(reading_of, monkeypatch):
    monkeypatch.setattr("taama.evidence.readers.xlsx.MOST_ROWS", 3)

    with pytest.raises(Unreadable, match="too_large"):
        reading_of(xlsx({"A": [["x"]] * 4}))


def test_the_workbook_behind_a_chart_harms_nobody(reading_of):
    data = archive(
        {
            "[Content_Types].xml": "<Types/>",
            "ppt/presentation.xml": "<x/>",
            "ppt/embeddings/Microsoft_Excel_Sheet1.xlsx": "x",
        }
    )

    with pytest.raises(Unreadable, match="no_text"):
        reading_of(data)
