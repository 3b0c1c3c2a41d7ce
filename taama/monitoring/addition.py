"""Whether values of two indicators may be added, and if not, why not. Plain words for whoever tries."""

from dataclasses import dataclass
from decimal import Decimal

from django.utils.translation import gettext as _

from .models import Indicator
from .queries import current_value
from .rules import ADDS_PERIODS, Combine


@dataclass(frozen=True)
class Addition:
    """Two newest values, their sum if there may be one, and the reasons against it."""

    one: Indicator
    other: Indicator
    total: Decimal | None
    against: tuple[str, ...]


def added(one: Indicator, other: Indicator) -> Addition:
    """The sum of the newest values for the whole country, or why there is none."""
    against = why_not_added(one, other)
    values = [current_value(one), current_value(other)]
    if not against and values[0] and values[1]:
        if (values[0].time_start, values[0].time_end) != (values[1].time_start, values[1].time_end):
            against = (_("Their newest values speak of different times."),)
        else:
            return Addition(one, other, values[0].number + values[1].number, ())
    elif not against:
        against = (_("One of them has no value yet."),)
    return Addition(one, other, None, against)


def why_not_added(one: Indicator, other: Indicator) -> tuple[str, ...]:
    """Every reason not to add them; none where nothing speaks against it."""
    reasons = []
    if one.pk == other.pk:
        reasons.append(_("They are the same indicator: it would be counted twice."))
    if one.unit != other.unit:
        reasons.append(_("They are counted in different units."))
    if one.kind != other.kind:
        reasons.append(_("One counts what is there on a day, the other what happened in a period."))
    if one.counting != other.counting:
        reasons.append(_("People come into these counts in different ways."))
    if not (makes_sums(one) and makes_sums(other)):
        reasons.append(_("A share, rate or greatest value is never added."))
    return tuple(reasons)


def makes_sums(one: Indicator) -> bool:
    """Whether values of this indicator are amounts at all."""
    return one.rule in (*ADDS_PERIODS, Combine.LATEST) and one.rule != Combine.MEAN and one.unit != "percent"
