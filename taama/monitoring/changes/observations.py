"""Entering, validating, refusing and correcting values: nothing is overwritten."""

from decimal import Decimal

from django.core.exceptions import ValidationError
from django.utils import timezone
from django.utils.translation import gettext as _

from taama.accounts.models import User
from taama.journal.changes import change, record
from taama.monitoring.cards import ObservationCard, ValueSource
from taama.monitoring.models import Observation
from taama.monitoring.rules import ADDS_PERIODS, ObservationStatus, may_be_validated, share_day
from taama.web.refusals import BadInput, NotAllowedNow

from .loaded import values_of


@change
def record_observation(*, card: ObservationCard, by: User) -> Observation:
    """Enter a value, to be validated by somebody else; one for what has a value already is a correction of it."""
    observation = Observation(**values_of(card), **entered(by))
    check(observation)
    if standing_or_waiting(observation):
        sentence = _("There is a value for this place, time and breakdown already. Correct that one.")
        raise NotAllowedNow("monitoring.observation.exists", sentence)
    check_overlap(observation)
    observation.save(force_insert=True)
    record("monitoring.observation.recorded", observation, by=by)
    return observation


def entered(by: User) -> dict[str, object]:
    """The fields that say who entered a value and that it waits."""
    return {"status": ObservationStatus.SUBMITTED, "recorded_at": timezone.now(), "recorded_by": by}


def standing_or_waiting(observation: Observation) -> bool:
    """Whether somebody gave a value for the same thing that was not refused."""
    same = Observation.objects.about(observation).exclude(status=ObservationStatus.REFUSED)
    return bool(same.exists())


def check_overlap(observation: Observation) -> None:
    """Where values are added or averaged, a period shared with another would count twice: refused."""
    if observation.indicator.rule not in ADDS_PERIODS:
        return
    others = Observation.objects.filter(
        indicator=observation.indicator_id,
        country=observation.country_id,
        area=observation.area_id,
        breakdown=observation.breakdown,
        contributor=observation.contributor_id,
    ).exclude(status=ObservationStatus.REFUSED)
    period = observation.time_start, observation.time_end
    if any(share_day(period, other) for other in others.values_list("time_start", "time_end")):
        sentence = _(
            "Values of this indicator are added, and this period shares days with one that has a value already."
        )
        raise NotAllowedNow("monitoring.observation.overlap", sentence)


@change
def correct_observation(
    *, observation: Observation, value: Decimal, source: ValueSource, by: User
) -> Observation:
    """Enter another value for the same thing; it supersedes the old one once it is validated."""
    if not Observation.objects.standing().filter(pk=observation.pk).exists():
        raise NotAllowedNow(
            "monitoring.observation.not_current", _("Only a value that stands can be corrected.")
        )
    names = (
        "indicator", "country", "area", "time_start", "time_end", "breakdown", "contributor", "deduplicated",
    )  # fmt: skip
    same = {name: getattr(observation, name) for name in names}
    correction = Observation(**same, **vars(source), value=value, supersedes=observation, **entered(by))
    check(correction)
    correction.save(force_insert=True)
    record("monitoring.observation.corrected", correction, by=by)
    return correction


@change
def validate_observation(*, observation: Observation, by: User) -> Observation:
    """Accept a value as published; whoever entered it may not (four eyes)."""
    locked = waiting(observation)
    if not may_be_validated(locked.recorded_by_id, by.pk):
        sentence = _("You entered this value yourself: somebody else validates it.")
        raise NotAllowedNow("monitoring.observation.four_eyes", sentence)
    standing = Observation.objects.standing().about(locked).first()
    if standing is not None and standing.pk != locked.supersedes_id:
        sentence = _("Another value for the same place and time was validated meanwhile. Correct that one.")
        raise NotAllowedNow("monitoring.observation.overtaken", sentence)
    locked.status = ObservationStatus.VALIDATED
    locked.validated_at, locked.validated_by = timezone.now(), by
    check(locked)
    locked.save(update_fields=["status", "validated_at", "validated_by"])
    record("monitoring.observation.validated", locked, by=by)
    return locked


@change
def refuse_observation(*, observation: Observation, why: str, by: User) -> Observation:
    """Refuse a value that waits, with the reason; it stays readable and is never published."""
    locked = waiting(observation)
    if not why.strip():
        raise NotAllowedNow("monitoring.observation.no_reason", _("Say why, so that others can mend it."))
    locked.status, locked.refusal = ObservationStatus.REFUSED, why.strip()
    check(locked)
    locked.save(update_fields=["status", "refusal"])
    record("monitoring.observation.refused", locked, by=by)
    return locked


def waiting(observation: Observation) -> Observation:
    """The observation, held until the change ends; refused if it does not wait for anybody."""
    locked: Observation = Observation.objects.select_for_update(of=("self",)).get(pk=observation.pk)
    if locked.status != ObservationStatus.SUBMITTED:
        sentence = _("This value was judged already: it is %(status)s.")
        status = {"status": ObservationStatus(locked.status).label}
        raise NotAllowedNow("monitoring.observation.judged_already", sentence % status)
    return locked


def check(observation: Observation) -> None:
    """Refuse what the record's own rules do not allow."""
    try:
        observation.full_clean()
    except ValidationError as error:
        raise BadInput("monitoring.observation.fields", " ".join(error.messages)) from error
