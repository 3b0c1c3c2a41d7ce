"""Words as search compares them, and where a passage says what was asked."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from taama.evidence.asked import by_closeness, marks, phrases_in, shown
from taama.evidence.stems import STEMS, WORD, stem, stems_of

CODE_PAGE = bytes(range(32, 256)).decode("cp1252", "ignore")


@pytest.mark.parametrize(
    "family",
    [
        "déplacés déplacée Déplacées déplacer DEPLACEMENT",
        "refugees refugee Refugees",
        "réfugiés réfugiée refugie",
        "national nationale nationaux nationales",
        "country countries",
        "signed sign signer signé signés",
        "malien maliennes",
        "réseau réseaux",
        "active actifs",
        "displaced displacement displacing",
        "œuvre oeuvres",
        "e\u0301cole école",
    ],
)
def test_forms_of_a_word_meet(family):
    assert len({stem(word) for word in family.split()}) == 1


@pytest.mark.parametrize("pair", ["migrant migration", "Gao Gaoual", "ville vie", "femme forme"])
def test_other_words_do_not(pair):
    assert len({stem(word) for word in pair.split()}) == 2


@pytest.mark.parametrize(
    "written", ["160 000", "160,000", "160.000", "160\u202f000", "160\u00a0000", "160000"]
)
def test_a_number_is_one_word_however_its_thousands_are_parted(written):
    assert stems_of(f"soit {written} personnes") == " soit 160000 person "


def test_small_words_and_signs_are_left_out():
    assert stems_of("L’accueil de la « commune », in the commune_rurale") == " accueil commun commun rural "
    assert stems_of("") == stems_of(" de la … ") == "  "


@given(st.text(alphabet=CODE_PAGE + " 0123456789,.éS" * 4, max_size=60))
def test_the_quick_way_by_bytes_says_the_same_as_the_slow_one(text):
    assert stems_of(text).split() == [found for word in WORD.findall(text) if (found := STEMS[word])]


@given(st.text(max_size=60))
def test_any_text_gives_stems_without_signs(text):
    assert all(found.isalnum() for found in stems_of(text).split())


@pytest.mark.parametrize(
    ("search", "phrases"),
    [
        ("femmes de la diaspora", [("femm",), ("diaspora",)]),
        ('"plan of action" Gao', [("plan", "action"), ("gao",)]),
        ("« plan d’action »", [("plan", "action")]),
        ("sous-préfets 2014-0765", [("sou", "prefet"), ("2014", "0765")]),
        ("160 000 personnes", [("160000",), ("person",)]),
        ('" OR -NOT( * NEAR/2 : \x00 %_', [("not",), ("near", "2")]),
        ("اللَّاجِئِين", [("اللاجيين",)]),
        ("", []),
        ('de "la" "" «»', []),
    ],
)
def test_what_a_search_asks_for(search, phrases):
    assert list(phrases_in(search)) == phrases


def test_a_search_is_kept_as_typed_and_bounded():
    assert phrases_in("Femmes déplacées") == {("femm",): "Femmes", ("deplac",): "déplacées"}
    assert len(phrases_in("mot" + " ".join(f"x{n}" for n in range(5_000)))) == 12


def test_marks_stand_on_the_words_and_phrases_only():
    text = "Les personnes déplacées ont déplacé leurs tentes."

    assert [text[a:b] for a, b in marks(text, phrases_in('"personne déplacée"'))] == ["personnes déplacées"]
    assert [text[a:b] for a, b in marks(text, phrases_in("DEPLACE"))] == ["déplacées", "déplacé"]


@given(st.text(max_size=900), st.text(max_size=30))
def test_what_is_shown_is_the_passage(text, search):
    pieces = shown(text, phrases_in(search))

    said = "".join(piece.text for piece in pieces)
    assert said.removeprefix("… ").removesuffix(" …") in text or said in text


def test_a_long_passage_is_cut_around_its_first_mark():
    text = "mot " * 400 + "une cible ici " + "mot " * 400
    pieces = shown(text, phrases_in("cible"))

    assert [piece.text for piece in pieces if piece.is_marked] == ["cible"]
    assert sum(len(piece.text) for piece in pieces) <= 430
    assert pieces[0].text == "… "
    assert pieces[-1].text.endswith(" …")


def test_closer_passages_come_first():
    asked = phrases_in("retour volontaire")
    close, apart, long = (
        "Le retour volontaire.",
        "Volontaire, le retour.",
        "Le retour volontaire " + "mot " * 300,
    )

    rows = [(number, stems_of(text)) for number, text in enumerate((long, apart, close), start=1)]
    assert by_closeness(rows, asked)[0] == 3
    assert by_closeness([(1, rows[2][1]), (2, rows[2][1])], asked) == [2, 1]
