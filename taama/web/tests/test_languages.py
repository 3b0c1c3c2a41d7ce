"""Texts in the reader's language, or honestly in another."""

import pytest

from taama.web.languages import in_language, language_of, texts_of

BOTH = {"fr": "objectif", "en": "objective"}


@pytest.mark.parametrize(
    ("texts", "language", "text", "told"),
    [
        (BOTH, "en", "objective", "en"),
        (BOTH, "fr-ML", "objectif", "fr"),
        (BOTH, "ar", "objectif", "fr"),
        ({"es": "objetivo"}, "fr", "objetivo", "es"),
        ({"fr": "", "en": "objective"}, "fr", "objective", "en"),
        ({}, "fr", "", "fr"),
        (None, "en", "", "en"),
    ],
)
def test_a_text_and_the_language_it_is_in(texts, language, text, told):
    assert in_language(texts, language) == text
    assert language_of(texts, language) == told


def test_columns_become_texts():
    assert texts_of({"title_fr": "a", "title_en": "", "other": "x"}, "title") == {"fr": "a"}
