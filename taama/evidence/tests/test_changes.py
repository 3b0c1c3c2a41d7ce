"""Receiving, marking, judging, citing and ruling: the outcome, the entry, and nothing left half done."""

from dataclasses import replace
from decimal import Decimal
from pathlib import Path

import pytest
from django.core.exceptions import ValidationError
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import IntegrityError

from taama.evidence import changes
from taama.evidence.cards import QuestionCard
from taama.evidence.changes import Choice, DocumentCard, FindingCard
from taama.evidence.changes import documents as receiving
from taama.evidence.models import Document, Finding, Passage, Reading, Verdict
from taama.evidence.queries import conflicts
from taama.journal.changes import open_change, record
from taama.journal.models import Entry
from taama.journal.permits import OutsideAChange, current_permit
from taama.web.refusals import BadInput, NotAllowedNow
from tests.cast import STAGE

from .factories import TEXT, document, finding, passage_with, question, upload

CARD = DocumentCard(title="Lettre inventée", publisher="Agence inventée")


def verbs():
    """What the journal says, oldest first."""
    return list(
        Entry.objects.filter(verb__startswith="evidence.").order_by("seq").values_list("verb", flat=True)
    )


def files_left(settings):
    """Every file under the held copies."""
    return [path for path in Path(settings.HELD_FILES).rglob("*") if path.is_file()]


def test_a_document_is_held_as_received(db, settings):
    held = changes.receive_document(upload=upload(), card=CARD, by=STAGE)

    copies = files_left(settings)
    assert [path.read_bytes() for path in copies] == [TEXT.encode()]
    assert copies[0].name == held.sha256
    assert held.size == len(TEXT.encode())
    assert held.slug == "lettre-inventee"
    assert held.readings.get().text[: len("Une lettre")] == "Une lettre"
    assert Passage.objects.count() == 3
    assert verbs() == ["evidence.document.received"]


def test_a_path_is_received_too_and_the_title_may_come_from_its_name(db, tmp_path):
    path = tmp_path / "note.txt"
    path.write_text("Une phrase inventée, assez longue pour un passage.")

    held = changes.receive_document(upload=path, card=DocumentCard(publisher="Agence"), by=STAGE)

    assert held.title
    assert held.original_name == "note.txt"
    assert path.exists()


def test_the_same_bytes_are_refused_and_the_holder_is_named(db, settings):
    held = document()

    with pytest.raises(BadInput, match=held.slug) as refusal:
        changes.receive_document(upload=upload(), card=CARD, by=STAGE)

    assert refusal.value.code == "document.held"
    assert len(files_left(settings)) == 1


def test_a_file_too_large_is_refused_before_a_byte_is_read(db, settings):
    big = SimpleUploadedFile("big.pdf", b"%PDF")
    big.size = 10**9
    big.file = None  # reading it would fail

    with pytest.raises(BadInput, match="1000") as refusal:
        changes.receive_document(upload=big, card=CARD, by=STAGE)

    assert refusal.value.code == "document.too_large"
    assert files_left(settings) == []


def test_a_file_that_lies_about_its_size_is_refused_on_the_way(db, settings):
    settings.EVIDENCE_MAX_BYTES = 100
    liar = SimpleUploadedFile("liar.txt", b"x" * 5000)
    liar.size = 10

    with pytest.raises(BadInput) as refusal:
        changes.receive_document(upload=liar, card=CARD, by=STAGE)

    assert refusal.value.code == "document.too_large"
    assert files_left(settings) == []


@pytest.mark.parametrize(
    ("name", "data", "code"),
    [
        ("broken.pdf", b"%PDF-1.7 and then nothing", "document.broken"),
        ("program.exe", b"MZ\x90\x00\x03\x00\x00\x00" * 40, "document.unsupported"),
        ("empty.txt", b"", "document.empty"),
    ],
)
def test_an_unreadable_file_leaves_nothing_behind(db, settings, name, data, code):
    with pytest.raises(BadInput) as refusal:
        changes.receive_document(upload=SimpleUploadedFile(name, data), card=CARD, by=STAGE)

    assert refusal.value.code == code
    assert files_left(settings) == []
    assert not Document.objects.exists()


@pytest.mark.parametrize(
    "wrong", [{"published_on": "2022-13"}, {"publisher": ""}, {"kind": "poem"}, {"link": "no link"}]
)
def test_a_bad_card_is_refused_before_reading(db, monkeypatch, wrong):
    monkeypatch.setattr(receiving, "read_in_sandbox", lambda path: pytest.fail("it was read"))

    with pytest.raises(BadInput) as refusal:
        changes.receive_document(upload=upload(), card=replace(CARD, **wrong), by=STAGE)

    assert refusal.value.code == "document.card"
    assert str(refusal.value)


def test_when_the_journal_fails_neither_record_nor_file_stays(db, settings, monkeypatch):
    def fails(*args, **kwargs):
        raise RuntimeError("the journal is full")

    monkeypatch.setattr(receiving, "record", fails)

    with pytest.raises(RuntimeError):
        changes.receive_document(upload=upload(), card=CARD, by=STAGE)

    assert not Document.objects.exists()
    assert not Reading.objects.exists()
    assert files_left(settings) == []


def test_when_the_transaction_fails_after_the_file_took_its_place_it_goes_too(db, settings, monkeypatch):
    place = receiving.put_in_place

    def placed_then_failed(file):
        place(file)
        raise RuntimeError("the disk went away")

    monkeypatch.setattr(receiving, "put_in_place", placed_then_failed)

    with pytest.raises(RuntimeError):
        changes.receive_document(upload=upload(), card=CARD, by=STAGE)

    assert not Document.objects.exists()
    assert files_left(settings) == []


def test_reading_happens_outside_the_change(db, monkeypatch):
    read = receiving.read_in_sandbox
    inside = []

    def watched(path):
        inside.append(current_permit.get())
        return read(path)

    monkeypatch.setattr(receiving, "read_in_sandbox", watched)

    changes.receive_document(upload=upload(), card=CARD, by=STAGE)

    assert inside == [None]


def test_headings_are_those_the_format_marks(db):
    body = "".join(
        f"<p>Une phrase inventée, numéro {number}, assez longue pour compter.</p>" for number in range(5)
    )
    page = f"<html><body><article><h1>Un titre</h1>{body}<p>Court sans point</p></article></body></html>"

    held = changes.receive_document(upload=upload(page, "page.html"), card=CARD, by=STAGE)

    headings = Passage.objects.with_words().filter(reading__document=held, is_heading=True)
    assert [passage.text for passage in headings] == ["Un titre"]


def test_two_documents_of_one_title_have_two_slugs(db):
    slugs = [document(f"Un texte inventé, numéro {number}.").slug for number in range(3)]

    assert slugs == ["lettre-inventee", "lettre-inventee-2", "lettre-inventee-3"]


def test_an_officers_mark_is_accepted_at_once(cast):
    made = finding("1 200 personnes", document(), cast.evidence_officer)

    assert made.quote == "1 200 personnes"
    assert made.code == "people-counted-1"
    assert list(Finding.objects.accepted()) == [made]
    assert verbs()[-2:] == ["evidence.finding.marked", "evidence.finding.judged"]


def test_a_coordinators_mark_waits_for_a_verdict(cast):
    held, asked = document(), question()
    passage = passage_with("1 200", held)

    card = FindingCard(question=asked, value=Decimal(1200))
    changes.mark_finding(
        passage=passage, start=passage.start, end=passage.end, card=card, by=cast.coordinator
    )

    assert not Finding.objects.accepted().exists()
    assert verbs()[-1] == "evidence.finding.marked"


def test_words_outside_the_passage_are_refused(cast):
    held, asked = document(), question()
    passage = passage_with("1 200", held)

    with pytest.raises(ValidationError):
        changes.mark_finding(
            passage=passage,
            start=passage.start,
            end=passage.end + 1,
            card=FindingCard(question=asked, value=Decimal(1)),
            by=cast.evidence_officer,
        )

    assert not Finding.objects.exists()


def test_the_latest_verdict_counts_and_the_earlier_stays(cast):
    made = finding("1 200 personnes", document(), cast.evidence_officer)

    changes.judge_finding(finding=made, judgement="rejected", by=cast.validator, why="Chiffre mal lu.")

    assert not Finding.objects.accepted().exists()
    assert [verdict.judgement for verdict in made.verdicts.all()] == ["rejected", "accepted"]


def test_a_rejection_owes_a_reason(cast):
    made = finding("1 200 personnes", document(), cast.evidence_officer)

    with pytest.raises(NotAllowedNow) as refusal:
        changes.judge_finding(finding=made, judgement="rejected", by=cast.validator, why="  ")

    assert refusal.value.code == "finding.judge.no_reason"
    assert made.verdicts.count() == 1


def test_the_database_too_wants_a_reason(cast):
    made = finding("1 200 personnes", document(), cast.evidence_officer)

    with pytest.raises(IntegrityError), open_change():
        Verdict.objects.create(
            finding=made, judgement="rejected", by=cast.validator, at=made.document.received_at
        )


def test_a_finding_cannot_be_written_past_the_changes(cast):
    made = finding("1 200 personnes", document(), cast.evidence_officer)
    made.note = "en passant"

    with pytest.raises(OutsideAChange):
        made.save()


def test_cite_and_withdraw(cast):
    passage = passage_with("1 200", document())

    citation = changes.cite_passage(
        passage=passage, start=passage.start, end=passage.end, by=cast.coordinator
    )
    changes.withdraw_citation(citation=citation, by=cast.coordinator)

    assert citation.code == "lettre-inventee-p2-1"
    assert citation.withdrawn_at is not None
    assert verbs()[-2:] == ["evidence.citation.added", "evidence.citation.withdrawn"]
    with pytest.raises(NotAllowedNow):
        changes.withdraw_citation(citation=citation, by=cast.coordinator)


def test_ask_question(cast):
    card = QuestionCard({"fr": "Combien ?", "en": "How many?"}, "persons", "stock", {})

    codes = [changes.ask_question(card=card, by=cast.coordinator).code for _ in range(2)]

    assert codes == ["combien", "combien-2"]
    assert verbs() == ["evidence.question.asked"] * 2


@pytest.fixture
def rivals(cast):
    held = document()
    one = finding("1 200 personnes", held, cast.evidence_officer, value=Decimal(1200))
    other = finding("1 500 personnes", held, cast.evidence_officer, value=Decimal(1500))
    return one, other


def test_a_ruling_names_what_stands_and_both_stay(cast, rivals):
    one, other = rivals
    choice = Choice("one_stands", "La seconde note corrige la première.", other)

    ruling = changes.rule_on_conflict(findings=rivals, choice=choice, by=cast.evidence_officer)

    conflict = conflicts()[0]
    assert conflict.ruling == ruling
    assert conflict.stands == other
    assert set(conflict.findings) == {one, other}
    assert verbs()[-1] == "evidence.conflict.ruled"


def test_a_finding_that_comes_later_reopens_the_conflict(cast, rivals):
    changes.rule_on_conflict(
        findings=rivals, choice=Choice("both_stand", "Définitions."), by=cast.evidence_officer
    )

    late = document("Une troisième note parle de 1 900 personnes en 2024.")
    finding("1 900 personnes", late, cast.evidence_officer, value=Decimal(1900))

    assert len(conflicts()[0].findings) == 3
    assert conflicts()[0].ruling is None


@pytest.mark.parametrize(
    ("outcome", "reason", "stands", "code"),
    [
        ("both_stand", " ", None, "conflict.rule.no_reason"),
        ("one_stands", "Parce que.", None, "conflict.rule.which"),
        ("both_stand", "Parce que.", 0, "conflict.rule.which"),
    ],
)
def test_a_ruling_that_says_too_little_is_refused(cast, rivals, outcome, reason, stands, code):
    choice = Choice(outcome, reason, None if stands is None else rivals[stands])

    with pytest.raises(NotAllowedNow) as refusal:
        changes.rule_on_conflict(findings=rivals, choice=choice, by=cast.evidence_officer)

    assert refusal.value.code == code
    assert conflicts()[0].ruling is None


def test_a_ruling_on_findings_that_agree_is_refused(cast, rivals):
    changes.judge_finding(finding=rivals[0], judgement="rejected", by=cast.validator, why="Mal lu.")

    with pytest.raises(NotAllowedNow) as refusal:
        changes.rule_on_conflict(findings=rivals, choice=Choice("unsure", "?"), by=cast.evidence_officer)

    assert refusal.value.code == "conflict.rule.gone"


def test_a_finding_outside_the_conflict_cannot_stand(cast, rivals):
    apart = finding("lettre inventée", rivals[0].document, cast.evidence_officer, as_of="2019")

    with pytest.raises(NotAllowedNow) as refusal:
        changes.rule_on_conflict(
            findings=rivals, choice=Choice("one_stands", "Oui.", apart), by=cast.evidence_officer
        )

    assert refusal.value.code == "conflict.rule.other"


@pytest.mark.parametrize(
    "wrong",
    [
        {"value": None},
        {"value": Decimal(1), "date_value": "2024"},
        {"value": Decimal(5), "qualifier": "between"},
        {"value": Decimal(5), "qualifier": "between", "value_high": Decimal(4)},
        {"value": Decimal(5), "value_high": Decimal(6)},
    ],
)
def test_the_database_refuses_half_a_finding(cast, wrong):
    passage = passage_with("1 200", document())
    fields = {"question": question(), "passage": passage, "start": passage.start, "end": passage.end} | wrong

    with pytest.raises(IntegrityError):
        write_past_the_checks(fields)


def write_past_the_checks(fields):
    """A finding written inside a change, but without its checks."""
    with open_change():
        made = Finding.objects.create(code="half", **fields)
        record("evidence.finding.marked", made, by=STAGE)
