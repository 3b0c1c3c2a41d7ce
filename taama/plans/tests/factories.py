"""The ground a plan stands on, and small invented activities."""

import csv
from pathlib import Path

from django.utils import timezone

from taama.compact.queries import objective
from taama.evidence.models import Citation, Document, Finding, Passage, Question, Reading
from taama.journal.changes import open_change, record
from taama.partners.changes import load_partners
from taama.places.changes import load_places
from taama.places.models import Country
from taama.plans.cards import ActivityCard, MilestoneCard
from taama.plans.changes import add_activity, add_milestone
from taama.plans.models import Activity, Edition, Milestone, Plan
from tests.cast import STAGE, organisation

SAMPLE = Path(__file__).resolve().parents[3] / "sample" / "mali"


def both(text: str) -> dict[str, str]:
    """A text in both languages of the pages, told apart."""
    return {"fr": f"{text} (fr)", "en": f"{text} (en)"}


def edition() -> Edition:
    """An invented plan of Mali with one current edition."""
    found = Edition.objects.filter(plan__code="plan", is_current=True).first()
    if found:
        return found
    with open_change():
        mali, _ = Country.objects.get_or_create(iso3="MLI", iso2="ML", defaults={"name": both("Mali")})
        plan = Plan.objects.create(code="plan", title=both("Plan"), country=mali)
        made = Edition.objects.create(plan=plan, label="2020–2027", valid_from="2020")
        record("plans.plan.loaded", made, by=STAGE)
    return made


def card(code: str = "consular-cards", *, numbers: tuple[int, ...] = (8,), lead: str = "service", **fields):
    """What is said of an invented activity."""
    serves = [objective(number) for number in numbers]
    values = {
        "title": both(code),
        "lead": organisation(lead, "public_agency"),
        "is_illustrative": True,
    } | fields
    return ActivityCard(code=code, serves=serves, **values)


def activity(code: str = "consular-cards", **fields) -> Activity:
    """An invented activity of the current edition."""
    return add_activity(edition=edition(), card=card(code, **fields), by=STAGE)


def milestone(
    of: Activity, code: str = "opening", due_on: str = "2024-06", reached_on: str = ""
) -> Milestone:
    """An invented step of an activity."""
    return add_milestone(activity=of, card=MilestoneCard(code, both(code), due_on, reached_on), by=STAGE)


def ground_of_the_sample() -> None:
    """Places and organisations of the sample; its documents, citations and findings as shells without their texts."""
    load_places(by=STAGE)
    load_partners(folder=SAMPLE, by=STAGE)
    with open_change():
        passages = document_shells(column("documents.csv", "slug"))
        words = {"passage": passages[0], "start": 0, "end": 1}
        Citation.objects.bulk_create(Citation(code=code, **words) for code in column("citations.csv", "code"))
        question = Question.objects.create(code="all", wording=both("All?"), unit="count", kind="flow")
        Finding.objects.bulk_create(
            Finding(code=code, question=question, value=1, **words) for code in column("findings.csv", "code")
        )
        record("tests.prepared", question, by=STAGE)


def column(name: str, of: str) -> list[str]:
    """One column of a file of the sample."""
    with (SAMPLE / name).open(encoding="utf-8", newline="") as file:
        return [row[of] for row in csv.DictReader(file)]


def document_shells(slugs: list[str]) -> list[Passage]:
    """A document of one letter under each of these names."""
    documents = [
        Document(
            slug=slug, title=slug, publisher="Agence inventée", kind="report", language="fr", file=f"{slug}.txt",
            original_name=f"{slug}.txt", sha256=slug.ljust(64)[:64], size=1, media_type="text/plain",
            received_at=timezone.now(),
        )
        for slug in slugs
    ]  # fmt: skip
    Document.objects.bulk_create(documents)
    readings = [Reading(document=document, reader="tests", text="a") for document in documents]
    Reading.objects.bulk_create(readings)
    passages = [Passage(reading=reading, position=0, start=0, end=1) for reading in readings]
    return Passage.objects.bulk_create(passages)
