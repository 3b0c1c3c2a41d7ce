"""Objectives named by number: the Compact's, and no other list's."""

import pytest

from taama.extraction.mentions import find_mentions


def numbers(text):
    return [mention.numbers for mention in find_mentions(text)]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Au titre de l’objectif 21 du Pacte, deux centres", [(21,)]),
        ("Objectives 1, 3 and 23 of the Global Compact", [(1, 3, 23)]),
        ("les objectifs 9 (trafic illicite) et 10 (traite) du PMM", [(9, 10)]),
        ("les objectifs n° 7 et n° 12 du Pacte mondial", [(7, 12)]),
        ("GCM Objectives 2 to 5", [(2, 3, 4, 5)]),
        ("les objectifs 19 à 21 du Pacte", [(19, 20, 21)]),
        ("l’objectif 8 et l’objectif 14 du Pacte", [(8, 14)]),
        ("Le Pacte mondial pour des migrations sûres. Chapitre V. Objectif 8 : sauver des vies", [(8,)]),
        ("OBJECTIF 21 DU PACTE MONDIAL", [(21,)]),
        ("GCM objectives: 4, 14    SDGs: 10, 16", [(4, 14)]),
        ("Objectifs du Pacte : 1, 3 et 21", [(1, 3, 21)]),
        ("Objective 22 (Global Compact for Migration)", [(22,)]),
    ],
)
def test_numbers_of_the_compact(text, told):
    assert numbers(text) == told


@pytest.mark.parametrize(
    "text",
    [
        "l’objectif de développement durable 8",
        "l’objectif 8 de développement durable et le Pacte mondial pour les migrations",
        "ODD : objectif 10 ; le Pacte mondial sur les migrations",
        "SDG objective 8 and the Global Compact for Migration",
        "objective 10.7 of the 2030 Agenda",
        "Pacte mondial pour les migrations : l’objectif 2 du CREDD, l’objectif 3 du PONAM",
        "l’objectif 3 du plan stratégique",
        "l’objectif 21",
        "les objectifs 1 à 23 du Pacte",
        "the 23 objectives of the Global Compact for Migration",
        "objectif 24 du Pacte",
        "objectif 0 du Pacte",
        "un objectif de 30 % du Pacte",
        "l’objectif 8 du Pacte mondial des Nations Unies et des entreprises".replace(
            "du Pacte mondial", "de l’initiative"
        ),
    ],
)
def test_what_names_no_single_objective_of_the_compact(text):
    assert numbers(text) == []


def test_the_span_is_what_is_shown():
    text = "Bilan.\nGCM Objectives 9 and 10, puis l’« objectif 21 du Pacte »."
    assert [text[mention.start : mention.end] for mention in find_mentions(text)] == [
        "GCM Objectives 9 and 10",
        "objectif 21 du Pacte",
    ]
