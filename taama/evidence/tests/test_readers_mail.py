"""Mails: heads, text, names of attachments."""

import pytest

from taama.evidence.child import read_in_child
from taama.evidence.readers.__main__ import read
from taama.evidence.readers.eml import MOST_PARTS
from taama.evidence.readers.kinds import EML, PLAIN
from taama.evidence.readers.reading import Unreadable

from .office_files import eml


@pytest.fixture
def reading_of(tmp_path):
    def from_bytes(data):
        path = tmp_path / "as-received"
        path.write_bytes(data)
        return read(path)

    return from_bytes


def test_a_mail_gives_its_heads_its_text_and_the_names_of_what_is_attached(reading_of):
    reading = reading_of(eml("Nous avons compté 12 166 personnes.", attached=["Rapport été.pdf"]))

    assert (reading.media_type, reading.title, reading.dated) == (
        EML,
        "Données de retour à Ségou",
        "2022-05-06",
    )
    assert reading.text.split("\n\n")[1:] == ["Nous avons compté 12 166 personnes.", "- Rapport été.pdf"]
    assert "Subject: Données de retour à Ségou" in reading.text


def test_the_plain_text_is_preferred_to_the_page(reading_of):
    assert "autre" not in reading_of(eml("Le texte.", page="<p>Un autre texte.</p>")).text


def test_a_mail_that_is_a_page_is_read_as_one(reading_of):
    assert reading_of(eml(page="<style>b{}</style><p>Le <b>texte</b>.</p>")).text.endswith("\n\nLe texte.")


def test_an_encoding_nobody_knows_does_not_stop_the_reading(reading_of):
    data = eml("Été").replace(b'charset="utf-8"', b'charset="klingon"')

    assert "Été" in reading_of(data).text


def test_a_text_that_looks_a_little_like_a_mail_stays_a_text(reading_of):
    assert reading_of(b"From: le ministre\nTo: le chef\nSubject: la visite\n\nBonjour.").media_type == PLAIN


def test_a_mail_without_words_or_attachments_has_no_text(reading_of):
    with pytest.raises(Unreadable, match="no_text"):
        reading_of(eml("\n"))


def test_a_mail_of_countless_parts_is_refused(reading_of):
    with pytest.raises(Unreadable, match="bomb"):
        reading_of(eml("x", attached=["a.txt"] * (MOST_PARTS + 1)))


def test_a_mail_within_mails_without_end_does_no_harm(tmp_path):
    heads = b"From: a@b.c\nTo: a@b.c\nMIME-Version: 1.0\nContent-Type: message/rfc822\n\n"
    path = tmp_path / "as-received"
    path.write_bytes(heads * 3_000 + b"From: x\n\nfin")

    with pytest.raises(Unreadable) as refused:
        read_in_child(path)

    assert refused.value.code in {"memory", "broken", "no_text", "bomb"}
