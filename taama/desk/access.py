"""Who may read a value before it is validated, which pages are open to whom."""

import uuid
from dataclasses import dataclass
from typing import Any

from django.http import Http404
from django.urls import reverse
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from taama.accounts.roles import Role
from taama.evidence.models import Finding
from taama.evidence.queries import finding_by_code
from taama.monitoring.models import Observation
from taama.monitoring.rules import ObservationStatus
from taama.places.models import Area
from taama.web.audience import address_open_to

# The Monday sheet names who is late: it is for the coordination and the ministry, not for those it names.
MONDAY = (Role.COORDINATOR, Role.VALIDATOR, Role.EVIDENCE_OFFICER, Role.REVIEWER, Role.AUDITOR)


def finding_to_read(code: str) -> Finding:
    """The finding with its source: everyone may read it, with what was judged of it."""
    found = finding_by_code(code)
    if found is None:
        raise Http404(code)
    return found


def observation_to_read(user: Any, pk: uuid.UUID) -> Observation:
    """The observation with its source; the public sees validated ones only."""
    observations = Observation.objects.select_related(
        "indicator",
        "country",
        "area__edition",
        "organisation",
        "document",
        "finding",
        "recorded_by",
        "validated_by",
    )
    if not user.is_authenticated:
        observations = observations.filter(status=ObservationStatus.VALIDATED)
    found: Observation | None = observations.filter(pk=pk).first()
    if found is None:
        raise Http404(str(pk))
    return found


def area_to_read(edition: str, code: str) -> Area:
    """An area by its code and boundary edition, or not found; everyone may read it."""
    found: Area | None = (
        Area.objects.select_related("edition", "parent").filter(edition__code=edition, code=code).first()
    )
    if found is None:
        raise Http404(f"{edition}:{code}")
    return found


@dataclass(frozen=True)
class Door:
    """A thing one may do: the page that does it, and the page from which one gets there."""

    label: str | Promise
    page: str
    arguments: tuple[str, ...]
    entrance: str


DOORS = (
    Door(_("Add documents"), "evidence:document-add", (), "evidence:document-add"),
    Door(_("Judge suggestions"), "suggestions:queue", (), "suggestions:queue"),
    Door(_("Cite a passage"), "evidence:cite", ("any",), "evidence:documents"),
    Door(_("Enter a value"), "monitoring:observation-add", ("any",), "monitoring:indicators"),
    Door(_("Edit an activity"), "plans:activity-edit", ("any",), "plans:plan"),
    Door(_("Write a section"), "reviews:section-edit", ("any", "any"), "reviews:reviews"),
    Door(_("Compile the review"), "reviews:compile", ("any",), "reviews:reviews"),
)


def doors_open_to(user: Any) -> list[tuple[str, str]]:
    """Label and address of what this person may do, asked of the audience of the page that does it."""
    return [
        (str(door.label), reverse(door.entrance))
        for door in DOORS
        if address_open_to(user, door.page, *door.arguments)
    ]


def observation_doors(user: Any, observation: Observation) -> dict[str, str]:
    """Addresses for judging a value that waits, or correcting one that stands; empty for those who may not."""
    waits = observation.status == ObservationStatus.SUBMITTED
    page = "monitoring:observation-judge" if waits else "monitoring:observation-correct"
    address = address_open_to(user, page, observation.indicator.code, str(observation.pk))
    return {"judge": address if waits else "", "correct": "" if waits else address}
