"""What a person writes on a document or a finding: the fields of the card, before they are a record."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal

from taama.compact.models import Item
from taama.partners.models import Organisation
from taama.places.models import Area, Country

from .models import Question
from .vocabularies import AnswerKind, Deduplicated, DocumentKind, Qualifier


@dataclass(frozen=True)
class DocumentCard:
    """A source card: what the document is and who published it. An empty title is taken from the file."""

    title: str = ""
    publisher: str = ""
    organisation: Organisation | None = None
    kind: str = DocumentKind.REPORT
    published_on: str = ""
    language: str = "fr"
    place: str = ""
    rights: str = ""
    link: str = ""
    note: str = ""
    is_fact_sheet: bool = False
    slug: str = ""


@dataclass(frozen=True)
class QuestionCard:
    """A question as a person asks it: what is counted, in which unit."""

    wording: Mapping[str, str]
    unit: str
    kind: str
    population: Mapping[str, str]
    answer: str = AnswerKind.NUMBER


@dataclass(frozen=True)
class FindingCard:
    """What a passage says on a question: a value or a date, its hedge, its place and time."""

    question: Question
    value: Decimal | None = None
    value_high: Decimal | None = None
    qualifier: str = Qualifier.EXACTLY
    date_value: str = ""
    country: Country | None = None
    area: Area | None = None
    as_of: str = ""
    period_start: str = ""
    period_end: str = ""
    deduplicated: str = Deduplicated.UNKNOWN
    note: str = ""
    objectives: Sequence[Item] = ()
    code: str = ""
