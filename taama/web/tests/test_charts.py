"""Charts: sound SVG the policy lets in, values and words in the reader's language, nothing invented."""

import re
from decimal import Decimal
from xml.etree import ElementTree

import pytest

from taama.web.charts import (
    Cell,
    Chart,
    Point,
    Series,
    UnsoundChart,
    data_table,
    draw,
    progress_bar,
    sparkline,
)
from taama.web.charts.scales import scale
from taama.web.charts.shapes import KINDS
from taama.web.charts.text_width import text_width, wrapped
from taama.web.paper.drawings import fault_of_drawing

from .papers import COLUMNS, NASTY, TILES


def chart(kind, points=(), unit="persons", **more):
    return Chart(kind, "Titre", "Ce que montre le graphique.", unit, (Series("A", tuple(points)),), **more)


def some_of(kind):
    points = [
        Point(f"Ligne {n}", Decimal(n * 1000), when=f"20{10 + n}", illustrative=n == 2) for n in range(1, 5)
    ]
    cells = tuple(Cell(n, 0, f"R{n}", Decimal(n)) for n in range(4)) if kind == "map" else ()
    return chart(kind, points, cells=cells)


@pytest.mark.parametrize("kind", KINDS)
def test_every_kind_is_a_drawing_and_nothing_else(kind):
    svg = draw(some_of(kind), "fr")

    assert fault_of_drawing(svg) == ""
    assert " style=" not in svg
    assert "<style" not in svg


@pytest.mark.parametrize("kind", KINDS)
def test_every_kind_says_what_it_shows(kind):
    root = ElementTree.fromstring(draw(some_of(kind), "fr"))

    assert root.get("role") == "img"
    assert root.get("aria-label") == "Ce que montre le graphique."
    assert root.find("{http://www.w3.org/2000/svg}title").text == "Titre"


@pytest.mark.parametrize("kind", KINDS)
def test_nothing_to_show_is_said_in_words(kind):
    assert "Aucune valeur n’est encore disponible." in draw(chart(kind), "fr")
    assert "No value is available yet." in draw(chart(kind), "en")


@pytest.mark.parametrize("kind", [kind for kind in KINDS if kind != "timeline"])
def test_unknown_values_alone_do_not_break_a_chart(kind):
    cells = (Cell(0, 0, "Kidal"),) if kind == "map" else ()

    assert draw(chart(kind, [Point("2020"), Point("2021")], cells=cells), "fr").startswith("<svg")


@pytest.mark.parametrize("kind", KINDS)
def test_same_chart_same_text(kind):
    assert draw(some_of(kind), "fr") == draw(some_of(kind), "fr")


def test_values_are_written_in_the_language_of_the_reader():
    assert ">12\u202f166<" in draw(COLUMNS, "fr")
    assert ">12,166<" in draw(COLUMNS, "en")


def test_billions_move_into_the_heading():
    svg = draw(chart("bars", [Point("France", Decimal(310_000_000_000))], unit="xof"), "fr")

    assert ">milliards de FCFA<" in svg
    assert ">310<" in svg


def test_an_illustrative_value_is_hatched_and_named():
    assert "valeur illustrative" in draw(COLUMNS, "fr")
    assert "url(#hatch-" in draw(COLUMNS, "fr")


def test_a_chart_without_illustrative_values_does_not_speak_of_them():
    svg = draw(chart("columns", [Point("2019", Decimal(3))]), "fr")

    assert "illustrative" not in svg
    assert "pattern" not in svg


def test_what_sources_say_keeps_their_words():
    points = [
        Point("OIM", Decimal(18000), qualifier="more_than"),
        Point("CESC", Decimal(4000), Decimal(6000)),
        Point("HCME"),
    ]
    svg = draw(chart("range", points), "fr")

    assert "plus de 18\u202f000" in svg
    assert "entre 4\u202f000 et 6\u202f000" in svg
    assert "pas de donnée" in svg


def test_sources_that_disagree_on_a_date_stand_on_a_line_of_years():
    svg = draw(
        chart("range", [Point("Lettre", when="2020-06"), Point("OIM", when="2021-06")], unit="date"), "fr"
    )

    assert "juin\u00a02020" in svg
    assert ">2021<" in svg


def test_events_stand_in_order_of_time():
    svg = draw(
        chart("timeline", [Point("Marrakech", when="2018-12-10"), Point("Politique", when="2014")]), "fr"
    )

    assert svg.index("Politique") < svg.index("Marrakech")


def test_the_highest_column_is_the_tallest():
    heights = [
        float(h)
        for h in re.findall(
            r'<rect x="[\d.]+" y="[\d.]+" width="[\d.]+" height="([\d.]+)"', draw(COLUMNS, "fr")
        )
    ]

    assert heights[2] == max(heights[:3])
    assert heights[0] == min(heights[:3])
    assert heights[0] / heights[2] == pytest.approx(5209 / 12166, abs=0.01)


def test_a_gap_in_a_line_stays_a_gap():
    points = [Point("2018", Decimal(1)), Point("2019", Decimal(2)), Point("2020"), Point("2021", Decimal(3))]
    path = re.search(r'<path d="([^"]+)"', draw(chart("line", points), "fr"))[1]

    assert path.count("M") == 2


def test_a_line_puts_years_where_they_are_in_time():
    points = [Point("2015", Decimal(1)), Point("2016", Decimal(2)), Point("2020", Decimal(3))]
    xs = [float(x) for x in re.findall(r"[ML]([\d.]+) ", draw(chart("line", points), "fr"))]

    assert (xs[1] - xs[0]) / (xs[2] - xs[0]) == pytest.approx(0.2, abs=0.01)


def test_tiles_are_darker_where_there_is_more():
    svg = draw(TILES, "fr")

    assert svg.index("#07503a") < svg.index("#e3efe9")
    assert "Kidal: pas de donnée" in svg


def test_words_from_outside_stay_words():
    svg = draw(Chart("bars", NASTY, NASTY, NASTY, (Series(NASTY, (Point(NASTY, Decimal(1)),)),)), "fr")

    assert fault_of_drawing(svg) == ""
    assert "<script" not in svg


def test_data_table_is_exact():
    assert data_table(COLUMNS, "fr") == (
        ("Libellé", "Retours"),
        ("2017", "5\u202f209"),
        ("2018", "8\u202f420 (valeur illustrative)"),
        ("2019", "12\u202f166"),
    )


def test_data_table_of_a_map_goes_from_most_to_unknown():
    assert [row[0] for row in data_table(TILES, "fr")] == ["Unité", "Kayes", "Ségou", "Kidal"]


def test_data_table_of_two_series_has_a_column_each():
    two = Chart(
        "line",
        "T",
        "A",
        "percent",
        (Series("Ville", (Point("2019", Decimal(5)),)), Series("Campagne", (Point("2020", Decimal(7)),))),
    )

    assert data_table(two, "en") == (("Label", "Ville", "Campagne"), ("2019", "5%", ""), ("2020", "", "7%"))


def test_a_chart_without_words_is_refused():
    with pytest.raises(UnsoundChart, match="no text"):
        Chart("bars", "Titre", " ")


def test_an_unknown_kind_is_refused():
    with pytest.raises(UnsoundChart, match="pie"):
        Chart("pie", "Titre", "Alt")


@pytest.mark.parametrize(
    ("values", "low", "high"),
    [([0, 14], 0, 15), ([5, 5], 0, 6), ([-3, 4], -4, 4), ([0, 0], 0, 1), ([98, 103], 98, 104)],
)
def test_scales_end_on_round_values(values, low, high):
    made = scale([Decimal(value) for value in values], 0, 100, from_zero=values[0] < 90)

    assert (made.low, made.high) == (low, high)


def test_labels_break_between_words_and_end_in_an_ellipsis():
    lines = wrapped("Recrutement équitable et conditions de travail décentes pour tous", 13, 150, 2)

    assert len(lines) == 2
    assert lines[1].endswith("…")
    assert all(text_width(line, 13) <= 150 for line in lines)


def test_a_sparkline_ends_in_a_dot_and_hides_from_screen_readers_without_words():
    svg = sparkline([Decimal(1), None, Decimal(3)])

    assert "<circle" in svg
    assert 'aria-hidden="true"' in svg
    assert 'role="img"' in sparkline([Decimal(1)], "monte")
    assert "<circle" not in sparkline([])


@pytest.mark.parametrize(("share", "width"), [("0.5", "80"), ("1.4", "160")])
def test_a_progress_bar_is_filled_by_its_share(share, width):
    assert f'width="{width}" height="8" rx="4" fill="#0b6e4f"' in progress_bar(Decimal(share), Decimal("0.8"))


def test_an_unknown_share_fills_nothing():
    assert "#0b6e4f" not in progress_bar(None)


def test_where_colour_means_something_an_illustrative_part_keeps_it():
    parts = (
        Series("Achevées", (Point("1", Decimal(2), illustrative=True),), "done"),
        Series("En cours", (Point("1", Decimal(3)),), "under_way"),
    )
    svg = draw(Chart("stacked", "T", "A", series=parts), "fr")

    assert "url(#" not in svg
    assert 'fill="#0b6e4f" stroke="#1b2b2a" stroke-dasharray="4 3"' in svg
    assert "valeur illustrative" in svg


def test_a_value_below_zero_stands_under_its_column():
    svg = draw(chart("columns", [Point("2019", Decimal(-300)), Point("2020", Decimal(500))]), "fr")
    heights = {
        text: float(y)
        for y, text in re.findall(r'y="([\d.]+)" font-size="12" fill="#1b2b2a"[^>]*>([^<]+)<', svg)
    }

    assert heights["−300"] > heights["500"]


@pytest.mark.parametrize("kind", ["columns", "stacked"])
def test_series_that_do_not_match_are_refused(kind):
    series = (Series("A", (Point("2019", Decimal(1)),)), Series("B", (Point("2020", Decimal(1)),)))

    with pytest.raises(UnsoundChart, match="labels differ"):
        Chart(kind, "T", "A", series=series)


def test_an_as_of_date_does_not_hide_the_number():
    points = [Point("OIM", Decimal(18000), when="2019"), Point("HCME", Decimal(20000), when="2020")]
    said = chart("range", points)

    assert "18\u202f000" in draw(said, "fr")
    assert data_table(said, "fr")[1][1] == "18\u202f000"


def test_sources_without_number_and_some_without_date_say_so():
    assert "Aucune valeur" in draw(chart("range", [Point("OIM", when="2019"), Point("HCME")]), "fr")


def test_a_long_name_at_a_line_s_end_is_shortened():
    series = tuple(
        Series("Organisation " * 12, (Point("2019", Decimal(n)), Point("2020", Decimal(2)))) for n in (1, 2)
    )

    svg = draw(Chart("line", "T", "A", series=series), "fr")

    assert "Organisation Organisation Organisation" not in svg
    assert "… 2<" in svg
