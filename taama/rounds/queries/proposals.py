"""Who is to be asked for what: proposed from duties, earlier rounds, frequencies and the leads of activities."""

import datetime as dt
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace

from taama.monitoring.models import Indicator, Observation
from taama.monitoring.rules import breakdown_text
from taama.partners.models import Organisation
from taama.places.country import country
from taama.places.models import Area
from taama.plans.models import Activity, Duty
from taama.plans.rules import DutyRole, Matter, Status, is_standing
from taama.rounds.cards import RequestCard
from taama.rounds.models import Request
from taama.rounds.rules import is_due
from taama.web.partial_dates import last_day

USUAL_PARTS = {"sex": ("sex=female", "sex=male"), "age": ("age=0-17", "age=18+")}


@dataclass(frozen=True)
class Custom:
    """How values of indicators were given so far: their areas and parts, in the boundaries in force."""

    areas: Mapping[object, set[Area]]
    whole: frozenset[object]
    parts: Mapping[object, set[str]]


def proposals(period_start: str, period_end: str) -> list[RequestCard]:
    """What a round of this period would ask, by organisation: due indicators, and activities under way."""
    due = [
        one
        for one in Indicator.objects.prefetch_related("activities__lead", "activities__edition")
        if is_due(one.frequency, period_start, period_end)
    ]
    named, reported, custom = named_for(last_day(period_end)), last_asked(), custom_of(due)
    cards = [
        proposal(one, whose, custom)
        for one in due
        if (whose := named.get(one.code) or reported.get(one.pk) or lead_of(one)) is not None
    ]
    return sorted([*cards, *activities_asked()], key=lambda card: card.organisation.code)


def proposal_for(
    organisation: Organisation, indicator: Indicator | None, activity: Activity | None, is_share: bool = False
) -> RequestCard:
    """One thing an organisation is asked for, an indicator by the areas and parts it was given by so far."""
    if indicator is None:
        return RequestCard(organisation, activity=activity)
    return replace(proposal(indicator, organisation, custom_of([indicator])), is_share=is_share)


def proposal(indicator: Indicator, organisation: Organisation, custom: Custom) -> RequestCard:
    """An indicator as it was given so far."""
    by_area = "area" in indicator.disaggregations
    areas = sorted(custom.areas[indicator.pk], key=lambda area: area.code) if by_area else []
    return RequestCard(
        organisation,
        indicator,
        areas=areas or (every_region() if by_area else ()),
        parts=parts_of(indicator, custom.parts[indicator.pk]),
        with_total=by_area and indicator.pk in custom.whole,
    )


def parts_of(indicator: Indicator, used: Iterable[str]) -> list[str]:
    """The total, and the parts that were given so far or are usual."""
    known = set(used)
    parts = [""]
    for name in indicator.disaggregations:
        before = sorted(part for part in known if part.startswith(f"{name}="))
        parts += before or USUAL_PARTS.get(name, ())
    return parts


def custom_of(indicators: Iterable[Indicator]) -> Custom:
    """The areas and single parts that have values."""
    areas: dict[object, set[Area]] = defaultdict(set)
    parts: dict[object, set[str]] = defaultdict(set)
    values = Observation.objects.filter(indicator__in=[one.pk for one in indicators])
    edition = country().boundary_edition
    for one in values.filter(area__edition__code=edition, area__level=1).select_related("area").order_by():
        if one.area is not None:
            areas[one.indicator_id].add(one.area)
    for indicator, breakdown in values.exclude(breakdown={}).values_list("indicator", "breakdown").order_by():
        if len(breakdown) == 1:
            parts[indicator].add(breakdown_text(breakdown))
    whole = frozenset(values.filter(area=None, breakdown={}).values_list("indicator", flat=True))
    return Custom(areas, whole, parts)


def every_region() -> list[Area]:
    """The regions of the boundaries in force."""
    return list(Area.objects.in_edition(country().boundary_edition, level=1))


def named_for(on: dt.date) -> dict[str, Organisation]:
    """Who leads each indicator by duty on a day; a duty is dated, since officers and mandates change."""
    duties = Duty.objects.filter(matter=Matter.INDICATOR, role=DutyRole.LEAD).select_related("organisation")
    return {one.indicator: one.organisation for one in duties if is_standing(one.began_on, one.ended_on, on)}


def last_asked() -> dict[object, Organisation]:
    """Who was asked for an indicator last."""
    asked = Request.objects.filter(is_dropped=False).exclude(indicator=None)
    ordered = asked.select_related("organisation").order_by("round__period_end", "round__opened_at")
    return {one.indicator_id: one.organisation for one in ordered}


def lead_of(indicator: Indicator) -> Organisation | None:
    """Who leads the first activity the indicator measures; nobody where none does."""
    tied = sorted(
        (one for one in indicator.activities.all() if one.edition.is_current), key=lambda one: one.code
    )
    return tied[0].lead if tied else None


def activities_asked() -> list[RequestCard]:
    """How far activities under way are, from those who lead them."""
    moving = Activity.objects.current().filter(status__in=(Status.ONGOING, Status.SUSPENDED))
    return [RequestCard(one.lead, activity=one) for one in moving.select_related("lead")]
