"""Invented texts, and what a machine could tell of them."""

from decimal import Decimal

from taama.evidence.cards import DocumentCard
from taama.evidence.changes import receive_document
from taama.evidence.models import Document
from taama.evidence.readers.reading import Reading
from taama.evidence.tests.factories import upload
from taama.extraction.told import Span, Told, ToldClaim, ToldFigure, ToldName, ToldObjective, ToldTime
from taama.suggestions.changes import propose
from taama.suggestions.models import Suggestion
from tests.cast import STAGE

TEXT = """Une lettre inventée de l’agence.

L’agence inventée a compté plus de 1 200 personnes déplacées au 31 juillet 2024.

Le premier rapport volontaire a été soumis le 6 mai 2022 par M. Moussa Ag Exemple.

Les retours volontaires et la réintégration durable se poursuivent, selon Mossa Ag Exemple.
"""


def span(words: str, text: str = TEXT) -> tuple[int, int]:
    """Where words stand."""
    start = text.index(words)
    return start, start + len(words)


def figure(words: str = "plus de 1 200 personnes déplacées", text: str = TEXT, **fields) -> ToldFigure:
    """A number told."""
    values = {
        "value": Decimal(1200),
        "unit": "persons",
        "what": "personnes déplacées",
        "qualifier": "more_than",
        "population": "idps",
        "time": ToldTime(*span("31 juillet 2024"), as_of="2024-07-31") if text is TEXT else None,
        "score": 0.9,
    } | fields
    return ToldFigure(*span(words, text), **values)


def claim(words: str = "Le premier rapport volontaire a été soumis le 6 mai 2022", **fields) -> ToldClaim:
    """A dated event told."""
    values = {
        "subject": "first voluntary review",
        "predicate": "submitted",
        "time": ToldTime(*span("6 mai 2022"), as_of="2022-05-06"),
        "score": 0.85,
    } | fields
    return ToldClaim(*span(words), **values)


def objective(number: int = 21, *words: str, **fields) -> ToldObjective:
    """An objective told, with the phrases that say why."""
    why = tuple(Span(*span(each)) for each in words or ("retours volontaires", "réintégration durable"))
    return ToldObjective(number, fields.pop("score", 0.7), why, **fields)


def person(name: str = "Moussa Ag Exemple", **fields) -> ToldName:
    """A person named."""
    return ToldName(*span(name), kind="person", name=name, **{"score": 0.6} | fields)


def told(**parts) -> Told:
    """All a text tells, a figure and a claim and an objective unless said otherwise."""
    usual = {"figures": (figure(),), "claims": (claim(),), "objectives": (objective(),)}
    return Told(**(usual | parts))


def document(text: str = TEXT, **card) -> Document:
    """A held document, its text taken as it is: what reads files is tried elsewhere."""
    fields = {"title": "Lettre inventée", "publisher": "Agence inventée", "published_on": "2024-08"} | card
    return receive_document(
        upload=upload(text),
        card=DocumentCard(**fields),
        by=STAGE,
        read=lambda path: Reading(text=text, media_type="text/plain"),
    )


def proposed(held: Document | None = None, **parts) -> Document:
    """A document whose suggestions wait."""
    held = held or document(TEXT)
    propose(document=held, by=STAGE, told=told(**parts))
    return held


def suggestion(kind: str, held: Document) -> Suggestion:
    """The suggestion of a kind on a document."""
    return Suggestion.objects.with_source().get(kind=kind, reading__document=held)
