"""The grammar of a section's text."""

import pytest

from taama.reviews.rules import Enumeration, Passage, Placed, Reference, Subheading, Words, parse


def only_reference(raw: str) -> Reference:
    (reference,) = parse(raw).references
    return reference


@pytest.mark.parametrize(
    ("raw", "expected"),
    [
        ("{{figure:finding:idps-2024}}", {"kind": "figure", "of": "finding", "code": "idps-2024"}),
        (
            "{{figure:observation:idps}}",
            {"kind": "figure", "of": "observation", "code": "idps", "time": "", "part": ""},
        ),
        ("{{figure:observation:idps@2022}}", {"code": "idps", "time": "2022"}),
        ("{{figure:observation:idps@2022-06#ML07}}", {"code": "idps", "time": "2022-06", "part": "ML07"}),
        ("{{figure:observation:idps#sex=female}}", {"code": "idps", "part": "sex=female"}),
        ("{{cite:words}}", {"kind": "cite", "of": "citation", "code": "words"}),
        ("{{cite:finding:idps}}", {"kind": "cite", "of": "finding", "code": "idps"}),
        ("{{chart:idps}}", {"kind": "chart", "code": "idps"}),
        ("{{map:idps}}", {"kind": "map", "code": "idps"}),
        ("{{table:activities}}", {"kind": "table", "code": "activities"}),
        ("{{status}}", {"kind": "status", "code": ""}),
        ("{{figure:finding:a_b_c*d*}}", {"code": "a_b_c*d*"}),
    ],
)
def test_a_reference_is_understood(raw, expected):
    reference = only_reference(raw)

    assert {name: getattr(reference, name) for name in expected} == expected
    assert reference.raw == raw


@pytest.mark.parametrize(
    ("text", "line", "code"),
    [
        ("one\ntwo {{figure:finding:a", 2, "unclosed"),
        ("one {{figure:finding:\na}}", 1, "unclosed"),
        ("one }} two", 1, "unopened"),
        ("a\n\nb {{picture:x}}", 3, "unknown_kind"),
        ("{{figure:finding}}", 1, "shape"),
        ("{{figure:guess:x}}", 1, "shape"),
        ("{{figure:observation:x@last}}", 1, "shape"),
        ("{{cite:}}", 1, "shape"),
        ("{{chart}}", 1, "shape"),
        ("{{status:green}}", 1, "shape"),
        ("{{table:budget}}", 1, "no_such"),
        ("see {{chart:x}} here", 1, "not_alone"),
        ("- one\n- see {{status}} here", 2, "not_alone"),
        ("## Head {{figure:finding:x}}", 1, "in_heading"),
    ],
)
def test_a_mistake_is_named_with_its_line(text, line, code):
    problem = parse(text).problems[0]

    assert (problem.line, problem.code) == (line, code)
    assert problem.sentence


def test_blocks_and_weights():
    nodes = parse("## Head\n\nA **strong** *soft* word\nand more\n\n- one\n- two\n\n1. first").nodes

    assert nodes == (
        Subheading("Head", 2),
        Passage(
            (
                Words("A "),
                Words("strong", strong=True),
                Words(" "),
                Words("soft", emphasis=True),
                Words(" word"),
                Words(" "),
                Words("and more"),
            )
        ),
        Enumeration(((Words("one"),), (Words("two"),))),
        Enumeration(((Words("first"),),), numbered=True),
    )


def test_a_chart_may_follow_a_line_of_text():
    first, chart, last = parse("Before\n{{chart:a}}\nafter").nodes

    assert (first, last) == (Passage((Words("Before"),)), Passage((Words("after"),)))
    assert isinstance(chart, Placed)
    assert chart.reference.line == 2


@pytest.mark.parametrize(
    "hostile",
    [
        "<script>alert(1)</script>",
        "<img src=x onerror=alert(1)>",
        "[a](javascript:alert(1))",
        "![a](http://example.org/x.png)",
        "`code` ```block```",
        "#strong[x] $x$ @cite",
        "&lt;b&gt; \\input{x}",
        "| a | b |",
        "> quoted",
    ],
)
def test_other_markup_stays_the_words_it_is(hostile):
    (node,) = parse(hostile).nodes

    assert isinstance(node, Passage)
    assert "".join(part.text for part in node.line) == hostile


def test_windows_line_ends_count_the_same():
    assert parse("a\r\nb\r\n{{x").problems[0].line == 3


def test_an_empty_text_is_nothing():
    assert parse("").nodes == ()
    assert parse("  \n\n ").nodes == ()
