"""A small review with one of everything: invented, and small enough to reason about."""

import datetime as dt
from contextlib import contextmanager
from decimal import Decimal

from taama.compact.models import Framework, Item
from taama.evidence.models import Citation, Document, Finding, Passage, Question, Reading, Verdict
from taama.journal.changes import open_change, record
from taama.monitoring.models import Indicator, Observation, Target
from taama.places.models import Area, BoundaryEdition, Country
from taama.plans.models import Activity, Edition, Milestone, Plan
from taama.reviews.models import ChartCard, Review, Section, SectionText
from tests.cast import STAGE, Cast, organisation

NOW = dt.datetime(2026, 1, 15, 12, tzinfo=dt.UTC)
LETTER = "The first review is of June 2020. At least 5,000 people returned."
RELEASE = "The first review is of June 2021. In all, 7,200 people returned."


@contextmanager
def on_stage():
    """A change of the tests' own."""
    with open_change():
        yield
        record(
            "tests.prepared",
            Country.objects.order_by("iso3").first() or organisation("ministry", "ministry"),
            by=STAGE,
        )


def both(text: str) -> dict[str, str]:
    """A text in two languages, told apart."""
    return {"fr": f"{text} (fr)", "en": f"{text} (en)"}


def a_world(cast: Cast) -> Review:
    """One country, objective, document pair, dispute, activity, indicator, review with two sections."""
    with on_stage():
        country, area = a_country()
        objective = an_objective()
        findings_and_citation(cast, country, objective)
        an_activity(country, objective, cast)
        an_indicator(cast, country, area, objective)
        return a_review(country, objective)


def a_country() -> tuple[Country, Area]:
    """Mali with one region."""
    country = Country.objects.create(iso3="MLI", iso2="ML", name={"fr": "Mali", "en": "Mali"})
    edition = BoundaryEdition.objects.create(
        country=country, code="mli-2023", name=both("edition"), scheme="law", valid_from="2023", source="law"
    )
    area = Area.objects.create(
        edition=edition, code="ML07", level=1, name="Gao", tile_column=3, tile_row=1, source="law"
    )
    return country, area


def an_objective() -> Item:
    """Objective 21."""
    gcm = Framework.objects.create(code="gcm", edition="2018", name=both("Compact"))
    return Item.objects.create(
        framework=gcm, code="21", kind="objective", position=21, title=both("Return"), short=both("Return")
    )


def a_document(slug: str, publisher: str, text: str) -> Passage:
    """A held document of one passage."""
    document = Document.objects.create(
        slug=slug, title=f"Title of {slug}", publisher=publisher, kind="letter", published_on="2021-11-26",
        language="en", link="https://example.org/a", file=f"{slug}.txt", original_name=f"{slug}.txt",
        sha256=(slug * 64)[:64], size=len(text), media_type="text/plain", received_at=NOW,
    )  # fmt: skip
    reading = Reading.objects.create(document=document, reader="tests", text=text)
    return Passage.objects.create(reading=reading, position=0, start=0, end=len(text))


def findings_and_citation(cast: Cast, country: Country, objective: Item) -> None:
    """Two sources that disagree on a date, one figure, one citation, one finding nobody accepted."""
    letter = a_document("letter", "Ministry", LETTER)
    release = a_document("release", "Agency", RELEASE)
    date = Question.objects.create(
        code="first-review",
        wording=both("When was the first review?"),
        unit="date",
        kind="event",
        answer="date",
    )
    returns = Question.objects.create(
        code="returns", wording=both("How many returned?"), unit="persons", kind="flow"
    )
    a_finding("first-review-letter", letter, "June 2020", date, cast, country, date_value="2020-06")
    a_finding("first-review-release", release, "June 2021", date, cast, country, date_value="2021-06")
    a_finding(
        "returns-letter", letter, "5,000 people", returns, cast, country, value=Decimal(5000),
        qualifier="at_least", period_start="2024-01-01", period_end="2024-12-31",
    )  # fmt: skip
    a_finding(
        "returns-release", release, "7,200 people", returns, None, country, value=Decimal(7200), as_of="2025"
    )
    Citation.objects.create(code="letter-words", passage=letter, start=0, end=16)


def a_finding(
    code: str,
    passage: Passage,
    quote: str,
    question: Question,
    cast: Cast | None,
    country: Country,
    **fields: object,
) -> Finding:
    """A finding on these words; accepted by the evidence officer if there is a cast."""
    start = passage.text.index(quote)
    made = Finding.objects.create(
        code=code,
        passage=passage,
        start=start,
        end=start + len(quote),
        question=question,
        country=country,
        **fields,
    )
    if cast:
        Verdict.objects.create(finding=made, judgement="accepted", by=cast.evidence_officer, at=NOW)
    return made


def an_activity(country: Country, objective: Item, cast: Cast) -> Activity:
    """An illustrative activity with a milestone."""
    plan = Plan.objects.create(code="plan", title=both("Plan"), country=country)
    edition = Edition.objects.create(plan=plan, label="2020-2027", valid_from="2020")
    made = Activity.objects.create(
        edition=edition, code="antennas", title=both("Open antennas"), lead=organisation("ministry", "ministry"),
        status="ongoing", is_illustrative=True, starts_on="2021",
    )  # fmt: skip
    made.serves.add(objective)
    Milestone.objects.create(
        activity=made, code="first", title=both("First"), due_on="2022", reached_on="2022"
    )
    return made


def an_indicator(cast: Cast, country: Country, area: Area, objective: Item) -> Indicator:
    """Two years of an illustrative indicator, one region, one target."""
    made = Indicator.objects.create(
        code="plans-signed",
        title=both("Plans signed"),
        unit="count",
        kind="flow",
        direction="up",
        is_illustrative=True,
    )
    made.objectives.add(objective)
    first = an_observation(made, country, cast, 1200, "2023")
    an_observation(made, country, cast, 1580, "2024")
    an_observation(made, country, cast, 260, "2024", area=area)
    Target.objects.create(indicator=made, baseline=first, value=2000, due_on="2027", is_illustrative=True)
    return made


def an_observation(
    indicator: Indicator, country: Country, cast: Cast, value: int, year: str, **fields: object
) -> Observation:
    """A validated illustrative value for a year."""
    return Observation.objects.create(
        indicator=indicator, value=Decimal(value), country=country,
        time_start=f"{year}-01-01", time_end=f"{year}-12-31",
        status="validated", validated_at=NOW, validated_by=cast.validator, recorded_at=NOW, is_illustrative=True,
        **fields,
    )  # fmt: skip


TEXT = """## What is done

At least {{figure:finding:returns-letter}} and {{figure:observation:plans-signed}} plans{{cite:letter-words}}.

- **Gao**: {{figure:observation:plans-signed@2024#ML07}}

{{chart:plans-over-time}}

{{map:plans-by-region}}
"""


def a_review(country: Country, objective: Item) -> Review:
    """A review with an introduction and the objective's section, in French and English."""
    review = Review.objects.create(
        slug="review", title=both("Review"), country=country, organisation=organisation("ministry", "ministry"),
        as_of="2026-01", notice=both("Demonstration"),
    )  # fmt: skip
    intro = Section.objects.create(
        review=review, key="introduction", position=0, title=both("Introduction"), chapter=both("Setting")
    )
    returns = Section.objects.create(
        review=review,
        key="objective-21",
        position=1,
        title=both("Return"),
        chapter=both("Progress"),
        objective=objective,
    )
    for language in ("fr", "en"):
        a_text(intro, language, "The first review: {{figure:finding:first-review-letter}}.")
        a_text(returns, language, TEXT)
    a_chart(review, "plans-over-time", "columns", {"indicator": "plans-signed"})
    a_chart(
        review, "plans-by-region", "map", {"indicator": "plans-signed", "at": "2024", "edition": "mli-2023"}
    )
    return review


def a_text(section: Section, language: str, text: str, at: dt.datetime = NOW) -> SectionText:
    """A text of a section."""
    return SectionText.objects.create(section=section, language=language, text=text, at=at)


def a_chart(review: Review, code: str, kind: str, data: dict[str, object]) -> ChartCard:
    """A chart card."""
    return ChartCard.objects.create(
        review=review, code=code, kind=kind, title=both(code), alt=both("What it shows."), data=data
    )
