"""Reading documents, findings and conflicts, shaped for pages and for rooms above."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from uuid import UUID

from django.db.models import Count, Prefetch, Q, QuerySet

from taama.compact.models import Item

from .models import Citation, Document, Finding, Passage, Question, Reading, Ruling, Tag, Verdict
from .rules import groups_that_disagree, plain_part, says_the_same, segments


def documents(kind: str = "", words: str = "") -> QuerySet[Document]:
    """Held documents, newest first; of one kind, or with these words in title or publisher, if given."""
    found: QuerySet[Document] = Document.objects.select_related("organisation").annotate(
        number_of_findings=Count("readings__passages__findings", distinct=True)
    )
    found = found.order_by("-published_on", "slug")
    if kind:
        found = found.filter(kind=kind)
    for word in words.split():
        found = found.filter(Q(title__icontains=word) | Q(publisher__icontains=word))
    return found


def holder_of(sha256: str) -> Document | None:
    """The document that holds these bytes, if any does."""
    return Document.objects.filter(sha256=sha256).first()


def current_readings() -> dict[str, Reading]:
    """The current reading of every document by slug, its passages with it."""
    readings = Reading.objects.filter(is_current=True).select_related("document").prefetch_related("passages")
    return {reading.document.slug: reading for reading in readings}


@dataclass(frozen=True)
class MarkedText:
    """A stretch of a passage, with the findings and citations that rest on it."""

    text: str
    findings: tuple[Finding, ...]
    citations: tuple[Citation, ...]

    @property
    def is_marked(self) -> bool:
        """Whether anything rests on it."""
        return bool(self.findings or self.citations)


@dataclass(frozen=True)
class PassageView:
    """A passage as a page shows it: its stretches, and what people found in it."""

    passage: Passage
    stretches: tuple[MarkedText, ...]
    findings: tuple[Finding, ...]
    citations: tuple[Citation, ...]
    tags: tuple[Tag, ...]


@dataclass(frozen=True)
class DocumentPage:
    """A document with its source card, its text by passages and the marks on them."""

    document: Document
    passages: tuple[PassageView, ...]

    @property
    def number_of_marks(self) -> int:
        """How many findings and citations rest on it."""
        return sum(len(view.findings) + len(view.citations) for view in self.passages)

    @property
    def objectives(self) -> list[Item]:
        """The objectives its tags name, each once, in the Compact's order."""
        named = {tag.objective.pk: tag.objective for view in self.passages for tag in view.tags}
        return sorted(named.values(), key=lambda item: item.position)


def document_page(slug: str) -> DocumentPage | None:
    """A document as its page shows it; None if there is none."""
    document = Document.objects.select_related("organisation").filter(slug=slug).first()
    if document is None:
        return None
    reading = (
        Reading.objects.filter(document=document, is_current=True)
        .prefetch_related(
            "passages",
            Prefetch("passages__findings", Finding.objects.with_judgement().select_related("question")),
            Prefetch("passages__citations", Citation.objects.filter(withdrawn_at=None)),
            Prefetch("passages__tags", Tag.objects.standing()),
        )
        .first()
    )
    passages = () if reading is None else tuple(passage_view(passage) for passage in reading.passages.all())
    return DocumentPage(document, passages)


def passage_view(passage: Passage) -> PassageView:
    """One passage cut where marks begin and end."""
    findings = tuple(sorted(passage.findings.all(), key=lambda one: (one.start, one.code)))
    citations = tuple(passage.citations.all())
    by_code = {**{f"f:{one.code}": one for one in findings}, **{f"c:{one.code}": one for one in citations}}
    marks = [(name, mark.start, mark.end) for name, mark in by_code.items()]
    text = passage.reading.text
    first, last = plain_part(passage.text)
    stretches = tuple(
        MarkedText(
            text[part.start : part.end],
            tuple(one for one in findings if f"f:{one.code}" in part.marks),
            tuple(one for one in citations if f"c:{one.code}" in part.marks),
        )
        for part in segments(passage.start + first, passage.start + last, marks)
    )
    return PassageView(passage, stretches, findings, citations, tuple(passage.tags.all()))


@dataclass(frozen=True)
class SourceCard:
    """Where a finding or citation comes from, word for word, and who judged it."""

    document: Document
    position: int
    page: int | None
    before: str
    quote: str
    after: str
    verdicts: tuple[Verdict, ...] = ()


def source_card(mark: Finding | Citation) -> SourceCard:
    """The words of a finding or citation inside their passage, with the document's card and the verdicts."""
    return source_cards([mark])[0]


def source_cards(marks: Sequence[Finding | Citation]) -> list[SourceCard]:
    """The source cards of several, in two queries: the passages cut by the database, and the verdicts."""
    passages = Passage.objects.with_words().in_bulk({mark.passage_id for mark in marks})
    verdicts: dict[UUID, list[Verdict]] = defaultdict(list)
    for verdict in Verdict.objects.filter(finding__in=[mark.pk for mark in marks]).select_related("by"):
        verdicts[verdict.finding_id].append(verdict)
    return [card_of(mark, passages[mark.passage_id], verdicts[mark.pk]) for mark in marks]


def card_of(mark: Finding | Citation, passage: Passage, verdicts: Iterable[Verdict]) -> SourceCard:
    """One source card."""
    text, start, end = passage.text, mark.start - passage.start, mark.end - passage.start
    return SourceCard(
        document=passage.reading.document,
        position=passage.position,
        page=passage.page,
        before=text[:start],
        quote=text[start:end],
        after=text[end:],
        verdicts=tuple(verdicts),
    )


def findings_for(item: Item) -> QuerySet[Finding]:
    """The accepted findings that speak to an objective, with their sources."""
    return Finding.objects.accepted().with_source().filter(objectives=item)


def tags_for(item: Item) -> QuerySet[Tag]:
    """The standing tags of an objective or of one of its actions, with their sources, newest document first."""
    tags = Tag.objects.with_source().filter(Q(objective=item) | Q(action=item), withdrawn_at=None)
    return tags.order_by("-passage__reading__document__published_on", "passage__position")


def findings_on(question_code: str) -> QuerySet[Finding]:
    """The accepted findings on a question, with their sources."""
    return Finding.objects.accepted().with_source().filter(question__code=question_code)


def finding_by_code(code: str) -> Finding | None:
    """One finding with its source; None if there is none."""
    finding: Finding | None = Finding.objects.with_judgement().with_source().filter(code=code).first()
    return finding


def citation_by_code(code: str) -> Citation | None:
    """One citation with its source, withdrawn ones too; None if there is none."""
    return Citation.objects.with_source().filter(code=code).first()


def findings_to_judge() -> QuerySet[Finding]:
    """Findings nobody has judged yet, with their sources."""
    return Finding.objects.with_source().filter(verdicts=None)


@dataclass(frozen=True)
class Conflict:
    """Accepted findings on one question and place that cannot all be true, and the ruling on them, if any."""

    question: Question
    findings: tuple[Finding, ...]
    ruling: Ruling | None = None

    @property
    def may_be_one_source(self) -> bool:
        """Whether two of them say the same: one source through two publishers is not two confirmations."""
        return says_the_same([finding.answer for finding in self.findings])

    @property
    def stands(self) -> Finding | None:
        """The finding that stands by the ruling."""
        return self.ruling.stands if self.ruling else None


def conflicts() -> list[Conflict]:
    """Every conflict, by question."""
    return conflicts_among(Finding.objects.accepted().with_source())


def conflicts_on(question_code: str) -> list[Conflict]:
    """The conflicts on one question: one for each place and time on which findings disagree."""
    return conflicts_among(findings_on(question_code))


def conflict(question_code: str) -> Conflict | None:
    """The first conflict on a question; None where its findings agree."""
    return next(iter(conflicts_on(question_code)), None)


def conflict_of(finding: Finding) -> Conflict | None:
    """The conflict a finding stands in; None where nobody contradicts it."""
    found = conflicts_on(finding.question.code)
    return next((one for one in found if finding.pk in {member.pk for member in one.findings}), None)


def conflicts_among(findings: Iterable[Finding]) -> list[Conflict]:
    """The groups of findings on one question and place that hang together by disagreement."""
    same_thing: dict[tuple[UUID, UUID | None, UUID | None], list[Finding]] = defaultdict(list)
    for finding in findings:
        same_thing[finding.question_id, finding.country_id, finding.area_id].append(finding)
    groups = [
        [rivals[index] for index in group]
        for rivals in same_thing.values()
        for group in groups_that_disagree([finding.answer for finding in rivals])
    ]
    rulings = rulings_on({group[0].question_id for group in groups})
    return [Conflict(group[0].question, tuple(group), ruling_on(group, rulings)) for group in groups]


def rulings_on(questions: Iterable[UUID]) -> list[Ruling]:
    """Rulings on these questions, newest first, with the findings they are between."""
    wanted = Ruling.objects.filter(question__in=list(questions)).select_related("stands", "by")
    return list(wanted.prefetch_related(Prefetch("between", Finding.objects.only("pk")), "by__memberships"))


def ruling_on(group: Sequence[Finding], rulings: Sequence[Ruling]) -> Ruling | None:
    """The newest ruling that knew all these findings: a finding that came later reopens the conflict."""
    members = {finding.pk for finding in group}
    return next((one for one in rulings if members <= {known.pk for known in one.between.all()}), None)


@dataclass(frozen=True)
class Rivals:
    """Findings that disagree, each with its source card."""

    conflict: Conflict
    sources: tuple[tuple[Finding, SourceCard], ...]


@dataclass(frozen=True)
class ConflictPage:
    """A question with the findings that disagree on it, group by group, and those nobody contradicts."""

    question: Question
    rivals: tuple[Rivals, ...]
    others: tuple[Finding, ...]
    earlier_rulings: tuple[Ruling, ...]


def conflict_page(question_code: str) -> ConflictPage | None:
    """What is said on a question, side by side; None if nobody asks it."""
    question = Question.objects.filter(code=question_code).first()
    if question is None:
        return None
    findings = list(findings_on(question_code))
    found = conflicts_among(findings)
    in_conflict = [finding for conflict in found for finding in conflict.findings]
    cards = dict(zip([one.pk for one in in_conflict], source_cards(in_conflict), strict=True))
    rivals = tuple(
        Rivals(one, tuple((finding, cards[finding.pk]) for finding in one.findings)) for one in found
    )
    disputed = {finding.pk for finding in in_conflict}
    standing = {one.ruling.pk for one in found if one.ruling}
    return ConflictPage(
        question,
        rivals,
        tuple(finding for finding in findings if finding.pk not in disputed),
        tuple(ruling for ruling in rulings_on({question.pk}) if ruling.pk not in standing),
    )
