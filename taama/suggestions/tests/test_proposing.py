"""Going through a document: what is told waits, what is known does not, what is told no more is withdrawn."""

from decimal import Decimal

import pytest

from taama.evidence.changes import tag_passage
from taama.evidence.models import Question
from taama.evidence.tests.factories import finding
from taama.extraction.told import Span
from taama.journal.models import Entry
from taama.places.changes import load_places
from taama.suggestions import changes
from taama.suggestions.answers import card_of
from taama.suggestions.changes import proposing
from taama.suggestions.models import Suggestion, Sweep
from taama.suggestions.queries import readings_to_sweep
from taama.suggestions.telling import EDITION
from tests.cast import STAGE

from .factories import TEXT, claim, document, figure, objective, person, proposed, span, suggestion, told

pytestmark = pytest.mark.django_db


def kinds_waiting():
    return sorted(Suggestion.objects.waiting().values_list("kind", flat=True))


def test_what_is_told_waits_with_its_exact_words():
    held = proposed()

    assert kinds_waiting() == ["claim", "figure", "objective"]
    for one in Suggestion.objects.with_source():
        assert one.quote == TEXT[one.start : one.end]
        assert one.document == held
    assert suggestion("figure", held).what["place"] is None
    assert Entry.objects.filter(verb="suggestions.document.swept").count() == 1


def test_going_through_it_again_doubles_nothing_and_leaves_no_entry():
    held = proposed()
    entries = Entry.objects.count()

    again = changes.propose(document=held, by=STAGE, told=told())

    assert again == changes.Proposed()
    assert Suggestion.objects.count() == 3
    assert Entry.objects.count() == entries


def test_what_is_told_no_more_is_withdrawn_and_may_come_back():
    held = proposed()

    gone = changes.propose(document=held, by=STAGE, told=told(figures=(), claims=()))
    assert (gone.withdrawn, kinds_waiting()) == (2, ["objective"])

    back = changes.propose(document=held, by=STAGE, told=told(claims=()))
    assert (back.new, kinds_waiting()) == (1, ["figure", "objective"])


def test_what_a_person_judged_stays_and_is_not_asked_again(cast):
    held = proposed()
    changes.reject_suggestion(suggestion=suggestion("figure", held), by=cast.evidence_officer)

    wider = figure("a compté plus de 1 200 personnes déplacées au 31 juillet 2024")
    changes.propose(document=held, by=STAGE, told=told(figures=(wider,)))

    assert "figure" not in kinds_waiting()
    assert suggestion("figure", held).withdrawn_at is None


def test_a_value_mended_by_the_machine_is_asked_anew(cast):
    held = proposed()
    changes.reject_suggestion(suggestion=suggestion("figure", held), by=cast.evidence_officer)

    changes.propose(document=held, by=STAGE, told=told(figures=(figure(value=Decimal(1201)),)))

    assert "figure" in kinds_waiting()


def test_what_a_finding_says_already_does_not_wait(cast):
    held = document(TEXT)
    made = finding("1 200 personnes déplacées au 31 juillet", held, cast.evidence_officer)

    proposed(held)

    assert suggestion("figure", held).known_finding == made
    assert kinds_waiting() == ["claim", "objective"]


def test_another_value_on_the_same_words_does_wait(cast):
    held = document(TEXT)
    finding("1 200 personnes déplacées au 31 juillet", held, cast.evidence_officer, value=Decimal(1300))

    proposed(held)

    assert suggestion("figure", held).known_finding is None


def test_an_objective_somebody_tagged_does_not_wait(cast, compact):
    held = document(TEXT)
    passage = next(one for one in held.readings.get().passages.all() if "retours" in one.text)
    tag = tag_passage(
        passage=passage,
        start=passage.start,
        end=passage.end,
        objective=proposing_item(21),
        by=cast.evidence_officer,
    )

    proposed(held)

    assert suggestion("objective", held).known_tag == tag


def proposing_item(number):
    from taama.compact.queries import objective as held_objective

    return held_objective(number)


def test_nothing_is_suggested_from_boilerplate():
    held = document(TEXT)

    proposed(held, boilerplate=(Span(0, TEXT.index("Le premier")),))

    assert kinds_waiting() == ["claim", "objective"]


def test_an_objective_stands_at_the_passage_that_speaks_of_it_most():
    scattered = objective(21, "lettre", "retours volontaires", "réintégration durable")
    held = proposed(objectives=(scattered,))

    made = suggestion("objective", held)

    assert made.quote == "retours volontaires"
    assert made.stretches == [span("retours volontaires"), span("réintégration durable")]


def test_two_spellings_of_a_person_are_a_question_of_alias_asked_once():
    names = (person(), person("Mossa Ag Exemple"))
    held = proposed(names=names)
    other = document(TEXT + "\nUn autre texte.")
    proposed(other, names=names)

    made = suggestion("alias", held)

    assert (made.what["spelling"], made.what["name"]) == ("Mossa Ag Exemple", "Moussa Ag Exemple")
    again = changes.propose(document=held, by=STAGE, told=told(names=names))
    assert again.withdrawn == 0
    assert Suggestion.objects.filter(kind="alias").count() == 1


def test_a_document_gone_through_is_not_gone_through_again_until_the_machine_changes():
    held = proposed(figures=(), claims=(), objectives=())

    assert Sweep.objects.get().reading.document == held
    assert not readings_to_sweep(EDITION)
    assert readings_to_sweep("another").get().document == held


def test_if_the_journal_fails_nothing_stays(monkeypatch):
    def fails(*args, **options):
        raise RuntimeError("no journal")

    monkeypatch.setattr(proposing, "record", fails)
    held = document(TEXT)

    with pytest.raises(RuntimeError):
        changes.propose(document=held, by=STAGE, told=told(claims=(claim(),)))

    assert not Suggestion.objects.exists()
    assert not Sweep.objects.exists()


def test_the_machine_itself_reads_a_held_text():
    held = document(
        "Communiqué. Au 31 juillet 2024, l’agence inventée a recensé plus de 12 300 personnes déplacées à Ségou. "
        "Elle lutte contre la traite des personnes et assiste les victimes de la traite."
    )

    changes.propose_all(by=STAGE)

    made = suggestion("figure", held)
    assert (made.what["value"], made.what["as_of"]) == ("12300", "2024-07-31")
    assert "12 300" in made.quote
    objectives = Suggestion.objects.filter(kind="objective").values_list("what__number", flat=True)
    assert 10 in objectives
    assert changes.propose_all(by=STAGE) == changes.Proposed()


def test_a_place_is_kept_with_its_boundary_edition(cast):
    load_places(by=STAGE)
    held = document("Au 31 juillet 2024, l’agence inventée a recensé 12 300 personnes déplacées à Ségou.")
    changes.propose_all(by=STAGE)
    told_figure = suggestion("figure", held)

    card = card_of(told_figure, Question(unit="persons"))

    assert (card.country, card.area.name, card.area.edition.code) == (None, "Ségou", "mli-2023")
