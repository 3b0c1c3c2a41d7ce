"""The sample's files: loaded whole, loaded twice, and refused by file and line where they are wrong."""

import pytest

from taama.evidence import changes
from taama.evidence.models import Citation, Document, Finding, Passage, Ruling
from taama.evidence.queries import conflicts
from taama.journal.models import Entry

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
