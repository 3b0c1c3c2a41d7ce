"""Bytes in, text or a reason out; no database, no child process."""

import io
import time
import zipfile

import pytest
import typst

from taama.evidence.readers.__main__ import read
from taama.evidence.readers.archives import MOST_UNPACKED, judged_names
from taama.evidence.readers.kinds import DOCX, HTML, MARKDOWN, PDF, PLAIN
from taama.evidence.readers.reading import Unreadable
from taama.extraction.boilerplate import BESIDE

from .files import W, document, docx, docx_bomb, linked, locked, pdf, twice, words

BOMB = docx_bomb()
DOCTYPE_IN_UTF16 = f'<!DOCTYPE x [<!ENTITY a "b">]>{document("<w:p/>")}'.encode("utf-16")


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


@pytest.mark.parametrize("said", ["utf-16", "undefined", "unicode_escape", "hex", "idna", "klingon"])
def test_an_encoding_no_page_can_have_is_not_believed(reading_of, said):
    page = f'<html><head><meta charset="{said}"></head><body><p>L’été à Ségou</p></body></html>'

    assert reading_of(page.encode()).text == "L’été à Ségou"


def test_western_pages_are_read_as_browsers_read_them(reading_of):
    page = '<html><head><meta charset="iso-8859-1"></head><body><p>L’été</p></body></html>'

    reading = reading_of(page.encode("cp1252"))

    assert (reading.text, reading.encoding) == ("L’été", "cp1252")


def article(reading):
    """The page's own text, before the line below which its surroundings stand."""
    return reading.text.split(f"\n\n{BESIDE}\n\n")[0]


PAGE = """<html><head><title>Examen</title></head><body><nav><a>Accueil</a></nav>
<div class="cookie-note">Cookies</div>
<h1>Examen</h1><p>Le Mali a <em>validé</em> son examen<a href="#n"><sup>1</sup></a>
le 6 mai 2022 avec tous les services techniques.</p>
<table><tr><th><p>Région</p></th><th>Nombre</th></tr><tr><td>Kayes</td><td>12\u00a0345</td></tr></table>
<p>Le document a été remis aux partenaires techniques et financiers le même jour à Bamako.</p>
<footer>Mentions</footer></body></html>"""


def test_a_page_is_read_block_by_block_without_breaking_sentences(reading_of):
    reading = reading_of(PAGE.encode())

    assert article(reading).split("\n\n") == [
        "Examen",
        "Le Mali a validé son examen[1] le 6 mai 2022 avec tous les services techniques.",
        "Région\tNombre",
        "Kayes\t12\u00a0345",
        "Le document a été remis aux partenaires techniques et financiers le même jour à Bamako.",
    ]
    assert reading.headings == (0,)


REPORT = """
#set document(title: "Rapport")
#set text(lang: "fr", hyphenate: true)
#set par(justify: true)
#set page(width: 11cm)
= Politique nationale
La gouvernance interministérielle de la migration internationale s’appuie sur les collectivités territoriales et sur
la Direction générale des Maliens de l’extérieur

Un deuxième paragraphe suit sans point avant lui.
- premier point
- second point
#pagebreak()
Dernière page.
"""


def test_a_report_is_read_page_by_page_and_paragraph_by_paragraph(reading_of):
    reading = reading_of(typst.compile(REPORT.encode()))

    assert [reading.text[page.start : page.end].split("\n\n") for page in reading.pages] == [
        [
            "Politique nationale",
            "La gouvernance interministérielle de la migration internationale s’appuie sur les collectivités "
            "territoriales et sur la Direction générale des Maliens de l’extérieur",
            "Un deuxième paragraphe suit sans point avant lui.",
            "• premier point",
            "• second point",
        ],
        ["Dernière page."],
    ]
    assert reading.title == "Rapport"


def test_characters_that_are_no_writing_are_left_out_of_a_pdf(reading_of):
    assert reading_of(pdf("a\\001b\\033c")).text == "abc"


def test_a_pdf_that_asks_for_no_password_to_be_read_is_read(reading_of):
    assert reading_of(pdf(encrypted="")).text == "Le Mali a adopté sa politique."


def test_tracked_insertions_are_kept_and_deletions_left_out(reading_of):
    inserted = f"<w:ins>{words('ajouté')}</w:ins>"
    deleted = "<w:del><w:r><w:delText>retiré</w:delText></w:r></w:del>"

    assert reading_of(docx([inserted + deleted])).text == "ajouté"


def test_moved_words_stand_where_they_were_moved_to(reading_of):
    away, here = f"<w:moveFrom>{words('ici')}</w:moveFrom>", f"<w:moveTo>{words('ici')}</w:moveTo>"

    assert reading_of(docx([away + words("avant"), here])).text == "avant\n\nici"


def test_a_text_box_is_read_once(reading_of):
    box = f"<w:txbxContent><w:p>{words('boîte')}</w:p></w:txbxContent>"
    both = f"<w:r><mc:Choice>{box}</mc:Choice><mc:Fallback>{box}</mc:Fallback></w:r>"

    assert reading_of(docx([words("a") + both])).text == "aboîte"


def test_headings_are_known_by_their_style_in_any_language(reading_of):
    heading = f'<w:pPr><w:pStyle w:val="Titre1"/></w:pPr>{words("Contexte")}'
    styles = f'<w:styles {W}><w:style w:styleId="Titre1"><w:name w:val="heading 1"/></w:style></w:styles>'

    reading = reading_of(docx([words("Avant"), heading, words("Suite")], **{"word/styles.xml": styles}))

    assert [reading.text[start:].split("\n")[0] for start in reading.headings] == ["Contexte"]


def test_a_table_in_a_cell_is_not_read_twice(reading_of):
    inner = f"<w:tbl><w:tr><w:tc><w:p>{words('dedans')}</w:p></w:tc></w:tr></w:tbl>"
    cells = f"<w:tc><w:p>{words('Kayes')}</w:p>{inner}</w:tc><w:tc><w:p>{words('12')}</w:p></w:tc>"
    table = document(f"<w:tbl><w:tr>{cells}</w:tr></w:tbl>")

    assert reading_of(docx([], **{"word/document.xml": table})).text == "Kayes dedans\t12"


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
        (pdf(encrypted="un mot de passe"), "encrypted"),
        (pdf()[:200], "broken"),
        (b"%PDF-1.7 and nothing else", "broken"),
        (pdf(text=""), "no_text"),
        (docx([words("x")])[:-60], "broken"),
        (docx([words("x")], head='<!DOCTYPE x [<!ENTITY a "b">]>'), "bomb"),
        (docx(["<w:r>"]), "broken"),
        (docx([words("x")], **{"../outside.xml": "x"}), "broken"),
        (docx([words("x")], **{"word/media/inner.zip": "x"}), "bomb"),
        (docx([words("x")], **{f"word/{n}.xml": b"\0" * 2**20 for n in range(90)}), "bomb"),
        (docx([words("x")], **{f"word/{n}.xml": "" for n in range(2_000)}), "bomb"),
        (docx([], **{"word/document.xml": DOCTYPE_IN_UTF16}), "bomb"),
        (linked(docx([words("x")])), "broken"),
        (twice(docx([words("x")])), "broken"),
        (locked(docx([words("x")])), "encrypted"),
        (docx([""]), "no_text"),
        (b"PK\x05\x06" + b"\0" * 18, "unsupported"),
        (b"\xd0\xcf\x11\xe0" + b"\0" * 100, "unsupported"),
        (b"\xd0\xcf\x11\xe0" + "EncryptedPackage".encode("utf-16-le"), "encrypted"),
        (b"GIF89a\0\0\0", "unsupported"),
        (b"{\\rtf1 x}", "unsupported"),
        (b"   \n\t\n", "no_text"),
    ],
)
def test_a_spoiled_file_is_refused_with_its_reason(reading_of, data, code):
    with pytest.raises(Unreadable) as refused:
        reading_of(data)

    assert refused.value.code == code


def test_a_bomb_is_refused_from_its_directory_alone(reading_of, monkeypatch):
    monkeypatch.setattr("zipfile.ZipFile.open", lambda *a, **k: pytest.fail("something was unpacked"))

    with pytest.raises(Unreadable) as refused:
        reading_of(BOMB)

    assert refused.value.code == "bomb"


def test_the_same_bomb_would_unfold_beyond_the_limit_if_it_were_unpacked():
    """The control."""
    with zipfile.ZipFile(io.BytesIO(BOMB)) as archive:
        unpacked = sum(len(archive.read(name)) for name in archive.namelist())

    assert unpacked > MOST_UNPACKED


def test_a_directory_of_20_000_names_is_refused_at_once(tmp_path):
    path = tmp_path / "many.docx"
    with zipfile.ZipFile(path, "w") as archive:
        for number in range(20_000):
            archive.writestr(f"{number}", "")
    before = time.process_time()

    with pytest.raises(Unreadable, match="bomb"):
        judged_names(path)

    assert time.process_time() - before < 0.2


@pytest.mark.parametrize(
    "data",
    [
        docx([words("x")], **{"word/embeddings/Microsoft_Excel_Sheet1.xlsx": "the workbook behind a chart"}),
        docx([words("x")], **{"word/media/blank.xml": b"\0" * 1_000_000}),
        docx([words("x")], **{f"word/media/{number}.png": "" for number in range(1_900)}),
    ],
)
def test_unusual_but_sound_word_files_are_not_refused(reading_of, data):
    assert reading_of(data).text == "x"


@pytest.mark.parametrize(
    ("text", "media_type"),
    [
        ("Un fichier PDF commence par %PDF-1.7 et finit par %%EOF.", PLAIN),
        ("Une page commence par <html> et finit par </html>.", PLAIN),
        ("Le mot #migration n’est pas un titre.", PLAIN),
        ("PK est un sigle.", PLAIN),
        ("<div><p>Un morceau de page</p></div>", HTML),
        ("<!-- note --><!DOCTYPE html><p>Une page</p>", HTML),
    ],
)
def test_what_a_text_speaks_of_does_not_make_it_another_kind(reading_of, text, media_type):
    assert reading_of(text.encode()).media_type == media_type
