"""Searching every passage in both languages: which hold the words, ranked, with the words marked."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, fields
from functools import cache
from typing import Any

from django.db import connection
from django.db.models import Count, F, OuterRef, Q, QuerySet, Subquery
from django.db.models.functions import Substr

from taama.web.partial_dates import NoSuchDate, first_day

from .about_words import LANGUAGE, PLACE, PUBLISHER, named_word, words_between
from .asked import Phrase, Stretch, by_closeness, is_cut, phrases_in, shown
from .models import Citation, Document, Finding, IndexedPassage, Tag
from .passage_index import Row, Wanted, newest_with
from .vocabularies import DocumentLanguage, Judgement, PassageStatus

MOST_RANKED = 300  # passages; of more than that the ones received last are ranked
PER_PAGE = 20


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
    about = tuple(about_document(asked))
    among = passages_among(asked)
    if not asked.place:
        return newest_with(Wanted(phrases, about, among), MOST_RANKED + 1)
    of_document = Wanted(phrases, (*about, (named_word(PLACE, asked.place),)), among)
    found = newest_with(of_document, MOST_RANKED + 1)
    findings = on_place(asked.place)
    if findings.exists():
        every = IndexedPassage.objects.all() if among is None else among
        by_finding = Wanted(phrases, about, every.filter(passage__in=findings.values("passage")))
        found = sorted({*found, *newest_with(by_finding, MOST_RANKED + 1)}, reverse=True)
    return found[: MOST_RANKED + 1]


def about_document(asked: Asked) -> Iterator[tuple[str, ...]]:
    """What the document must be, as words of the index: of each set one."""
    if asked.publisher:
        yield (named_word(PUBLISHER, asked.publisher),)
    if asked.language:
        yield (named_word(LANGUAGE, asked.language),)
    if asked.since or asked.until:
        yield words_between(asked.since, asked.until)


def passages_among(asked: Asked) -> QuerySet[IndexedPassage] | None:
    """The indexed passages that pass the filters the index knows nothing of; None where there are none of those."""
    sets = []
    if any(len(end) > len("2022-05") for end in (asked.since, asked.until)):
        sets.append(Q(document__in=Document.objects.filter(dated(asked)).values("pk")))
    if asked.objective:
        sets.append(Q(passage__in=speaking_of(asked.objective)))
    if asked.status:
        sets.append(Q(passage__in=WITH_STATUS[asked.status]()))
    return IndexedPassage.objects.filter(*sets) if sets else None


def dated(asked: Asked) -> Q:
    """When the document must be published, to the day."""
    wanted = Q()
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


def on_place(place: str) -> QuerySet[Finding]:
    """Findings on a country, or on a place or an area within it."""
    areas = Q(area__name=place) | Q(area__parent__name=place) | Q(area__parent__parent__name=place)
    return Finding.objects.filter(areas | Q(country__iso3=place)).order_by()


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


def hits_on(ranked: Sequence[int], phrases: Mapping[Phrase, str]) -> list[Hit]:
    """Indexed passages as a page shows them, in one query."""
    if not ranked:
        return []
    sql, places = page_sql(len(ranked))
    with connection.cursor() as cursor:
        cursor.execute(sql, filled(places, ranked))
        rows = cursor.fetchall()
    held = {pk: hit_of(phrases, *row) for pk, *row in rows}
    return [held[pk] for pk in ranked if pk in held]


def hit_of(phrases: Mapping[Phrase, str], *row: Any) -> Hit:
    """One row as a page shows it."""
    position, page, text, accepted, waiting, cited, *source = row
    return Hit(
        Source(*source), position, page, text, shown(text, phrases), accepted or 0, waiting or 0, cited or 0
    )


@cache
def page_sql(number: int) -> tuple[str, tuple[Any, ...]]:
    """The query of so many passages as the ORM makes it, made once; numbers below 0 stand for theirs."""
    rows = IndexedPassage.objects.filter(pk__in=range(-number, 0)).order_by()
    words = Substr("passage__reading__text", F("passage__start") + 1, F("passage__end") - F("passage__start"))
    source = [f"document__{one.name}" for one in fields(Source)]
    resting = {str(status): number_in(passages()) for status, passages in WITH_STATUS.items()}
    return rows.annotate(**resting).values_list(
        "pk", "passage__position", "passage__page", words, *SHOWN_STATUSES, *source
    ).query.sql_with_params()  # fmt: skip


SHOWN_STATUSES = (PassageStatus.ACCEPTED.value, PassageStatus.WAITING.value, PassageStatus.CITED.value)


def number_in(passages: QuerySet[Any, Any]) -> Subquery:
    """How many of a set, such as accepted findings, stand in the passage of a row."""
    mine = passages.filter(passage=OuterRef("passage")).order_by()
    return Subquery(mine.values("passage").annotate(number=Count("pk")).values("number"))


def filled(places: Sequence[Any], numbers: Sequence[int]) -> list[Any]:
    """The parameters of a prepared query with real numbers in their places."""
    return [numbers[value] if isinstance(value, int) and value < 0 else value for value in places]


def standing_apart(phrases: Mapping[Phrase, str]) -> list[tuple[str, int]]:
    """Where no passage holds all words: how many hold each of them, as typed; counting stops past those ranked."""
    return [(typed, len(newest_with(Wanted((one,)), MOST_RANKED))) for one, typed in phrases.items()]


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
