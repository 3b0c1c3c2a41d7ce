"""Reading the queue: what waits, how far it is, and the one suggestion in focus with all that its verdict needs."""

from collections.abc import Mapping
from dataclasses import dataclass
from urllib.parse import urlencode
from uuid import UUID

from django.db.models import Count, Exists, OuterRef, Prefetch, Q, QuerySet

from taama.compact.models import Item
from taama.compact.queries import item
from taama.evidence.models import Document, Finding, Passage, Question, Reading, Tag
from taama.evidence.queries import findings_on
from taama.evidence.rules import disagree, plain_part, segments
from taama.evidence.vocabularies import AnswerKind
from taama.partners.models import Organisation, OrganisationName

from .answers import answer_of, card_of
from .matching import Candidate, Traits, populations_in, ranked, stems
from .models import Suggestion, SuggestionQuerySet, SuggestionVerdict, Sweep
from .spellings import KnownNames, People
from .vocabularies import CONFIRMING, JUDGED, Confidence, SuggestionJudgement, SuggestionKind
from .wording import counted

NEXT_SHOWN = 6


@dataclass(frozen=True)
class Filters:
    """Which part of the queue a person looks at; empty means all of it."""

    kind: str = ""
    document: str = ""
    objective: str = ""
    confidence: str = ""
    unsure: bool = False

    @property
    def as_address(self) -> str:
        """As the end of an address, so that the next suggestion is of the same part."""
        chosen = {
            "kind": self.kind,
            "document": self.document,
            "objective": self.objective,
            "confidence": self.confidence,
            "unsure": "yes" if self.unsure else "",
        }
        return urlencode({name: value for name, value in chosen.items() if value})


def filters_of(given: Mapping[str, str]) -> Filters:
    """The filters of an address; what is no such kind or step counts for nothing."""
    kind, confidence = given.get("kind", ""), given.get("confidence", "")
    objective = given.get("objective", "")
    return Filters(
        kind if kind in SuggestionKind.values else "",
        given.get("document", ""),
        objective if objective.isdecimal() else "",
        confidence if confidence in Confidence.values else "",
        given.get("unsure") == "yes",
    )


def part(filters: Filters) -> SuggestionQuerySet:
    """All suggestions of this part of the queue, judged or not."""
    found: SuggestionQuerySet = Suggestion.objects.standing()
    if filters.kind:
        found = found.filter(kind=filters.kind)
    if filters.document:
        found = found.filter(reading__document__slug=filters.document)
    if filters.objective:
        speaks = Suggestion.objects.filter(kind=SuggestionKind.OBJECTIVE, what__number=int(filters.objective))
        found = found.filter(passage__in=speaks.values("passage"))
    return found.of_confidence(filters.confidence) if filters.confidence else found


def queue(filters: Filters) -> SuggestionQuerySet:
    """What waits in this part, the surest first; or what was left unsure."""
    found = part(filters)
    chosen = found.judged_as([SuggestionJudgement.UNSURE]) if filters.unsure else found.waiting()
    return chosen.surest_first().with_source()


@dataclass(frozen=True)
class Progress:
    """How many of a part are judged."""

    judged: int
    total: int


def progress(filters: Filters) -> Progress:
    """How far a part of the queue is."""
    counted_by = part(filters).with_judgement().aggregate(
        judged_ones=Count("pk", filter=Q(judged__in=JUDGED)), all_ones=Count("pk")
    )  # fmt: skip
    return Progress(counted_by["judged_ones"], counted_by["all_ones"])


@dataclass(frozen=True)
class Stretch:
    """A piece of the passage, marked or not."""

    text: str
    is_marked: bool


@dataclass(frozen=True)
class Focus:
    """One suggestion with all that its verdict needs."""

    suggestion: Suggestion
    stretches: tuple[Stretch, ...]
    questions: tuple[Question, ...]
    chosen: Question | None
    rivals: tuple[Finding, ...]
    objective: Item | None
    action: Item | None
    organisation: Organisation | None
    objectives_of_document: int

    @property
    def becomes_a_finding(self) -> bool:
        """Whether accepting it marks a finding, under a question."""
        return self.suggestion.kind in {SuggestionKind.FIGURE, SuggestionKind.CLAIM}


def focus_on(suggestion: Suggestion) -> Focus:
    """The suggestion inside its passage, the questions it may answer, and what it would contradict."""
    questions, chosen = questions_for(suggestion)
    what = suggestion.what
    is_objective = suggestion.kind == SuggestionKind.OBJECTIVE
    return Focus(
        suggestion,
        marked(suggestion),
        questions,
        chosen,
        rivals_of(suggestion, chosen),
        objective_item(what) if is_objective else None,
        action_item(what) if is_objective else None,
        Organisation.objects.filter(code=what["code"]).first() if what.get("code") else None,
        len(objectives_waiting(suggestion.document)) if is_objective else 0,
    )


def marked(suggestion: Suggestion) -> tuple[Stretch, ...]:
    """The passage cut where the marked words begin and end."""
    passage = suggestion.passage
    text = getattr(suggestion, "words", "") or passage.text
    marks = [(str(at), start, end) for at, (start, end) in enumerate(suggestion.stretches)]
    first, last = plain_part(text)
    return tuple(
        Stretch(text[one.start - passage.start : one.end - passage.start], bool(one.marks))
        for one in segments(passage.start + first, passage.start + last, marks)
    )


def objective_item(what: Mapping[str, object]) -> Item | None:
    """The objective a suggestion names."""
    return item("gcm", str(what["number"]))


def action_item(what: Mapping[str, object]) -> Item | None:
    """The lettered action a suggestion names, 10(h); None where it names none."""
    return item("gcm", f"{what['number']}({what['action']})") if what["action"] else None


def questions_for(suggestion: Suggestion) -> tuple[tuple[Question, ...], Question | None]:
    """The held questions a figure or claim may answer, the best fit first, and the one to choose beforehand."""
    if suggestion.kind not in {SuggestionKind.FIGURE, SuggestionKind.CLAIM}:
        return (), None
    by_code = {question.code: question for question in held_questions(suggestion)}
    around = stems(getattr(suggestion, "words", "") or suggestion.passage.text)
    fits = ranked(traits_told(suggestion), around, ((code, traits_of(one)) for code, one in by_code.items()))
    best: Candidate | None = fits[0] if fits and fits[0].is_good else None
    return tuple(by_code[one.code] for one in fits), by_code[best.code] if best else None


def held_questions(suggestion: Suggestion) -> QuerySet[Question]:
    """The questions a suggestion could answer: those of its unit, or those that ask for a date."""
    if suggestion.kind == SuggestionKind.CLAIM:
        return Question.objects.filter(answer=AnswerKind.DATE)
    return Question.objects.filter(answer=AnswerKind.NUMBER, unit=suggestion.what["unit"])


def traits_of(question: Question) -> Traits:
    """What tells a held question apart."""
    words = [*question.wording.values(), *question.population.values()]
    return Traits(question.unit, question.kind, populations_in(*words), stems(*words))


def traits_told(suggestion: Suggestion) -> Traits:
    """The same of a suggestion."""
    what = suggestion.what
    if suggestion.kind == SuggestionKind.CLAIM:
        said = stems(what["subject"], what["predicate"])
        return Traits("date", "event", frozenset(), said)
    populations = frozenset([what["population"]]) if what["population"] else frozenset()
    return Traits(what["unit"], what["kind"], populations, stems(what["what"], counted(what)))


def rivals_of(suggestion: Suggestion, question: Question | None) -> tuple[Finding, ...]:
    """The accepted findings that accepting it would contradict."""
    if question is None:
        return ()
    card = card_of(suggestion, question)
    answer = answer_of(card)
    held = findings_on(question.code).filter(country=card.country, area=card.area)
    return tuple(finding for finding in held if disagree(answer, finding.answer))


def objectives_waiting(document: Document) -> list[Suggestion]:
    """The objectives suggested of a document that wait for a verdict."""
    waiting = Suggestion.objects.waiting().filter(kind=SuggestionKind.OBJECTIVE, reading__document=document)
    return list(waiting.select_related("passage", "reading__document").order_by("start"))


def last_verdict_of(user_pk: UUID) -> SuggestionVerdict | None:
    """A person's newest verdict that still stands, to be taken back if it was a slip."""
    latest = SuggestionVerdict.objects.filter(suggestion=OuterRef("suggestion")).order_by("-at", "-pk")
    own = SuggestionVerdict.objects.filter(by=user_pk, pk=latest.values("pk")[:1], judgement__in=JUDGED)
    found: SuggestionVerdict | None = own.select_related("suggestion").order_by("-at").first()
    return found


def confirmed_texts() -> list[tuple[str, set[int]]]:
    """Passages of whose objectives a person has spoken, with those that stand: none where all were rejected."""
    spoken = Suggestion.objects.judged_as([*CONFIRMING, SuggestionJudgement.REJECTED])
    about = spoken.filter(kind=SuggestionKind.OBJECTIVE).values("passage")
    tags = Tag.objects.standing()
    passages = Passage.objects.filter(Q(pk__in=about) | Q(pk__in=tags.values("passage")))
    whole = passages.with_words().prefetch_related(Prefetch("tags", tags))
    return [(one.text, {int(tag.objective.code) for tag in one.tags.all()}) for one in whole]


@dataclass(frozen=True)
class DocumentWaiting:
    """A document with the number of suggestions that wait on it."""

    document: Document
    waiting: int


def documents_waiting() -> list[DocumentWaiting]:
    """Documents with suggestions nobody has judged, those with the most first."""
    waits = Suggestion.objects.waiting().values("reading__document").annotate(waiting=Count("pk"))
    numbers = dict(waits.order_by().values_list("reading__document", "waiting"))
    held = Document.objects.in_bulk(numbers)
    lines = [DocumentWaiting(held[pk], number) for pk, number in numbers.items()]
    return sorted(lines, key=lambda line: (-line.waiting, line.document.slug))


def number_waiting() -> int:
    """How many suggestions wait for a verdict."""
    return Suggestion.objects.waiting().count()


def readings_to_sweep(edition: str) -> QuerySet[Reading]:
    """Current readings that this edition of the machine has not gone through."""
    swept = Sweep.objects.filter(reading=OuterRef("pk"), edition=edition)
    current = Reading.objects.filter(is_current=True).select_related("document")
    return current.exclude(Exists(swept)).order_by("document__received_at", "document__slug")


def known_names() -> KnownNames:
    """Names of people told so far, and the acronyms organisations bear or bore."""
    told = Suggestion.objects.filter(kind=SuggestionKind.NAME, what__of="person", withdrawn_at=None)
    acronyms = OrganisationName.objects.exclude(acronym="").values_list("acronym", "organisation__code")
    return KnownNames(People(name["name"] for name in told.values_list("what", flat=True)), dict(acronyms))
