"""Read labelled documents: a text and, beside it, what a careful officer finds in it (see README.md)."""

import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from pathlib import Path
from typing import Any

from taama.extraction.told import Span

HERE = Path(__file__).parent
LAST_SEEN = 50
UNITS = ("persons", "households", "xof", "usd", "eur", "percent", "movements", "areas", "count")
QUALIFIERS = ("exactly", "more_than", "less_than", "at_least", "at_most", "nearly", "about", "between")
KINDS = ("stock", "flow", "cumulative", "event")
DEDUPLICATED = ("yes", "no", "unknown")
POPULATIONS = (
    "",
    "idps",
    "returned_idps",
    "refugees",
    "repatriated_refugees",
    "asylum_seekers",
    "returnees",
    "migrants",
    "trafficking_victims",
    "diaspora",
    "missing_migrants",
    "residents",
)
DATES = re.compile(r"\d{4}(-\d\d(-\d\d)?)?(\|\d{4}(-\d\d(-\d\d)?)?)*\|?")
PLACED = {"quote", "nth", "place", "from", "to", "optional"}
FINDING_FIELDS = PLACED | {
    *("value", "value_to", "qualifier", "unit", "what", "population", "asof", "kind", "deduplicated"),
}
CLAIM_FIELDS = PLACED | {"subject", "predicate", "when"}
DOCUMENT_FIELDS = {
    *(
        "language",
        "date",
        "reference",
        "title",
        "publisher",
        "country",
        "objectives",
        "objectives_optional",
        "organisations",
    ),
    *("people", "boilerplate", "findings", "claims"),
}


class WrongLabel(ValueError):
    """A label that cannot be right: says file, line and what is the matter."""


@dataclass(frozen=True, slots=True)
class LabelledFinding(Span):
    """A number an officer would find; qualifier, place and dates may hold alternatives, parted by a bar."""

    value: Decimal
    unit: str
    what: str
    value_to: Decimal | None = None
    qualifier: str = "exactly"
    population: str = ""
    place: str = ""
    as_of: str = ""
    begin: str = ""
    finish: str = ""
    kind: str = "stock"
    deduplicated: str = "unknown"
    optional: bool = False


@dataclass(frozen=True, slots=True)
class LabelledClaim(Span):
    """A dated statement an officer would find; subject, predicate and dates may hold alternatives, parted by a bar."""

    subject: str
    predicate: str
    as_of: str = ""
    begin: str = ""
    finish: str = ""
    place: str = ""
    optional: bool = False


@dataclass(frozen=True, slots=True)
class LabelledName:
    """A name as the text writes it, and all its mentions."""

    kind: str
    name: str
    mentions: tuple[Span, ...]


@dataclass(frozen=True, slots=True)
class Labelled:
    """One text with its labels. `key` is "fr/001"."""

    key: str
    text: str
    language: str
    date: str
    reference: str
    title: str
    publisher: str
    country: str
    objectives: tuple[int, ...]
    objectives_optional: tuple[int, ...]
    findings: tuple[LabelledFinding, ...]
    claims: tuple[LabelledClaim, ...]
    names: tuple[LabelledName, ...]
    boilerplate: tuple[Span, ...]

    @property
    def number(self) -> int:
        """Its number within its language."""
        return int(self.key[-3:])

    @property
    def is_for_development(self) -> bool:
        """Whether writers of rules may look into it: odd numbers up to 50."""
        return self.number % 2 == 1 and self.number <= LAST_SEEN


def labelled_documents(language: str = "", folder: Path = HERE) -> list[Labelled]:
    """All labelled documents, or those of one language, by number."""
    return [read_labelled(path) for path in sorted(folder.glob(f"{language or '??'}/*.toml"))]


def read_labelled(path: Path) -> Labelled:
    """The labelled document of `001.toml` with `001.txt` beside it; WrongLabel if a label cannot be right."""
    return Sheet(path).labelled()


class Sheet:
    """One file of labels beside its text, and where in both a thing stands."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self.source = path.read_text(encoding="utf-8")
        self.text = path.with_suffix(".txt").read_text(encoding="utf-8")
        self.data: Mapping[str, Any] = tomllib.loads(self.source, parse_float=Decimal)

    def labelled(self) -> Labelled:
        """The document with offsets computed."""
        self.allow(self.data, DOCUMENT_FIELDS)
        return Labelled(
            key=f"{self.path.parent.name}/{self.path.stem}",
            text=self.text,
            language=self.data["language"],
            date=self.date(self.data, "date"),
            reference=self.data["reference"],
            title=self.data["title"],
            publisher=self.data["publisher"],
            country=self.data["country"],
            objectives=tuple(self.data["objectives"]),
            objectives_optional=tuple(self.data.get("objectives_optional", ())),
            findings=tuple(self.finding(row) for row in self.data.get("findings", ())),
            claims=tuple(self.claim(row) for row in self.data.get("claims", ())),
            names=(*self.names("organisations"), *self.names("people")),
            boilerplate=tuple(self.stretch(first, last) for first, last in self.data.get("boilerplate", ())),
        )

    def finding(self, row: Mapping[str, Any]) -> LabelledFinding:
        """A finding at its place in the text."""
        self.allow(row, FINDING_FIELDS)
        span = self.place_of(row)
        return LabelledFinding(
            start=span.start,
            end=span.end,
            value=Decimal(row["value"]),
            value_to=Decimal(row["value_to"]) if "value_to" in row else None,
            qualifier=self.one_of(QUALIFIERS, row, "qualifier", "exactly"),
            unit=self.one_of(UNITS, row, "unit"),
            what=row["what"],
            population=self.one_of(POPULATIONS, row, "population", ""),
            place=row.get("place", ""),
            as_of=self.date(row, "asof"),
            begin=self.date(row, "from"),
            finish=self.date(row, "to"),
            kind=self.one_of(KINDS, row, "kind", "stock"),
            deduplicated=self.one_of(DEDUPLICATED, row, "deduplicated", "unknown"),
            optional=row.get("optional", False),
        )

    def claim(self, row: Mapping[str, Any]) -> LabelledClaim:
        """A claim at its place in the text."""
        self.allow(row, CLAIM_FIELDS)
        span = self.place_of(row)
        return LabelledClaim(
            start=span.start,
            end=span.end,
            subject=row["subject"],
            predicate=row["predicate"],
            as_of=self.date(row, "when"),
            begin=self.date(row, "from"),
            finish=self.date(row, "to"),
            place=row.get("place", ""),
            optional=row.get("optional", False),
        )

    def names(self, section: str) -> list[LabelledName]:
        """Names of organisations or people, each with all its mentions; a person also by the last name alone."""
        names = self.data.get(section, ())
        if section == "organisations":
            return [self.name("organisation", name, pattern_of(name)) for name in names]
        return [self.name("person", name, f"{pattern_of(name)}|{last_name(name)}") for name in names]

    def name(self, kind: str, name: str, pattern: str) -> LabelledName:
        """One name with its mentions as whole words; the whole name must be among them."""
        self.at_least_one(name, self.mentions(pattern_of(name)))
        return LabelledName(kind, name, self.mentions(rf"(?<!\w)(?:{pattern})(?!\w)"))

    def stretch(self, first: str, last: str) -> Span:
        """From the first words to the next occurrence of the last words."""
        start = self.at_least_one(first, self.mentions(pattern_of(first)))[0].start
        ends = [span.end for span in self.mentions(pattern_of(last)) if span.end > start]
        if not ends:
            raise self.wrong(last, f"does not follow “{first}”")
        return Span(start, ends[0])

    def place_of(self, row: Mapping[str, Any]) -> Span:
        """Where the text says the quote; `nth` is asked for where it says it more than once."""
        quote = row["quote"]
        mentions = self.at_least_one(quote, self.mentions(pattern_of(quote)))
        if len(mentions) > 1 and "nth" not in row:
            raise self.wrong(quote, f"occurs {len(mentions)} times: say which with nth")
        nth = int(row.get("nth", 1))
        if nth > len(mentions):
            raise self.wrong(quote, f"occurs only {len(mentions)} times")
        return mentions[nth - 1]

    def mentions(self, pattern: str) -> tuple[Span, ...]:
        """All places of a pattern in the text."""
        return spans_of(pattern, self.text)

    def at_least_one(self, words: str, mentions: tuple[Span, ...]) -> tuple[Span, ...]:
        """The mentions; an error if there are none."""
        if not mentions:
            raise self.wrong(words, "is not in the text")
        return mentions

    def allow(self, row: Mapping[str, Any], fields: set[str]) -> None:
        """An error if the row has a field that labels do not know."""
        for name in row.keys() - fields:
            raise self.wrong(str(row.get("quote", name)), f"has an unknown field: {name}")

    def one_of(
        self, allowed: tuple[str, ...], row: Mapping[str, Any], field: str, default: str | None = None
    ) -> str:
        """The word in the field, or words parted by a bar, which must be among the allowed."""
        value = row[field] if default is None else row.get(field, default)
        if not set(str(value).split("|")) <= set(allowed):
            raise self.wrong(row["quote"], f"has no such {field}: {value}")
        return str(value)

    def date(self, row: Mapping[str, Any], field: str) -> str:
        """The partial date, or alternatives parted by a bar, in the field."""
        value = str(row.get(field, ""))
        if value and not DATES.fullmatch(value):
            raise self.wrong(str(row.get("quote", field)), f"has no such date in “{field}”: {value}")
        return value

    def wrong(self, words: str, matter: str) -> WrongLabel:
        """The error, with the line on which the words stand."""
        at = self.source.find(words)
        line = self.source.count("\n", 0, at) + 1 if at >= 0 else 1
        return WrongLabel(f"{self.path}:{line}: “{words}” {matter}")


def places_of(quote: str, text: str) -> tuple[Span, ...]:
    """All places where a text says the quote."""
    return spans_of(pattern_of(quote), text)


def spans_of(pattern: str, text: str) -> tuple[Span, ...]:
    """All places of a pattern in a text."""
    return tuple(Span(*match.span()) for match in re.finditer(pattern, text))


def pattern_of(words: str) -> str:
    """A pattern for the words that forgives kinds of space and of apostrophe."""
    return r"\s+".join(re.sub("['’]", "['’]", re.escape(word)) for word in words.split())


def last_name(name: str) -> str:
    """A pattern for the last word of a person's name."""
    return pattern_of(name.split()[-1])
