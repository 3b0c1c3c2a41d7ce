"""From live data to the document model."""

import pytest

from taama.reviews.compiling.material import gather
from taama.reviews.compiling.report import compile_report
from taama.web.paper import model as paper

from .factories import a_chart, a_text, on_stage


def compiled(review, language="en"):
    return compile_report(gather(review), language)


def figures(review, language="en"):
    return {run.ref: run for run in paper.figures(compiled(review, language).report)}


def test_a_finding_is_printed_with_its_hedge_in_the_readers_numbers(review):
    english, french = (
        figures(review)["finding:returns-letter"],
        figures(review, "fr")["finding:returns-letter"],
    )

    assert english.text == "at least 5,000\u00a0people"
    assert french.text == "au moins 5\u202f000\u00a0personnes"
    assert english.value == french.value == "5000"


def test_every_figure_has_a_note_and_a_page(review):
    for run in figures(review).values():
        assert run.note_number is not None
        assert run.url.startswith("/en/figures/") or run.ref.startswith("target:")


def test_a_note_names_publisher_title_date_words_and_the_function_that_judged(review):
    report = compiled(review).report
    number = next(run.note_number for run in paper.figures(report) if run.ref == "finding:returns-letter")

    note = paper.plain_text(report.notes[number - 1].runs)

    for part in (
        "Ministry",
        "Title of letter",
        "26 November 2021".replace(" ", "\u00a0"),
        "“5,000 people”",
        "§\u00a01",
    ):
        assert part in note
    assert "evidence officer" in note
    assert "Evidence Officer" not in note  # the person's name


def test_an_observation_without_a_source_is_marked(review):
    run = figures(review)["observation:plans-signed@2024-12-31"]

    assert run.illustrative
    assert run.text in {"1,580", "260"}


def test_a_region_is_taken_where_the_reference_names_it(review):
    texts = [run.text for run in paper.figures(compiled(review).report) if "plans-signed@2024" in run.ref]

    assert {"1,580", "260"} <= set(texts)


def test_charts_and_maps_carry_their_data_and_alt(review):
    pictures = [block for block in compiled(review).report.blocks if isinstance(block, paper.Picture)]
    by_caption = {picture.caption: picture for picture in pictures}

    assert ("2024", "1,580 (illustrative value)") in by_caption["plans-over-time (en)"].data
    assert by_caption["plans-by-region (en)"].kind == "map"
    assert all(picture.alt for picture in pictures)


def test_an_objective_shows_status_and_tables_it_did_not_place(review):
    blocks = compiled(review).report.blocks

    statuses = [block for block in blocks if isinstance(block, paper.Status)]
    captions = [block.caption for block in blocks if isinstance(block, paper.Table)]

    assert [status.tone for status in statuses] == ["under_way"]
    assert {"Objective 21: activities of the plan", "Objective 21: indicators"} <= set(captions)


def test_an_indicators_row_tells_baseline_value_target_and_way_done(review):
    table = next(
        block
        for block in compiled(review).report.blocks
        if isinstance(block, paper.Table) and block.caption == "Objective 21: indicators"
    )

    cells = [paper.plain_text(cell) for cell in table.rows[0]]

    assert cells[:5] == ["Plans signed (en)", "1,200", "1,580", "2024", "2,000 (2027)"]
    assert cells[5].endswith(paper.SIGN)
    assert all(run.illustrative for cell in table.rows[0] for run in cell if isinstance(run, paper.FigureRun))


def test_sources_that_disagree_stand_side_by_side(review):
    callouts = [block for block in compiled(review).report.blocks if isinstance(block, paper.Callout)]

    lines = [paper.plain_text(line) for line in callouts[0].paragraphs]

    assert callouts[0].title == "When was the first review? (en)"
    assert any("June\u00a02020" in line and "Ministry" in line for line in lines)
    assert any("June\u00a02021" in line and "Agency" in line for line in lines)
    assert "Not settled" in lines[-1]


def test_the_same_data_gives_the_same_digest(review):
    one, other = compiled(review).report, compiled(review).report

    assert one == other
    assert one.digest == other.digest != compiled(review, "fr").report.digest


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("\n\n{{figure:finding:nobody}}", "no_such"),
        ("\n\n{{figure:finding:returns-release}}", "not_accepted"),
        ("\n\n{{figure:observation:plans-signed@1999}}", "no_value"),
        ("\n\n{{figure:observation:plans-signed#ML99}}", "no_value"),
        ("\n\n{{figure:observation:nothing}}", "no_such"),
        ("\n\n{{cite:nothing}}", "no_such"),
        ("\n\n{{chart:nothing}}", "no_such"),
        ("\n\n{{map:plans-over-time}}", "no_such"),
        ("\n\n{{status}}", "no_objective"),
        ("\n\n{{figure:finding:x", "unclosed"),
    ],
)
def test_a_reference_that_leads_nowhere_is_listed_with_its_line(review, text, code):
    section = review.sections.get(key="introduction")
    with on_stage():
        a_text(section, "en", text, at=section.texts.first().at.replace(year=2027))

    broken = compiled(review).broken

    assert [(one.key, one.language, one.problem.line, one.problem.code) for one in broken] == [
        ("introduction", "en", 3, code)
    ]


def test_markup_in_a_text_stays_words(review):
    section = review.sections.get(key="introduction")
    hostile = "<script>alert(1)</script> #strong[x] $x$ `code` [a](javascript:b)"
    with on_stage():
        a_text(section, "en", hostile, at=section.texts.first().at.replace(year=2027))

    report = compiled(review).report

    assert any(
        hostile in paper.plain_text(block.runs)
        for block in report.blocks
        if isinstance(block, paper.Paragraph)
    )


def test_a_chart_without_values_says_so_and_does_not_crash(review):
    section = review.sections.get(key="introduction")
    with on_stage():
        for kind in ("columns", "bars", "line", "range", "stacked", "timeline"):
            a_chart(
                review,
                f"empty-{kind}",
                kind,
                {"question": "none"} if kind != "line" else {"indicator": "none"},
            )
        names = "\n\n".join(
            f"{{{{chart:empty-{kind}}}}}"
            for kind in ("columns", "bars", "line", "range", "stacked", "timeline")
        )
        a_text(section, "en", names, at=section.texts.first().at.replace(year=2027))

    pictures = [block for block in compiled(review).report.blocks if isinstance(block, paper.Picture)]

    assert sum("No value is available yet." in picture.svg for picture in pictures) == 6


def test_gathering_costs_few_queries(review, django_assert_max_num_queries):
    with django_assert_max_num_queries(28):
        material = gather(review)
    with django_assert_max_num_queries(0):
        compile_report(material, "fr")
