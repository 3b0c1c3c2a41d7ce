"""Money of the plan in one currency: by stage, never across stages; the rates used, and what no rate covers."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from taama.compact.models import Item
from taama.compact.queries import objectives
from taama.partners.models import Organisation
from taama.places.country import country

from ..models import Activity, BudgetLine, Edition, Rate
from ..rules import Amount, DatedRate, Stage, Total, total_of
from ..rules.money import CURRENCIES


@dataclass(frozen=True)
class MoneyRow:
    """Totals of one funder, objective, year or activity, a total a stage."""

    key: Any
    totals: tuple[Total, ...]

    @property
    def planned(self) -> Total:
        """What is planned."""
        return self.totals[0]


@dataclass(frozen=True)
class MoneyPage:
    """All that the page of money shows."""

    edition: Edition
    into: str
    by: str
    rows: list[MoneyRow]
    all: MoneyRow
    used: list[DatedRate]
    missing: list[Amount]
    rates: list[Rate]
    is_overlapping: bool


@dataclass(frozen=True)
class ActivityMoney:
    """The lines of one activity and their totals; `differs` is what the plan says where it says otherwise."""

    lines: list[BudgetLine]
    all: MoneyRow
    used: list[DatedRate]
    missing: list[Amount]
    differs: Decimal | None


@dataclass(frozen=True)
class FunderPage:
    """What one funder gives, by activity and by year."""

    funder: Organisation | None
    edition: Edition
    into: str
    by_activity: list[MoneyRow]
    by_year: list[MoneyRow]
    all: MoneyRow
    used: list[DatedRate]
    missing: list[Amount]


def dated_rates() -> list[DatedRate]:
    """Every rate there is."""
    return [rate.dated() for rate in Rate.objects.all()]


def lines_in(edition: Edition) -> list[BudgetLine]:
    """Every budget line of an edition, with its activity, what it serves and its funder."""
    found = BudgetLine.objects.filter(activity__edition=edition).select_related("activity__lead", "funder")
    return list(found.prefetch_related("activity__serves").order_by("year", "activity__code"))


def currency_of(asked: str) -> str:
    """The currency asked for, else the country's own."""
    return asked if asked in CURRENCIES else country().currency


def money_page(edition: Edition, by: str, into: str) -> MoneyPage:
    """Totals of an edition by funder, objective or year."""
    lines, rates = lines_in(edition), dated_rates()
    keys: dict[str, Callable[[BudgetLine], Iterable[Any]]] = {
        "funder": lambda line: [line.funder],
        "objective": lambda line: sorted(objectives_of(line.activity)),
        "year": lambda line: [line.year],
    }
    by = by if by in keys else "funder"
    rows = rows_by(lines, keys[by], into, rates)
    everything = row("", lines, into, rates)
    used, missing = footing(everything)
    return MoneyPage(
        edition, into, by, with_items(rows) if by == "objective" else ordered(rows), everything, used, missing,
        list(Rate.objects.all()), by == "objective",
    )  # fmt: skip


def objectives_of(activity: Activity) -> set[str]:
    """Numbers of the objectives it serves."""
    return {item.code.partition("(")[0] for item in activity.serves.all()}


def rows_by(
    lines: Iterable[BudgetLine],
    key: Callable[[BudgetLine], Iterable[Any]],
    into: str,
    rates: Sequence[DatedRate],
) -> list[MoneyRow]:
    """A row a key; a line counts under each key it has."""
    found: dict[Any, list[BudgetLine]] = defaultdict(list)
    for line in lines:
        for one in key(line):
            found[one].append(line)
    return [row(one, some, into, rates) for one, some in found.items()]


def row(key: Any, lines: Iterable[BudgetLine], into: str, rates: Sequence[DatedRate]) -> MoneyRow:
    """A total a stage."""
    given = [Amount(one.amount, one.currency, one.year, one.stage, one.is_illustrative) for one in lines]
    return MoneyRow(
        key, tuple(total_of([one for one in given if one.stage == stage], into, rates) for stage in Stage)
    )


def ordered(rows: list[MoneyRow]) -> list[MoneyRow]:
    """Years in order; organisations by what they plan, nobody last."""
    return sorted(
        rows,
        key=lambda one: (one.key is None, one.key if isinstance(one.key, int) else -one.planned.value),
    )


def with_items(rows: list[MoneyRow]) -> list[MoneyRow]:
    """Rows of objectives in the Compact's order, numbers replaced by the objectives themselves."""
    known: dict[str, Item] = {item.code: item for item in objectives()}
    by_code = {one.key: one for one in rows}
    return [MoneyRow(item, by_code[code].totals) for code, item in known.items() if code in by_code]


def footing(everything: MoneyRow) -> tuple[list[DatedRate], list[Amount]]:
    """The rates that went into any total, and the amounts that went into none."""
    used = {rate for total in everything.totals for rate in total.used}
    missing = [amount for total in everything.totals for amount in total.missing]
    return sorted(used, key=lambda rate: (rate.currency, rate.valid_from)), missing


def activity_money(activity: Activity) -> ActivityMoney:
    """The budget of one activity in the country's currency, held against the amount the plan names."""
    lines, rates = list(activity.budget_lines.select_related("funder")), dated_rates()
    into = activity.currency if activity.currency in CURRENCIES else country().currency
    everything = row("", lines, into, rates)
    used, missing = footing(everything)
    says, planned = activity.planned_amount, everything.planned
    differs = (
        says if says is not None and planned.count and planned.is_complete and planned.value != says else None
    )
    return ActivityMoney(lines, everything, used, missing, differs)


def funder_page(edition: Edition, funder: Organisation | None, into: str) -> FunderPage:
    """What one funder gives; None is what nobody gives yet."""
    lines = [one for one in lines_in(edition) if one.funder == funder]
    rates = dated_rates()
    everything = row("", lines, into, rates)
    used, missing = footing(everything)
    by_activity = rows_by(lines, lambda line: [line.activity], into, rates)
    return FunderPage(
        funder, edition, into, sorted(by_activity, key=lambda one: -one.planned.value),
        ordered(rows_by(lines, lambda line: [line.year], into, rates)), everything, used, missing,
    )  # fmt: skip
