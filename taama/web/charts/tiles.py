"""A map of tiles: one a region, roughly where it lies. Needs no boundary file, and prints."""

from decimal import Decimal

from .shapes import Cell
from .sheet import GRID, INK, MUTED, PAPER, SMALL, Sheet, box, dashed_box, element, words
from .text_width import shortened, text_width
from .words import Measure, word

STEPS = (("#e3efe9", INK), ("#b5d6c7", INK), ("#79b49b", INK), ("#2f8666", PAPER), ("#07503a", PAPER))
GAP = 4
LARGEST = 92


def tiles(sheet: Sheet) -> None:
    """The tiles with label and value, then the key."""
    cells = sheet.chart.cells
    first, last = min(cell.column for cell in cells), max(cell.column for cell in cells)
    upper, lower = min(cell.row for cell in cells), max(cell.row for cell in cells)
    wide = min(LARGEST, sheet.width / (last - first + 1))
    tall = min(wide * 0.62, 52)
    left = (sheet.width - wide * (last - first + 1)) / 2
    sheet.heading()
    steps = step_of(cells)
    for cell in cells:
        x, y = left + (cell.column - first) * wide, sheet.top + (cell.row - upper) * tall
        tile(sheet, cell, (x, y, wide - GAP, tall - GAP), steps.get(cell))
    sheet.top += (lower - upper + 1) * tall + 14
    sheet.key(key_entries(cells, steps, sheet.measure, sheet.language))


def step_of(cells: tuple[Cell, ...]) -> dict[Cell, int]:
    """The colour step of each cell with a value; steps hold about as many values each."""
    known = sorted({cell.value for cell in cells if cell.value is not None})
    count = min(len(STEPS), len(known))
    place = {value: index * count // len(known) for index, value in enumerate(known)}
    spread = {step: step * (len(STEPS) - 1) // max(count - 1, 1) for step in range(count)}
    return {cell: spread[place[cell.value]] for cell in cells if cell.value is not None}


def tile(sheet: Sheet, cell: Cell, frame: tuple[float, float, float, float], step: int | None) -> None:
    """One tile; dashed where its value is illustrative, an outline where it has none."""
    x, y, width, height = frame
    fill, ink = STEPS[step] if step is not None else (PAPER, MUTED)
    value = word("no_data", sheet.language) if cell.value is None else sheet.measure.short(cell.value)
    shape = box(x, y, width, height, fill=fill, radius=4)
    if cell.value is None:
        shape = box(x + 0.5, y + 0.5, width - 1, height - 1, fill=PAPER, radius=4, stroke=GRID)
    elif cell.illustrative:
        shape = dashed_box(x + 1, y + 1, width - 2, height - 2, fill, 4)
    middle = x + width / 2
    size = 11 if text_width(cell.label, SMALL) > width - 8 else SMALL
    label = words(
        middle,
        y + height / 2 - 3,
        shortened(cell.label, size, width - 6),
        size=size,
        fill=ink,
        anchor="middle",
    )
    number = words(
        middle,
        y + height / 2 + 14,
        shortened(value, SMALL, width - 2),
        size=SMALL,
        fill=ink,
        anchor="middle",
        bold=cell.value is not None,
    )
    sheet.add(element("g", element("title", title(cell, value)) + shape + label + number))


def title(cell: Cell, value: str) -> str:
    """The whole name and the value, for pointer and screen reader."""
    name = (cell.name or cell.label).replace("&", "&amp;").replace("<", "&lt;")
    return f"{name}: {value}"


def key_entries(
    cells: tuple[Cell, ...], steps: dict[Cell, int], measure: Measure, language: str
) -> list[tuple[str, str]]:
    """A swatch a step with the lowest and highest value in it."""
    entries = []
    for step in sorted(set(steps.values())):
        inside = [cell.value or Decimal(0) for cell in cells if steps.get(cell) == step]
        low, high = measure.short(min(inside)), measure.short(max(inside))
        entries.append((STEPS[step][0], low if low == high else f"{low} – {high}"))
    if any(cell.value is None for cell in cells):
        entries.append((PAPER, word("no_data", language)))
    return entries
