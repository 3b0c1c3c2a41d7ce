"""The Monday sheet: what moved since last Monday, what is late, who owes what, what the next date needs."""

import datetime as dt
import uuid
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Generic, TypeVar

from django.utils import timezone

from taama.accounts.models import User
from taama.accounts.queries import people_holding
from taama.accounts.roles import Role
from taama.evidence.models import Verdict
from taama.evidence.queries import conflicts
from taama.evidence.vocabularies import Judgement
from taama.journal.queries import latest_entries
from taama.monitoring.models import Observation
from taama.monitoring.rules import ObservationStatus, Progress
from taama.partners.models import Organisation
from taama.plans.models import Activity, Milestone
from taama.plans.queries import late_milestones
from taama.rounds.queries import open_rounds, round_page
from taama.web.fields import language_codes

from ..access import MONDAY
from ..calendar import Event, events_ahead
from ..models import Subscription
from ..rules import monday_of
from .overview import OverviewRow, overview_rows
from .work import sections_without_text

SHOWN = 5
OWING = 6
AHEAD = 3


T = TypeVar("T")


@dataclass(frozen=True)
class Few(Generic[T]):
    """The first of many, and how many more there are."""

    shown: list[T]
    total: int

    @property
    def rest(self) -> int:
        """How many are not shown."""
        return self.total - len(self.shown)


@dataclass(frozen=True)
class Owing:
    """What an organisation owes: milestones past their day, answers of open rounds, the nearest deadline."""

    organisation: Organisation
    milestones: int
    answers: int
    deadline: dt.datetime | None
    is_late: bool


@dataclass(frozen=True)
class Need:
    """Something to have ready, and how much of it is missing."""

    kind: str
    missing: int


@dataclass(frozen=True)
class Ahead:
    """An international date with what it needs."""

    event: Event
    days: int | None
    needs: list[Need]


@dataclass(frozen=True)
class MondaySheet:
    """All that the sheet says; `since` is the Monday it looks back to, `week` the one it is of."""

    on: dt.date
    week: dt.date
    since: dt.date
    tally: list[tuple[Progress, int]]
    values: Few[Observation]
    states: list[Activity]
    milestones: int
    accepted: int
    late: Few[Milestone]
    owing: Few[Owing]
    ahead: list[Ahead]
    is_illustrative: bool

    @property
    def is_still(self) -> bool:
        """Whether nothing moved."""
        return not (self.values.total or self.states or self.milestones or self.accepted)


def monday_sheet(on: dt.date, now: dt.datetime) -> MondaySheet:
    """The sheet of the week of a day; a fixed number of queries for each open round."""
    week = monday_of(on)
    since = week - dt.timedelta(days=7)
    begun = timezone.make_aware(dt.datetime.combine(since, dt.time.min))
    rows, late, values = overview_rows(on), late_milestones(on), values_since(begun)
    counted = Counter(row.progress for row in rows)
    states = states_since(begun)
    return MondaySheet(
        on=on,
        week=week,
        since=since,
        tally=[(progress, counted[progress]) for progress in Progress if counted[progress]],
        values=values,
        states=states,
        milestones=latest_entries(("plans.milestone.reached",)).filter(at__gte=begun).count(),
        accepted=Verdict.objects.filter(judgement=Judgement.ACCEPTED, at__gte=begun).count(),
        late=few(late, SHOWN),
        owing=few(owing(late, now), OWING),
        ahead=ahead(rows, on),
        is_illustrative=any(one.is_illustrative for one in values.shown)
        or any(one.is_illustrative for one in states),
    )


def few(found: list[T], limit: int) -> Few[T]:
    """The first of these."""
    return Few(found[:limit], len(found))


def values_since(moment: dt.datetime) -> Few[Observation]:
    """Values validated since, those for the whole country first, the newest of each indicator only."""
    found = Observation.objects.standing().filter(
        status=ObservationStatus.VALIDATED, validated_at__gte=moment, value__isnull=False
    )
    whole = found.whole().newest_first().with_source()[: SHOWN * 20]
    newest: dict[uuid.UUID, Observation] = {}
    for one in whole:
        newest.setdefault(one.indicator_id, one)
    sourced_first = sorted(newest.values(), key=lambda one: one.is_illustrative)
    return Few(sourced_first[:SHOWN], found.count())


def states_since(moment: dt.datetime) -> list[Activity]:
    """Current activities whose state somebody changed since, as they stand now, the latest change first."""
    entries = latest_entries(("plans.activity.edited",)).filter(at__gte=moment)
    moved = [
        pk for pk, payload in entries.values_list("record_id", "payload") if "status" in payload["fields"]
    ]
    found = Activity.objects.current().in_bulk({uuid.UUID(pk) for pk in moved})
    return [found[uuid.UUID(pk)] for pk in dict.fromkeys(moved) if uuid.UUID(pk) in found][:SHOWN]


def owing(late: Iterable[Milestone], now: dt.datetime) -> list[Owing]:
    """Who owes what, those who are late first, then who owes most."""
    milestones = Counter(one.activity.lead for one in late)
    parts = defaultdict(list)
    for found in open_rounds():
        for part in round_page(found, now).parts:
            if part.missing:
                parts[part.organisation].append(part)
    owed = [
        Owing(
            one,
            milestones[one],
            sum(part.missing for part in parts[one]),
            min((part.deadline for part in parts[one]), default=None),
            any(part.is_late for part in parts[one]),
        )
        for one in {*milestones, *parts}
    ]
    return sorted(
        owed, key=lambda one: (not one.is_late, -one.milestones - one.answers, one.organisation.code)
    )


def ahead(rows: Iterable[OverviewRow], on: dt.date) -> list[Ahead]:
    """The next international dates; of what each needs, what is missing."""
    missing = missing_by_kind(list(rows))
    return [
        Ahead(
            event, event.days_from(on), [Need(kind, missing[kind]) for kind in event.needs if missing[kind]]
        )
        for event in events_ahead(on)[:AHEAD]
    ]


def missing_by_kind(rows: list[OverviewRow]) -> Mapping[str, int]:
    """How much is missing of what a date may need."""
    return {
        "data": sum(not row.standing.indicators_with_data for row in rows),
        "stale": sum(row.fresh < row.standing.indicators for row in rows),
        "review": len(sections_without_text(language_codes())),
        "conflicts": sum(one.ruling is None for one in conflicts()),
    }


def receivers() -> list[User]:
    """Who receives the sheet: coordinators, and those who asked and may still read it."""
    asked = Subscription.objects.filter(ended_at=None).values("person")
    found = {person.pk: person for person in people_holding(Role.COORDINATOR)}
    for role in MONDAY:
        found |= {person.pk: person for person in people_holding(role).filter(pk__in=asked)}
    return sorted(found.values(), key=lambda person: person.email)


def asks_for_it(user: User) -> bool:
    """Whether this person asked for the sheet."""
    return Subscription.objects.filter(person=user, ended_at=None).exists()
