"""Marking findings in passages and judging them."""

import uuid
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from django.core.exceptions import ValidationError
from django.utils import timezone
from django.utils.translation import gettext as _

from taama.accounts.models import User
from taama.accounts.roles import Role
from taama.evidence.cards import FindingCard, QuestionCard
from taama.evidence.codes import free_code
from taama.evidence.loading import FINDING_COLUMNS, QUESTION_COLUMNS, FindingReader, located, unique_rows
from taama.evidence.models import Finding, Passage, Question, Reading, Verdict
from taama.evidence.queries import current_readings
from taama.evidence.vocabularies import AnswerKind, FigureKind, Judgement
from taama.journal.actors import Actor
from taama.journal.changes import change, record
from taama.journal.keeping import Tally, keep, keep_ties
from taama.web.identity import derived_id
from taama.web.languages import texts_of
from taama.web.refusals import BadInput, NotAllowedNow
from taama.web.tables import Row


@change
def mark_finding(*, passage: Passage, start: int, end: int, card: FindingCard, by: Actor) -> Finding:
    """Mark words of a passage as an answer to a question; an evidence officer's mark is accepted at once."""
    finding = Finding(
        code=card.code or free_code(Finding, card.question.code, first="1"),
        **values_of(card, passage, start, end),
    )
    finding.full_clean()
    finding.save(force_insert=True)
    finding.objectives.set(card.objectives)
    record("evidence.finding.marked", finding, by=by)
    if isinstance(by, User) and by.has_role(Role.EVIDENCE_OFFICER):
        judge_finding(finding=finding, judgement=Judgement.ACCEPTED, by=by)
    return finding


def values_of(card: FindingCard, passage: Passage, start: int, end: int) -> dict[str, Any]:
    """A card's fields as the record names them."""
    return {
        "question": card.question,
        "passage": passage,
        "start": start,
        "end": end,
        "value": card.value,
        "value_high": card.value_high,
        "qualifier": card.qualifier,
        "date_value": card.date_value,
        "country": card.country,
        "area": card.area,
        "as_of": card.as_of,
        "period_start": card.period_start,
        "period_end": card.period_end,
        "deduplicated": card.deduplicated,
        "note": card.note,
    }


@change
def judge_finding(*, finding: Finding, judgement: str, by: User, why: str = "") -> Verdict:
    """Accept, reject or doubt a finding; a reason is owed for the latter two. Earlier verdicts stay."""
    if judgement != Judgement.ACCEPTED and not why.strip():
        raise NotAllowedNow("finding.judge.no_reason", _("Say why, so that others can follow."))
    verdict = Verdict(finding=finding, judgement=judgement, by=by, at=timezone.now(), why=why.strip())
    verdict.full_clean()
    verdict.save(force_insert=True)
    record("evidence.finding.judged", verdict, by=by)
    return verdict


@change
def ask_question(*, card: QuestionCard, by: Actor) -> Question:
    """Add a question, for findings of any source to answer."""
    wording = next(iter(card.wording.values()), "")
    question = Question(
        code=free_code(Question, wording),
        wording=dict(card.wording),
        population=dict(card.population),
        unit=card.unit,
        kind=card.kind,
        answer=card.answer,
    )
    question.full_clean()
    question.save(force_insert=True)
    record("evidence.question.asked", question, by=by)
    return question


@change
def load_questions(*, folder: Path, by: Actor) -> Tally:
    """Add or mend the questions of `questions.csv`."""
    tally = Tally()
    kept = None
    for row in unique_rows(folder / "questions.csv", QUESTION_COLUMNS, "code"):
        kept = keep_question(row, tally)
    if kept and tally.anything:
        record("evidence.questions.loaded", kept, by=by, detail=tally.as_detail())
    return tally


def keep_question(row: Row, tally: Tally) -> Question:
    """One question."""
    values = {
        "code": row["code"],
        "wording": texts_of(row.cells, "wording"),
        "unit": row["unit"],
        "kind": row.one_of("kind", FigureKind.values),
        "population": texts_of(row.cells, "population"),
        "answer": row.one_of("answer", AnswerKind.values),
    }
    with named(row):
        return keep(Question, derived_id("evidence.question", row["code"]), values, tally)


@contextmanager
def named(row: Row) -> Iterator[None]:
    """Give a record's complaint its file and line."""
    try:
        yield
    except ValidationError as error:
        raise row.bad("", " ".join(error.messages)) from error


@change
def load_findings(*, folder: Path, by: Actor, judged_by: User | None = None) -> Tally:
    """Add or mend the findings of `findings.csv`, new ones accepted by `judged_by`, or by `by` if a person."""
    tally = Tally()
    judge = judged_by or (by if isinstance(by, User) else None)
    if judge is None:
        raise BadInput("finding.no_judge", _("Findings are accepted by a named person; none was given."))
    reader = FindingReader({question.code: question for question in Question.objects.all()})
    readings = current_readings()
    finding = None
    for row in unique_rows(folder / "findings.csv", FINDING_COLUMNS, "code"):
        finding = keep_finding(row, reader, readings, tally)
        keep_acceptance(finding, judge, tally)
    if finding and tally.anything:
        record("evidence.findings.loaded", finding, by=by, detail=tally.as_detail())
    return tally


def keep_finding(row: Row, reader: FindingReader, readings: Mapping[str, Reading], tally: Tally) -> Finding:
    """One finding with the objectives it speaks to."""
    card = reader.card(row)
    quote = located(row, row.known("document", readings))
    values = {"code": row["code"], **values_of(card, quote.passage, quote.start, quote.end)}
    with named(row):
        finding = keep(Finding, derived_id("evidence.finding", row["code"]), values, tally)
    keep_ties(finding, "objectives", card.objectives, tally)
    return finding


def keep_acceptance(finding: Finding, judge: User, tally: Tally) -> None:
    """Accept a finding nobody has judged yet."""
    if finding.verdicts.exists():
        return
    pk: uuid.UUID = derived_id("evidence.verdict", finding.code)
    values = {"finding": finding, "judgement": Judgement.ACCEPTED, "by": judge, "at": timezone.now()}
    keep(Verdict, pk, values, tally)
