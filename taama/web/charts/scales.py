"""From values to places on the sheet: round steps, and straight lines between them."""

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass
from decimal import ROUND_CEILING, ROUND_FLOOR, Decimal

STEPS = (Decimal(1), Decimal(2), Decimal("2.5"), Decimal(5), Decimal(10))


@dataclass(frozen=True)
class Scale:
    """Values from `low` to `high` laid on `start` to `end`, with round ticks between."""

    low: Decimal
    high: Decimal
    start: float
    end: float
    ticks: tuple[Decimal, ...]

    def at(self, value: Decimal) -> float:
        """Where the value stands."""
        share = float((value - self.low) / (self.high - self.low))
        return self.start + share * (self.end - self.start)


def round_step(span: Decimal, wanted: int) -> Decimal:
    """The round step (1, 2, 2.5, 5, 10 …) that cuts a span into about so many parts."""
    rough = span / wanted
    size = Decimal(10) ** rough.adjusted()
    return next(step * size for step in STEPS if step * size >= rough)


def scale(
    values: Sequence[Decimal], start: float, end: float, *, from_zero: bool = True, ticks: int = 4
) -> Scale:
    """A scale over the values whose ends are round; bars must start from zero, dots need not."""
    low, high = min(values), max(values)
    if from_zero or low < 0 or high - low > high / 2:
        low, high = min(low, Decimal(0)), max(high, Decimal(0))
    if low == high:
        low, high = min(low, Decimal(0)), max(high, Decimal(0)) or Decimal(1)
    step = round_step(high - low, ticks)
    first = (low / step).to_integral_value(ROUND_FLOOR)
    last = (high / step).to_integral_value(ROUND_CEILING)
    marks = tuple(step * place for place in range(int(first), int(last) + 1))
    return Scale(marks[0], marks[-1], start, end, marks)


def years(days: Sequence[dt.date], start: float, end: float) -> Scale:
    """A scale of days whose ticks are new years."""
    first, last = min(days).year, max(days).year + 1
    step = max(1, (last - first) // 7)
    marks = tuple(Decimal(dt.date(year, 1, 1).toordinal()) for year in range(first, last + 1, step))
    high = Decimal(dt.date(last, 1, 1).toordinal())
    return Scale(marks[0], high, start, end, marks)
