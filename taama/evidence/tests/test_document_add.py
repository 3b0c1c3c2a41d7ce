"""Adding a document: by whom, and what is said when it cannot be held."""

import sys
import time

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse

from taama.evidence.models import Document

from .factories import document, upload

ADDRESS = "evidence:document-add"


def sent(**fields):
    """What a browser sends with a file."""
    card = {"title": "Lettre inventée", "publisher": "Agence inventée", "kind": "letter", "language": "fr"}
    return card | {"published_on": "2025-03", "upload": upload()} | fields


@pytest.mark.parametrize(
    ("name", "status"),
    [
        ("evidence_officer", 200),
        ("coordinator", 200),
        ("focal_point", 403),
        ("partner", 403),
        ("stranger", 403),
    ],
)
def test_who_may_open_it(client, cast, name, status):
    client.force_login(getattr(cast, name))

    assert client.get(reverse(ADDRESS)).status_code == status


def test_visitor_is_asked_to_sign_in(client, db):
    assert client.get(reverse(ADDRESS)).status_code == 302


def test_an_officer_adds_a_document(client, cast):
    client.force_login(cast.evidence_officer)

    answer = client.post(reverse(ADDRESS), sent())

    held = Document.objects.get()
    assert answer["Location"] == reverse("evidence:document", args=[held.slug])
    assert (held.title, held.published_on, held.kind) == ("Lettre inventée", "2025-03", "letter")


def refused(client, person, **fields):
    """The page that refuses, after checking that nothing was held and what was typed is kept."""
    before = Document.objects.count()
    client.force_login(person)
    page = client.post(reverse(ADDRESS), sent(**fields))
    assert page.status_code == 200
    assert Document.objects.count() == before
    assert "Agence inventée" in page.text
    return page.context["form"].errors


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("broken.pdf", b"%PDF-1.7 and then nothing"),
        ("scan.docx", b"PK\x03\x04 not a document at all"),
        ("encoding.txt", b"\x81\x8d\x8f\x90\x9d" * 300),
        ("program.exe", b"MZ\x90\x00\x03\x00\x00\x00" * 40),
        ("empty.txt", b""),
    ],
)
def test_a_file_that_cannot_be_read_has_a_sentence(client, cast, name, data):
    errors = refused(client, cast.coordinator, upload=SimpleUploadedFile(name, data))

    assert list(errors) == ["upload"]
    assert len(errors["upload"][0]) > 15


def test_a_date_that_is_none_has_a_sentence(client, cast):
    errors = refused(client, cast.coordinator, published_on="31 février")

    assert "31 février" in errors["published_on"][0]


def test_the_same_file_twice_names_the_holder(client, cast):
    held = document()

    errors = refused(client, cast.coordinator)

    assert held.slug in errors["upload"][0]


def test_what_is_left_empty_is_told_from_the_text(client, cast):
    client.force_login(cast.evidence_officer)
    text = "Communiqué de presse\n\nBamako, le 6 mai 2022 - L’agence inventée a compté 1 200 personnes.\n"

    client.post(reverse(ADDRESS), {"upload": upload(text, "communique-du-jour.txt")})

    held = Document.objects.get()
    assert held.title
    assert held.publisher
    assert (held.published_on, held.kind, held.language) == ("2022-05-06", "release", "fr")


def twenty():
    """Twenty files: two that cannot be read, one twice, the others good."""
    good = [
        upload(f"Texte inventé numéro {n}, assez long pour un passage.", f"texte-{n}.txt") for n in range(17)
    ]
    bad = [
        SimpleUploadedFile("broken.pdf", b"%PDF-1.7 and then nothing"),
        SimpleUploadedFile("empty.txt", b""),
    ]
    return [*good, *bad, upload("Texte inventé numéro 1, assez long pour un passage.", "encore.txt")]


def test_twenty_files_in_one_drop_are_each_held_or_refused_with_a_sentence(client, cast):
    client.force_login(cast.evidence_officer)

    page = client.post(reverse(ADDRESS), {"upload": twenty(), "publisher": "Agence inventée"}, follow=True)

    said = [str(message) for message in page.context["messages"]]
    assert Document.objects.filter(publisher="Agence inventée").count() == 17
    assert len(said) == 20
    assert sum("conservé sous le titre" in one and one.startswith("texte-") for one in said) == 17
    assert [one.split(":")[0].strip() for one in said[:3]] == ["broken.pdf", "empty.txt", "encore.txt"]
    assert "déjà conservé" in said[2]
    assert len({held.title for held in Document.objects.all()}) > 1


def test_a_title_is_for_one_file_only(client, cast):
    client.force_login(cast.evidence_officer)
    files = [upload(f"Texte inventé numéro {n}, assez long.", f"texte-{n}.txt") for n in range(2)]

    client.post(reverse(ADDRESS), sent(upload=files, title="Un seul titre"))

    assert Document.objects.count() == 2
    assert not Document.objects.filter(title="Un seul titre").exists()


def test_more_than_twenty_are_refused_and_none_is_held(client, cast):
    files = [upload(f"Texte inventé {n}", f"texte-{n}.txt") for n in range(21)]

    errors = refused(client, cast.coordinator, upload=files)

    assert "21" in errors["upload"][0]


def test_one_file_too_large_keeps_none_of_the_others_out(client, cast, settings):
    settings.EVIDENCE_MAX_BYTES = 1000
    client.force_login(cast.evidence_officer)
    files = [upload(), SimpleUploadedFile("long.txt", b"mot " * 1000)]

    page = client.post(reverse(ADDRESS), sent(upload=files), follow=True)

    said = [str(message) for message in page.context["messages"]]
    assert Document.objects.count() == 1
    assert said[0].startswith("long.txt")
    assert "trop volumineux" in said[0]


def test_what_follows_a_document_is_started_and_waited_for_by_nobody(client, cast, settings, tmp_path):
    sign = tmp_path / "gone-through"
    settings.AFTER_RECEIVING = [sys.executable, "-c", f"open({str(sign)!r}, 'w').close()"]
    client.force_login(cast.evidence_officer)

    client.post(reverse(ADDRESS), sent())

    until = time.monotonic() + 20
    while not sign.exists() and time.monotonic() < until:
        time.sleep(0.02)
    assert sign.exists()


def test_a_document_stays_held_where_what_follows_cannot_start(client, cast, settings):
    settings.AFTER_RECEIVING = ["/no/such/program"]
    client.force_login(cast.evidence_officer)

    assert client.post(reverse(ADDRESS), sent()).status_code == 302
    assert Document.objects.exists()


def test_a_file_past_the_limit_has_a_sentence(client, cast, settings):
    settings.EVIDENCE_MAX_BYTES = 1000

    errors = refused(client, cast.coordinator, upload=SimpleUploadedFile("long.txt", b"mot " * 1000))

    assert list(errors) == ["upload"]


def test_an_upload_far_past_the_limit_never_reaches_a_disk(client, cast, settings, monkeypatch):
    settings.EVIDENCE_MAX_BYTES = 1000
    monkeypatch.setattr(
        "django.core.files.uploadhandler.TemporaryUploadedFile",
        lambda *args: pytest.fail("it was written to disk"),
    )

    errors = refused(client, cast.coordinator, upload=SimpleUploadedFile("huge.txt", b"mot " * 600_000))

    assert list(errors) == ["upload"]


def test_that_test_fails_without_the_limit(client, cast, monkeypatch):
    """The control: under the usual limit the same upload does reach the disk."""
    reached = []
    monkeypatch.setattr(
        "django.core.files.uploadhandler.TemporaryUploadedFile",
        lambda *args: reached.append(args) or SimpleUploadedFile("huge.txt", b"x" * 10),
    )
    client.force_login(cast.coordinator)
    monkeypatch.setattr("taama.evidence.views.receive", lambda request, form, dropped: [])

    client.post(reverse(ADDRESS), sent(upload=SimpleUploadedFile("huge.txt", b"mot " * 600_000)))

    assert reached


def test_a_form_from_elsewhere_is_refused(cast):
    strict = Client(enforce_csrf_checks=True)
    strict.force_login(cast.coordinator)

    assert strict.post(reverse(ADDRESS), sent()).status_code == 403
    assert not Document.objects.exists()
