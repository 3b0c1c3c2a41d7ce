"""Keeping what people write: another word is another draft, and nobody's is lost."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from django.utils import timezone
from django.utils.translation import gettext as _

from taama.accounts.models import User
from taama.evidence.models import Document
from taama.journal.changes import change, record
from taama.rounds.cards import WORDS, DraftCard
from taama.rounds.cells import Cell
from taama.rounds.models import Draft, ReportingRound
from taama.rounds.queries.forms import FormPage, Line
from taama.web.refusals import NotAllowedNow

RELATIONS = frozenset({"request", "area", "document", "edited_by"})  # records in hand: they exist
UUID = re.compile(r"[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}")


@dataclass
class Saved:
    """What keeping a form did: how many answers are new, where somebody else wrote meanwhile, what was not asked."""

    new: int = 0
    rivals: list[Cell] = field(default_factory=list)
    strange: list[Cell] = field(default_factory=list)
    locked: list[Cell] = field(default_factory=list)


@change
def save_drafts(*, page: FormPage, cards: Iterable[DraftCard], by: User, through: str = "page") -> Saved:
    """Keep what somebody wrote, all of it or nothing; where somebody else wrote meanwhile both stay.

    A round that was closed meanwhile keeps drafts too: nothing written is thrown away.
    """
    saved = Saved()
    ReportingRound.objects.select_for_update(of=("self",)).get(pk=page.round.pk)
    cards, lines = list(cards), {line.cell: line for line in page.lines}
    standing, seen = standing_now(page), seen_by(cards, page)
    last = None
    for card in cards:
        last = keep(card, lines.get(card.cell), standing, seen.get(card.seen), saved, by) or last
    if last is not None:
        detail = {"answers": saved.new, "rivals": len(saved.rivals), "through": through}
        record("rounds.draft.saved", last, by=by, detail=detail)
    return saved


def standing_now(page: FormPage) -> Mapping[Cell, list[Draft]]:
    """What stands at each place now that nobody else can write."""
    found: dict[Cell, list[Draft]] = {line.cell: [] for line in page.lines}
    requests = {line.request.pk for line in page.lines}
    for draft in Draft.objects.filter(request__in=requests).standing().select_related("area"):
        found.setdefault(draft.cell, []).append(draft)
    return found


def seen_by(cards: Iterable[DraftCard], page: FormPage) -> dict[str, Draft]:
    """The drafts people had before them, by their ids; an id that is none, or of another form, is nobody's."""
    wanted = {card.seen for card in cards if UUID.fullmatch(card.seen)}
    requests = {line.request.pk for line in page.lines}
    return {str(one.pk): one for one in Draft.objects.filter(pk__in=wanted, request__in=requests)}


def keep(
    card: DraftCard,
    line: Line | None,
    standing: Mapping[Cell, list[Draft]],
    seen: Draft | None,
    saved: Saved,
    by: User,
) -> Draft | None:
    """One answer: nothing where it says what was seen, else a new draft in its place or beside another's."""
    if line is None:
        saved.strange.append(card.cell)
        return None
    here = standing[card.cell]
    if says(seen, card) or any(says(one, card) for one in here):
        return None
    if line.is_locked:
        saved.locked.append(card.cell)
        return None
    replaced = [one for one in here if seen is not None and one.pk == seen.pk]
    if here and not replaced:
        saved.rivals.append(card.cell)
    for one in replaced:
        stand_down(one)
    saved.new += 1
    return written(card, line, seen, by)


def says(draft: Draft | None, card: DraftCard) -> bool:
    """Whether a draft says what the card says; no draft says what an empty card does."""
    empty = DraftCard(card.cell)
    told: object = draft if draft is not None else empty
    return all(getattr(told, name) == getattr(card, name) for name in WORDS)


def stand_down(draft: Draft) -> None:
    """Let another stand in its place; it stays readable."""
    draft.is_standing = False
    draft.save(update_fields=["is_standing"])


def written(card: DraftCard, line: Line, seen: Draft | None, by: User) -> Draft:
    """The new draft; the evidence attached to the one before stays with it."""
    draft = Draft(
        request=line.request,
        area=line.area,
        part=line.cell.part,
        passed=list(card.passed) if card.passing else [],
        document=seen.document if seen else None,
        edited_at=timezone.now(),
        edited_by=by,
        **{name: getattr(card, name) for name in WORDS},
    )
    draft.clean_fields(exclude=RELATIONS)
    draft.save(force_insert=True)
    return draft


@change
def settle_drafts(*, line: Line, chosen: Draft, by: User) -> Draft:
    """Of what two people wrote, let one stand; the other stays readable."""
    if chosen.pk not in {one.pk for one in line.rivals}:
        raise NotAllowedNow("rounds.draft.settled", _("Somebody settled this already. Look at it again."))
    for one in line.rivals:
        if one.pk != chosen.pk:
            stand_down(one)
    record("rounds.draft.settled", chosen, by=by)
    return chosen


@change
def attach_evidence(*, line: Line, document: Document | None, by: User) -> Draft:
    """Tie a held document to an answer, or untie it."""
    if line.is_locked:
        raise NotAllowedNow(
            "rounds.draft.locked", _("This answer is handed in. It can be changed if it is returned.")
        )
    before = line.draft
    if before is not None:
        stand_down(before)
    words = {name: getattr(before, name) for name in (*WORDS, "passed")} if before is not None else {}
    draft = Draft(
        request=line.request, area=line.area, part=line.cell.part, document=document, edited_at=timezone.now(),
        edited_by=by, **words,
    )  # fmt: skip
    draft.save(force_insert=True)
    record("rounds.evidence.attached", draft, by=by)
    return draft
