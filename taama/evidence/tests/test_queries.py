"""Documents, marks and conflicts as pages and other rooms read them."""

from decimal import Decimal

import pytest

from taama.compact.models import Item
from taama.evidence import queries
from taama.evidence.changes import cite_passage, judge_finding, withdraw_citation

from .factories import document, finding, passage_with, question


@pytest.fixture
def held(db):
    return document()


@pytest.fixture
def rivals(cast, held):
    one = finding("1 200 personnes", held, cast.evidence_officer, value=Decimal(1200))
    other = finding("1 500 personnes", held, cast.evidence_officer, value=Decimal(1500))
    return one, other


def test_documents_by_kind_and_words(db):
    document("Un premier texte inventé.", title="Rapport du fleuve", kind="report")
    document("Un second texte inventé.", title="Lettre du fleuve", kind="letter", publisher="Autre maison")

    assert [one.title for one in queries.documents(words="fleuve rapport")] == ["Rapport du fleuve"]
    assert [one.title for one in queries.documents(words="autre MAISON")] == ["Lettre du fleuve"]
    assert [one.title for one in queries.documents(kind="letter")] == ["Lettre du fleuve"]
    assert queries.documents().count() == 2


def test_document_page_shows_every_character_and_every_mark(cast, held, rivals):
    passage = passage_with("1 200", held)
    citation = cite_passage(passage=passage, start=passage.start, end=passage.end, by=cast.coordinator)

    page = queries.document_page(held.slug)

    view = page.passages[1]
    assert "".join(part.text for part in view.stretches) == passage.text
    marked = next(part for part in view.stretches if part.findings)
    assert marked.text == "1 200 personnes"
    assert marked.citations == (citation,)
    assert page.number_of_marks == 3


def test_document_page_leaves_withdrawn_citations_out(cast, held):
    passage = passage_with("1 200", held)
    citation = cite_passage(passage=passage, start=passage.start, end=passage.end, by=cast.coordinator)
    withdraw_citation(citation=citation, by=cast.coordinator)

    assert queries.document_page(held.slug).number_of_marks == 0
    assert queries.citation_by_code(citation.code).withdrawn_at is not None


def test_what_is_not_there_is_none(db):
    assert queries.document_page("nothing") is None
    assert queries.conflict_page("nothing") is None
    assert queries.finding_by_code("nothing") is None
    assert queries.citation_by_code("nothing") is None
    assert queries.conflict("nothing") is None
    assert queries.conflicts() == []


def test_source_card_gives_the_words_in_their_passage(rivals):
    card = queries.source_card(rivals[0])

    assert card.quote == "1 200 personnes"
    assert card.before == "L’agence inventée a compté "
    assert card.after == " en 2024."
    assert card.position == 2
    assert [verdict.judgement for verdict in card.verdicts] == ["accepted"]


def test_source_notes_do_not_load_whole_documents(rivals, django_assert_num_queries):
    with django_assert_num_queries(1):
        found = queries.finding_by_code(rivals[0].code)
        assert found.quote == "1 200 personnes"
        assert found.document.publisher == "Agence inventée"


def test_findings_for_an_objective_are_the_accepted_ones(cast, compact, held):
    item = Item.objects.objectives().get(code="21")
    made = finding("1 200 personnes", held, cast.evidence_officer, objectives=[item])

    assert list(queries.findings_for(item)) == [made]
    judge_finding(finding=made, judgement="unsure", by=cast.validator, why="À relire.")
    assert list(queries.findings_for(item)) == []
    assert list(queries.findings_to_judge()) == []


def test_conflicts_are_by_question_and_place_and_time(cast, held, rivals):
    finding("lettre inventée", held, cast.evidence_officer, value=Decimal(7), as_of="2019")
    finding("Une lettre", held, cast.evidence_officer, value=Decimal(9), question=question("other-question"))

    found = queries.conflicts()

    assert [set(one.findings) for one in found] == [set(rivals)]
    assert queries.conflict_of(rivals[0]).findings == found[0].findings
    assert queries.conflict("people-counted").question.code == "people-counted"
    assert queries.conflict("other-question") is None


def test_only_accepted_findings_make_a_conflict(cast, rivals):
    judge_finding(finding=rivals[0], judgement="rejected", by=cast.validator, why="Mal lu.")

    assert queries.conflicts() == []
    assert queries.conflict_of(rivals[1]) is None


def test_one_source_with_two_publishers_is_said(cast, held, rivals):
    assert not queries.conflicts()[0].may_be_one_source

    again = document("Un autre éditeur reprend 1 200 personnes en 2024.")
    finding("1 200 personnes", again, cast.evidence_officer, value=Decimal(1200))

    assert queries.conflicts()[0].may_be_one_source


def test_conflict_page_sets_the_others_apart(cast, held, rivals):
    apart = finding("lettre inventée", held, cast.evidence_officer, value=Decimal(7), as_of="2019")

    page = queries.conflict_page("people-counted")

    assert page.others == (apart,)
    assert [one for one, _card in page.rivals[0].sources] == list(page.rivals[0].conflict.findings)
    assert page.rivals[0].sources[0][1].quote == page.rivals[0].sources[0][0].quote


def test_conflicts_cost_few_queries(cast, rivals, django_assert_max_num_queries):
    with django_assert_max_num_queries(5):
        queries.conflicts()
    with django_assert_max_num_queries(8):
        queries.conflict_page("people-counted")
