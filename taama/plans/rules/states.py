"""States of an activity and the moves between them. Plain Python."""

import datetime as dt

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _

from taama.web.partial_dates import NoSuchDate, first_day, last_day


class Status(TextChoices):
    """Where an activity stands; the first three are the Network's own."""

    YET_TO_START = "yet_to_start", _("yet to start")
    ONGOING = "ongoing", _("ongoing")
    COMPLETED = "completed", _("completed")
    SUSPENDED = "suspended", _("suspended")
    CANCELLED = "cancelled", _("cancelled")


ALLOWED_MOVES: dict[str, frozenset[str]] = {
    Status.YET_TO_START: frozenset({Status.ONGOING, Status.SUSPENDED, Status.CANCELLED}),
    Status.ONGOING: frozenset({Status.COMPLETED, Status.SUSPENDED, Status.CANCELLED}),
    Status.SUSPENDED: frozenset({Status.ONGOING, Status.CANCELLED}),
    Status.COMPLETED: frozenset({Status.ONGOING}),
    Status.CANCELLED: frozenset({Status.YET_TO_START}),
}


def may_move(old: str, new: str) -> bool:
    """Whether an activity in state `old` may be set to `new`; staying is always allowed."""
    return old == new or new in ALLOWED_MOVES[old]


def is_late(due_on: str, reached_on: str, today: dt.date) -> bool:
    """Whether a milestone's last possible day has passed and it is not reached."""
    return not reached_on and last_day(due_on) < today


def ends_before_it_starts(starts_on: str, ends_on: str) -> bool:
    """Whether the last possible day lies before the first; False where an end is open or is no date."""
    try:
        return bool(starts_on and ends_on) and last_day(ends_on) < first_day(starts_on)
    except NoSuchDate:
        return False


def moves_from(status: str) -> list[str]:
    """Where an activity may stand next, where it stands first."""
    return [status, *(one for one in Status.values if one in ALLOWED_MOVES[status])]
