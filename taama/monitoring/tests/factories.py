"""Small invented indicators and values."""

from decimal import Decimal

from taama.compact.queries import objective
from taama.journal.changes import open_change, record
from taama.monitoring.cards import ObservationCard, ValueSource
from taama.monitoring.changes import TargetCard, record_observation, set_target, validate_observation
from taama.monitoring.models import Indicator, Observation, Target
from taama.places.models import Area, BoundaryEdition, Country
from taama.plans.tests.factories import both
from tests.cast import STAGE, Cast


def mali() -> Country:
    """The country of all tests."""
    with open_change():
        made, _ = Country.objects.get_or_create(iso3="MLI", iso2="ML", defaults={"name": both("Mali")})
        record("tests.prepared", made, by=STAGE)
    return made


def area(code: str = "ML07", edition: str = "mli-2023") -> Area:
    """An area of an edition."""
    with open_change():
        held, _ = BoundaryEdition.objects.get_or_create(
            code=edition,
            defaults={
                "country": mali(),
                "name": both(edition),
                "valid_from": edition[-4:],
                "source": "tests",
            },
        )
        made, _ = Area.objects.get_or_create(edition=held, code=code, defaults={"level": 1, "name": code})
        record("tests.prepared", made, by=STAGE)
    return made


def indicator(code: str = "jobs", *, numbers: tuple[int, ...] = (), **fields) -> Indicator:
    """An invented indicator, tied to these objectives."""
    values = {"title": both(code), "unit": "persons", "kind": "flow", "direction": "up"} | fields
    with open_change():
        made = Indicator(code=code, **values)
        made.full_clean()
        made.save()
        made.objectives.set([objective(number) for number in numbers])
        record("monitoring.indicators.loaded", made, by=STAGE)
    return made


def card(of: Indicator, value: str | int, time: str = "2024", **fields) -> ObservationCard:
    """A value for the whole country and a time (`2024`, or `2024-01/2024-03`), illustrative."""
    start, _, end = time.partition("/")
    given = {"country": mali(), "source": ValueSource(is_illustrative=True)} | fields
    return ObservationCard(
        indicator=of, value=Decimal(value), time_start=start, time_end=end or start, **given
    )


def waiting(of: Indicator, value: str | int, time: str = "2024", *, cast: Cast, **fields) -> Observation:
    """A value entered by the focal point."""
    return record_observation(card=card(of, value, time, **fields), by=cast.focal_point)


def observation(of: Indicator, value: str | int, time: str = "2024", *, cast: Cast, **fields) -> Observation:
    """A value entered by the focal point and validated."""
    return validate_observation(observation=waiting(of, value, time, cast=cast, **fields), by=cast.validator)


def target(
    of: Indicator, value: str | int, baseline: Observation | None = None, due_on: str = "2027"
) -> Target:
    """An illustrative target."""
    return set_target(
        indicator=of, card=TargetCard(Decimal(value), due_on, baseline, is_illustrative=True), by=STAGE
    )
