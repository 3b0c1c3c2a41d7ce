"""Bytes in, text or a reason out; no database, no child process."""

import pytest

from taama.evidence.readers.__main__ import read
from taama.evidence.readers.kinds import DOCX, HTML, MARKDOWN, PDF, PLAIN
from taama.evidence.readers.reading import Unreadable

from .files import W, docx, docx_bomb, pdf, words


@pytest.fixture
def reading_of(tmp_path):
    def from_bytes(data):
        path = tmp_path / "as-received"
        path.write_bytes(data)
        return read(path)

    return from_bytes


@pytest.mark.parametrize(
    ("data", "media_type", "text"),
    [
        ("Été à Ségou.".encode(), PLAIN, "Été à Ségou."),
        ("# Titre\r\n\r\nÉté".encode(), MARKDOWN, "# Titre\n\nÉté"),
        (pdf(), PDF, "Le Mali a adopté sa politique."),
        (docx([words("Premier"), words("Second &amp; dernier")]), DOCX, "Premier\n\nSecond & dernier"),
    ],
)
def test_a_sound_file_gives_its_text(reading_of, data, media_type, text):
    reading = reading_of(data)

    assert (reading.media_type, reading.text) == (media_type, text)


@pytest.mark.parametrize(
    ("data", "encoding"),
    [
        ("Été".encode(), "utf-8"),
        ("\ufeffÉté".encode(), "utf-8-sig"),
        ("Été".encode("utf-16"), "utf-16"),
        ("Été à l’aube".encode("cp1252"), "cp1252"),
    ],
)
def test_the_encoding_is_found_and_told(reading_of, data, encoding):
    reading = reading_of(data)

    assert reading.encoding == encoding
    assert reading.text.startswith("Été")


@pytest.mark.parametrize("data", ["Миграция".encode("cp1251") + b"\x81", "Été".encode() + b"\x8f\xff"])
def test_an_encoding_that_cannot_be_told_is_refused(reading_of, data):
    with pytest.raises(Unreadable) as refused:
        reading_of(data)

    assert refused.value.code == "encoding"


def test_a_page_gives_its_article_and_not_its_script(reading_of):
    article = (
        "<p>Le Mali a validé son examen le 6 mai 2022 à Bamako, avec tous les services techniques.</p>" * 3
    )
    head = "<head><title>Examen</title><script>var x=1</script></head>"
    page = f"<!doctype html><html>{head}<body>{article}</body></html>"

    reading = reading_of(page.encode())

    assert (reading.media_type, reading.title) == (HTML, "Examen")
    assert "6 mai 2022" in reading.text
    assert "var x" not in reading.text


def test_a_page_that_names_its_encoding_is_read_by_it(reading_of):
    page = '<html><head><meta charset="iso-8859-1"></head><body><p>Été à Ségou</p></body></html>'

    assert "Été à Ségou" in reading_of(page.encode("latin-1")).text


def test_tracked_insertions_are_kept_and_deletions_left_out(reading_of):
    inserted = f"<w:ins>{words('ajouté')}</w:ins>"
    deleted = "<w:del><w:r><w:delText>retiré</w:delText></w:r></w:del>"

    assert reading_of(docx([inserted + deleted])).text == "ajouté"


def test_a_table_gives_a_line_a_row(reading_of):
    cells = "".join(f"<w:tc><w:p>{words(text)}</w:p></w:tc>" for text in ("Kayes", "12"))
    data = docx(
        [words("Avant")],
        **{"word/footnotes.xml": f"<w:footnotes {W}><w:tbl><w:tr>{cells}</w:tr></w:tbl></w:footnotes>"},
    )

    assert reading_of(data).text == "Avant\n\nKayes\t12"


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (pdf(encrypted=True), "encrypted"),
        (pdf()[:200], "broken"),
        (b"%PDF-1.7 and nothing else", "broken"),
        (pdf(text=""), "no_text"),
        (docx([words("x")])[:-60], "broken"),
        (docx([words("x")], head='<!DOCTYPE x [<!ENTITY a "b">]>'), "bomb"),
        (docx(["<w:r>"]), "broken"),
        (docx([words("x")], **{"../outside.xml": "x"}), "broken"),
        (docx([words("x")], **{"word/embeddings/other.xlsx": "x"}), "bomb"),
        (docx([""]), "no_text"),
        (b"PK\x05\x06" + b"\0" * 18, "unsupported"),
        (b"\xd0\xcf\x11\xe0" + b"\0" * 100, "unsupported"),
        (b"\xd0\xcf\x11\xe0" + "EncryptedPackage".encode("utf-16-le"), "encrypted"),
        (b"\x89PNG\r\n\x1a\n\0\0\0", "unsupported"),
        (b"{\\rtf1 x}", "unsupported"),
        (b"   \n\t\n", "no_text"),
    ],
)
def test_a_spoiled_file_is_refused_with_its_reason(reading_of, data, code):
    with pytest.raises(Unreadable) as refused:
        reading_of(data)

    assert refused.value.code == code


def test_a_bomb_is_refused_from_its_directory_alone(reading_of, monkeypatch):
    data = docx_bomb()
    monkeypatch.setattr("zipfile.ZipFile.open", lambda *a, **k: pytest.fail("something was unpacked"))

    with pytest.raises(Unreadable) as refused:
        reading_of(data)

    assert refused.value.code == "bomb"
