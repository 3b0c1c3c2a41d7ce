"""The few words a chart says itself, and values short enough for a mark. Plain Python, like formatting."""

from dataclasses import dataclass
from decimal import Decimal

from ..formatting import NBSP, number, unit
from .shapes import Chart

WORDS = {
    "fr": {
        "empty": "Aucune valeur n’est encore disponible.",
        "illustrative": "valeur illustrative",
        "target": "cible",
        "no_data": "pas de donnée",
        "label": "Libellé",
        "value": "Valeur",
        "date": "Date",
        "event": "Événement",
        "note": "Note",
        "source": "Source",
        "area": "Unité",
    },
    "en": {
        "empty": "No value is available yet.",
        "illustrative": "illustrative value",
        "target": "target",
        "no_data": "no data",
        "label": "Label",
        "value": "Value",
        "date": "Date",
        "event": "Event",
        "note": "Note",
        "source": "Source",
        "area": "Area",
    },
}
SCALES = {
    "fr": ((10**9, 2 * 10**9, "milliards"), (10**6, 2 * 10**6, "millions")),
    "en": ((10**9, 2 * 10**9, "billions"), (10**6, 2 * 10**6, "millions")),
}


def word(name: str, language: str) -> str:
    """A word of the chart's own, in the reader's language."""
    return WORDS.get(language, WORDS["en"])[name]


@dataclass(frozen=True)
class Measure:
    """How the values of one chart are written: divided by `factor`, under the heading `name`."""

    factor: int
    name: str
    language: str
    is_percent: bool = False

    def scaled(self, value: Decimal) -> Decimal:
        """The value in the heading's unit, to two decimals."""
        return round(value / self.factor, 2)

    def short(self, value: Decimal) -> str:
        """The value as a mark bears it: at most two decimals; the data table has it exact."""
        written = number(self.scaled(value), self.language)
        if self.is_percent:
            return f"{written}{NBSP if self.language == 'fr' else ''}%"
        return written


def measure(chart: Chart, language: str) -> Measure:
    """One scale for a whole chart: thousands stay, millions and billions move into the heading."""
    highest = max((abs(value) for value in values(chart)), default=Decimal(0))
    name = "" if chart.unit == "percent" else unit(chart.unit, language)
    for factor, least, size in SCALES.get(language, SCALES["en"]):
        if highest >= least:
            return Measure(factor, sized(name, size, language), language)
    return Measure(1, name, language, is_percent=chart.unit == "percent")


def sized(name: str, size: str, language: str) -> str:
    """« millions de personnes », “people, millions”."""
    if not name:
        return size
    return f"{size} de {name}" if language == "fr" else f"{name}, {size}"


def values(chart: Chart) -> list[Decimal]:
    """Every number of the chart, ends of spans and the target included."""
    numbers = [value for point in chart.points for value in (point.value, point.high)]
    numbers += [cell.value for cell in chart.cells] + [chart.target]
    return [value for value in numbers if value is not None]
