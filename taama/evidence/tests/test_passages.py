"""Passages: exact offsets, nothing lost, nothing twice."""

from hypothesis import given
from hypothesis import strategies as st

from taama.evidence.passages import cut
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


def test_an_empty_text_has_no_passage():
    assert cut("") == cut(" \n\n ") == ()


@given(st.text(alphabet=st.sampled_from("ab é#-*1.|\t\n\u2028\u00a0"), max_size=80) | st.text(max_size=60))
def test_every_visible_character_lies_in_exactly_one_passage(text):
    spans = cut(text)

    covered = [position for span in spans for position in range(span.start, span.end)]
    assert len(covered) == len(set(covered))
    visible = {position for position, character in enumerate(text) if not character.isspace()}
    assert visible <= set(covered)
    assert all(text[span.start : span.end] == text[span.start : span.end].strip() != "" for span in spans)
