"""Tables of a report: activities and indicators of an objective, the 23 objectives at a glance."""

from collections.abc import Iterable
from decimal import Decimal

from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from taama.compact.models import Item
from taama.monitoring.models import Indicator, Observation
from taama.monitoring.queries import IndicatorLine
from taama.places.models import Area
from taama.plans.models import Activity
from taama.plans.rules import Status
from taama.web.formatting import partial_date, quantity, unit
from taama.web.languages import in_language
from taama.web.paper.model import SIGN, Run, Runs, Table, Text

from .ledger import WRITTEN_OUT, Ledger
from .over_time import time_label

NOTHING: Runs = (Text("–"),)


def activities_table(ledger: Ledger, objective: Item, number: int) -> Table:
    """The activities of the plan that serve an objective."""
    activities = ledger.material.activities_for(objective)
    made_up = any(activity.is_illustrative for activity in activities)
    return Table(
        number=number,
        caption=_("Objective %(number)s: activities of the plan") % {"number": objective.code},
        columns=(_("Activity"), _("Lead"), _("Where"), _("Period"), _("Status"), _("Milestones")),
        rows=tuple(activity_row(ledger, activity) for activity in activities) or none_row(6),
        note=(Text(_("%(sign)s Illustrative activity.") % {"sign": SIGN}),) if made_up else (),
    )


def none_row(width: int) -> tuple[tuple[Runs, ...], ...]:
    """One row that says there is nothing."""
    return (((Text(_("None")),), *(NOTHING,) * (width - 1)),)


def activity_row(ledger: Ledger, activity: Activity) -> tuple[Runs, ...]:
    """An activity: its title with source or mark, who, where, when, how far."""
    language = ledger.language
    return (
        tuple(activity_title(ledger, activity)),
        (Text(activity.lead.acronym or in_language(activity.lead.name, language)),),
        (Text(areas_said(list(activity.areas.all()))),),
        (Text(years(activity)),),
        (Text(str(Status(activity.status).label)),),
        (Text(milestones_said(activity)),),
    )


def activity_title(ledger: Ledger, activity: Activity) -> Iterable[Run]:
    """The title, with the note of its source, or the mark of what is made up."""
    title = in_language(activity.title, ledger.language)
    yield Text(f"{title}\u00a0{SIGN}" if activity.is_illustrative else title)
    citation = ledger.material.citations.get(activity.citation.code) if activity.citation else None
    if citation is not None:
        yield ledger.citation(citation)


def areas_said(areas: list[Area]) -> str:
    """Names of areas; the country by its own name; many as a count."""
    names = [area.name for area in sorted(areas, key=lambda area: area.code)]
    if len(names) > 3:
        return _("%(count)d areas") % {"count": len(names)}
    return ", ".join(names) or _("whole country")


def years(activity: Activity) -> str:
    """From which year to which."""
    first, last = activity.starts_on[:4], activity.ends_on[:4]
    return first if first == last or not last else f"{first}–{last}"


def milestones_said(activity: Activity) -> str:
    """How many are reached of how many."""
    milestones = list(activity.milestones.all())
    reached = sum(bool(one.reached_on) for one in milestones)
    return _("%(reached)d of %(all)d") % {"reached": reached, "all": len(milestones)} if milestones else "–"


def indicators_table(ledger: Ledger, objective: Item, number: int) -> Table:
    """The indicators of an objective, each value with its source."""
    indicators = ledger.material.indicators_for(objective)
    return Table(
        number=number,
        caption=_("Objective %(number)s: indicators") % {"number": objective.code},
        columns=(
            _("Indicator"),
            _("Baseline"),
            _("Latest value"),
            _("Date"),
            _("Target"),
            pgettext("towards a target", "Way done"),
        ),
        rows=tuple(indicator_row(ledger, indicator) for indicator in indicators) or none_row(6),
        numeric_columns=(1, 2, 4, 5),
    )


def indicator_row(ledger: Ledger, indicator: Indicator) -> tuple[Runs, ...]:
    """An indicator: where it began, where it is, where it should be."""
    line = ledger.material.lines[indicator.pk]
    target = line.target
    current = ledger.material.observation(indicator)
    baseline = ledger.material.baseline(line)
    return (
        (Text(titled_with_unit(indicator, ledger.language)),),
        tuple(value_runs(ledger, baseline, indicator)) or NOTHING,
        tuple(value_runs(ledger, current, indicator)) or (Text(_("no value")),),
        (Text(told_of(current, ledger.language)),) if current else NOTHING,
        (
            (ledger.target(target, indicator), Text(f" ({partial_date(target.due_on[:4], ledger.language)})"))
            if target
            else NOTHING
        ),
        (Text(way_done(line, ledger.language) or "–"),),
    )


def titled_with_unit(indicator: Indicator, language: str) -> str:
    """The title, with the unit its row counts in where the values do not bear it themselves."""
    title = in_language(indicator.title, language)
    name = "" if indicator.unit in WRITTEN_OUT else unit(indicator.unit, language)
    return f"{title} ({name})" if name else title


def told_of(observation: Observation, language: str) -> str:
    """The month of a stock, the quarter or period of a flow."""
    if observation.time_start == observation.time_end:
        return partial_date(observation.time_end[:7], language)
    return time_label(observation.time_start, observation.time_end, language)


def way_done(line: IndicatorLine, language: str) -> str:
    """How much of the way from baseline to target is done, with the mark of what is made up."""
    if line.share is None or line.target is None:
        return ""
    said = quantity(Decimal(round(line.share * 100)), "percent", language)
    return f"{said}{SIGN}" if line.target.is_illustrative else said


def value_runs(ledger: Ledger, observation: Observation | None, indicator: Indicator) -> Iterable[Run]:
    """A value with its source; nothing where there is none: what is missing is not zero."""
    if observation is not None:
        reference = f"table:indicators:{indicator.code}"
        yield ledger.observation(observation, indicator, reference, bare=True)


def overview_table(ledger: Ledger, number: int) -> Table:
    """The objectives at a glance: status, activities, indicators."""
    material = ledger.material
    rows = []
    for item in material.objectives:
        standing, found = material.standings[item.pk]
        title = in_language(item.short or item.title, ledger.language)
        cells = (
            f"{item.code}. {title}",
            str(found.label),
            str(standing.activities),
            str(standing.completed),
            f"{standing.indicators_with_data}/{standing.indicators}",
            f"{standing.targets_met}/{standing.targets}",
        )
        rows.append(tuple((Text(cell),) for cell in cells))
    return Table(
        number=number,
        caption=_("The 23 objectives at a glance"),
        columns=(
            _("Objective"),
            _("Status"),
            _("Activities"),
            _("Completed"),
            _("Indicators with a value"),
            _("Targets met"),
        ),
        rows=tuple(rows),
        numeric_columns=(2, 3, 4, 5),
    )
