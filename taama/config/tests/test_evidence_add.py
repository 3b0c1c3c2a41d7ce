"""`taama evidence add`: folders, cards told from the text, files held already."""

import pytest
from django.utils import translation

from taama.config.cli import parser
from taama.config.evidence_command import run
from taama.evidence.models import Document
from taama.evidence.tests.files import pdf

LETTER = """MINISTÈRE DES MALIENS            RÉPUBLIQUE DU MALI
N° 000123/MMEIA-SG               Bamako, le 26 novembre 2021

Objet : Manifestation d’intérêt

Monsieur le Coordonnateur,

Le Gouvernement de la République du Mali a l’honneur de vous informer de son intérêt.
"""


@pytest.fixture
def folder(tmp_path):
    (tmp_path / "deep").mkdir()
    (tmp_path / "deep" / "letter.txt").write_text(LETTER, encoding="utf-8")
    (tmp_path / "note.txt").write_text("Returns by region in the north of Mali.", encoding="utf-8")
    (tmp_path / "locked.pdf").write_bytes(pdf(encrypted="un mot de passe"))
    return tmp_path


def add(*words):
    options = parser("en").parse_args(["evidence", "add", *map(str, words)])
    options.reader = "en"
    with translation.override("en"):
        return run(options)


@pytest.mark.django_db
def test_a_folder_is_held_file_by_file_and_what_is_refused_is_said(folder, capsys):
    assert add(folder) == 1

    said = capsys.readouterr()
    assert sorted(Document.objects.values_list("original_name", flat=True)) == ["letter.txt", "note.txt"]
    assert "letter.txt: held as “manifestation-dinteret”" in said.out
    assert "locked.pdf: This file is protected by a password." in said.err


@pytest.mark.django_db
def test_the_card_is_told_from_the_text(folder):
    add(folder / "deep")

    held = Document.objects.get()
    assert (held.title, held.publisher) == ("Manifestation d’intérêt", "MINISTÈRE DES MALIENS")
    assert (held.published_on, held.language, held.kind) == ("2021-11-26", "fr", "letter")


@pytest.mark.django_db
def test_what_is_typed_counts_more_than_what_the_text_says(folder):
    add(
        folder / "deep",
        "--title",
        "Lettre",
        "--publisher",
        "Ministère",
        "--date",
        "2021",
        "--kind",
        "report",
        "--language",
        "en",
    )

    held = Document.objects.get()
    assert (held.title, held.publisher, held.published_on) == ("Lettre", "Ministère", "2021")
    assert (held.kind, held.language) == ("report", "en")


@pytest.mark.django_db
def test_a_text_that_does_not_say_takes_the_name_of_its_file(folder):
    add(folder / "note.txt")

    held = Document.objects.get()
    assert (held.title, held.publisher, held.published_on) == ("note", "not stated", "")


@pytest.mark.django_db
def test_files_held_already_are_named_and_nothing_is_added(folder, capsys):
    add(folder / "deep")
    (folder / "deep" / "copy.txt").write_text(LETTER, encoding="utf-8")
    capsys.readouterr()

    assert add(folder / "deep") == 0

    said = capsys.readouterr().out
    assert said.count("already held as “manifestation-dinteret”; nothing was added.") == 2
    assert Document.objects.count() == 1


@pytest.mark.django_db
def test_a_file_that_is_not_there_is_said(tmp_path, capsys):
    assert add(tmp_path / "nowhere.txt") == 1
    assert "There is no file “nowhere.txt”." in capsys.readouterr().err
