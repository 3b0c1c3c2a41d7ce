"""Which held question fits what was told: tables in, answer out."""

import pytest

from taama.suggestions.matching import Traits, populations_in, ranked, share, stems

HELD = {
    "idps": ("persons", "stock", "Combien de personnes sont déplacées au Mali ? Personnes déplacées internes"),
    "returned-idps": ("persons", "flow", "Combien de déplacés sont retournés ? Personnes déplacées retournées"),
    "refugees": ("persons", "stock", "Combien de réfugiés le Mali accueille-t-il ? Réfugiés au Mali"),
    "beds": ("count", "stock", "De combien de lits dispose la Cité d’accueil de Niamakoro ? Lits"),
    "rooms": ("count", "stock", "De combien de chambres dispose la Cité d’accueil de Niamakoro ? Chambres"),
    "remittances": ("xof", "flow", "Quel montant la diaspora a-t-elle transféré ? Transferts de fonds reçus"),
}  # fmt: skip


def traits(unit, kind, words):
    return Traits(unit, kind, populations_in(words), stems(words))


def best(unit, kind, words, around=""):
    held = [(code, traits(*one)) for code, one in HELD.items()]
    found = ranked(traits(unit, kind, words), stems(around or words), held)
    return found[0].code if found and found[0].is_good else ""


@pytest.mark.parametrize(
    ("unit", "kind", "words", "around", "code"),
    [
        ("persons", "stock", "personnes déplacées internes", "au Mali", "idps"),
        ("persons", "flow", "déplacés retournés", "dans leur localité", "returned-idps"),
        ("persons", "stock", "réfugiés", "le Mali accueille 60 000 réfugiés", "refugees"),
        ("count", "stock", "lits", "La cité de Niamakoro compte 278 lits", "beds"),
        ("count", "stock", "chambres", "La cité de Niamakoro compte 60 chambres", "rooms"),
        ("xof", "flow", "transferts de fonds", "la diaspora a transféré au Mali", "remittances"),
        ("persons", "stock", "personnes", "500 personnes au Mali", ""),
        ("count", "stock", "antennes", "trois antennes", ""),
        ("percent", "stock", "femmes", "", ""),
    ],
)
def test_a_told_figure_finds_its_question(unit, kind, words, around, code):
    assert best(unit, kind, words, around) == code


def test_another_population_never_fits_better_than_its_own():
    held = [(code, traits(*one)) for code, one in HELD.items()]

    found = [one.code for one in ranked(traits("persons", "stock", "réfugiés"), stems("au Mali"), held)]

    assert found.index("refugees") < found.index("idps")
    assert "beds" not in found


def test_the_longest_phrase_names_the_population():
    assert populations_in("personnes déplacées retournées") == {"returned_idps"}
    assert populations_in("rien de tel") == frozenset()


def test_a_share_of_nothing_is_none():
    assert share(frozenset(), frozenset("a")) == 0.0
    assert stems("le la de") == frozenset()
