"""Subjects in normal English words: what two languages say of one thing meets."""

import pytest

from taama.extraction.folding import fold
from taama.extraction.subjects import expanded, subject_of

ONE_SUBJECT = [
    (
        "first voluntary review",
        "le premier rapport national volontaire de mise en œuvre du Pacte",
        "son premier rapport volontaire",
        "le premier examen national volontaire du Mali",
        "the first voluntary review",
        "Mali’s first voluntary report",
        "its first voluntary national review",
    ),
    (
        "second voluntary review",
        "la deuxième revue nationale volontaire",
        "du second rapport volontaire",
        "the second voluntary national review",
        "the second national voluntary report on the Global Compact",
    ),
    (
        "national action plan for the GCM",
        "le plan d’action national PMM",
        "le Plan d’action national du Pacte mondial pour des migrations sûres, ordonnées et régulières",
        "un plan national de mise en œuvre du Pacte",
        "the national action plan for the GCM",
        "a national implementation plan for the Global Compact",
    ),
    (
        "national migration policy",
        "la Politique nationale de migration (PONAM)",
        "la PONAM",
        "its National Migration Policy",
        "une politique migratoire nationale",
    ),
    (
        "Global Compact for Migration",
        "le Pacte mondial pour des migrations sûres, ordonnées et régulières",
        "the Global Compact for Safe, Orderly and Regular Migration",
        "le Pacte",
    ),
    (
        "international migration review forum",
        "le Forum d’examen des migrations internationales",
        "the International Migration Review Forum (IMRF)",
    ),
    (
        "national anti-trafficking action plan",
        "le plan d’action national de lutte contre la traite des personnes",
        "the national action plan against trafficking in persons",
    ),
    ("validation workshop", "l’atelier national de validation", "a validation workshop"),
    ("memorandum of understanding", "un protocole d’accord", "a memorandum of understanding"),
    ("law 2023-004", "la loi n° 2023-004 portant création des régions", "Law No. 2023-004"),
    ("decree 2014-0765/p-rm", "le décret n°2014-0765/P-RM", "Decree No. 2014-0765/P-RM"),
]


@pytest.mark.parametrize(
    ("words", "phrase"), [(english, phrase) for english, *phrases in ONE_SUBJECT for phrase in phrases]
)
def test_phrases_of_one_thing_give_one_subject(words: str, phrase: str) -> None:
    assert subject_of(fold(phrase)).words == words


@pytest.mark.parametrize(
    ("phrase", "words"),
    [
        ("le nouveau centre d’accueil de Gao", "new reception centre gao"),
        ("un atelier de validation du plan d’action national", "validation workshop national action plan"),
        ("une cellule de recherche", "unit search"),
        ("le premier Forum international de la diaspora", "first international diaspora forum"),
        ("la première édition du Forum international de la diaspora", "first international diaspora forum"),
        ("la deuxième session du comité mixte", "second session mixed committee"),
        ("les indicateurs de gouvernance des migrations", "migration governance indicators"),
    ],
)
def test_other_phrases_are_told_word_by_word(phrase: str, words: str) -> None:
    assert subject_of(fold(phrase)).words == words


@pytest.mark.parametrize("phrase", ["", "le premier", "la", "  ", "son", "il"])
def test_what_names_nothing_has_no_words(phrase: str) -> None:
    assert subject_of(fold(phrase)).words == ""


def test_reports_of_other_countries_are_other_subjects() -> None:
    own = subject_of(fold("le premier rapport volontaire du Mali")).words
    assert own != subject_of(fold("le premier rapport volontaire du Sénégal")).words


def test_known_phrases_say_what_kind_of_thing_they_name() -> None:
    assert subject_of("un atelier national").kind == "meeting"
    assert subject_of("le centre d'accueil").kind == "place"
    assert subject_of("une chose inconnue").kind == ""


def test_brackets_in_the_list_of_spellings_are_optional_or_a_choice() -> None:
    assert set(expanded("rapport (national) volontaire")) == {
        "rapport volontaire",
        "rapport national volontaire",
    }
    assert set(expanded("plan (de |pour )(la paix|paix)")) == {
        "plan la paix", "plan paix", "plan de la paix", "plan de paix", "plan pour la paix", "plan pour paix",
    }  # fmt: skip
