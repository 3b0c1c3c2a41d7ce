"""Searching every passage in both languages: which hold the words, ranked, with the words marked."""

from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Mapping
from dataclasses import dataclass, field, fields
from typing import Any
from uuid import UUID

from django.db.models import F, Q, QuerySet
from django.db.models.functions import Substr

from taama.web.partial_dates import NoSuchDate, first_day

from .asked import Phrase, Stretch, by_closeness, is_cut, phrases_in, shown
from .models import Citation, Document, Finding, IndexedPassage, Tag
from .passage_index import holding
from .vocabularies import DocumentLanguage, Judgement, PassageStatus

MOST_RANKED = 300  # passages; of more than that the ones received last are ranked
PER_PAGE = 20

Row = tuple[int, str]


@dataclass(frozen=True, slots=True)
class Asked:
    """What a person asks of search: words, and what the passage must be besides; "" where she does not care."""

    words: str = ""
    objective: str = ""
    place: str = ""
    publisher: str = ""
    language: str = ""
    status: str = ""
    since: str = ""
    until: str = ""

    @property
    def is_filtered(self) -> bool:
        """Whether anything but words is asked."""
        return any(getattr(self, one.name) for one in fields(self) if one.name != "words")

    @property
    def says_anything(self) -> bool:
        """Whether there is anything to look for."""
        return self.is_filtered or bool(phrases_in(self.words))


def asked_in(parameters: Mapping[str, str]) -> Asked:
    """What an address asks; what cannot be read is left out, and characters no database keeps are dropped."""
    given = {one.name: parameters.get(one.name, "").replace("\0", "").strip() for one in fields(Asked)}
    given["words"] = given["words"][:MOST_KEPT]
    given["status"] = given["status"] if given["status"] in PassageStatus.values else ""
    return Asked(**given | {end: given[end] if is_date(given[end]) else "" for end in ("since", "until")})


MOST_KEPT = 1_000  # characters of a search repeated in the form


def has_unread_dates(parameters: Mapping[str, str], asked: Asked) -> bool:
    """Whether a date was given that could not be read."""
    return any(parameters.get(end, "").strip() and not getattr(asked, end) for end in ("since", "until"))


def is_date(text: str) -> bool:
    """Whether a text is a year, a month or a day."""
    try:
        first_day(text)
    except NoSuchDate:
        return False
    return True


@dataclass(frozen=True, slots=True)
class Source:
    """The document of a passage, as a list names it."""

    slug: str
    title: str
    publisher: str
    published_on: str
    language: str


@dataclass(frozen=True, slots=True)
class Hit:
    """A passage that was found: its document and place in it, its words with marks, what rests on it."""

    document: Source
    position: int
    page: int | None
    text: str
    stretches: tuple[Stretch, ...]
    accepted: int = 0
    waiting: int = 0
    cited: int = 0


@dataclass(frozen=True, slots=True)
class Found:
    """What was asked, the indexed passages by rank, whether there are more than were ranked."""

    asked: Asked
    ranked: tuple[int, ...] = ()
    has_more: bool = False
    words_cut: bool = False
    phrases: Mapping[Phrase, str] = field(default_factory=dict)

    @property
    def number(self) -> int:
        """How many were ranked."""
        return len(self.ranked)

    def hits(self, first: int = 0, last: int = PER_PAGE) -> list[Hit]:
        """Those of one page of the list."""
        return hits_on(self.ranked[first:last], self.phrases)


def search(asked: Asked) -> Found:
    """The passages that hold every word or phrase and pass the filters, the closest first."""
    if not asked.says_anything:
        return Found(asked)
    phrases = phrases_in(asked.words)
    rows = candidates(asked, tuple(phrases))
    ranked = by_closeness(rows[:MOST_RANKED], phrases)
    return Found(asked, tuple(ranked), len(rows) > MOST_RANKED, is_cut(asked.words), phrases)


def candidates(asked: Asked, phrases: tuple[Phrase, ...]) -> list[Row]:
    """The passages that may be shown, received last first, one more than are ranked if there are more."""
    among = passages_among(asked) if asked.is_filtered else None
    if phrases:
        return list(holding(phrases, among).values_list("pk", "stems")[: MOST_RANKED + 1])
    every = IndexedPassage.objects.all() if among is None else among
    newest = every.order_by((F("pk") + 0).desc())
    return [(pk, "") for pk in newest.values_list("pk", flat=True)[: MOST_RANKED + 1]]


def passages_among(asked: Asked) -> QuerySet[IndexedPassage]:
    """The indexed passages that pass the filters."""
    among = IndexedPassage.objects.all()
    of_document = in_document(asked)
    if of_document:
        among = among.filter(document__in=Document.objects.filter(of_document).values("pk"))
    if asked.objective:
        among = among.filter(passage__in=speaking_of(asked.objective))
    if asked.place:
        among = about_place(asked.place, among)
    if asked.status:
        among = among.filter(passage__in=WITH_STATUS[asked.status]())
    return among


def in_document(asked: Asked) -> Q:
    """What the document must be."""
    wanted = Q()
    if asked.publisher:
        wanted &= Q(publisher=asked.publisher)
    if asked.language:
        wanted &= Q(language=asked.language)
    if asked.since:
        wanted &= Q(published_on__gte=asked.since) | Q(published_on__in=[asked.since[:4], asked.since[:7]])
    if asked.until:
        # Dates as exact as their source sort as text: "2022-05-06" lies before the end of "2022-05".
        wanted &= Q(published_on__lte=f"{asked.until}~") & ~Q(published_on="")
    return wanted


def speaking_of(objective: str) -> QuerySet[Any, Any]:
    """Passages that persons tied to an objective: by a tag, or by a finding nobody rejected."""
    tagged = Tag.objects.filter(objective__code=objective, withdrawn_at=None).order_by()
    findings = Finding.objects.with_judgement().exclude(judged=Judgement.REJECTED).order_by()
    return tagged.values("passage").union(findings.filter(objectives__code=objective).values("passage"))


def about_place(place: str, among: QuerySet[IndexedPassage]) -> QuerySet[IndexedPassage]:
    """Those with a finding on a place or an area within it, or of a document of that place.

    One after the other: joined by OR, every passage would be looked at.
    """
    areas = Q(area__name=place) | Q(area__parent__name=place) | Q(area__parent__parent__name=place)
    findings = Finding.objects.filter(areas | Q(country__iso3=place)).values("passage")
    documents = Document.objects.filter(place=place).values("pk")
    if not findings.exists():
        return among.filter(document__in=documents)
    by_finding = IndexedPassage.objects.filter(passage__in=findings).values("pk")
    by_document = IndexedPassage.objects.filter(document__in=documents).values("pk")
    return among.filter(pk__in=by_finding.union(by_document))


def with_accepted() -> QuerySet[Any, Any]:
    """Passages with a finding that is accepted."""
    return Finding.objects.accepted().values("passage")


def with_waiting() -> QuerySet[Any, Any]:
    """Passages with a finding nobody has judged."""
    return Finding.objects.filter(verdicts=None).values("passage")


def with_citation() -> QuerySet[Any, Any]:
    """Passages that are cited."""
    return Citation.objects.filter(withdrawn_at=None).values("passage")


WITH_STATUS: dict[str, Callable[[], QuerySet[Any, Any]]] = {
    PassageStatus.ACCEPTED: with_accepted,
    PassageStatus.WAITING: with_waiting,
    PassageStatus.CITED: with_citation,
}


def hits_on(ranked: Iterable[int], phrases: Mapping[Phrase, str]) -> list[Hit]:
    """Indexed passages as a page shows them, in three queries."""
    wanted = list(ranked)
    source = [f"document__{one.name}" for one in fields(Source)]
    words = Substr("passage__reading__text", F("passage__start") + 1, F("passage__end") - F("passage__start"))
    rows = IndexedPassage.objects.filter(pk__in=wanted).values_list(
        "pk", "passage_id", "passage__position", "passage__page", words, *source
    )
    resting = what_rests_on([row[1] for row in rows])
    held = {
        pk: Hit(Source(*card), position, page, text, shown(text, phrases), **resting.get(passage, {}))
        for pk, passage, position, page, text, *card in rows
    }
    return [held[pk] for pk in wanted if pk in held]


def what_rests_on(passages: Collection[UUID]) -> dict[UUID, dict[str, int]]:
    """How many accepted findings, findings not judged and citations each passage has; those without any left out."""
    findings = Finding.objects.with_judgement().filter(passage__in=passages).order_by()
    status = {Judgement.ACCEPTED.value: PassageStatus.ACCEPTED, None: PassageStatus.WAITING}
    found: dict[UUID, dict[str, int]] = defaultdict(lambda: defaultdict(int))
    for passage, judged in findings.values_list("passage_id", "judged"):
        if judged in status:
            found[passage][status[judged].value] += 1
    for passage in with_citation().filter(passage__in=passages).values_list("passage_id", flat=True):
        found[passage][PassageStatus.CITED.value] += 1
    return found


def standing_apart(phrases: Mapping[Phrase, str]) -> list[tuple[str, int]]:
    """Where no passage holds all words: how many hold each of them, as typed; counting stops past those ranked."""
    return [(typed, len(holding((one,)).values_list("pk")[:MOST_RANKED])) for one, typed in phrases.items()]


@dataclass(frozen=True, slots=True)
class Choices:
    """What there is to choose from, each a value and a label."""

    publishers: tuple[str, ...]
    languages: tuple[tuple[str, str], ...]
    places: tuple[str, ...]
    countries: tuple[tuple[str, Mapping[str, str]], ...]


NAMES = {choice.value: str(choice.label) for choice in DocumentLanguage}


def choices() -> Choices:
    """The publishers, languages and places that documents and findings name."""
    documents = Document.objects.order_by()
    named = Finding.objects.order_by().exclude(area=None).values_list("area__name", flat=True)
    countries = Finding.objects.order_by().exclude(country=None)
    languages = documents.order_by("language").values_list("language", flat=True)
    places = {*documents.exclude(place="").values_list("place", flat=True).distinct(), *named.distinct()}
    return Choices(
        tuple(documents.order_by("publisher").values_list("publisher", flat=True).distinct()),
        tuple((code, NAMES.get(code, code)) for code in languages.distinct()),
        tuple(sorted(places)),
        tuple(dict(countries.values_list("country__iso3", "country__name")).items()),
    )
