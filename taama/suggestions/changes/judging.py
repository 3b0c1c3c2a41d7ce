"""Judging suggestions: accepting makes a finding, a tag or a name; every verdict is a record with its person."""

from collections.abc import Callable
from dataclasses import dataclass, replace

from django.utils import timezone
from django.utils.translation import gettext as _

from taama.accounts.models import User
from taama.evidence.cards import FindingCard, QuestionCard
from taama.evidence.changes import ask_question, judge_finding, mark_finding, tag_passage, withdraw_tag
from taama.evidence.models import Document, Question
from taama.evidence.vocabularies import Judgement
from taama.journal.changes import change, record
from taama.partners.changes import add_name, take_back_name
from taama.partners.models import Organisation
from taama.suggestions.answers import card_of
from taama.suggestions.models import Suggestion, SuggestionVerdict
from taama.suggestions.queries import action_item, last_verdict_of, objective_item, objectives_waiting
from taama.suggestions.vocabularies import CONFIRMING, SuggestionJudgement, SuggestionKind
from taama.web.refusals import NotAllowedNow

ACRONYM_AT_MOST = 30


@dataclass(frozen=True)
class Answering:
    """Under which question a figure or date is kept, asked first if need be; `card`, `start`, `end` where mended."""

    question: Question | None = None
    asked: QuestionCard | None = None
    card: FindingCard | None = None
    start: int | None = None
    end: int | None = None


Becoming = Callable[[Suggestion, User, Answering], SuggestionVerdict]


@change
def accept_suggestion(
    *, suggestion: Suggestion, by: User, answering: Answering | None = None
) -> SuggestionVerdict:
    """Confirm a suggestion, as it is or mended: it becomes a finding, a tag or a name on this person's word."""
    insist_on_open(suggestion)
    verdict = BECOMES[suggestion.kind](suggestion, by, answering or Answering())
    return keep_verdict(verdict)


@change
def reject_suggestion(*, suggestion: Suggestion, by: User, why: str = "") -> SuggestionVerdict:
    """Refuse a suggestion; it does not come again."""
    insist_on_open(suggestion)
    return keep_verdict(verdict_on(suggestion, SuggestionJudgement.REJECTED, by, why))


@change
def doubt_suggestion(*, suggestion: Suggestion, by: User, why: str = "") -> SuggestionVerdict:
    """Leave a suggestion undecided; it goes out of the queue and can be looked at again."""
    insist_on_open(suggestion)
    return keep_verdict(verdict_on(suggestion, SuggestionJudgement.UNSURE, by, why))


@change
def accept_objectives(*, document: Document, by: User) -> int:
    """Confirm every objective suggested of a document that waits; how many there were."""
    waiting = objectives_waiting(document)
    for suggestion in waiting:
        accept_suggestion(suggestion=suggestion, by=by)
    return len(waiting)


@change
def take_back_verdict(*, by: User) -> SuggestionVerdict:
    """Take back the newest verdict of a person that still stands, and whatever it made; the suggestion waits again."""
    last = last_verdict_of(by.pk)
    if last is None:
        raise NotAllowedNow("suggestion.take_back.none", _("You have no verdict to take back."))
    undo(last, by)
    return keep_verdict(verdict_on(last.suggestion, SuggestionJudgement.TAKEN_BACK, by))


def insist_on_open(suggestion: Suggestion) -> None:
    """Refuse what has become something already, or is told no more."""
    current = Suggestion.objects.select_for_update().with_judgement().get(pk=suggestion.pk)
    if current.withdrawn_at is not None:
        raise NotAllowedNow(
            "suggestion.judge.withdrawn", _("This suggestion was withdrawn. Look at the next one.")
        )
    if current.judged in CONFIRMING:
        raise NotAllowedNow(
            "suggestion.judge.again", _("Somebody has confirmed this already. Look at the next one.")
        )


def verdict_on(suggestion: Suggestion, judgement: str, by: User, why: str = "") -> SuggestionVerdict:
    """A verdict, not yet kept."""
    return SuggestionVerdict(
        suggestion=suggestion, judgement=judgement, by=by, at=timezone.now(), why=why.strip()
    )


def keep_verdict(verdict: SuggestionVerdict) -> SuggestionVerdict:
    """Check, save, and leave the entry."""
    verdict.full_clean()
    verdict.save(force_insert=True)
    record("suggestions.suggestion.judged", verdict, by=verdict.by)
    return verdict


def become_finding(suggestion: Suggestion, by: User, answering: Answering) -> SuggestionVerdict:
    """A finding under the question chosen, or under one that is asked first."""
    question = answering.question or (
        ask_question(card=answering.asked, by=by) if answering.asked is not None else None
    )
    if question is None:
        raise NotAllowedNow(
            "suggestion.accept.no_question", _("Say which question this answers, or ask a new one.")
        )
    as_told = card_of(suggestion, question)
    card = replace(answering.card, question=question) if answering.card is not None else as_told
    start, end = (
        answering.start if answering.start is not None else suggestion.start,
        answering.end if answering.end is not None else suggestion.end,
    )
    finding = mark_finding(passage=suggestion.passage, start=start, end=end, card=card, by=by)
    is_mended = (start, end) != (suggestion.start, suggestion.end) or not same_card(card, as_told)
    judgement = SuggestionJudgement.MENDED if is_mended else SuggestionJudgement.ACCEPTED
    verdict = verdict_on(suggestion, judgement, by)
    verdict.finding = finding
    return verdict


def same_card(one: FindingCard, other: FindingCard) -> bool:
    """Whether two cards keep the same, whatever is noted beside."""
    plain = {"note": "", "objectives": (), "code": ""}
    return replace(one, **plain) == replace(other, **plain)  # type: ignore[arg-type]


def become_tag(suggestion: Suggestion, by: User, _answering: Answering) -> SuggestionVerdict:
    """A tag on the words that speak of the objective."""
    objective = objective_item(suggestion.what)
    if objective is None:
        raise NotAllowedNow("suggestion.accept.no_objective", _("The Compact has no such objective."))
    verdict = verdict_on(suggestion, SuggestionJudgement.ACCEPTED, by)
    verdict.tag = tag_passage(
        passage=suggestion.passage,
        start=suggestion.start,
        end=suggestion.end,
        objective=objective,
        action=action_item(suggestion.what),
        by=by,
    )
    return verdict


def become_mention(suggestion: Suggestion, by: User, _answering: Answering) -> SuggestionVerdict:
    """That this organisation or person is named there: the verdict is all there is to keep."""
    return verdict_on(suggestion, SuggestionJudgement.ACCEPTED, by)


def become_name(suggestion: Suggestion, by: User, _answering: Answering) -> SuggestionVerdict:
    """One more spelling of an organisation; of a person nothing is kept but the verdict."""
    verdict = verdict_on(suggestion, SuggestionJudgement.ACCEPTED, by)
    what = suggestion.what
    organisation = Organisation.objects.filter(code=what["code"]).first() if what["code"] else None
    if organisation is not None:
        spelling = what["spelling"]
        is_acronym = spelling.isupper() and len(spelling) <= ACRONYM_AT_MOST
        verdict.name = add_name(
            organisation=organisation,
            acronym=spelling if is_acronym else "",
            name={} if is_acronym else {suggestion.document.language: spelling},
            source=suggestion.document.title,
            by=by,
        )
    return verdict


BECOMES: dict[str, Becoming] = {
    SuggestionKind.FIGURE: become_finding,
    SuggestionKind.CLAIM: become_finding,
    SuggestionKind.OBJECTIVE: become_tag,
    SuggestionKind.NAME: become_mention,
    SuggestionKind.ALIAS: become_name,
}


def undo(verdict: SuggestionVerdict, by: User) -> None:
    """Undo what a verdict made: the finding is judged rejected, the tag withdrawn, the name taken back."""
    if verdict.finding is not None:
        why = _("Confirmed by mistake from a suggestion, and taken back.")
        judge_finding(finding=verdict.finding, judgement=Judgement.REJECTED, by=by, why=why)
    if verdict.tag is not None and verdict.tag.withdrawn_at is None:
        withdraw_tag(tag=verdict.tag, by=by)
    if verdict.name is not None:
        take_back_name(name=verdict.name, by=by)
