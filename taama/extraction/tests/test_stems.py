"""Words are one by their stem, and stay where they stand."""

import pytest

from taama.extraction.stems import Letters, Places, plain, stem, stems_of


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("migrants", "migrantes"),
        ("maliens", "maliennes"),
        ("nationaux", "nationale"),
        ("refugies", "refugiees"),
        ("administratif", "administratives"),
        ("policy", "policies"),
        ("countries", "country"),
        ("borders", "border"),
        ("services", "service"),
        ("envois", "envoi"),
        ("detenus", "detenue"),
    ],
)
def test_plural_and_feminine_are_one_word(one, other):
    assert stem(one) == stem(other)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("donnees", "donne"),
        ("references", "reference"),
        ("process", "proces"),
        ("odd", "od"),
    ],
)
def test_different_words_stay_apart(one, other):
    assert stem(one) != stem(other)


def test_small_words_and_signs_do_not_count():
    assert stems_of("Gestion de la frontière") == stems_of("gestion « des » frontières !")


def test_plain_text_is_as_long_as_the_text():
    text = "L’œuvre… — à 60 % : « été »\u202f! \U0001f600"
    assert len(plain(text)) == len(text)


def test_places_are_those_of_the_words():
    text = "Les  migrants, de retour"
    words = plain(text).split(" ")
    letters = Letters()
    letters.spelled(["migrant", "retour"])
    places = Places(words, [letters[word] for word in words])

    assert text[slice(*places.span(0, 0))] == "migrants"
    assert text[slice(*places.span(1, 1))] == "retour"
    assert text[slice(*places.span(0, 1))] == "migrants, de retour"


def test_letters_forget_words_before_they_fill_the_memory(monkeypatch):
    monkeypatch.setattr("taama.extraction.stems.REMEMBERED", 10)
    letters = Letters()

    for number in range(100):
        letters[f"word{number}"]

    assert len(letters) <= 12
