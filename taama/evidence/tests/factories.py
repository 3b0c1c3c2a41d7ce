"""Invented documents, questions and findings for tests."""

from decimal import Decimal
from pathlib import Path

from django.core.files.uploadedfile import SimpleUploadedFile

from taama.accounts.models import User
from taama.evidence.changes import DocumentCard, FindingCard, judge_finding, mark_finding, receive_document
from taama.evidence.models import Document, Finding, Passage, Question
from taama.evidence.rules import occurrences
from taama.evidence.vocabularies import Judgement
from taama.journal.changes import open_change, record
from taama.partners.changes import load_partners
from taama.places.changes import load_places
from tests.cast import STAGE

SAMPLE = Path(__file__).resolve().parents[3] / "sample" / "mali"
TEXT = """Une lettre inventée.

L’agence inventée a compté 1 200 personnes en 2024.

Une autre note parle de 1 500 personnes en 2024.
"""


def upload(text: str = TEXT, name: str = "lettre.txt") -> SimpleUploadedFile:
    """A text file as a browser sends it."""
    return SimpleUploadedFile(name, text.encode(), content_type="text/plain")


def document(text: str = TEXT, **card) -> Document:
    """A held document with its passages."""
    fields = {"title": "Lettre inventée", "publisher": "Agence inventée", "published_on": "2025"} | card
    return receive_document(upload=upload(text), card=DocumentCard(**fields), by=STAGE)


def passage_with(words: str, held: Document) -> Passage:
    """The passage of a document that holds these words."""
    passages = Passage.objects.filter(reading__document=held).select_related("reading__document")
    return next(passage for passage in passages if words in passage.text)


def question(code: str = "people-counted", **fields) -> Question:
    """A question about persons."""
    values = {"unit": "persons", "kind": "stock", "wording": {"fr": "Combien ?", "en": "How many?"}} | fields
    with open_change():
        made, _ = Question.objects.get_or_create(code=code, defaults=values)
        record("evidence.questions.loaded", made, by=STAGE)
    return made


def finding(words: str, held: Document, by: User, **card) -> Finding:
    """An accepted finding on these words."""
    fields = {"question": question(), "as_of": "2024", "value": Decimal(1200)} | card
    passage = passage_with(words, held)
    start = passage.start + occurrences(words, passage.text)[0]
    made = mark_finding(
        passage=passage, start=start, end=start + len(words), card=FindingCard(**fields), by=by
    )
    if not made.verdicts.exists():
        judge_finding(finding=made, judgement=Judgement.ACCEPTED, by=by)
    return made


def ground_of_the_sample() -> None:
    """Places and organisations the sample's evidence names."""
    load_places(by=STAGE)
    load_partners(folder=SAMPLE, by=STAGE)


def invented(user: User) -> User:
    """The same person, marked as a person of the demonstration."""
    user.is_invented = True
    user.save()
    return user
