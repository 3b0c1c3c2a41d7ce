"""Money of a plan: three stages never added together, and conversion by dated rates alone. Plain Python."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal, localcontext

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _

from taama.web.partial_dates import first_day, last_day

CURRENCIES = ("XOF", "EUR", "USD")
WHOLE = frozenset({"XOF"})  # currencies without a smaller coin
DIGITS = 50


class Stage(TextChoices):
    """How far an amount is: the three are never added together."""

    PLANNED = "planned", _("planned")
    COMMITTED = "committed", _("committed")
    SPENT = "spent", _("spent")


@dataclass(frozen=True)
class DatedRate:
    """One unit of `currency` was worth `value` of `quote`, from a day to a day."""

    currency: str
    quote: str
    value: Decimal
    valid_from: str
    valid_to: str = ""
    source: str = ""
    is_illustrative: bool = False

    def covers(self, year: int) -> bool:
        """Whether it holds through the whole of a year."""
        begins = first_day(self.valid_from) <= first_day(str(year))
        return begins and (not self.valid_to or last_day(self.valid_to) >= last_day(str(year)))


@dataclass(frozen=True)
class Amount:
    """Money of one year at one stage."""

    value: Decimal
    currency: str
    year: int
    stage: str
    is_illustrative: bool = False


@dataclass(frozen=True)
class Total:
    """A sum in one currency, the rates it took, and the amounts no rate could bring in."""

    value: Decimal
    currency: str
    used: tuple[DatedRate, ...] = ()
    missing: tuple[Amount, ...] = ()
    count: int = 0
    is_illustrative: bool = False
    stage: str = ""

    @property
    def stage_label(self) -> str:
        """Its stage in words."""
        return str(Stage(self.stage).label) if self.stage else ""

    @property
    def is_complete(self) -> bool:
        """Whether every amount is in it."""
        return not self.missing


def converted(
    amount: Amount, into: str, rates: Sequence[DatedRate]
) -> tuple[Decimal, list[DatedRate]] | None:
    """(value, rates used) of an amount in another currency; None where no rate covers its year."""
    if amount.currency == into:
        return amount.value, []
    direct = rate_between(amount.currency, into, amount.year, rates)
    if direct:
        return exchanged(amount.value, amount.currency, direct), [direct]
    for middle in sorted({rate.quote for rate in rates} | {rate.currency for rate in rates}):
        first = rate_between(amount.currency, middle, amount.year, rates)
        second = rate_between(middle, into, amount.year, rates)
        if first and second:
            halfway = exchanged(amount.value, amount.currency, first)
            return exchanged(halfway, middle, second), [first, second]
    return None


def rate_between(one: str, other: str, year: int, rates: Sequence[DatedRate]) -> DatedRate | None:
    """The rate between two currencies that covers a year, whichever way it is quoted; the newest of several."""
    found = [rate for rate in rates if {rate.currency, rate.quote} == {one, other} and rate.covers(year)]
    return max(found, key=lambda rate: rate.valid_from, default=None)


def exchanged(value: Decimal, currency: str, rate: DatedRate) -> Decimal:
    """A value of one side of a rate as one of the other, with many digits kept."""
    with localcontext() as context:
        context.prec = DIGITS
        return value * rate.value if currency == rate.currency else value / rate.value


def total_of(amounts: Iterable[Amount], into: str, rates: Sequence[DatedRate]) -> Total:
    """The sum of amounts of one stage in one currency; what has no rate is left out and named."""
    given = list(amounts)
    if len({amount.stage for amount in given}) > 1:
        raise ValueError("amounts of different stages are never added together")
    value, used, missing = Decimal(0), set(), []
    for amount in given:
        found = converted(amount, into, rates)
        if found is None:
            missing.append(amount)
            continue
        value += found[0]
        used.update(found[1])
    ordered = sorted(used, key=lambda rate: (rate.currency, rate.quote, rate.valid_from))
    marked = any(amount.is_illustrative for amount in given) or any(rate.is_illustrative for rate in ordered)
    return Total(
        rounded(value, into),
        into,
        tuple(ordered),
        tuple(missing),
        len(given),
        marked,
        given[0].stage if given else "",
    )


def rounded(value: Decimal, currency: str) -> Decimal:
    """A value to the currency's smallest coin."""
    return value.quantize(Decimal(1) if currency in WHOLE else Decimal("0.01"), ROUND_HALF_UP)
