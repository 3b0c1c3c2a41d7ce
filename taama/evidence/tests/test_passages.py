"""Passages: exact offsets, nothing lost, nothing twice."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from taama.evidence.passages import LONGEST_PASSAGE, cut
from taama.evidence.readers.reading import PageSpan

TEXT = """# Le titre

Un paragraphe
sur deux lignes.

- premier point
- second point

Un intertitre

Kayes\t12
Gao\t7
"""


def shown(text, pages=()):
    return [text[span.start : span.end] for span in cut(text, pages)]


def test_a_text_is_cut_where_a_reader_would():
    assert shown(TEXT) == [
        "# Le titre",
        "Un paragraphe\nsur deux lignes.",
        "- premier point",
        "- second point",
        "Un intertitre",
        "Kayes\t12",
        "Gao\t7",
    ]


def test_headings_are_told_apart():
    headings = [TEXT[span.start : span.end] for span in cut(TEXT) if span.heading]

    assert headings == ["# Le titre", "Un intertitre"]


def test_no_passage_crosses_a_page():
    text = "fin de page début de page"
    pages = (PageSpan(1, 0, 11), PageSpan(2, 12, 25))

    assert shown(text, pages) == ["fin de page", "début de page"]
    assert [span.page for span in cut(text, pages)] == [1, 2]


def test_headings_a_format_knows_are_believed_and_no_others():
    text = "Contexte\n\nKayes\n\nUne phrase."

    assert [text[span.start : span.end] for span in cut(text, headings=(0,)) if span.heading] == ["Contexte"]
    assert [text[span.start : span.end] for span in cut(text) if span.heading] == ["Contexte", "Kayes"]


def test_a_very_long_paragraph_is_parted_after_sentences():
    text = "Le Mali a adopté sa politique. " * 400

    passages = shown(text)

    assert all(len(passage) <= LONGEST_PASSAGE and passage.endswith("politique.") for passage in passages)
    assert " ".join(passages) == text.strip()


def test_an_empty_text_has_no_passage():
    assert cut("") == cut(" \n\n ") == ()


LETTERS = st.sampled_from("ab é#-*1.|\t\n\u2028\u00a0")
TEXTS = st.text(alphabet=LETTERS, max_size=80) | st.text(max_size=60)
PIECES = st.sampled_from(["a" * 1_700, " " * 1_600, ". ", "\n", "- ", "\t"])
LONG_TEXTS = st.builds("".join, st.lists(PIECES, max_size=12))


def assert_each_visible_character_in_exactly_one(text, spans):
    covered = [position for span in spans for position in range(span.start, span.end)]
    assert len(covered) == len(set(covered))
    visible = {position for position, character in enumerate(text) if not character.isspace()}
    assert visible <= set(covered)
    assert all(text[span.start : span.end] == text[span.start : span.end].strip() != "" for span in spans)


@given(TEXTS | LONG_TEXTS)
def test_every_visible_character_lies_in_exactly_one_passage(text):
    assert_each_visible_character_in_exactly_one(text, cut(text))


@given(st.lists(TEXTS, min_size=1, max_size=4))
def test_so_it_does_on_pages(texts):
    starts = [sum(len(before) + 2 for before in texts[:place]) for place in range(len(texts))]
    pages = [
        PageSpan(n, start, start + len(text))
        for n, (start, text) in enumerate(zip(starts, texts, strict=True), 1)
    ]

    spans = cut("\n\n".join(texts), pages)

    assert_each_visible_character_in_exactly_one("\n\n".join(texts), spans)
    assert all(
        any(p.page == span.page and p.start <= span.start and span.end <= p.end for p in pages)
        for span in spans
    )


@pytest.mark.parametrize("spoil", [lambda spans: spans[1:], lambda spans: spans + spans[:1]])
def test_a_passage_lost_or_doubled_would_be_noticed(spoil):
    """The control."""
    with pytest.raises(AssertionError):
        assert_each_visible_character_in_exactly_one(TEXT, spoil(cut(TEXT)))
