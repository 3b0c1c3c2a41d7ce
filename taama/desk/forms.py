"""What a reader asks of a page of the desk: the day it is to look back to."""

import datetime as dt

from django.http import HttpRequest
from django.utils import timezone


def known_on(request: HttpRequest) -> dt.date | None:
    """The day `?known=` asks for; none where it asks for none, for no day, or for one to come."""
    try:
        day = dt.date.fromisoformat(request.GET.get("known", ""))
    except ValueError:
        return None
    return day if day < timezone.localdate() else None


def known_at(request: HttpRequest) -> dt.datetime | None:
    """The last moment of that day, in the country's time."""
    day = known_on(request)
    return end_of(day) if day else None


def end_of(day: dt.date) -> dt.datetime:
    """The last moment of a day, in the country's time."""
    return timezone.make_aware(dt.datetime.combine(day, dt.time.max))
