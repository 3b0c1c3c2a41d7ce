"""The counted noun phrase, behind and before its number."""

import pytest

from taama.extraction.counted import Decoy, noun_after, noun_before
from taama.extraction.folding import fold

AFTER = [
    ("5 personnes déplacées internes au Mali", "personnes déplacées internes"),
    ("5 migrants maliens de retour ont été assistés", "migrants maliens de retour"),
    ("5 migrants de retour assistés", "migrants de retour assistés"),
    ("5 Maliens en détresse sont rentrés", "Maliens en détresse"),
    ("5 victimes de traite", "victimes de traite"),
    ("5 victimes de la traite des personnes", "victimes de la traite des personnes"),
    ("5 demandeurs d’asile", "demandeurs d’asile"),
    ("5 conseils de base au 31 décembre", "conseils de base"),
    ("5 commissaires de police avec l’appui", "commissaires de police"),
    ("5 nouvelles antennes", "nouvelles antennes"),
    ("5 personnes de Gao", "personnes"),
    ("5 personnes viennent de Gao", "personnes"),
    ("5 personnes, dont des femmes", "personnes"),
    ("5 mineurs non accompagnés", "mineurs non accompagnés"),
    ("5 pays champions", "pays champions"),
    ("5 internally displaced persons in Mali", "internally displaced persons"),
    ("5 migrants in vulnerable situations", "migrants in vulnerable situations"),
    ("5 victims of human trafficking", "victims of human trafficking"),
    ("5 people on the move", "people on the move"),
    ("5 champion countries met", "champion countries"),
    ("5 African Member States", "African Member States"),
    ("5 UN entities", "UN entities"),
    ("5 flow monitoring points", "flow monitoring points"),
    ("5 persons with disabilities", "persons with disabilities"),
    ("5 young Malian returnees arrived", "young Malian returnees"),
    ("5 pupils' families", "pupils' families"),
]


@pytest.mark.parametrize(("text", "phrase"), AFTER)
def test_phrase_behind_a_number(text, phrase):
    counted = noun_after(text, fold(text), 1)

    assert counted is not None
    assert text[counted.start : counted.end] == phrase


@pytest.mark.parametrize(
    "text", ["5 ont été assistés", "5 to 6", "5, puis", "5 en 2022", "5 were women", "5 à Gao", "5"]
)
def test_no_phrase_behind_a_number(text):
    assert noun_after(text, fold(text), 1) is None


@pytest.mark.parametrize(
    "text",
    ["5 ans", "5 derniers mois", "5 objectifs", "5 guiding principles", "5 pages", "5 kilomètres", "5 fois"],
)
def test_what_is_no_finding_is_refused(text):
    with pytest.raises(Decoy):
        noun_after(text, fold(text), 1)


@pytest.mark.parametrize(("text", "unit"), [("5 points de suivi", "count"), ("5 entry points", "count")])
def test_points_of_passage_are_counted(text, unit):
    counted = noun_after(text, fold(text), 1)

    assert counted is not None
    assert counted.unit == unit


def test_a_wrapped_line_goes_on_and_a_new_one_does_not():
    wrapped, new = "5 personnes\ndéplacées", "5 personnes\nDéplacées"

    assert noun_after(wrapped, fold(wrapped), 1) == (2, 21, "personnes\ndeplacees", "persons")
    assert noun_after(new, fold(new), 1) == (2, 11, "personnes", "persons")


BEFORE = [
    ("Les déplacés internes étaient 160", "déplacés internes"),
    ("Nombre de retours : 160", "retours"),
    ("Le nombre de migrants assistés par les partenaires s’élève à 160", "migrants assistés"),
    ("The number of refugees reached 160", "refugees"),
    ("Les participants, au nombre de 160", "participants"),
    ("femmes (160", "femmes"),
    ("Asylum seekers: 160", "Asylum seekers"),
    ("Les femmes ne sont que 160", "femmes"),
    ("une population de 160", "population"),
    ("Le nombre de PDI est passé de 160", "PDI"),
    ("Migrants observed in Q3 2023: 160", "Migrants"),
]


@pytest.mark.parametrize(("text", "phrase"), BEFORE)
def test_phrase_before_a_number(text, phrase):
    counted = noun_before(fold(text), 0, text.index("160"))

    assert counted is not None
    assert text[counted.start : counted.end] == phrase


@pytest.mark.parametrize("text", ["Le coût est de 160", "Les migrants de Gao et 160", "page 160", "160"])
def test_no_phrase_before_a_number(text):
    assert noun_before(fold(text), 0, text.index("160")) is None
