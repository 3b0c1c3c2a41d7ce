"""International dates ahead, read from a file that names the source of each. Plain Python."""

import datetime as dt
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from taama.web.partial_dates import first_day, last_day

FILE = Path(__file__).with_name("calendar.toml")


@dataclass(frozen=True)
class Event:
    """A date to be ready for: `when` as exact as its source (YYYY, YYYY-MM, YYYY-MM-DD), what it needs, who says so."""

    code: str
    name: Mapping[str, str]
    when: str
    source: Mapping[str, str]
    is_checked: bool
    needs: tuple[str, ...]

    def days_from(self, on: dt.date) -> int | None:
        """How many days ahead, where the day is known."""
        first = first_day(self.when)
        return (first - on).days if first == last_day(self.when) else None


@cache
def listed() -> tuple[Mapping[str, object], ...]:
    """The events as the file lists them."""
    return tuple(tomllib.loads(FILE.read_text(encoding="utf-8"))["event"])


def event_of(entry: Mapping[str, object], on: dt.date) -> Event:
    """An event of the file; one that comes back yearly on its next day."""
    needs = entry["needs"]
    assert isinstance(needs, list)
    name, source = entry["name"], entry["source"]
    assert isinstance(name, dict)
    assert isinstance(source, dict)
    when = str(entry.get("when") or next_on(str(entry["yearly"]), on))
    checked = bool(entry["checked"])
    return Event(str(entry["code"]), name, when, source, checked, tuple(str(need) for need in needs))


def next_on(month_and_day: str, on: dt.date) -> str:
    """The next such day (MM-DD), today included."""
    this_year = f"{on.year}-{month_and_day}"
    return this_year if first_day(this_year) >= on else f"{on.year + 1}-{month_and_day}"


def events_ahead(on: dt.date) -> list[Event]:
    """What is not over, the nearest first; what may come any day of a year stands at the year's end."""
    found = (event_of(entry, on) for entry in listed())
    return sorted((one for one in found if last_day(one.when) >= on), key=lambda one: last_day(one.when))
