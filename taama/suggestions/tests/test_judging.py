"""Judging: what becomes of a suggestion, on whose word, and how it is taken back."""

from dataclasses import replace
from decimal import Decimal

import pytest

from taama.compact.queries import objective as held_objective
from taama.evidence.models import Finding, Question, Tag
from taama.evidence.queries import findings_for, findings_on, tags_for
from taama.evidence.tests.factories import question
from taama.journal.models import Entry
from taama.partners.changes import load_partners
from taama.partners.queries import organisation_named
from taama.suggestions import changes
from taama.suggestions.answers import card_of, question_card
from taama.suggestions.changes import Answering, judging
from taama.suggestions.models import Suggestion, SuggestionVerdict
from taama.suggestions.spellings import KnownNames, People, questions_of_alias
from taama.web.refusals import NotAllowedNow
from tests.cast import STAGE

from .factories import TEXT, document, person, proposed, suggestion

pytestmark = pytest.mark.django_db
DISPLACED = {
    "wording": {"fr": "Combien de personnes déplacées ?", "en": "How many displaced persons?"},
    "population": {"fr": "Personnes déplacées internes", "en": "Internally displaced persons"},
}


def accepted_figure(held, by):
    """The figure of a document, accepted under a question."""
    answering = Answering(question=question("idps", **DISPLACED))
    return changes.accept_suggestion(suggestion=suggestion("figure", held), by=by, answering=answering)


def test_an_accepted_figure_becomes_a_finding_in_the_officers_name(cast):
    held = proposed()

    verdict = accepted_figure(held, cast.evidence_officer)

    made = Finding.objects.accepted().get()
    assert (verdict.finding, verdict.judgement, verdict.by) == (made, "accepted", cast.evidence_officer)
    assert (made.value, made.qualifier, made.as_of) == (Decimal(1200), "more_than", "2024-07-31")
    assert made.quote == "plus de 1 200 personnes déplacées"
    assert Entry.objects.filter(verb="suggestions.suggestion.judged").count() == 1


def test_nothing_unconfirmed_enters_a_figure(cast, compact):
    """Not before anybody judged, not when rejected or doubted, not on a word that may not accept alone."""
    held = proposed()
    asked = question("idps", **DISPLACED)
    assert not Finding.objects.exists()
    assert not Tag.objects.exists()

    changes.reject_suggestion(suggestion=suggestion("claim", held), by=cast.evidence_officer)
    changes.doubt_suggestion(suggestion=suggestion("objective", held), by=cast.evidence_officer)
    changes.accept_suggestion(
        suggestion=suggestion("figure", held), by=cast.coordinator, answering=Answering(question=asked)
    )

    assert not findings_on("idps")
    assert not findings_for(held_objective(21))
    assert not tags_for(held_objective(21))
    assert not Finding.objects.accepted().exists()


def test_that_test_would_see_a_confirmed_one(cast):
    """The control: on an officer's word the same figure does count."""
    accepted_figure(proposed(), cast.evidence_officer)

    assert findings_on("idps").get().value == 1200


def test_a_mended_value_is_kept_as_mended(cast):
    held = proposed()
    told = suggestion("figure", held)
    asked = question("idps", **DISPLACED)
    mended = replace(card_of(told, asked), value=Decimal(1250))

    verdict = changes.accept_suggestion(
        suggestion=told, by=cast.evidence_officer, answering=Answering(question=asked, card=mended)
    )

    assert (verdict.judgement, verdict.finding.value) == ("mended", Decimal(1250))
    assert suggestion("figure", held).what["value"] == "1200"


def test_a_claim_becomes_a_date_under_a_question_asked_with_it(cast):
    told = suggestion("claim", proposed())

    verdict = changes.accept_suggestion(
        suggestion=told, by=cast.evidence_officer, answering=Answering(asked=question_card(told))
    )

    asked = Question.objects.get()
    assert (asked.answer, asked.unit) == ("date", "date")
    assert set(asked.wording) == {"fr", "en"}
    assert verdict.finding.date_value == "2022-05-06"


def test_a_figure_without_a_question_is_refused(cast):
    with pytest.raises(NotAllowedNow) as refusal:
        changes.accept_suggestion(suggestion=suggestion("figure", proposed()), by=cast.evidence_officer)
    assert refusal.value.code == "suggestion.accept.no_question"
    assert not SuggestionVerdict.objects.exists()


def test_an_accepted_objective_becomes_a_tag_on_its_words(cast, compact):
    verdict = changes.accept_suggestion(
        suggestion=suggestion("objective", proposed()), by=cast.evidence_officer
    )

    assert (verdict.tag.quote, verdict.tag.objective.code) == ("retours volontaires", "21")


def test_the_objectives_of_a_document_are_accepted_at_once(cast, compact):
    from .factories import objective

    held = proposed(objectives=(objective(21), objective(1, "a compté")))

    number = changes.accept_objectives(document=held, by=cast.evidence_officer)

    assert number == 2
    assert sorted(tag.objective.code for tag in Tag.objects.all()) == ["1", "21"]
    assert not Suggestion.objects.waiting().filter(kind="objective").exists()


def test_another_acronym_of_a_ministry_is_added_to_its_names_and_never_asked_again(cast, settings):
    load_partners(folder=settings.SAMPLE / "mali", by=STAGE)
    text = TEXT + "\nLe CIGEMM a écrit."
    held = proposed(document(text))
    told = suggestion("alias", held)
    assert (told.quote, told.what["name"], told.what["code"]) == ("CIGEMM", "CIGEM", "cigem")

    changes.accept_suggestion(suggestion=told, by=cast.evidence_officer)

    assert organisation_named("CIGEMM").code == "cigem"
    proposed(document(text + " Encore."))
    assert Suggestion.objects.filter(kind="alias").count() == 1


def test_a_spelling_said_to_be_another_person_is_remembered(cast):
    names = (person(), person("Mossa Ag Exemple"))
    told = suggestion("alias", proposed(names=names))

    changes.reject_suggestion(suggestion=told, by=cast.evidence_officer, why="Ce sont deux personnes.")
    proposed(document(TEXT + "\nUn autre texte."), names=names)

    assert not Suggestion.objects.waiting().filter(kind="alias").exists()


def test_taking_back_undoes_what_the_verdict_made(cast, compact):
    held = proposed()
    accepted_figure(held, cast.evidence_officer)

    changes.take_back_verdict(by=cast.evidence_officer)

    made = Finding.objects.with_judgement().get()
    assert made.judged == "rejected"
    assert made.verdicts.first().why
    assert suggestion("figure", held) in Suggestion.objects.waiting()
    accepted_figure(held, cast.evidence_officer)
    assert Finding.objects.accepted().count() == 1


def test_taking_back_a_tag_withdraws_it_and_a_name_goes(cast, compact, settings):
    load_partners(folder=settings.SAMPLE / "mali", by=STAGE)
    held = proposed(document(TEXT + "\nLe CIGEMM a écrit."))
    for kind in ("objective", "alias"):
        changes.accept_suggestion(suggestion=suggestion(kind, held), by=cast.evidence_officer)

    for _ in range(2):
        changes.take_back_verdict(by=cast.evidence_officer)

    assert Tag.objects.get().withdrawn_at is not None
    assert organisation_named("CIGEMM") is None
    assert Suggestion.objects.waiting().count() == 4
    with pytest.raises(NotAllowedNow) as refusal:
        changes.take_back_verdict(by=cast.evidence_officer)
    assert refusal.value.code == "suggestion.take_back.none"


def test_nobody_takes_back_the_verdict_of_another(cast):
    changes.reject_suggestion(suggestion=suggestion("claim", proposed()), by=cast.evidence_officer)

    with pytest.raises(NotAllowedNow):
        changes.take_back_verdict(by=cast.coordinator)


def test_what_was_confirmed_is_not_confirmed_twice(cast):
    held = proposed()
    accepted_figure(held, cast.evidence_officer)

    with pytest.raises(NotAllowedNow) as refusal:
        accepted_figure(held, cast.coordinator)
    assert refusal.value.code == "suggestion.judge.again"
    assert Finding.objects.count() == 1


def test_what_was_doubted_may_be_accepted_later(cast):
    held = proposed()
    changes.doubt_suggestion(suggestion=suggestion("figure", held), by=cast.coordinator, why="À voir.")

    accepted_figure(held, cast.evidence_officer)

    assert Finding.objects.accepted().exists()


def test_if_the_journal_fails_neither_verdict_nor_finding_stays(cast, monkeypatch):
    held = proposed()

    def fails(*args, **options):
        raise RuntimeError("no journal")

    monkeypatch.setattr(judging, "record", fails)
    with pytest.raises(RuntimeError):
        accepted_figure(held, cast.evidence_officer)

    assert not SuggestionVerdict.objects.exists()
    assert not Finding.objects.exists()


@pytest.mark.parametrize(
    ("spelling", "asked"),
    [("MMEEIA", True), ("MMEIA", False), ("MMDIA", False), ("MMEEIIA", False), ("OIMM", False)],
)
def test_an_acronym_one_letter_longer_is_a_question(spelling, asked):
    known = KnownNames(acronyms={"MMEIA": "mmeia", "OIM": "iom"})

    found = questions_of_alias(f"Le {spelling} a écrit.", (), known)

    assert bool(found) == asked


@pytest.mark.parametrize(
    ("name", "asked"),
    [
        ("Mossa Ag Exemple", True),
        ("Moussa Ag Exemple", False),
        ("Moussa Exemple", False),
        ("Fatou Ag Exemple", False),
        ("Moussa Ag Autre", False),
    ],
)
def test_a_person_one_letter_away_is_a_question(name, asked):
    text = f"M. {name} a parlé."
    told = person()
    mention = replace(told, start=3, end=3 + len(name), name=name)

    found = questions_of_alias(text, (mention,), KnownNames(people=People(["Moussa Ag Exemple"])))

    assert bool(found) == asked
