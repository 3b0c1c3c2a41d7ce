"""An observation in words: its value with the hedge of the finding behind it, its breakdown."""

import re
from collections.abc import Mapping

from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from taama.evidence.models import Finding
from taama.web import formatting

from .models import Observation
from .rollup import Why
from .rules import Combine

YEARS = re.compile(r"(\d+)(?:-(\d+)|\+)")


def value_in_words(one: Observation, language: str) -> str:
    """« plus de 34 200 personnes » where the source hedges, else the bare value with its unit."""
    return hedged(one, one.indicator.unit, language)


def number_in_words(one: Observation, language: str) -> str:
    """« plus de 34 200 », without the unit."""
    return hedged(one, "count", language)


def hedged(one: Observation, unit: str, language: str) -> str:
    """The value as its source hedges it."""
    if one.value is None:
        return str(one.get_answer_display())
    finding = hedged_by(one)
    if finding is None:
        return formatting.quantity(one.number, unit, language)
    return formatting.qualified(one.number, unit, language, finding.qualifier, finding.value_high)


def hedged_by(one: Observation) -> Finding | None:
    """The finding whose words the value repeats; none where the value was worked out from it."""
    finding = one.finding
    return finding if finding and finding.value == one.value else None


def breakdown_name(name: str) -> str:
    """What a value is broken down by, in words; a name we do not know stays as it is written."""
    known = {
        "sex": pgettext("breakdown", "Sex"),
        "age": pgettext("breakdown", "Age"),
        "direction": pgettext("breakdown", "Direction"),
        "area": pgettext("breakdown", "Region"),
    }
    return known.get(name, name)


def part_name(part: str) -> str:
    """One part of a breakdown in words; a part we do not know stays as it is written."""
    known = {
        "female": _("women and girls"),
        "male": _("men and boys"),
        "in": _("entries"),
        "out": _("exits"),
    }
    return known.get(part) or years_in_words(part) or part


def years_in_words(part: str) -> str:
    """« 0 à 17 ans », « 18 ans et plus »; nothing for what is no span of years."""
    found = YEARS.fullmatch(part)
    if not found:
        return ""
    low, high = found.groups()
    if high is None:
        return _("%(low)s years and over") % {"low": low}
    return _("%(low)s to %(high)s years") % {"low": low, "high": high}


def breakdown_in_words(breakdown: Mapping[str, str]) -> str:
    """« femmes et filles, 0 à 17 ans »."""
    return ", ".join(part_name(breakdown[name]) for name in sorted(breakdown, reverse=True))


def rule_in_words(rule: str) -> str:
    """How values make one, printed beside the figure."""
    return {
        Combine.LATEST: _("Of each place the newest value; places are added, periods never."),
        Combine.SUM: _("All values of places and periods are added, each person or event once."),
        Combine.MEAN: _("The mean of all values; never a mean of means."),
        Combine.WEIGHTED_MEAN: _("The mean of all values, each with its weight."),
        Combine.RATIO: _("The sum of what is above the line, divided by the sum of what is below it."),
        Combine.MAXIMUM: _("The greatest of all values."),
        Combine.DISTINCT: _("Lists of persons that may overlap: between the longest list and their sum."),
    }[Combine(rule)]


def why_in_words(why: str) -> str:
    """Why a value is not in a figure."""
    return {
        Why.NOT_APPLICABLE: _("The question does not apply there."),
        Why.WITHHELD: _("The value is withheld."),
        Why.ELSEWHERE: _("It speaks of another place, time or people."),
        Why.OLDER: _("A newer value of the same stands."),
        Why.COUNTED: _("It is counted already, inside this value:"),
        Why.NO_WEIGHT: _("Its weight or denominator is not known."),
        Why.OTHER_BOUNDARIES: _(
            "Its area belongs to other boundaries, and how it lies in these is not settled."
        ),
        Why.OTHER_METHOD: _("It was measured by another method."),
        Why.NOT_ADDED: _("A share or rate of a part makes no total."),
    }[Why(why)]
