"""Curated phrases: enough of them, found whole and where they stand; a change touches only texts that hold it."""

from collections import Counter

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from taama.extraction.objectives import find_objectives
from taama.extraction.phrases import (
    Phrase,
    change_between,
    counted,
    held_keys,
    may_touch,
    phrases_of,
    shipped_phrases,
    shipped_rows,
)

ROWS = [
    Phrase(21, "b", "fr", "retour volontaire", 3),
    Phrase(9, "", "fr", "trafic", 2),
    Phrase(10, "", "fr", "trafic d’êtres humains", 3),
    Phrase(11, "", "fr", "frontière", 1),
    Phrase(19, "", "en", "diaspora", 2),
    Phrase(20, "", "en", "remittances", 3),
]
PHRASES = phrases_of(ROWS, context=["migrants"], decoys=["trafic routier"])


def shown(text, phrases=PHRASES):
    return [text[hit.start : hit.end] for hit in phrases.found(text)]


def test_every_objective_has_twenty_phrases_in_each_language():
    held = Counter((row.number, row.language) for row in shipped_rows())

    assert set(held) == {(number, language) for number in range(1, 24) for language in ("fr", "en")}
    assert min(held.values()) >= 20


def test_rows_are_sound():
    for row in shipped_rows():
        assert row.weight in (1, 2, 3), row
        assert row.action in ("", *"abcdefghijkl"), row


def test_actions_of_phrases_are_actions_of_the_compact():
    from taama.extraction.phrases import read_rows
    from taama.extraction.tests.objective_scores import GOLD

    items = read_rows(GOLD.parents[2] / "compact" / "data" / "gcm" / "items.csv")
    codes = {code for code, kind, *_ in items if kind == "action"}

    assert {f"{row.number}({row.action})" for row in shipped_rows() if row.action} <= codes


@pytest.mark.parametrize(
    "text",
    [
        "Le Retour volontaire",
        "retours volontaires",
        "RETOUR\nVOLONTAIRE",
        "« retour » volontaire",
        "retour  volontaire",
    ],
)
def test_a_phrase_is_met_in_its_forms(text):
    (words,) = shown(text)
    assert words.lower().startswith("retour")
    assert "volontaire" in words.lower()


@pytest.mark.parametrize(
    "text",
    [
        "retournement volontaire",
        "au retour. Volontaires, ils",
        "retour ;\nvolontaire",
        "retour\n\nvolontaire",
    ],
)
def test_a_phrase_is_whole_and_within_a_sentence(text):
    assert shown(text) == []


def test_the_longer_phrase_counts_alone():
    hits = counted(PHRASES.found("un trafic d’êtres humains à la frontière"))
    assert [hit.entry.tells[0].number for hit in hits] == [10, 11]


def test_a_decoy_hides_what_it_holds():
    assert [hit.entry.is_decoy for hit in counted(PHRASES.found("le trafic routier"))] == [True]


def test_offsets_hold_after_odd_letters():
    text = "Ɲɛ — œuvre 👍 : les retours\u202fvolontaires"
    assert shown(text) == ["retours\u202fvolontaires"]


def test_same_stems_in_two_languages_keep_the_strongest():
    phrases = phrases_of([Phrase(19, "", "fr", "diaspora", 1), Phrase(19, "d", "en", "diasporas", 3)])
    (entry,) = phrases.entries.values()
    assert [(told.weight, told.action) for told in entry.tells] == [(3, "d")]


def test_empty_lists_and_texts():
    assert phrases_of([]).found("retour volontaire") == []
    assert PHRASES.found("") == []


WORDS = [
    "retour",
    "volontaire",
    "trafic",
    "êtres",
    "humains",
    "routier",
    "frontière",
    "diaspora",
    "migrants",
    "et",
    ".",
]
TEXTS = st.lists(st.sampled_from(WORDS), max_size=14).map(" ".join)
ROW = st.builds(
    Phrase,
    number=st.integers(1, 23),
    action=st.just(""),
    language=st.just("fr"),
    phrase=st.lists(st.sampled_from(WORDS[:9]), min_size=1, max_size=3).map(" ".join),
    weight=st.integers(1, 3),
)


@settings(max_examples=200)
@given(st.lists(TEXTS, max_size=5), st.lists(ROW, max_size=6), st.lists(ROW, max_size=6))
def test_a_text_not_touched_keeps_its_tags(texts, rows, others):
    before, after = (
        phrases_of(rows, context=["migrants"]),
        phrases_of([*rows[:3], *others], context=["migrants"]),
    )
    change = change_between(before, after)

    for text in texts:
        if not may_touch(change, held=held_keys(text, before), text=text):
            assert find_objectives(text, phrases=before) == find_objectives(text, phrases=after)


def test_a_change_touches_only_texts_that_hold_it():
    after = phrases_of(
        [*ROWS[1:], Phrase(20, "", "fr", "envois de fonds", 3)],
        context=["migrants"],
        decoys=["trafic routier"],
    )
    change = change_between(PHRASES, after)
    texts = {
        "gone": "le retour volontaire",
        "new": "un envoi de fonds",
        "other": "la diaspora à la frontière",
    }

    touched = {
        name for name, text in texts.items() if may_touch(change, held=held_keys(text, PHRASES), text=text)
    }

    assert touched == {"gone", "new"}


def test_a_new_weight_touches_what_holds_the_phrase_even_hidden():
    after = phrases_of(
        [*ROWS, Phrase(9, "", "fr", "trafic", 3)], context=["migrants"], decoys=["trafic routier"]
    )
    change = change_between(PHRASES, after)
    text = "un trafic d’êtres humains"
    assert may_touch(change, held=held_keys(text, PHRASES), text=text)


def test_no_change_touches_nothing():
    change = change_between(shipped_phrases(), shipped_phrases())
    assert not may_touch(change, held=held_keys("la diaspora", shipped_phrases()), text="la diaspora")
