"""The rounds of a sample, played through the verbs that people use; a round that is there is left alone."""

import datetime as dt
import uuid
from collections.abc import Iterable
from itertools import groupby
from pathlib import Path

from django.utils import timezone
from django.utils.translation import gettext as _

from taama.accounts.models import User
from taama.journal.keeping import Tally
from taama.rounds.access import organisations_acted_for
from taama.rounds.cards import DraftCard, RoundCard
from taama.rounds.cells import Cell
from taama.rounds.loading import DRAFTED, STAND_IN_COLUMNS, AnswerRow, RoundReader, moment
from taama.rounds.models import Delegation, ReportingRound, Submission, SubmittedAnswer
from taama.rounds.queries.forms import FormPage, form_page
from taama.rounds.queries.rounds import round_page
from taama.rounds.rules import Outcome
from taama.web.tables import Row, read_rows

from .delegations import delegate
from .drafts import save_drafts
from .judgements import accept_answers, return_answer
from .rounds import close_round, open_round
from .submissions import submit_form

PARTED = ("sex", "age", "area")
ALL_WARNINGS = (
    "jump",
    "duplicate",
    "small_percent",
    *(f"{name}:{by}" for name in ("total", "parts_missing") for by in PARTED),
)


def load_rounds(*, folder: Path, coordinator: User, validator: User) -> Tally:
    """Open the rounds of `rounds.csv`, with what was answered in them by whoever acts for each organisation."""
    tally, reader = Tally(), RoundReader(folder)
    known = set(ReportingRound.objects.values_list("code", flat=True))
    rounds = [(row, card) for row, card in reader.rounds() if card.code not in known]
    tally.unchanged += len(known)
    if rounds:
        lend_all(folder, reader, coordinator)
    for row, card in rounds:
        play(row, card, reader, coordinator, validator)
        tally.added += 1
    return tally


def lend_all(folder: Path, reader: RoundReader, coordinator: User) -> None:
    """Who stands in for whom; named by the coordinator."""
    people = {one.email: one for one in User.objects.filter(is_active=True)}
    for row in read_rows(folder / "stand_ins.csv", STAND_IN_COLUMNS):
        receiver, whose = row.known("email", people), row.known("organisation", reader.organisations)
        starts, ends = (dt.date.fromisoformat(row.partial_date(name)) for name in ("starts_on", "ends_on"))
        if not Delegation.objects.filter(organisation=whose, receiver=receiver, starts_on=starts).exists():
            delegate(organisation=whose, receiver=receiver, starts_on=starts, ends_on=ends, by=coordinator)


def play(row: Row, card: RoundCard, reader: RoundReader, coordinator: User, validator: User) -> None:
    """One round from its opening to where the sample leaves it."""
    found = open_round(
        card=card, requests=reader.requests(card.code), by=coordinator, at=moment(row, "opened_on")
    )
    answers = sorted(
        reader.answers(card.code), key=lambda one: (one.organisation, bool(one.outcome == DRAFTED))
    )
    for code, given in groupby(answers, key=lambda one: one.organisation):
        answer_form(found, row, code, list(given), reader, validator)
    if row["closed_on"]:
        at = moment(row, "closed_on") or timezone.now()
        total = round_page(found, at).total
        close_round(
            round=found, note=row["closing_note"], gaps=total.owed - total.answered, by=coordinator, at=at
        )


def answer_form(
    found: ReportingRound, row: Row, code: str, answers: list[AnswerRow], reader: RoundReader, validator: User
) -> None:
    """One organisation's form: what was handed in and judged, then what is still a draft."""
    organisation = answers[0].row.known("organisation", reader.organisations)
    handed_in = [one for one in answers if one.outcome != DRAFTED]
    at = next((one.submitted_at for one in handed_in if one.submitted_at), timezone.now())
    person = acting_for(organisation.pk, timezone.localdate(at))
    if person is None:
        raise row.bad("code", _("Nobody acts for “%(code)s” then.") % {"code": code})
    if handed_in:
        page = form_page(found, organisation)
        save_drafts(page=page, cards=cards_of(page, handed_in), by=person)
        submission = submit_form(page=page, by=person, at=at)
        asked = submission.answers.select_related(
            "draft__area", "draft__request__indicator", "draft__request__activity"
        )
        judge(asked, handed_in, validator)
    drafted = [one for one in answers if one.outcome == DRAFTED]
    if drafted:
        page = form_page(found, organisation)
        save_drafts(page=page, cards=cards_of(page, drafted), by=person)


def with_places(submission: Submission) -> Iterable[SubmittedAnswer]:
    """Its answers with where they stand and what they answer."""
    names = ("draft__area", "draft__request__indicator", "draft__request__activity")
    return list(submission.answers.select_related(*names))


def acting_for(organisation: uuid.UUID, on: dt.date) -> User | None:
    """Somebody who fills in an organisation's form on a day."""
    people = User.objects.filter(is_active=True).order_by("email")
    return next(
        (one for one in people if organisations_acted_for(one, on).filter(pk=organisation).exists()), None
    )


def cards_of(page: FormPage, answers: Iterable[AnswerRow]) -> list[DraftCard]:
    """The answers as somebody writes them, each at its place."""
    requests = {
        (one.request.indicator or one.request.activity).code: one.request.pk  # type: ignore[union-attr]
        for one in page.groups
    }
    return [card_of(Cell(one.row.known("asked", requests), one.area, one.part), one, page) for one in answers]


def card_of(cell: Cell, answer: AnswerRow, page: FormPage) -> DraftCard:
    """One of them; a reason for warnings speaks of all that stand there."""
    row, passing = answer.row, answer.row["passing"]
    line = page.line(cell.key)
    if line is None:
        raise row.bad("area", _("Nobody is asked for this place and part."))
    return DraftCard(
        cell,
        given=str(answer.read.given),
        value=answer.read.value,
        state=answer.state,
        written=answer.read.written,
        reason=row["reason"],
        note=row["note"],
        passing=passing,
        passed=ALL_WARNINGS if passing else (),
    )


def judge(answers: Iterable[SubmittedAnswer], rows: Iterable[AnswerRow], validator: User) -> None:
    """What the validator made of them."""
    by_place = {(code_of(one), one.draft.cell.area, one.draft.part): one for one in answers}
    for row in rows:
        found = by_place[row.asked, row.area, row.part]
        if row.outcome == Outcome.ACCEPTED:
            accept_answers(answers=[found], by=validator, at=row.judged_at)
        elif row.outcome == Outcome.RETURNED:
            return_answer(answer=found, comment=row.row["comment"], by=validator, at=row.judged_at)


def code_of(answer: SubmittedAnswer) -> str:
    """The code of what was asked."""
    asked = answer.draft.request.indicator or answer.draft.request.activity
    assert asked is not None
    return asked.code
