"""Ruling on conflicts: a named person's reasoned choice; every finding stays."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from django.utils import timezone
from django.utils.translation import gettext as _

from taama.accounts.models import Membership, User
from taama.evidence.loading import RULING_COLUMNS
from taama.evidence.models import Finding, Question, Ruling
from taama.evidence.queries import conflicts_on
from taama.evidence.vocabularies import Outcome
from taama.journal.actors import Actor
from taama.journal.changes import change, record
from taama.journal.keeping import Tally
from taama.web.identity import derived_id
from taama.web.languages import texts_of
from taama.web.refusals import NotAllowedNow
from taama.web.tables import Row, read_rows


@dataclass(frozen=True)
class Choice:
    """What a person decides between findings that disagree, and why."""

    outcome: str
    reason: str
    stands: Finding | None = None
    translations: Mapping[str, str] = field(default_factory=dict)


@change
def rule_on_conflict(*, findings: Collection[Finding], choice: Choice, by: User) -> Ruling:
    """Say which finding stands, that both do, or that it is not settled; earlier rulings stay."""
    question = check_choice(findings, choice)
    ruling = Ruling(question=question, by=by, at=timezone.now(), **choice_fields(choice))
    write_ruling(ruling, findings)
    record("evidence.conflict.ruled", ruling, by=by, detail={"between": sorted(one.code for one in findings)})
    return ruling


def check_choice(findings: Collection[Finding], choice: Choice) -> Question:
    """The question ruled on; refused without a reason, or where the findings do not disagree."""
    if not choice.reason.strip():
        raise NotAllowedNow("conflict.rule.no_reason", _("Say why, so that others can follow."))
    wanted = {finding.pk for finding in findings}
    question = next(iter(findings)).question
    if not any(wanted == {one.pk for one in conflict.findings} for conflict in conflicts_on(question.code)):
        raise NotAllowedNow(
            "conflict.rule.gone", _("These findings no longer disagree as shown. Look again.")
        )
    if (choice.outcome == Outcome.ONE_STANDS) != (choice.stands is not None):
        raise NotAllowedNow("conflict.rule.which", _("Say which finding stands, or that none does alone."))
    if choice.stands is not None and choice.stands.pk not in wanted:
        raise NotAllowedNow(
            "conflict.rule.other", _("The finding that stands must be one of those that disagree.")
        )
    return question


def choice_fields(choice: Choice) -> dict[str, object]:
    """A choice as the record names its fields."""
    return {
        "outcome": choice.outcome,
        "reason": choice.reason.strip(),
        "translations": dict(choice.translations),
        "stands": choice.stands,
    }


def write_ruling(ruling: Ruling, findings: Collection[Finding]) -> None:
    """Check and save with the findings it is between."""
    ruling.full_clean()
    ruling.save(force_insert=True)
    ruling.between.set(findings)


@change
def load_rulings(*, folder: Path, by: Actor) -> Tally:
    """Add the rulings of `rulings.csv`, each in the name of an invented person; one already there is left alone."""
    tally = Tally()
    people = invented_people()
    questions = {question.code: question for question in Question.objects.all()}
    ruling = None
    for row in read_rows(folder / "rulings.csv", RULING_COLUMNS):
        ruling = keep_ruling(row, row.known("question", questions), people, tally)
    if ruling and tally.anything:
        record("evidence.rulings.loaded", ruling, by=by, detail=tally.as_detail())
    return tally


def invented_people() -> dict[str, User]:
    """The people of the demonstration by role: a sample never speaks in the name of a real person."""
    posts = Membership.objects.filter(ended_on=None, user__is_invented=True).select_related("user")
    return {post.role: post.user for post in posts.order_by("-began_on", "-user__email")}


def keep_ruling(row: Row, question: Question, people: Mapping[str, User], tally: Tally) -> Ruling:
    """One ruling; it covers the group its finding stands in, or all that disagree on the question."""
    claim = (row["question"], row["stands"], row["outcome"], row["reason"], row["by"])
    pk = derived_id("evidence.ruling", *claim)
    found: Ruling | None = Ruling.objects.filter(pk=pk).first()
    if found is not None:
        tally.unchanged += 1
        return found
    groups = [conflict.findings for conflict in conflicts_on(question.code)]
    between = {finding.code: finding for group in groups for finding in group}
    if not between:
        raise row.bad("question", _("No accepted findings disagree on this question."))
    stands = row.known("stands", between) if row["stands"] else None
    covered = next((group for group in groups if stands in group), tuple(between.values()))
    choice = Choice(
        row.one_of("outcome", Outcome.values), row["reason"], stands, texts_of(row.cells, "reason")
    )
    person = row.known("by", people)
    ruling = Ruling(pk=pk, question=question, by=person, at=timezone.now(), **choice_fields(choice))
    write_ruling(ruling, covered)
    tally.added += 1
    return ruling
