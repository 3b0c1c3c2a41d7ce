"""Chart cards as charts: their values come from indicators and questions, never from the card."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from decimal import Decimal
from typing import Any, cast

from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from taama.evidence.models import Document, Finding
from taama.monitoring.models import Indicator, Observation
from taama.places.country import country
from taama.plans.models import Activity
from taama.plans.rules import Status
from taama.web.charts import Cell, Chart, Point, Series, data_table, draw
from taama.web.charts.shapes import Kind, Tone
from taama.web.formatting import partial_date, period
from taama.web.languages import in_language
from taama.web.paper.model import Link, Picture, Run, Text

from ..models import ChartCard
from .ledger import Ledger

PART_TONES: tuple[Tone, ...] = ("done", "under_way", "starting", "stalled", "no_data")
STATUS_TONES: dict[str, Tone] = {
    Status.COMPLETED: "done",
    Status.ONGOING: "under_way",
    Status.YET_TO_START: "starting",
    Status.SUSPENDED: "stalled",
    Status.CANCELLED: "no_data",
}


@dataclass
class Drawing:
    """One chart in the making: what is drawn is frozen, and whose values they are is remembered."""

    ledger: Ledger
    card: ChartCard
    documents: dict[Any, Document] = field(default_factory=dict)
    illustrative: bool = False

    @property
    def language(self) -> str:
        """The language of the report."""
        return self.ledger.language

    def value(self, observation: Observation, indicator: Indicator) -> None:
        """Freeze a drawn observation and remember its document."""
        text = str(observation.value.normalize())
        self.freeze(text, indicator.unit, observation=observation)
        document = self.ledger.source_of(observation)
        self.illustrative = self.illustrative or observation.is_illustrative
        if document is not None:
            self.documents.setdefault(document.pk, document)

    def answer(self, finding: Finding) -> None:
        """Freeze a drawn finding and remember its document."""
        self.freeze(self.ledger.said(finding), finding.question.unit, finding=finding)
        self.documents.setdefault(finding.document.pk, finding.document)

    def freeze(
        self, text: str, unit: str, *, finding: Finding | None = None, observation: Observation | None = None
    ) -> None:
        """Keep one drawn value."""
        self.ledger.freeze(
            f"chart:{self.card.code}",
            text,
            unit,
            finding.value if finding else observation.value if observation else None,
            finding=finding.pk if finding else None,
            observation=observation.pk if observation else None,
        )


def picture(ledger: Ledger, card: ChartCard, number: int) -> Picture:
    """The card drawn from what stands now, with its sources and its data as a table."""
    drawing = Drawing(ledger, card)
    chart = chart_of(drawing)
    return Picture(
        number=number,
        caption=chart.title,
        alt=chart.alt,
        svg=draw(chart, ledger.language),
        note=tuple(note_runs(drawing)),
        data=data_table(chart, ledger.language),
        kind="map" if card.kind == "map" else "chart",
    )


def note_runs(drawing: Drawing) -> Iterable[Run]:
    """The card's note, then each document the values are from."""
    note = in_language(drawing.card.note, drawing.language)
    if note:
        yield Text(f"{note} ")
    if drawing.illustrative:
        yield Text(_("Some or all values are illustrative.") + " ")
    documents = sorted(
        drawing.documents.values(), key=lambda one: (one.publisher, one.published_on, one.slug)
    )
    if documents:
        yield Text(_("Sources:") + " ")
    for place, document in enumerate(documents):
        drawing.ledger.cite(document)
        yield Text("; " if place else "")
        yield document_link(document, drawing.language)


def document_link(document: Document, language: str) -> Run:
    """Publisher and date, leading to the original; its card stands in the annex of sources."""
    words = document.publisher
    if document.published_on:
        words += f" ({partial_date(document.published_on, language)})"
    return Link(words, document.link) if document.link else Text(words)


def chart_of(drawing: Drawing) -> Chart:
    """The chart a card describes."""
    data, kind = drawing.card.data, drawing.card.kind
    if kind == "map":
        return chart(drawing, unit_of(drawing), cells=cells(drawing))
    if kind == "timeline":
        return chart(drawing, "date", series=(Series("", events(drawing)),))
    if kind == "stacked":
        return chart(drawing, unit_of(drawing), series=parts_over_time(drawing))
    if "question" in data:
        points = answers(drawing, drawing.ledger.material.findings_on(data["question"]))
        return chart(drawing, unit_of(drawing), series=(Series("", points),))
    return chart(drawing, unit_of(drawing), series=tuple(lines(drawing)))


def chart(drawing: Drawing, unit: str, **shape: Any) -> Chart:
    """A chart with the card's words."""
    card, language = drawing.card, drawing.language
    return Chart(
        kind=cast(Kind, card.kind), title=in_language(card.title, language), alt=in_language(card.alt, language),
        unit=unit, **shape,
    )  # fmt: skip


def unit_of(drawing: Drawing) -> str:
    """The unit of the first indicator or question named."""
    data, material = drawing.card.data, drawing.ledger.material
    named = indicators(drawing)
    if named:
        return named[0].unit
    found = material.findings_on(data.get("question", ""))
    return found[0].question.unit if found else "count"


def indicators(drawing: Drawing) -> list[Indicator]:
    """The indicators a card names and the house knows."""
    data, known = drawing.card.data, drawing.ledger.material.indicators
    names = data.get("indicators") or ([data["indicator"]] if "indicator" in data else [])
    return [known[name] for name in names if name in known]


def lines(drawing: Drawing) -> Iterable[Series]:
    """One series an indicator, over the same labels."""
    found = indicators(drawing)
    many = len(found) > 1
    for indicator in found:
        name = in_language(indicator.title, drawing.language) if many else ""
        yield Series(name, tuple(over_time(drawing, indicator)))


def over_time(drawing: Drawing, indicator: Indicator) -> Iterable[Point]:
    """The country's totals in order of time."""
    for one in drawing.ledger.material.series(indicator):
        drawing.value(one, indicator)
        yield Point(
            time_label(one.time_start, one.time_end, drawing.language),
            one.value,
            illustrative=one.is_illustrative,
        )


def time_label(start: str, end: str, language: str) -> str:
    """A quarter as Q1 2022, anything else as dates are written."""
    ends = {"03-31": 1, "06-30": 2, "09-30": 3, "12-31": 4}
    quarter = ends.get(end[5:])
    first = f"{end[:4]}-{quarter * 3 - 2:02d}-01" if quarter else ""
    if quarter and start in {end, first}:
        return pgettext("quarter of a year", "Q%(quarter)d %(year)s") % {"quarter": quarter, "year": end[:4]}
    return period(start, end, language)


def parts_over_time(drawing: Drawing) -> tuple[Series, ...]:
    """A series a part of one breakdown, a point a time."""
    material, name = drawing.ledger.material, drawing.card.data.get("breakdown", "")
    found: dict[str, dict[tuple[str, str], Observation]] = defaultdict(dict)
    for indicator in indicators(drawing):
        for one in reversed(material.observations.get(indicator.pk, ())):
            if one.area_id is None and list(one.breakdown) == [name]:
                found[one.breakdown[name]][(one.time_end, one.time_start)] = one
                drawing.value(one, indicator)
    times = sorted({time for values in found.values() for time in values})
    tones = dict(zip(sorted(found), PART_TONES, strict=False))
    return tuple(
        Series(
            part_name(part), tuple(part_point(drawing, found[part], time) for time in times), tone=tones[part]
        )
        for part in sorted(found)
    )


def part_name(part: str) -> str:
    """A part of a breakdown in words, or as the data writes it."""
    names = {"female": _("women"), "male": _("men"), "in": _("entries"), "out": _("exits")}
    return names.get(part, part)


def part_point(
    drawing: Drawing, values: Mapping[tuple[str, str], Observation], time: tuple[str, str]
) -> Point:
    """One part at one time; no value where none was given."""
    label = time_label(time[1], time[0], drawing.language)
    one = values.get(time)
    return Point(label, one.value, illustrative=one.is_illustrative) if one else Point(label)


def cells(drawing: Drawing) -> tuple[Cell, ...]:
    """A tile an area of one edition and level, with its value at one time."""
    data, material = drawing.card.data, drawing.ledger.material
    edition, level = data.get("edition", country().boundary_edition), data.get("area_level", 1)
    values: dict[Any, Observation] = {}
    for indicator in indicators(drawing):
        for one in reversed(material.observations.get(indicator.pk, ())):
            if one.area_id and not one.breakdown and one.time_end.startswith(data.get("at", "")):
                values[one.area_id] = one
    tiles = [area for area in material.areas if area.edition.code == edition and area.level == level]
    for area in tiles:
        if area.pk in values:
            drawing.value(values[area.pk], indicators(drawing)[0])
    return tuple(
        Cell(
            area.tile_column,
            area.tile_row,
            area.name,
            values[area.pk].value if area.pk in values else None,
            name=area.name,
            illustrative=area.pk in values and values[area.pk].is_illustrative,
        )
        for area in tiles
        if area.tile_column is not None and area.tile_row is not None
    )


def answers(drawing: Drawing, findings: Sequence[Finding]) -> tuple[Point, ...]:
    """A point a finding, named after what tells them apart: place, period, or publisher."""
    by = drawing.card.data.get("by", "")
    for one in findings:
        drawing.answer(one)
    if drawing.card.kind == "range" and by == "year":
        return tuple(spreads(findings))
    name = namer(findings, drawing.card.kind, by, drawing.language)
    points = [
        answer_point(one, name(one), drawing.language, plain=drawing.card.kind != "range") for one in findings
    ]
    if drawing.card.kind == "bars" and len({place(one, "") for one in findings}) > 1:
        points.sort(key=lambda point: -(point.value or 0))
    return tuple(points)


def namer(findings: Sequence[Finding], kind: str, by: str, language: str) -> Callable[[Finding], str]:
    """How the points of a chart are called."""
    if len({place(one, language) for one in findings}) > 1:
        return lambda one: place(one, language)
    if by == "period" or kind in {"columns", "line"}:
        return lambda one: time_of(one, language) or one.document.publisher
    return lambda one: one.document.publisher


def answer_point(one: Finding, label: str, language: str, *, plain: bool) -> Point:
    """A finding as a point; its note says when, or who."""
    time = time_of(one, language)
    note = one.document.publisher if label == time else time
    if plain and label == one.document.publisher and time:
        label = f"{label}, {time}"
    return Point(label, one.value, one.value_high, one.qualifier, note=note)


def place(one: Finding, language: str) -> str:
    """The place a finding speaks of."""
    if one.area is not None:
        return str(one.area.name)
    return in_language(one.country.name, language) if one.country is not None else ""


def time_of(one: Finding, language: str) -> str:
    """The time a finding speaks of, with a year where it gives none."""
    if one.period_end:
        return period(one.period_start, one.period_end, language)
    return partial_date(one.as_of, language) if one.as_of else ""


def spreads(findings: Sequence[Finding]) -> Iterable[Point]:
    """A row a year, from the lowest to the highest value any source gives, and which sources."""
    years: dict[str, list[Finding]] = defaultdict(list)
    for one in findings:
        years[(one.period_end or one.as_of)[:4]].append(one)
    for year in sorted(years):
        group = [one for one in years[year] if one.value is not None]
        low = min(one.value for one in group if one.value is not None)
        high = max(one.value_high or one.value for one in group if one.value is not None)
        names = ", ".join(sorted({one.document.publisher for one in group}))
        qualifier = group[0].qualifier if len(group) == 1 else "exactly"
        label = f"{year or pgettext('date', 'undated')} – {names}"
        yield Point(label, low, high if high > low else None, qualifier, attention=high > low)


def events(drawing: Drawing) -> tuple[Point, ...]:
    """A dated event a date some source gives; two dates for one event are two, and stand out."""
    data, material = drawing.card.data, drawing.ledger.material
    names = data.get("questions") or ([data["question"]] if "question" in data else [])
    return tuple(point for name in names for point in dated(drawing, material.findings_on(name)))


def dated(drawing: Drawing, findings: Sequence[Finding]) -> Iterable[Point]:
    """The dates given for one event."""
    by_date: dict[str, list[Finding]] = defaultdict(list)
    for one in findings:
        drawing.answer(one)
        by_date[one.date_value].append(one)
    for date, group in by_date.items():
        names = ", ".join(sorted({one.document.publisher for one in group}))
        yield Point(event_name(drawing, group[0]), when=date, note=names, attention=len(by_date) > 1)


def event_name(drawing: Drawing, finding: Finding) -> str:
    """The card's name for the event, else the question that asks for its date."""
    labels = drawing.card.data.get("labels", {})
    question = finding.question
    return in_language(labels.get(question.code) or question.wording, drawing.language)


def count(activities: Sequence[Activity], status: Status) -> Decimal:
    """How many stand in this status."""
    return Decimal(sum(activity.status == status for activity in activities))


def status_chart(ledger: Ledger, number: int) -> Picture:
    """Where the activities of each objective stand, as one stacked chart."""
    rows = [(item, ledger.material.activities_for(item)) for item in ledger.material.objectives]
    series = tuple(
        Series(
            str(status.label),
            tuple(
                Point(
                    f"{item.code}. {in_language(item.short or item.title, ledger.language)}",
                    count(activities, status),
                )
                for item, activities in rows
            ),
            tone=STATUS_TONES[status],
        )
        for status in Status
    )
    drawn = Chart(
        kind="stacked",
        title=_("Activities of the plan by objective and status"),
        alt=_("Stacked bars: for each of the 23 objectives, how many activities stand in each status."),
        unit="count",
        series=series,
    )
    return Picture(
        number=number,
        caption=drawn.title,
        alt=drawn.alt,
        svg=draw(drawn, ledger.language),
        note=(Text(_("An activity that serves several objectives is counted under each of them.")),),
        data=data_table(drawn, ledger.language),
    )
