"""The sample's files: loaded whole, loaded twice, and refused by file and line where they are wrong."""

import pytest

from taama.evidence import changes
from taama.evidence.loading import FINDING_COLUMNS
from taama.evidence.models import Citation, Document, Finding, Passage, Ruling, Verdict
from taama.evidence.queries import conflicts
from taama.journal.models import Entry
from taama.web.refusals import BadInput
from tests.cast import STAGE

from .factories import SAMPLE, ground_of_the_sample, invented


def load_all(folder, cast):
    """All evidence of a folder, in order."""
    by = cast.evidence_officer
    total = changes.load_documents(folder=folder, by=by) + changes.load_questions(folder=folder, by=by)
    total += changes.load_findings(folder=folder, by=by, judged_by=by) + changes.load_citations(
        folder=folder, by=by
    )
    return total + changes.load_rulings(folder=folder, by=by)


@pytest.fixture
def ground(cast, compact):
    ground_of_the_sample()
    invented(cast.validator)
    invented(cast.evidence_officer)


def test_sample_loads_whole_and_twice_changes_nothing(ground, cast):
    first = load_all(SAMPLE, cast)

    entries = Entry.objects.count()
    again = load_all(SAMPLE, cast)

    assert first.added > 400
    assert not again.anything
    assert Entry.objects.count() == entries
    assert Finding.objects.accepted().count() == Finding.objects.count() > 150
    assert all(finding.quote for finding in Finding.objects.with_source())
    assert Document.objects.filter(is_fact_sheet=True).count() == Document.objects.count()
    assert {ruling.outcome for ruling in Ruling.objects.all()} == {"one_stands", "both_stand", "unsure"}
    assert Citation.objects.exists()
    assert Passage.objects.count() > Document.objects.count() * 3
    assert len(conflicts()) > 8


DOCUMENTS = """slug,file,title,publisher,publisher_code,kind,published_on,language,place,rights,link,fact_sheet,note
note,note.txt,Note inventée,Agence inventée,,report,2025,fr,,,,yes,
"""
QUESTIONS = """code,wording_fr,wording_en,unit,kind,population_fr,population_en,answer
people,Combien ?,How many?,persons,stock,,,number
when,Quand ?,When?,date,event,,,date
"""
FINDINGS = """one,note,1 200 personnes,people,1200,,,,,,,2024,,,,,
other,note,1 500 personnes,people,1500,,,,,,,2024,,,,,
"""
CITATIONS = "code,document,quote,note\ncited,note,Une note inventée,\n"
RULINGS = "question,stands,outcome,reason,by\npeople,other,one_stands,Plus récent.,validator\n"
TEXT = "Une note inventée.\n\nElle compte 1 200 personnes, puis 1 500 personnes. Encore et encore.\n"


@pytest.fixture
def folder(tmp_path, cast):
    invented(cast.validator)
    files = {
        "documents.csv": DOCUMENTS, "questions.csv": QUESTIONS, "citations.csv": CITATIONS, "rulings.csv": RULINGS,
        "findings.csv": ",".join(FINDING_COLUMNS) + "\n" + FINDINGS, "note.txt": TEXT,
    }  # fmt: skip
    for name, text in files.items():
        (tmp_path / name).write_text(text, encoding="utf-8")
    return tmp_path


def spoil(folder, name, old, new):
    """Put a mistake into a file."""
    path = folder / name
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), encoding="utf-8")


def test_a_small_folder_loads(folder, cast):
    total = load_all(folder, cast)

    assert total.added == 9
    assert Verdict.objects.count() == 2
    assert conflicts()[0].stands.code == "other"


@pytest.mark.parametrize(
    ("name", "old", "new", "said"),
    [
        ("documents.csv", ",report,", ",poem,", "documents.csv:2:kind"),
        ("documents.csv", "note.txt", "../note.txt", "documents.csv:2:file"),
        ("documents.csv", "note.txt", "gone.txt", "documents.csv:2:file"),
        ("documents.csv", "Agence inventée,,", "Agence inventée,nobody,", "documents.csv:2:publisher_code"),
        ("documents.csv", "2025", "2025-13", "documents.csv:2:published_on"),
        ("questions.csv", "stock", "heap", "questions.csv:2:kind"),
        ("questions.csv", "when,", "people,", "questions.csv:3:code"),
        ("findings.csv", "one,note,1 200", "one,note,1 300", "findings.csv:2:quote"),
        ("findings.csv", "one,note,1 200 personnes", "one,note,ncore", "findings.csv:2:quote"),
        ("findings.csv", "one,note", "one,letter", "findings.csv:2:document"),
        ("findings.csv", ",people,1200", ",nobody,1200", "findings.csv:2:question"),
        ("findings.csv", ",people,1200", ",when,1200", "findings.csv:2:date_value"),
        ("findings.csv", "1200,,,,,,,2024", "1200,,,,,,XYZ,2024", "findings.csv:2:country"),
        ("findings.csv", "1200,,,,,,,2024,,,,,", "1200,,,,,,,2024,,,,99,", "findings.csv:2:objectives"),
        ("findings.csv", "1200,,,,,,,2024", "1200,,,,mli-2023,ML09,,2024", "findings.csv:2:place_code"),
        ("findings.csv", "1200,,,,,,,2024", "1200,,between,,,,,2024", "findings.csv:2"),
        ("findings.csv", "other,note", "one,note", "findings.csv:3:code"),
        ("citations.csv", "Une note", "Deux notes", "citations.csv:2:quote"),
        ("rulings.csv", "people,other", "people,third", "rulings.csv:2:stands"),
        ("rulings.csv", "people,other", "when,other", "rulings.csv:2:question"),
        ("rulings.csv", ",validator", ",nobody", "rulings.csv:2:by"),
    ],
)
def test_a_mistake_is_named_by_file_and_line(folder, cast, name, old, new, said):
    spoil(folder, name, old, new)

    with pytest.raises(BadInput) as refusal:
        load_all(folder, cast)

    assert str(refusal.value).startswith(said)


def test_words_across_passages_are_refused(folder, cast):
    spoil(folder, "citations.csv", "Une note inventée", '"inventée.\n\nElle"')

    with pytest.raises(BadInput, match="quote"):
        load_all(folder, cast)


def test_a_file_that_cannot_be_read_is_named(folder, cast):
    (folder / "note.txt").write_bytes(b"%PDF-1.7 broken")

    with pytest.raises(BadInput, match=r"documents\.csv:2:file"):
        load_all(folder, cast)
    assert not Document.objects.exists()


def test_a_mended_card_is_written_and_a_changed_file_refused(folder, cast):
    load_all(folder, cast)

    spoil(folder, "documents.csv", "Agence inventée", "Autre agence")
    tally = changes.load_documents(folder=folder, by=cast.evidence_officer)
    assert (tally.added, tally.changed) == (0, 1)
    assert Document.objects.get().publisher == "Autre agence"

    spoil(folder, "note.txt", "Une note", "Une autre note")
    with pytest.raises(BadInput, match=r"documents\.csv:2:file"):
        changes.load_documents(folder=folder, by=cast.evidence_officer)


def test_a_verdict_and_a_withdrawal_survive_a_second_load(folder, cast):
    load_all(folder, cast)
    made = Finding.objects.get(code="one")
    changes.judge_finding(finding=made, judgement="rejected", by=cast.validator, why="Mal lu.")
    changes.withdraw_citation(citation=Citation.objects.get(), by=cast.validator)

    assert not load_all(folder, cast).anything
    assert made.verdicts.first().judgement == "rejected"
    assert Citation.objects.get().withdrawn_at is not None


def test_a_program_alone_accepts_nothing(folder, cast):
    with pytest.raises(BadInput) as refusal:
        changes.load_findings(folder=folder, by=STAGE)

    assert refusal.value.code == "finding.no_judge"


def test_how_far_the_load_is_can_be_shown(folder, cast):
    seen = []

    changes.load_documents(folder=folder, by=STAGE, show=lambda done, of: seen.append((done, of)))

    assert seen == [(1, 1)]
