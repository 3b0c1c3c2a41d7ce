"""A compilation as files: whole, repeatable, the same figures in all of them."""

import html as markup
import io

import docx
import pypdfium2
import pytest

from taama.reviews.changes import compile_review
from taama.reviews.models import Compilation
from taama.reviews.publishing import kept_file, write_files
from taama.reviews.queries import report_by, report_of
from taama.web.paper import model as paper
from tests.cast import STAGE

from .factories import NOW, a_text, on_stage


@pytest.fixture
def compilation(review):
    return compile_review(review=review, language="fr", by=STAGE)


def words(text: str) -> str:
    """Text as compared across formats: every space alike, no hyphenation."""
    return "".join(text.replace("\u00ad", "").split())


def pdf_words(content: bytes) -> str:
    document = pypdfium2.PdfDocument(content)
    try:
        return words("".join(page.get_textpage().get_text_bounded() for page in document))
    finally:
        document.close()


def docx_words(content: bytes) -> str:
    document = docx.Document(io.BytesIO(content))
    return words("".join(node.text or "" for node in document.element.body.iter() if node.tag.endswith("}t")))


def test_every_figure_stands_in_pdf_word_and_page(compilation, tmp_path):
    pdf, word, page = write_files(compilation, tmp_path, ["pdf", "docx", "html"])
    figures = {words(run.text) for run in paper.figures(report_of(compilation))}

    in_pdf, in_word = pdf_words(pdf.read_bytes()), docx_words(word.read_bytes())
    in_page = words(markup.unescape(page.read_text(encoding="utf-8")))

    assert len(figures) >= 5
    for figure in figures:
        assert figure in in_pdf
        assert figure in in_word
        assert figure in in_page


def test_the_same_compilation_gives_the_same_bytes(compilation, tmp_path):
    one = [path.read_bytes() for path in write_files(compilation, tmp_path / "one", ["pdf", "docx", "html"])]
    report_by.cache_clear()
    again = Compilation.objects.get(pk=compilation.pk)
    other = [path.read_bytes() for path in write_files(again, tmp_path / "other", ["pdf", "docx", "html"])]

    assert one == other


def test_files_have_plain_names_and_nothing_is_left_beside_them(compilation, tmp_path):
    paths = write_files(compilation, tmp_path, ["html"])

    assert [path.name for path in paths] == ["review-fr.html"]
    assert list(tmp_path.iterdir()) == paths


def test_a_failed_writing_leaves_the_old_file(compilation, tmp_path, monkeypatch):
    (path,) = write_files(compilation, tmp_path, ["html"])
    before = path.read_bytes()

    def fail(self, target):
        raise OSError("no disk")

    monkeypatch.setattr("pathlib.Path.replace", fail)
    with pytest.raises(OSError, match="no disk"):
        write_files(compilation, tmp_path, ["html"])

    assert path.read_bytes() == before
    assert list(tmp_path.iterdir()) == [path]


def test_a_handed_out_file_is_written_once(compilation):
    first = kept_file(compilation, "html")
    changed_at = first.stat().st_mtime_ns

    assert kept_file(compilation, "html") == first
    assert first.stat().st_mtime_ns == changed_at


def test_markup_in_a_text_is_words_in_every_file(review, tmp_path):
    hostile = "<script>alert(1)</script> #strong[x] $x$ \\*a\\*"
    with on_stage():
        section = review.sections.get(key="introduction")
        a_text(section, "fr", hostile, at=NOW.replace(year=2027))
    made = compile_review(review=review, language="fr", by=STAGE)

    pdf, word, page = write_files(made, tmp_path, ["pdf", "docx", "html"])

    expected = words("<script>alert(1)</script> #strong[x] $x$ *a*")
    assert expected in pdf_words(pdf.read_bytes())
    assert expected in docx_words(word.read_bytes())
    assert "<script" not in page.read_text(encoding="utf-8")
