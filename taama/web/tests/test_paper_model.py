"""The document model: there and back as JSON, and what it refuses."""

import json
from dataclasses import replace

import pytest

from taama.web.paper import model
from taama.web.paper.drawings import fault_of_drawing
from taama.web.paper.formats import FORMATS, NoSuchFormat, write
from taama.web.paper.model import (
    Callout,
    FigureRun,
    Heading,
    Note,
    NoteRef,
    Paragraph,
    Picture,
    Report,
    Status,
    Table,
    Text,
    UnsoundDocument,
    from_json,
    to_json,
)

from .papers import nasty, picture, report

SVG = '<svg xmlns="http://www.w3.org/2000/svg"><rect/></svg>'


@pytest.mark.parametrize("made", [report, nasty])
def test_json_gives_back_the_same_report(made):
    assert from_json(to_json(made())) == made()


def test_same_report_same_json():
    assert to_json(report()) == to_json(from_json(to_json(report())))


@pytest.mark.parametrize("text", ["", "[]", "{}", '{"labels":{}}', '{"labels":{},"surprise":1}'])
def test_other_json_is_no_report(text):
    with pytest.raises(UnsoundDocument, match="not a report"):
        from_json(text)


def test_an_unknown_block_is_named():
    record = json.loads(to_json(report()))
    record["blocks"].append({"is": "Video"})

    with pytest.raises(UnsoundDocument, match="unknown kind: Video"):
        from_json(json.dumps(record))


def test_a_foreign_thing_among_the_blocks_is_refused():
    with pytest.raises(UnsoundDocument, match="unknown kind: str"):
        report(blocks=("words",))


@pytest.mark.parametrize(
    ("made", "words"),
    [
        (lambda: Heading(4, "x"), "level 4"),
        (lambda: Status("x", "fine"), "status tone"),
        (lambda: Callout("x", (), "shout"), "callout tone"),
        (lambda: Table(1, "x", ("a", "b"), (((Text("1"),),),)), "without 2 cells"),
        (lambda: Picture(3, "x", "  ", SVG), "chart 3 has no text"),
        (lambda: Picture(3, "x", "alt", SVG, kind="photo"), "picture kind"),
        (lambda: report(blocks=(Paragraph((NoteRef(9),)),)), "note 9"),
        (lambda: report(blocks=(Paragraph((FigureRun("7", note_number=8),)),)), "note 8"),
        (lambda: report(notes=(Note(1, ()), Note(1, ())), blocks=()), "same number"),
        (lambda: report(blocks=(Heading(1, "a"), Heading(3, "b"))), "skips from level 1 to 3"),
        (lambda: report(blocks=(Heading(1, "a", "x"), Heading(1, "b", "x"))), "same anchor"),
        (lambda: report(dated="2026-02-30"), "no day"),
        (lambda: report(direction="up"), "direction"),
    ],
)
def test_what_does_not_hold_together_is_refused(made, words):
    with pytest.raises(UnsoundDocument, match=words):
        made()


@pytest.mark.parametrize(
    "svg",
    [
        "no svg",
        "<svg/>",
        '<!DOCTYPE svg><svg xmlns="http://www.w3.org/2000/svg"/>',
        '<svg xmlns="http://www.w3.org/2000/svg"><script>1</script></svg>',
        '<svg xmlns="http://www.w3.org/2000/svg"><foreignObject/></svg>',
        '<svg xmlns="http://www.w3.org/2000/svg" onload="x()"/>',
        '<svg xmlns="http://www.w3.org/2000/svg"><rect style="fill:red"/></svg>',
        '<svg xmlns="http://www.w3.org/2000/svg"><rect fill="url(https://x.example/a)"/></svg>',
        '<svg xmlns="http://www.w3.org/2000/svg" xmlns:x="http://www.w3.org/1999/xlink"><g x:href="#a"/></svg>',
    ],
)
def test_a_drawing_that_does_more_than_draw_is_refused(svg):
    with pytest.raises(UnsoundDocument, match="chart 1: its drawing"):
        replace(picture(), svg=svg)


def test_a_plain_drawing_has_no_fault():
    assert fault_of_drawing(SVG) == ""


def test_figures_and_notes_stand_in_reading_order():
    assert [figure.text for figure in model.figures(report())] == [
        "12\u202f166 personnes",
        "8\u202f420",
        "1\u202f200",
    ]
    assert model.note_numbers(report()) == (1, 2)
    assert model.has_illustrative(report())


def test_labels_fall_back_to_english():
    assert model.label(report(), "contents") == "Sommaire"
    assert model.label(report(), "tables") == "Tables"


def test_columns_share_the_page_by_their_words():
    weights = model.column_weights(next(block for block in report().blocks if isinstance(block, Table)))

    assert weights[0] > 0
    assert weights[1] == 0


def test_an_unknown_format_is_named_with_those_there_are():
    with pytest.raises(NoSuchFormat, match=r"odt.*pdf, docx, html"):
        write(report(), "odt")


@pytest.mark.parametrize("name", list(FORMATS))
def test_each_format_writes_the_smallest_report(name):
    assert write(Report("en", "Title", "Issuer", "Ministry", ()), name)
