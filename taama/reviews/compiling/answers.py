"""Charts of questions: what each source answers, the spread of a year, dated events."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence

from django.utils.translation import pgettext

from taama.evidence.models import Finding
from taama.web.charts import Point
from taama.web.formatting import partial_date, period
from taama.web.languages import in_language

from .drawing import Drawing


def answers(drawing: Drawing, findings: Sequence[Finding]) -> tuple[Point, ...]:
    """A point a finding, named after what tells them apart: place, period, or publisher."""
    by = drawing.card.data.get("by", "")
    for one in findings:
        drawing.answer(one)
    if drawing.card.kind == "range" and by == "year":
        return tuple(spreads(drawing, findings))
    name = namer(drawing, findings)
    points = [answer_point(drawing, one, name(one)) for one in findings]
    if drawing.card.kind == "bars" and len({place(one, "") for one in findings}) > 1:
        points.sort(key=lambda point: -(point.value or 0))
    return tuple(points)


def namer(drawing: Drawing, findings: Sequence[Finding]) -> Callable[[Finding], str]:
    """How the points of a chart are called."""
    kind, by, language = drawing.card.kind, drawing.card.data.get("by", ""), drawing.language

    def publisher(one: Finding) -> str:
        return drawing.publisher(one.document)

    if len({place(one, language) for one in findings}) > 1:
        return lambda one: place(one, language)
    if by == "period" or kind in {"columns", "line"}:
        return lambda one: time_of(one, language) or publisher(one)
    return publisher


def answer_point(drawing: Drawing, one: Finding, label: str) -> Point:
    """A finding as a point; its note says when, or who."""
    time, publisher = time_of(one, drawing.language), drawing.publisher(one.document)
    note = publisher if label == time else time
    if drawing.card.kind != "range" and label == publisher and time:
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


def spreads(drawing: Drawing, findings: Sequence[Finding]) -> Iterable[Point]:
    """A row a year, from the lowest to the highest value any source gives, and which sources."""
    years: dict[str, list[Finding]] = defaultdict(list)
    for one in findings:
        years[(one.period_end or one.as_of)[:4]].append(one)
    for year in sorted(years):
        group = [one for one in years[year] if one.value is not None]
        low = min(one.value for one in group if one.value is not None)
        high = max(one.value_high or one.value for one in group if one.value is not None)
        names = " · ".join(sorted({drawing.publisher(one.document) for one in group}))
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
        names = ", ".join(sorted({drawing.publisher(one.document) for one in group}))
        yield Point(event_name(drawing, group[0]), when=date, note=names, attention=len(by_date) > 1)


def event_name(drawing: Drawing, finding: Finding) -> str:
    """The card's name for the event, else the question that asks for its date."""
    labels = drawing.card.data.get("labels", {})
    question = finding.question
    return in_language(labels.get(question.code) or question.wording, drawing.language)
