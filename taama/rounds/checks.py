"""What is looked at before answers are handed in: errors block, warnings ask for a reason. Plain Python."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from decimal import Decimal

from taama.monitoring.rules import breakdown_of

from .rules import Given

ERROR, WARNING = "error", "warning"
JUMP_FACTOR = 3
JUMP_FROM = 10  # small counts jump about: one after none is no news
COUNTED_UNITS = frozenset({"persons", "households", "movements", "areas", "count"})


@dataclass(frozen=True)
class Answered:
    """An answer as the checks see it, with what it is held against.

    `elsewhere` names the services that reported the same number for the same thing.
    """

    key: str
    unit: str
    given: str = Given.EMPTY
    value: Decimal | None = None
    place: str = ""
    part: str = ""
    written: str = ""
    reason: str = ""
    last: Decimal | None = None
    elsewhere: Sequence[str] = ()


@dataclass(frozen=True)
class Remark:
    """What a check found at one answer; `detail` is filled into its sentence."""

    key: str
    code: str
    level: str
    detail: Mapping[str, object] = field(default_factory=dict)

    @property
    def blocks(self) -> bool:
        """Whether it cannot be passed with a reason."""
        return self.level == ERROR


def remarks(answers: Iterable[Answered]) -> list[Remark]:
    """All that is remarkable in the answers to one request."""
    known = list(answers)
    return [*(remark for one in known for remark in about_one(one)), *about_parts(known)]


def about_one(one: Answered) -> Iterator[Remark]:
    """What is remarkable in one answer alone."""
    if one.written:
        yield Remark(one.key, "unreadable", ERROR, {"text": one.written})
    if one.given == Given.WITHHELD and not one.reason.strip():
        yield Remark(one.key, "no_reason", ERROR)
    if one.given == Given.VALUE and one.value is not None:
        yield from about_range(one, one.value)
        yield from about_history(one, one.value)
        if one.elsewhere and one.value:
            yield Remark(one.key, "duplicate", WARNING, {"value": one.value, "services": one.elsewhere})


def about_range(one: Answered, value: Decimal) -> Iterator[Remark]:
    """What a unit does not allow."""
    if one.unit in COUNTED_UNITS and value < 0:
        yield Remark(one.key, "negative", ERROR, {"value": value})
    elif one.unit in COUNTED_UNITS and value != value.to_integral_value():
        yield Remark(one.key, "fraction", ERROR, {"value": value})
    if one.unit == "percent" and not 0 <= value <= 100:
        yield Remark(one.key, "percent", ERROR, {"value": value})
    elif one.unit == "percent" and 0 < value < 1:
        yield Remark(one.key, "small_percent", WARNING, {"value": value, "times": value * 100})


def about_history(one: Answered, value: Decimal) -> Iterator[Remark]:
    """A jump against the value before."""
    last = one.last
    if last is None or value < 0 or abs(value - last) < JUMP_FROM:
        return
    low, high = sorted((value, last))
    if low * JUMP_FACTOR <= high:
        yield Remark(one.key, "jump", WARNING, {"value": value, "last": last, "factor": JUMP_FACTOR})


def about_parts(answers: Sequence[Answered]) -> Iterator[Remark]:
    """Totals held against their parts, place by place and breakdown by breakdown; the country against its regions."""
    by_place: dict[str, list[Answered]] = defaultdict(list)
    for one in answers:
        by_place[one.place].append(one)
    for here in by_place.values():
        whole = next((one for one in here if not one.part), None)
        if whole is not None:
            for name, parts in by_breakdown(here).items():
                yield from about_total(whole, name, parts)
    country = next((one for one in by_place.get("", ()) if not one.part), None)
    regions = [one for one in answers if one.place and not one.part]
    if country is not None and regions:
        yield from about_total(country, "area", regions)


def by_breakdown(answers: Iterable[Answered]) -> dict[str, list[Answered]]:
    """Parts by what they divide: sex, age, or several together."""
    kinds: dict[str, list[Answered]] = defaultdict(list)
    for one in answers:
        if one.part:
            kinds["|".join(breakdown_of(one.part))].append(one)
    return kinds


def about_total(whole: Answered, name: str, parts: Sequence[Answered]) -> Iterator[Remark]:
    """Parts that are missing, or that make another total. Rates and shares of parts make none."""
    if whole.given != Given.VALUE or whole.value is None:
        return
    told = [one.value for one in parts if one.given == Given.VALUE and one.value is not None]
    silent = [one for one in parts if one.given == Given.EMPTY and not one.written]
    if silent and whole.value:
        detail = {"missing": len(silent), "parts": len(parts), "by": name}
        yield Remark(whole.key, f"parts_missing:{name}", WARNING, detail)
    made = sum(told, Decimal(0))
    differs = made != whole.value if len(told) == len(parts) else made > whole.value
    if whole.unit != "percent" and told and differs:
        yield Remark(whole.key, f"total:{name}", WARNING, {"total": whole.value, "parts": made, "by": name})
