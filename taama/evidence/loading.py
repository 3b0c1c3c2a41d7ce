"""A country's evidence files as cards: reading and checking, nothing written here."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from django.utils.translation import gettext as _

from taama.compact.models import Item
from taama.compact.queries import items_by_code
from taama.partners.models import Organisation
from taama.partners.queries import organisations_by_code
from taama.places.models import Area, Country
from taama.places.queries import areas_by_code, countries_by_code
from taama.web.tables import Row, read_rows

from .cards import DocumentCard, FindingCard
from .models import Passage, Question, Reading
from .rules import occurrences
from .vocabularies import AnswerKind, Deduplicated, DocumentKind, Qualifier

DOCUMENT_COLUMNS = (
    "slug", "file", "title", "publisher", "publisher_code", "kind", "published_on", "language", "place",
    "rights", "link", "fact_sheet", "note",
)  # fmt: skip
QUESTION_COLUMNS = (
    "code", "wording_fr", "wording_en", "unit", "kind", "population_fr", "population_en", "answer",
)  # fmt: skip
FINDING_COLUMNS = (
    "code", "document", "quote", "question", "value", "value_high", "qualifier", "date_value", "place_edition",
    "place_code", "country", "as_of", "period_start", "period_end", "deduplicated", "objectives", "note",
)  # fmt: skip
CITATION_COLUMNS = ("code", "document", "quote", "note")
RULING_COLUMNS = ("question", "stands", "outcome", "reason", "by")


@dataclass(frozen=True)
class DocumentFile:
    """One document of a folder: its card and where its file lies."""

    row: Row
    path: Path
    card: DocumentCard


@dataclass(frozen=True)
class Quote:
    """Words found in a reading: once, and within one passage."""

    passage: Passage
    start: int
    end: int


def unique_rows(path: Path, columns: tuple[str, ...], key: str) -> Iterator[Row]:
    """The rows of a file; a code that stands twice is refused with its line."""
    seen: set[str] = set()
    for row in read_rows(path, columns):
        if row[key] in seen:
            raise row.bad(key, _("“%(code)s” stands twice in this file.") % {"code": row[key]})
        seen.add(row[key])
        yield row


def read_documents(folder: Path) -> list[DocumentFile]:
    """Every document of a folder; a missing file or an unknown organisation stops with file and line."""
    known = organisations_by_code()
    rows = unique_rows(folder / "documents.csv", DOCUMENT_COLUMNS, "slug")
    return [DocumentFile(row, document_path(row, folder), document_card(row, known)) for row in rows]


def document_path(row: Row, folder: Path) -> Path:
    """Where the file of a row lies, inside the folder only."""
    path = folder / row["file"]
    if not path.resolve().is_relative_to(folder.resolve()) or not path.is_file():
        raise row.bad("file", _("There is no file “%(name)s” in this folder.") % {"name": row["file"]})
    return path


def document_card(row: Row, known: Mapping[str, Organisation]) -> DocumentCard:
    """The source card of a row."""
    return DocumentCard(
        slug=row["slug"],
        title=row["title"],
        publisher=row["publisher"],
        organisation=row.known("publisher_code", known) if row["publisher_code"] else None,
        kind=row.one_of("kind", DocumentKind.values),
        published_on=row.partial_date("published_on"),
        language=row["language"],
        place=row["place"],
        rights=row["rights"],
        link=row["link"],
        note=row["note"],
        is_fact_sheet=row.yes("fact_sheet"),
    )


class FindingReader:
    """Turns rows into finding cards; holds what codes stand for."""

    def __init__(self, questions: Mapping[str, Question]) -> None:
        self.questions = questions
        self.objectives: Mapping[str, Item] = items_by_code("gcm")
        self.countries: Mapping[str, Country] = countries_by_code()
        self.areas: dict[str, dict[str, Area]] = {}

    def card(self, row: Row) -> FindingCard:
        """The card of a row; a value where a date is asked, or the other way round, is refused."""
        question = row.known("question", self.questions)
        asked, other = (
            ("date_value", "value") if question.answer == AnswerKind.DATE else ("value", "date_value")
        )
        if not row[asked] or row[other]:
            raise row.bad(asked, _("The question asks for this, and for nothing else."))
        return FindingCard(
            code=row["code"],
            question=question,
            value=row.decimal("value"),
            value_high=row.decimal("value_high"),
            qualifier=chosen(row, "qualifier", Qualifier.values, Qualifier.EXACTLY),
            date_value=row.partial_date("date_value"),
            country=row.known("country", self.countries) if row["country"] else None,
            area=self.area(row),
            as_of=row.partial_date("as_of"),
            period_start=row.partial_date("period_start"),
            period_end=row.partial_date("period_end"),
            deduplicated=chosen(row, "deduplicated", Deduplicated.values, Deduplicated.UNKNOWN),
            note=row["note"],
            objectives=row.known_list("objectives", self.objectives),
        )

    def area(self, row: Row) -> Area | None:
        """The area of a row, by edition and code together; None where none is given."""
        if not row["place_code"]:
            return None
        edition = row["place_edition"]
        if edition not in self.areas:
            self.areas[edition] = areas_by_code(edition)
        return row.known("place_code", self.areas[edition])


def chosen(row: Row, column: str, choices: Sequence[str], otherwise: str) -> str:
    """A word of a closed list; another where the cell is empty."""
    return row.one_of(column, choices) if row[column] else otherwise


def located(row: Row, reading: Reading) -> Quote:
    """Where the words of a row stand; not there, there twice, or across passages is refused with file and line."""
    places = occurrences(row["quote"], reading.text)
    document = {"document": row["document"], "times": len(places)}
    if not places:
        raise row.bad("quote", _("These words do not stand in “%(document)s”.") % document)
    if len(places) > 1:
        sentence = _("These words stand %(times)s times in “%(document)s”. Quote more of them.")
        raise row.bad("quote", sentence % document)
    start, end = places[0], places[0] + len(row["quote"])
    for passage in reading.passages.all():
        if passage.start <= start and end <= passage.end:
            return Quote(passage, start, end)
    raise row.bad("quote", _("These words run over the end of a passage."))
