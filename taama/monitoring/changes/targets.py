"""Setting what an indicator is to reach, and by when."""

from dataclasses import dataclass
from decimal import Decimal

from django.core.exceptions import ValidationError

from taama.journal.actors import Actor
from taama.journal.changes import change, record
from taama.monitoring.models import Indicator, Observation, Target
from taama.places.models import Area
from taama.web.refusals import BadInput


@dataclass(frozen=True)
class TargetCard:
    """A value aimed at by a date, the observation it is measured from, who set it."""

    value: Decimal
    due_on: str
    baseline: Observation | None = None
    source: str = ""
    is_illustrative: bool = False
    area: Area | None = None


@change
def set_target(*, indicator: Indicator, card: TargetCard, by: Actor) -> Target:
    """Set the target for a date and a place; set again for the same, it is changed, and the journal keeps both."""
    found = Target.objects.filter(indicator=indicator, area=card.area, due_on=card.due_on).first()
    target = found or Target(indicator=indicator, area=card.area, due_on=card.due_on)
    for name in ("value", "baseline", "source", "is_illustrative"):
        setattr(target, name, getattr(card, name))
    try:
        target.full_clean()
    except ValidationError as error:
        raise BadInput("monitoring.target.fields", " ".join(error.messages)) from error
    target.save()
    record("monitoring.target.set", target, by=by)
    return target
