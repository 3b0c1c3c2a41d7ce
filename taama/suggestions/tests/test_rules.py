"""Conflicts among what documents tell, before anyone confirmed it. Everything is invented."""

from decimal import Decimal

import pytest

from taama.extraction.lexicon import shipped_lexicon
from taama.extraction.reading import tell
from taama.extraction.told import About, Told, ToldClaim, ToldFigure, ToldName, ToldPlace, ToldTime
from taama.suggestions.rules import ToldDocument, alias_questions, conflicts, may_be_one_name

BAMAKO = ToldPlace(0, 1, "Bamako", "ML10", "mli-2023")
GAO = ToldPlace(0, 1, "Gao", "ML07", "mli-2023")


def claim(subject, predicate, when, place=None, planned=False, start=0):
    begin, _, finish = when.partition("/")
    time = (
        ToldTime(start, start + 4, begin=begin, finish=finish) if finish else ToldTime(start, start + 4, when)
    )
    return ToldClaim(start, start + 9, subject, predicate, time, place, 0.8, planned)


def figure(value, what="idps", when="2022", start=0, **options):
    begin, _, finish = when.partition("/")
    time = (
        ToldTime(start, start + 4, begin=begin, finish=finish) if finish else ToldTime(start, start + 4, when)
    )
    told = {"population": "idps", "unit": "persons", "time": time if when else None} | options
    unit = told.pop("unit")
    return ToldFigure(start, start + 9, Decimal(value), unit, what, **told)


def document(name, *told, dated="", country="MLI"):
    claims = tuple(one for one in told if isinstance(one, ToldClaim))
    figures = tuple(one for one in told if isinstance(one, ToldFigure))
    return ToldDocument(name, Told(figures=figures, claims=claims), dated, country)


def said(*documents):
    return [sorted(side.says for side in conflict.between) for conflict in conflicts(documents)]


REVIEW = "first voluntary review"

DATES_APART = [
    (claim(REVIEW, "submitted", "2020-06"), claim(REVIEW, "submitted", "2021-06")),
    (claim(REVIEW, "dated", "2020-06"), claim(REVIEW, "submitted", "2021-06")),
    (claim(REVIEW, "presented", "2020-06"), claim(REVIEW, "submitted", "2021-06")),
    (claim("national migration policy", "adopted", "2014-09-03"),
     claim("national migration policy", "adopted", "2015")),
    (claim("Global Compact for Migration", "adopted", "2018-12-10"),
     claim("Global Compact for Migration", "adopted", "2018-12-19")),
    (claim("first international diaspora forum", "held", "2025-07-17/2025-07-19"),
     claim("first international diaspora forum", "opened", "2025-08")),
    (claim("law 2023-004", "promulgated", "2023-03-13"), claim("law 2023-004", "promulgated", "2023-03-14")),
    (claim("validation workshop national action plan", "held", "2022-05-06", BAMAKO),
     claim("workshop validation action plan national", "held", "2022-05-16", BAMAKO)),
]  # fmt: skip

DATES_TOGETHER = [
    (claim(REVIEW, "submitted", "2020-06"), claim(REVIEW, "submitted", "2020")),
    (claim(REVIEW, "submitted", "2020-06"), claim(REVIEW, "submitted", "2020-06-15")),
    (claim(REVIEW, "prepared", "2020-05"), claim(REVIEW, "submitted", "2020-06")),
    (claim(REVIEW, "submitted", "2020-06"), claim("second voluntary review", "submitted", "2022-05")),
    (claim("national migration policy", "adopted", "2014"), claim("national migration policy", "launched", "2015")),
    (claim("Global Compact for Migration", "adopted", "2018-12-10", BAMAKO),
     claim("Global Compact for Migration", "adopted", "2018-12-19", GAO)),
    (claim("first diaspora forum", "opened", "2025-07-17"),
     claim("first diaspora forum", "held", "2025-07-17/2025-07-19")),
    (claim("workshop", "held", "2022-05-06"), claim("workshop", "held", "2023-05-06")),
    (claim("validation workshop", "held", "2022-05-06"), claim("validation workshop", "held", "2022-08-01")),
    (claim("international migrants day", "commemorated", "2021-12-18"),
     claim("international migrants day", "commemorated", "2022-12-18")),
    (claim("national migration policy", "revised", "2020"), claim("national migration policy", "revised", "2025")),
    (claim("third voluntary review", "submitted", "2026-05", planned=True),
     claim("third voluntary review", "submitted", "2026-03")),
    (claim("joint programme steering committee", "created", "2020", GAO),
     claim("joint programme steering committee", "created", "2021", BAMAKO)),
]  # fmt: skip


@pytest.mark.parametrize(("one", "other"), DATES_APART)
def test_dates_of_one_event_that_cannot_be_the_same_conflict(one, other) -> None:
    (conflict,) = conflicts([document("a", one), document("b", other)])
    assert (conflict.kind, [side.document for side in conflict.between]) == ("date", ["a", "b"])


@pytest.mark.parametrize(("one", "other"), DATES_TOGETHER)
def test_dates_that_can_both_be_true_do_not(one, other) -> None:
    assert conflicts([document("a", one), document("b", other)]) == []


def test_a_document_can_contradict_itself() -> None:
    one = document(
        "a", claim(REVIEW, "submitted", "2020-06"), claim(REVIEW, "submitted", "2021-06", start=500)
    )
    assert said(one) == [["2020-06", "2021-06"]]


def test_all_that_hangs_together_is_one_conflict() -> None:
    years = ["2019", "2020", "2021"]
    documents = [document(year, claim(REVIEW, "submitted", year)) for year in years]
    assert said(*documents) == [years]


VALUES_APART = [
    (figure(360591), figure(346000)),
    (figure(360591, qualifier="exactly"), figure(346000, qualifier="nearly")),
    (figure(12166, when="2018-01/2019-08-15", kind="flow"), figure(13000, when="2018-01/2019-08-15", kind="flow")),
    (figure(4000000, what="Maliens de l’extérieur", population="diaspora"),
     figure(6000000, what="Malians abroad", population="diaspora")),
    (figure(156, what="cercles", unit="areas", population=""),
     figure(159, what="cercles", unit="areas", population="")),
    (figure(500, place=GAO), figure(700, place=GAO)),
    (figure(4, value_to=Decimal(6), qualifier="between"), figure(7)),
]  # fmt: skip

VALUES_TOGETHER = [
    (figure(360591), figure(361000, qualifier="about")),
    (figure(160000, qualifier="more_than"), figure(165000)),
    (figure(360591), figure(360591)),
    (figure(360591, when="2022"), figure(346000, when="2023")),
    (figure(360591), figure(346000, population="returned_idps")),
    (figure(500, place=GAO), figure(700, place=BAMAKO)),
    (figure(360591), figure(70000, place=GAO)),
    (figure(360591), figure(61000, what="ménages", unit="households")),
    (figure(360591), figure(180000, what="femmes déplacées")),
    (figure(360591), figure(346000, kind="flow")),
    (figure(60, kind="event", what="participants", population=""),
     figure(80, kind="event", what="participants", population="")),
    (figure(60, what="participants", population="", unit="persons", when=""),
     figure(80, what="participants", population="", unit="persons", when="")),
    (figure(360591), figure(12)),
    (figure(20, what="areas", unit="areas", population=""), figure(53, what="areas", unit="areas", population="")),
]  # fmt: skip


@pytest.mark.parametrize(("one", "other"), VALUES_APART)
def test_values_of_one_thing_beyond_their_words_conflict(one, other) -> None:
    (conflict,) = conflicts([document("a", one), document("b", other)])
    assert (conflict.kind, len(conflict.between)) == ("value", 2)


@pytest.mark.parametrize(("one", "other"), VALUES_TOGETHER)
def test_values_that_can_both_be_true_do_not(one, other) -> None:
    assert conflicts([document("a", one), document("b", other)]) == []


def test_a_stock_without_a_date_is_of_the_documents_year() -> None:
    documents = [
        document("a", figure(350000, when=""), dated="2021-03-02"),
        document("b", figure(414000, when=""), dated="2025-10-01"),
        document("c", figure(430000, when=""), dated="2025-11-01"),
    ]
    assert said(*documents) == [["414000", "430000"]]


def test_neighbours_in_a_text_are_parts_or_a_row() -> None:
    near = document("a", figure(42857, start=0), figure(24325, start=60))
    far = document("a", figure(42857, start=0), figure(24325, start=2000))
    assert said(near) == []
    assert said(far) == [["24325", "42857"]]


def test_a_place_named_like_the_country_is_the_whole() -> None:
    country = ToldPlace(0, 1, "Mali", "MLI", "")
    assert said(document("a", figure(360591, place=country)), document("b", figure(346000))) == [
        ["346000", "360591"]
    ]


def test_the_first_report_of_two_languages_conflicts_from_text_to_suggestion() -> None:
    texts = {
        "lettre": "Le Mali rappelle son premier rapport national volontaire, soumis en juin 2020 à New York.",
        "release": "The first voluntary review of Mali was submitted in June 2021.",
        "later": "Le deuxième rapport volontaire a été validé le 6 mai 2022 à Bamako.",
    }
    lexicon = shipped_lexicon()
    told = [ToldDocument(name, tell(text, About(country="MLI"), lexicon)) for name, text in texts.items()]
    (conflict,) = conflicts(told)
    assert [(side.document, side.says) for side in conflict.between] == [
        ("lettre", "2020-06"),
        ("release", "2021-06"),
    ]
    for side in conflict.between:
        assert side.says[:4] in texts[side.document][side.start : side.end]


@pytest.mark.parametrize(
    ("one", "other", "near"),
    [
        ("Mossa Ag Exemple", "Mosa Ag Exemple", True),
        ("MMEIA", "MMEEIA", True),
        ("OIM", "OIT", False),
        ("DGME", "DGSE", False),
        ("Awa Exemple", "Ali Exemple", False),
        ("MMEIA", "MMEIA", False),
    ],
)
def test_names_near_each_other_ask_for_an_alias(one: str, other: str, near: bool) -> None:
    assert may_be_one_name(one, other) is near


def test_a_question_of_alias_says_where_each_spelling_first_stands() -> None:
    texts = {"a": "M. Mossa Exemple a écrit.", "b": "Mosa Exemple, puis Mosa Exemple"}
    named = {"a": (ToldName(3, 16, "person", "Mossa Exemple"),),
             "b": (ToldName(0, 12, "person", "Mosa Exemple"), ToldName(19, 31, "person", "Mosa Exemple"))}  # fmt: skip
    documents = [ToldDocument(name, Told(names=names)) for name, names in named.items()]
    (question,) = alias_questions(documents, texts)
    assert (question.one, question.other) == ("Mossa Exemple", "Mosa Exemple")
    assert [(side.document, side.start, side.end) for side in question.between] == [
        ("a", 3, 16),
        ("b", 0, 12),
    ]
    assert conflicts(documents) == []


def test_nothing_told_conflicts_with_nothing() -> None:
    assert conflicts([]) == []
    assert conflicts([document("a"), document("b", figure(3))]) == []
