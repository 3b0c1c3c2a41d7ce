"""The page: complete in itself, readable without eyes or mouse, and never more than text."""

import re
from html.parser import HTMLParser
from itertools import pairwise

import pytest

from taama.web.paper.html import body_html, html
from taama.web.paper.model import FigureRun, Heading, Link, Note, NoteRef, Paragraph, Text, figures

from .papers import NASTY, nasty, report


class Reader(HTMLParser):
    """Collects tags, ids, links and words."""

    VOID = {"meta", "hr", "link"}

    def __init__(self, text):
        super().__init__()
        self.tags, self.ids, self.links, self.words, self.open = [], [], [], [], []
        self.feed(text)

    def handle_starttag(self, tag, attrs):
        values = dict(attrs)
        self.tags.append((tag, values))
        self.open += [] if tag in self.VOID else [tag]
        self.ids += [values["id"]] if "id" in values else []
        self.links += [values["href"]] if "href" in values else []

    def handle_endtag(self, tag):
        assert self.open.pop() == tag

    def handle_data(self, data):
        self.words.append(data)


@pytest.fixture(scope="module")
def page():
    return Reader(html(report()))


def test_same_report_same_page():
    assert html(report()) == html(report())


def test_tags_are_closed_and_ids_unique(page):
    assert page.open == []
    assert len(page.ids) == len(set(page.ids))


def test_every_inner_link_leads_somewhere(page):
    inner = [link[1:] for link in page.links if link.startswith("#")]

    assert inner
    assert set(inner) <= set(page.ids)


def test_it_needs_nothing_from_elsewhere(page):
    names = {tag for tag, _ in page.tags}

    assert not names & {"script", "link", "img", "iframe"}
    assert not any("style" in values for _, values in page.tags)
    assert ("html", {"lang": "fr", "dir": "ltr"}) in page.tags


def test_headings_go_down_one_level_at_a_time(page):
    levels = [int(tag[1]) for tag, _ in page.tags if re.fullmatch("h[1-6]", tag)]

    assert levels[0] == 1
    assert levels.count(1) == 1
    assert all(after <= before + 1 for before, after in pairwise(levels))


def test_every_figure_is_in_the_text_with_its_exact_value(page):
    words = "".join(page.words)

    for figure in figures(report()):
        assert figure.text in words
    assert ("data", {"value": "12166"}) in page.tags


def test_figures_lead_to_their_own_page(page):
    assert "https://taama.example/fr/chiffres/1" in page.links
    assert "/fr/chiffres/2" in page.links


def test_an_illustrative_figure_says_so_to_eye_and_ear(page):
    assert "8\u202f420† (illustrative value)" in "".join(page.words)


def test_each_mention_of_a_note_has_a_way_back(page):
    text = html(report())

    assert text.count('href="#note-1"') == 5
    assert text.count('href="#mention-1-') == 5
    assert text.count('<li id="note-1"') == 1


def test_notes_nobody_mentions_are_left_out():
    text = html(report(blocks=(Paragraph((NoteRef(2),)),)))

    assert "note-2" in text
    assert "Profil migratoire" not in text


def test_tables_name_columns_and_rows(page):
    scopes = [values.get("scope") for tag, values in page.tags if tag == "th"]

    assert "col" in scopes
    assert "row" in scopes
    assert any(tag == "caption" and values.get("id") == "table-1" for tag, values in page.tags)


def test_charts_bring_their_data(page):
    assert "Les retours sont passés de 5 209 en 2017 à 12 166 en 2019." in [
        v.get("aria-label") for _, v in page.tags
    ]
    assert "8\u202f420 (valeur illustrative)" in page.words


@pytest.mark.parametrize("made", [html, body_html])
def test_words_from_outside_stay_words(made):
    reader = Reader(made(nasty()))

    assert "script" not in {tag for tag, _ in reader.tags}
    assert NASTY in reader.words
    assert not [link for link in reader.links if "script" in link]


@pytest.mark.parametrize(
    "url", ["javascript:alert(1)", "data:text/html,x", "//evil.example", "JaVaScript:x", "vbscript:x"]
)
def test_an_address_that_could_run_is_no_link(url):
    reader = Reader(body_html(report(blocks=(Paragraph((Link("mot", url), FigureRun("7", url=url))),))))

    assert url not in reader.links
    assert "mot7" in "".join(reader.words)


def test_the_body_alone_is_an_article_for_another_page():
    text = body_html(report())

    assert text.startswith('<article class="report" lang="fr">')
    assert "<style" not in text
    assert "<main" not in text


def test_another_direction_is_kept():
    assert '<html lang="ar" dir="rtl">' in html(report(language="ar", direction="rtl"))


def test_headings_without_an_anchor_get_one():
    assert 'id="heading-0"' in body_html(
        report(blocks=(Heading(1, "Sans ancre"), Paragraph((Text("x"),))), notes=(Note(1, ()),))
    )
