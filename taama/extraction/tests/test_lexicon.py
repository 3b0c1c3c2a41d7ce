"""Names in one pass: places with their edition, organisations with their code, people by their title."""

import pytest

from taama.extraction.folding import fold, folded_key
from taama.extraction.lexicon import OrganisationName, extended, shipped_lexicon
from taama.extraction.names import find_names
from taama.extraction.places import find_places


def places(text):
    return [
        (text[one.start : one.end], one.code, one.edition) for one in find_places(text, shipped_lexicon())
    ]


def names(text, lexicon=None):
    found = find_names(text, lexicon or shipped_lexicon())
    return [(text[one.start : one.end], one.kind, one.code) for one in found]


@pytest.mark.parametrize(
    "text",
    [
        "Déplacés À Ségou",
        "œuvre — l’Été…",
        "160\u202f000 personnes",
        "سكان 😀 Ñ",
        "",
        "\ud800 seul",
        "İstanbul",
    ],
)
def test_folding_moves_no_character(text):
    assert len(fold(text)) == len(text)


def test_folding_forgets_accents_case_and_kinds_of_space():
    assert fold("L’Été à SÉGOU\u202f: 18\u00a0000") == "l'ete a segou : 18 000"
    assert folded_key("CNCLTP-PA") == folded_key("cncltp pa")


def test_lines_and_tabs_stay():
    assert fold("a\tb\nc") == "a\tb\nc"


def test_a_region_comes_with_the_edition_in_force():
    assert places("Le centre de Gao ouvrira.") == [("Gao", "ML07", "mli-2023")]
    assert places("Taoudénit et Bamako") == [
        ("Taoudénit", "ML09", "mli-2023"),
        ("Bamako", "ML00", "mli-2023"),
    ]


def test_a_country_has_no_edition_but_the_one_mapped():
    assert places("from Niger to Côte d’Ivoire") == [("Niger", "NER", ""), ("Côte d’Ivoire", "CIV", "")]


def test_other_spellings_meet_the_same_place():
    assert places("Timbuktu")[0][1:] == places("Tombouctou")[0][1:]


def test_a_name_inside_a_word_or_in_small_letters_is_no_name():
    assert places("Maliens, malien, mali, Gaolis") == []


def test_the_longest_name_wins():
    assert places("Guinée-Bissau") == [("Guinée-Bissau", "GNB", "")]


def test_organisations_by_name_and_acronym():
    assert names("L’OIM et le CIGEM") == [("OIM", "organisation", "iom"), ("CIGEM", "organisation", "cigem")]
    assert names("l’Organisation internationale pour les migrations")[0][2] == "iom"


def test_both_acronyms_of_the_ministry_lead_to_it():
    assert {code for _, _, code in names("le MMEIA, alias MMEEIA")} == {"mmeia"}


def test_an_acronym_in_small_letters_is_a_word():
    assert names("une ame en peine, who are here") == []


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Mme Aminata Keïta, directrice", "Aminata Keïta"),
        ("Monsieur Moussa Ag Alhassane a dit", "Moussa Ag Alhassane"),
        ("said Dr. Fatou N’Diaye-Sow on Monday", "Fatou N’Diaye-Sow"),
    ],
)
def test_people_are_known_by_their_title(text, name):
    assert (name, "person", "") in names(text)


def test_a_minister_without_a_name_is_nobody():
    assert names("Monsieur le Ministre des Maliens") == []
    assert names("Madame La Ministre Déléguée") == []


def test_a_name_introduced_with_its_acronym():
    text = "avec l’Union des Jeunes Rapatriés (UJR) de Kita"
    assert ("Union des Jeunes Rapatriés (UJR)", "organisation", "") in names(text)


def test_an_acronym_that_abridges_nothing_before_it_is_left():
    assert names("la somme de dix millions (XYZ)") == []


def test_a_database_adds_its_names_and_they_win():
    own = OrganisationName("Association des rapatriés de Diéma", "ard-diema")
    lexicon = extended([("ARDD", own), ("OIM", own)])
    assert names("OIM", lexicon)[0][2] == "ard-diema"
    assert names("Ville de Gao et CIGEM", lexicon)[0][2] == "cigem"
