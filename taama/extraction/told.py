"""What the machine believes a text says. A suggestion, never a fact: a person confirms it or not.

Offsets count characters of the whole text: `text[start:end]` is exactly what is shown.
Dates are partial ISO dates (`2019`, `2019-07`, `2019-07-31`), as precise as the text allows; "" where it is silent.
Scores go from 0 to 1: how often such a suggestion is right.
"""

from dataclasses import dataclass, field
from decimal import Decimal


@dataclass(frozen=True, slots=True)
class Span:
    """A stretch of the text."""

    start: int
    end: int


@dataclass(frozen=True, slots=True)
class ToldTime(Span):
    """A date or period in the text: either `as_of`, or `begin` and `end` of a period (one may be open)."""

    as_of: str = ""
    begin: str = ""
    finish: str = ""


@dataclass(frozen=True, slots=True)
class ToldPlace(Span):
    """A place named in the text: its name as we hold it, its code, and the edition of the boundaries it belongs to."""

    name: str = ""
    code: str = ""
    edition: str = ""


@dataclass(frozen=True, slots=True)
class ToldFigure(Span):
    """A number that counts something.

    `unit` is persons, households, xof, usd, eur, percent, movements, areas or count; `what` are the words that say
    what is counted; `population` the code of who is counted (`idps`, `refugees`), "" if none of those known;
    `qualifier` exactly, more_than, less_than, at_least, at_most, nearly, about or between (then `value_to` is set);
    `kind` stock, flow, cumulative or event; `deduplicated` yes, no or unknown.
    """

    value: Decimal
    unit: str
    what: str
    value_to: Decimal | None = None
    qualifier: str = "exactly"
    population: str = ""
    place: ToldPlace | None = None
    time: ToldTime | None = None
    kind: str = "stock"
    deduplicated: str = "unknown"
    score: float = 0.5


@dataclass(frozen=True, slots=True)
class ToldClaim(Span):
    """A dated statement: `subject` in normal English words ("first voluntary review"), so that texts in two
    languages meet; `predicate` the event ("submitted"); when it was, or, if `is_planned`, is to be."""

    subject: str
    predicate: str
    time: ToldTime
    place: ToldPlace | None = None
    score: float = 0.5
    is_planned: bool = False


@dataclass(frozen=True, slots=True)
class ToldName(Span):
    """An organisation or a person named: `name` as we hold it, `code` of the organisation, "" if not known."""

    kind: str
    name: str
    code: str = ""
    score: float = 0.5


@dataclass(frozen=True, slots=True)
class ToldObjective:
    """An objective of the Compact (1 to 23) the text speaks of, its lettered action where clear, and why."""

    number: int
    score: float
    why: tuple[Span, ...]
    action: str = ""


@dataclass(frozen=True, slots=True)
class About:
    """What is known of the text beforehand: its language, its own date (partial ISO), its country (ISO alpha-3)."""

    language: str = "fr"
    dated: str = ""
    country: str = ""


@dataclass(frozen=True, slots=True)
class Told:
    """All that a text tells. `boilerplate` are letterheads, navigation, contacts: nothing is suggested from there."""

    figures: tuple[ToldFigure, ...] = ()
    claims: tuple[ToldClaim, ...] = ()
    names: tuple[ToldName, ...] = ()
    objectives: tuple[ToldObjective, ...] = ()
    boilerplate: tuple[Span, ...] = field(default=())
