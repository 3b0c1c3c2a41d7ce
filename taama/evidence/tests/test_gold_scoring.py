"""The scores say what they mean: small texts in, counts out."""

from decimal import Decimal

import pytest

from taama.evidence.gold.agreement import predicates_agree, subjects_agree, times_agree
from taama.evidence.gold.labels import Labelled, LabelledClaim, LabelledFinding, LabelledName
from taama.evidence.gold.scoring import Score, conflicts_score, measure, pairs_told, summary
from taama.extraction.told import Span, Told, ToldClaim, ToldFigure, ToldName, ToldObjective, ToldTime

TEXT = "Accueil. Plus de 2 300 migrants sont revenus en 2021. Le plan a été validé le 6 mai 2022."


def labelled(*findings, claims=(), objectives=(), names=(), boilerplate=()):
    card = dict.fromkeys(("date", "reference", "title", "publisher", "country"), "")
    return Labelled(
        key="fr/001",
        text=TEXT,
        language="fr",
        objectives=objectives,
        objectives_optional=(7,),
        findings=findings,
        claims=claims,
        names=names,
        boilerplate=boilerplate,
        **card,
    )


def label(start=9, end=31, value=2300, unit="persons", qualifier="more_than", **more):
    return LabelledFinding(start, end, Decimal(value), unit, "migrants", qualifier=qualifier, **more)


def figure(start=9, end=31, value=2300, unit="persons", qualifier="more_than", **more):
    return ToldFigure(start, end, Decimal(value), unit, "migrants", qualifier=qualifier, **more)


def findings_score(labels, figures):
    return summary([measure(labelled(*labels), Told(figures=figures))]).scores["findings"]


@pytest.mark.parametrize(
    ("told", "right"),
    [
        (figure(), 1),
        (figure(17, 22), 1),
        (figure(qualifier="at_least"), 1),
        (figure(qualifier="exactly"), 0),
        (figure(value=2301), 0),
        (figure(unit="count"), 0),
        (figure(40, 50), 0),
        (figure(value_to=Decimal(2400)), 0),
    ],
)
def test_a_finding_is_met_where_spans_overlap_and_value_hedge_and_unit_agree(told, right):
    assert findings_score([label()], (told,)) == Score(right, 1, right, 1)


def test_one_label_is_met_once():
    assert findings_score([label()], (figure(), figure(17, 31))) == Score(1, 2, 1, 1)


def test_an_optional_label_is_neither_asked_nor_false():
    assert findings_score([label(optional=True)], (figure(),)) == Score(0, 0, 0, 0)
    assert findings_score([label(optional=True)], ()) == Score(0, 0, 0, 0)


def test_strict_asks_for_time_place_population_and_kind_too():
    labels = labelled(label(begin="2021", finish="2021", kind="flow", population="returnees"))
    right = figure(time=ToldTime(45, 49, as_of="2021"), kind="flow", population="returnees")

    met = summary([measure(labels, Told(figures=(right,)))])
    unmet = summary([measure(labels, Told(figures=(figure(),)))])

    assert met.scores["findings, strict"].f1 == 1
    assert unmet.scores["findings"].f1 == 1
    assert unmet.scores["findings, strict"].f1 == 0
    assert unmet.fields["kind"].precision == 0


def test_a_claim_is_met_with_a_synonym_and_half_of_the_subject_on_the_same_day():
    labels = labelled(
        claims=[LabelledClaim(54, 90, "national action plan|plan", "validated", as_of="2022-05-06")]
    )
    right = ToldClaim(57, 89, "plan", "approved", ToldTime(0, 0, as_of="2022-05-06"))
    late = ToldClaim(57, 89, "plan", "validated", ToldTime(0, 0, as_of="2022-05-07"))

    assert summary([measure(labels, Told(claims=(right,)))]).scores["claims"].f1 == 1
    assert summary([measure(labels, Told(claims=(late,)))]).scores["claims"].f1 == 0


def test_times_agree_when_they_cover_the_same_days_or_one_of_the_ways():
    quarter = label(begin="2024-04", finish="2024-06")

    assert times_agree(ToldTime(0, 0, begin="2024-04-01", finish="2024-06-30"), quarter)
    assert not times_agree(ToldTime(0, 0, begin="2024-04"), quarter)
    assert times_agree(ToldTime(0, 0, as_of="2024-07"), label(as_of="2024-06|2024-07"))
    assert times_agree(None, label())
    assert not times_agree(None, quarter)
    either = label(as_of="2023-03", finish="2023-03")
    assert times_agree(ToldTime(0, 0, as_of="2023-03"), either)
    assert times_agree(ToldTime(0, 0, finish="2023-03"), either)


def test_synonyms_and_subjects():
    assert predicates_agree("presented", "submitted")
    assert not predicates_agree("signed", "held")
    assert predicates_agree("signed", "held|signed")
    assert subjects_agree("voluntary reports of Mali", "first voluntary report")
    assert not subjects_agree("report", "first voluntary report")


def test_objectives_names_and_boilerplate():
    labels = labelled(
        objectives=(1, 21),
        names=(LabelledName("organisation", "OIM", (Span(0, 3), Span(20, 23))),),
        boilerplate=(Span(0, 8),),
    )
    told = Told(
        objectives=(ToldObjective(21, 0.9, ()), ToldObjective(5, 0.6, ()), ToldObjective(7, 0.6, ())),
        names=(ToldName(20, 23, "organisation", "OIM"), ToldName(40, 44, "person", "Plan")),
        boilerplate=(Span(0, 4),),
    )

    scores = summary([measure(labels, told)])

    assert scores.scores["objectives"] == Score(1, 2, 1, 2)
    assert scores.objectives_macro_f1 == 0.5
    assert scores.scores["names"] == Score(1, 2, 1, 1)
    assert scores.scores["boilerplate"] == Score(4, 4, 4, 8)


def test_conflicts_are_pairs_of_places_in_either_order():
    asked = [(("fr/001", 10, 20), ("en/002", 5, 9))]
    traps = [(("fr/001", 10, 20), ("fr/003", 0, 4))]
    right, trapped, unlabelled = (
        (("en/002", 6, 8), ("fr/001", 0, 11)),
        (("fr/003", 1, 3), ("fr/001", 10, 20)),
        (("fr/005", 1, 3), ("fr/001", 10, 20)),
    )

    assert conflicts_score([right, trapped, unlabelled], asked, traps) == Score(1, 2, 1, 1)
    assert conflicts_score([], asked, traps) == Score(0, 0, 0, 1)


def test_a_conflict_of_three_tells_only_the_pairs_that_differ():
    first, second, third = ("fr/001", 1, 2), ("fr/002", 1, 2), ("en/001", 1, 2)

    assert pairs_told([(first, "2020"), (second, "2021"), (third, "2020")]) == [
        (first, second),
        (second, third),
    ]
    assert pairs_told([(first, "2020"), (first, "2021")]) == []
    assert pairs_told([(first, "2020-06"), (second, "2020-06-15")]) == []
