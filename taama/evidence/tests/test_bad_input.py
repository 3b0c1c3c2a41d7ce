"""Files that nobody should have sent: a reading or a sentence, in either language, within the limits."""

import time

import pytest

from taama.evidence.child import Limits
from taama.evidence.reasons import REASONS, in_words
from taama.evidence.refusals import SENTENCES, ReadingRefused
from taama.evidence.sandbox import read_in_sandbox

from .files import docx, docx_bomb, pdf, words
from .office_files import long_pdf, odt, pptx, xlsx

ARABIC = "اعتمدت حكومة مالي سياستها الوطنية للهجرة في عام 2014."


@pytest.fixture
def file(tmp_path):
    def with_bytes(data, name="as-received"):
        path = tmp_path / name
        path.write_bytes(data)
        return path

    return with_bytes


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (b"", "empty"),
        (pdf(encrypted="un mot de passe"), "encrypted"),
        (pdf()[:300], "broken"),
        (docx([words("x")])[:-40], "broken"),
        (odt("<text:p>x</text:p>")[:-40], "broken"),
        (docx_bomb(), "bomb"),
        (xlsx({"A": [["x"]]}, **{"xl/blank.xml": b"\0" * 200_000_000}), "bomb"),
        (b"MZ\x90\0\x03\0\0\0program", "unsupported"),
        (b"a\n" * 100_001, "too_large"),
    ],
)
def test_each_is_refused_with_its_sentence(file, data, reason):
    with pytest.raises(ReadingRefused) as refused:
        read_in_sandbox(file(data))

    assert (refused.value.reason, str(refused.value)) == (reason, str(SENTENCES[reason]))


@pytest.mark.parametrize(
    ("data", "name", "media_type"),
    [
        (pdf(), "lettre.docx", "application/pdf"),
        (docx([words("x")]), "lettre.pdf", "wordprocessingml"),
        (xlsx({"A": [["x"]]}), "tableau.docx", "spreadsheetml"),
        (pptx([("x", [])]), "tableau.xlsx", "presentationml"),
        (b"Un texte.", "lettre.pdf", "text/plain"),
        (b"<html><body><p>Une page</p></body></html>", "lettre.txt", "text/html"),
    ],
)
def test_a_wrong_extension_deceives_nobody(file, data, name, media_type):
    assert media_type in read_in_sandbox(file(data, name)).media_type


def test_a_text_of_two_encodings_is_read_in_both(file):
    data = "Première partie : l’été à Ségou.\n".encode() + "Seconde partie : l’été à Gao, 45 %.\n".encode(
        "cp1252"
    )

    reading = read_in_sandbox(file(data))

    assert reading.text == "Première partie : l’été à Ségou.\nSeconde partie : l’été à Gao, 45 %.\n"
    assert reading.encoding == "utf-8 with cp1252"


def test_a_text_of_one_encoding_is_not_taken_for_two(file):
    """The control."""
    assert read_in_sandbox(file("L’été à Gao".encode("cp1252"))).encoding == "cp1252"


@pytest.mark.parametrize(
    "data",
    [
        ARABIC.encode(),
        ARABIC.encode("utf-16"),
        docx([words(ARABIC)]),
        odt(f"<text:p>{ARABIC}</text:p>"),
        f'<html dir="rtl"><body><p>{ARABIC}</p></body></html>'.encode(),
    ],
)
def test_a_text_from_right_to_left_is_held_letter_by_letter(file, data):
    assert read_in_sandbox(file(data)).text.strip() == ARABIC


def test_five_thousand_pages_are_read_within_the_limits(file):
    path = file(long_pdf(5_000))
    before = time.monotonic()

    reading = read_in_sandbox(path)

    assert len(reading.pages) == 5_000
    assert reading.pages[-1].page == 5_000
    assert time.monotonic() - before < 20


def test_pages_without_end_are_stopped_with_a_sentence(file):
    """A tenth of the time that is given elsewhere, and twenty thousand pages."""
    with pytest.raises(ReadingRefused) as refused:
        read_in_sandbox(file(long_pdf(20_000)), limits=Limits(cpu_seconds=1))

    assert refused.value.reason == "timeout"


@pytest.mark.parametrize("reason", REASONS)
def test_each_reason_is_said_in_both_languages(reason):
    french, english = in_words(reason, "fr"), in_words(reason, "en")

    assert english == REASONS[reason]
    assert french != english
