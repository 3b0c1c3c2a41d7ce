"""What an organisation answers for: its mandate, its duties now and before, its activities, what is late."""

import datetime as dt
from collections import defaultdict
from dataclasses import dataclass

from taama.partners.models import Organisation, OrganisationName

from ..models import Duty, Edition, Risk
from ..rules import Matter, Standing, Status, is_standing
from .standing import Line, lines_of, roles_in


@dataclass(frozen=True)
class Part:
    """The activities in which an organisation has one role, by state."""

    role: str
    lines: list[Line]


@dataclass(frozen=True)
class OrganisationPage:
    """All that the page of an organisation shows."""

    organisation: Organisation
    edition: Edition | None
    names: list[OrganisationName]
    mandates: list[Duty]
    indicators: list[Duty]
    former: list[Duty]
    parts: list[Part]
    states: list[tuple[Status, int]]
    late: list[Line]
    at_risk: list[Line]
    risks: list[Risk]


def organisation_page(organisation: Organisation, edition: Edition | None, on: dt.date) -> OrganisationPage:
    """An organisation's place in the plan on a day."""
    duties = duties_of(organisation, edition)
    now = [one for one in duties if is_standing(one.began_on, one.ended_on, on)]
    parts = parts_of(organisation, lines_of(edition, on) if edition else [], on)
    own = [line for part in parts if part.role == "lead" for line in part.lines]
    return OrganisationPage(
        organisation=organisation,
        edition=edition,
        names=list(organisation.names.order_by("valid_from")),
        mandates=[one for one in now if one.matter == Matter.MANDATE],
        indicators=[one for one in now if one.matter == Matter.INDICATOR],
        former=[one for one in duties if one not in now],
        parts=parts,
        states=[(state, sum(one.activity.status == state for one in own)) for state in Status],
        late=[one for one in own if one.standing == Standing.LATE],
        at_risk=[one for one in own if one.standing == Standing.AT_RISK],
        risks=owned_risks(organisation, edition),
    )


def duties_of(organisation: Organisation, edition: Edition | None) -> list[Duty]:
    """Its duties, those for activities of the edition in force alone."""
    found = Duty.objects.filter(organisation=organisation).select_related("activity", "organisation")
    return [
        one for one in found if one.activity is None or one.activity.edition_id == (edition and edition.pk)
    ]


def parts_of(organisation: Organisation, lines: list[Line], on: dt.date) -> list[Part]:
    """Its activities by role, the lead first."""
    found: dict[str, list[Line]] = defaultdict(list)
    for one in lines:
        for role, codes in roles_in(one.activity, on).items():
            if organisation.code in codes:
                found[role].append(one)
    return [
        Part(role, found[role]) for role in ("lead", "contributes", "validates", "informed") if found[role]
    ]


def owned_risks(organisation: Organisation, edition: Edition | None) -> list[Risk]:
    """Open risks it answers for."""
    found = Risk.objects.filter(owner=organisation, closed_on="", activity__edition=edition)
    return list(found.select_related("activity"))
