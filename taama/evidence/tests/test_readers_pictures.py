"""Scans and pictures: recognised where this machine can, refused in words where it cannot."""

import struct
import zlib

import pytest

from taama.evidence import child
from taama.evidence.child import PATIENT, read_in_child
from taama.evidence.readers.pictures import in_paragraphs, pixels_of
from taama.evidence.readers.reading import Unreadable
from taama.evidence.readers.scans import is_garbled

from .files import pdf
from .office_files import garbled_pdf, picture_of_text, scanned_pdf, tiff_of_text
from .recognising import recogniser

SAID = "plus de 18 000 migrants maliens en détresse"


@pytest.fixture
def file(tmp_path):
    def with_bytes(data):
        path = tmp_path / "as-received"
        path.write_bytes(data)
        return path

    return with_bytes


@pytest.fixture
def without_recogniser(monkeypatch):
    monkeypatch.setattr(child.shutil, "which", lambda name: None)


@pytest.mark.parametrize("make", [picture_of_text, tiff_of_text])
def test_a_picture_of_a_page_is_read(file, make):
    recogniser()

    reading = read_in_child(file(make()), pictures=PATIENT)

    assert SAID in reading.text
    assert reading.recognised


def test_a_scan_is_read_page_by_page(file, tmp_path):
    recogniser()

    reading = read_in_child(file(scanned_pdf(tmp_path, pages=2)), pictures=PATIENT)

    assert [SAID in reading.text[page.start : page.end] for page in reading.pages] == [True, True]


def test_of_a_mixed_file_only_the_scanned_page_is_recognised(file, tmp_path):
    recogniser()

    reading = read_in_child(file(scanned_pdf(tmp_path, text_page=True)), pictures=PATIENT)

    first, second = (reading.text[page.start : page.end] for page in reading.pages)
    assert (first, SAID in second) == ("Une page avec du texte, lisible sans rien.", True)


def test_a_text_layer_of_garbage_is_left_for_what_the_page_shows(file):
    recogniser()

    assert (
        "Le Gouvernement a adopte sa politique" in read_in_child(file(garbled_pdf()), pictures=PATIENT).text
    )


@pytest.mark.parametrize("kind", ["scan", "picture", "garbled"])
def test_without_a_recogniser_the_reason_is_told(file, tmp_path, without_recogniser, kind):
    make = {"scan": lambda: scanned_pdf(tmp_path), "picture": picture_of_text, "garbled": garbled_pdf}[kind]

    with pytest.raises(Unreadable) as refused:
        read_in_child(file(make()))

    assert refused.value.code == ("garbled" if kind == "garbled" else "scan")


def test_without_a_recogniser_the_text_of_a_mixed_file_is_kept_and_the_scan_noted(
    file, tmp_path, without_recogniser
):
    reading = read_in_child(file(scanned_pdf(tmp_path, text_page=True)))

    assert (reading.text.strip(), reading.unread) == ("Une page avec du texte, lisible sans rien.", (2,))


def test_what_takes_too_long_to_recognise_is_stopped(file, tmp_path):
    recogniser()

    with pytest.raises(Unreadable, match="timeout"):
        read_in_child(file(scanned_pdf(tmp_path)), pictures=child.Limits(memory_mb=1024, wall_seconds=0))


def png_head(width, height):
    """A picture that says it is so large."""
    chunk = struct.pack(">2I5B", width, height, 8, 0, 0, 0, 0)
    crc = struct.pack(">I", zlib.crc32(b"IHDR" + chunk))
    return b"\x89PNG\r\n\x1a\n" + struct.pack(">I", 13) + b"IHDR" + chunk + crc


def jpeg_head(width, height):
    """Likewise, after a segment that is something else."""
    other = b"\xff\xe0\0\x04ab"
    return b"\xff\xd8" + other + b"\xff\xc0\0\x11\x08" + struct.pack(">2H", height, width) + b"\x03"


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (png_head(100_000, 100_000), "bomb"),
        (jpeg_head(60_000, 60_000), "bomb"),
        (png_head(0, 10), "broken"),
        (b"\x89PNG\r\n\x1a\n\0\0\0", "broken"),
        (b"\xff\xd8\xff\xd9", "broken"),
        (b"II*\0\xff\xff\xff\xff", "broken"),
    ],
)
def test_a_spoiled_picture_is_refused_before_it_is_unfolded(file, data, code):
    with pytest.raises(Unreadable) as refused:
        read_in_child(file(data))

    assert refused.value.code == code


def test_the_size_of_a_picture_is_read_from_its_head():
    assert pixels_of(jpeg_head(640, 480), "image/jpeg") == 640 * 480
    assert pixels_of(png_head(640, 480), "image/png") == 640 * 480


FRENCH = (
    "Le Gouvernement a adopté sa politique nationale de migration à Bamako en présence des partenaires. " * 2
)


@pytest.mark.parametrize(
    ("text", "garbled"),
    [
        (FRENCH, False),
        ("12 166\t3 456\t22 395 485\t" * 20, False),
        ("اعتمدت حكومة مالي سياستها الوطنية للهجرة " * 5, False),
        ("", False),
        ("".join(chr(0xE000 + ord(letter)) for letter in FRENCH), True),
        ("".join(chr(ord(letter) - 29) if letter.isalpha() else letter for letter in FRENCH), True),
        ("(cid:12)(cid:7)(cid:33) " * 20, True),
        (FRENCH.translate(str.maketrans("aeiouyéà", "zqxwvkjh")), True),
    ],
)
def test_garbage_is_told_from_writing(text, garbled):
    assert is_garbled(text) is garbled


def test_a_blank_page_is_no_scan(file):
    with pytest.raises(Unreadable, match="no_text"):
        read_in_child(file(pdf(text="")))


def test_lines_of_a_recognised_paragraph_are_joined_and_short_ones_kept():
    lines = (
        "Le Gouvernement de la République a adopté sa poli-\ntique nationale de migration le mois dernier à Bamako.\n\n"
        "À :\nLe chef\n"
    )

    assert in_paragraphs(lines).split("\n\n") == [
        "Le Gouvernement de la République a adopté sa politique nationale de migration le mois dernier à Bamako.",
        "À :\nLe chef",
    ]
