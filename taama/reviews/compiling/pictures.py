"""Chart cards as pictures: their values come from indicators and questions, never from the card."""

from collections.abc import Iterable, Sequence
from decimal import Decimal
from typing import Any, cast

from django.utils.translation import gettext as _

from taama.evidence.models import Document
from taama.plans.models import Activity
from taama.plans.rules import Status
from taama.web.charts import Chart, Point, Series, data_table, draw
from taama.web.charts.shapes import Kind, Tone
from taama.web.formatting import partial_date
from taama.web.languages import in_language
from taama.web.paper.model import Link, Picture, Run, Text

from ..models import ChartCard
from .answers import answers, events
from .drawing import Drawing, indicators
from .ledger import Ledger
from .over_time import cells, lines, parts_over_time

STATUS_TONES: dict[str, Tone] = {
    Status.COMPLETED: "done",
    Status.ONGOING: "under_way",
    Status.YET_TO_START: "starting",
    Status.SUSPENDED: "stalled",
    Status.CANCELLED: "no_data",
}


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
        drawing.documents.values(), key=lambda one: (drawing.publisher(one), one.published_on, one.slug)
    )
    if documents:
        yield Text(_("Sources:") + " ")
    for place, document in enumerate(documents):
        drawing.ledger.cite(document)
        yield Text("; " if place else "")
        yield document_link(drawing, document)


def document_link(drawing: Drawing, document: Document) -> Run:
    """Publisher and date, leading to the original; its card stands in the annex of sources."""
    words = drawing.publisher(document)
    if document.published_on:
        words += f" ({partial_date(document.published_on, drawing.language)})"
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
