"""Going through documents: what is told is kept as suggestions, what is told no more is withdrawn."""

import json
import uuid
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from django.utils import timezone

from taama.evidence.models import Document, Finding, Passage, Reading, Tag
from taama.extraction.told import Span, Told
from taama.journal.actors import Actor
from taama.journal.changes import change, record
from taama.suggestions.drafts import Draft, drafts_of, overlap, says_the_same
from taama.suggestions.models import Suggestion, Sweep
from taama.suggestions.queries import readings_to_sweep
from taama.suggestions.telling import EDITION, Machine, machine
from taama.suggestions.vocabularies import JUDGED, SuggestionKind
from taama.web.identity import derived_id
from taama.web.partial_dates import may_be_the_same


@dataclass(frozen=True)
class Proposed:
    """What going through a text brought: how many suggestions are new, known before, withdrawn."""

    new: int = 0
    known: int = 0
    withdrawn: int = 0

    def __add__(self, other: "Proposed") -> "Proposed":
        return Proposed(self.new + other.new, self.known + other.known, self.withdrawn + other.withdrawn)


@dataclass(frozen=True)
class Found:
    """What was told of a reading, made ready before anything is written."""

    reading: Reading
    passages: Sequence[Passage]
    drafts: dict[uuid.UUID, Draft]


def propose_all(
    *, by: Actor, again: bool = False, show: Callable[[int, int], None] | None = None
) -> Proposed:
    """Go through every document this edition of the machine has not seen, or through all of them again."""
    readings = Reading.objects.filter(is_current=True) if again else readings_to_sweep(EDITION)
    waiting = list(readings.values_list("document", flat=True))
    if not waiting:
        return Proposed()
    knowing, total = machine(), Proposed()
    for number, document in enumerate(waiting, start=1):
        total += propose(document=Document.objects.get(pk=document), by=by, knowing=knowing)
        if show:
            show(number, len(waiting))
    return total


def propose(
    *, document: Document, by: Actor, told: Told | None = None, knowing: Machine | None = None
) -> Proposed:
    """Keep what the text of a document tells as suggestions; the text is read before and outside the transaction."""
    reading = Reading.objects.select_related("document").filter(document=document, is_current=True).first()
    if reading is None:
        return Proposed()
    knowing = knowing or machine()
    found = found_in(reading, told or knowing.told_by(reading), knowing)
    return keep_suggestions(found=found, by=by)


def found_in(reading: Reading, told: Told, knowing: Machine) -> Found:
    """The drafts of a reading by the id each would have."""
    passages = list(reading.passages.all())
    spans = [Span(passage.start, passage.end) for passage in passages]
    drafts = drafts_of(told, reading.text, spans, knowing.names)
    return Found(reading, passages, {id_of(draft, reading): draft for draft in drafts})


def id_of(draft: Draft, reading: Reading) -> uuid.UUID:
    """The id of what is claimed; a question of alias is one question wherever the spelling stands."""
    claim = json.dumps(draft.what, sort_keys=True, ensure_ascii=False)
    if draft.kind == SuggestionKind.ALIAS:
        pair = sorted((draft.what["spelling"], draft.what["name"]))
        return derived_id("suggestions.alias", draft.what["of"], *pair)
    read = (
        f"{reading.document.sha256} {reading.reader}"  # the same bytes read the same way, wherever it is done
    )
    return derived_id("suggestions.suggestion", read, draft.kind, str(draft.start), str(draft.end), claim)


@change
def keep_suggestions(*, found: Found, by: Actor) -> Proposed:
    """Add what is new, withdraw what is told no more and nobody judged; the document is locked meanwhile."""
    document = Document.objects.select_for_update().get(pk=found.reading.document_id)
    held = list(
        Suggestion.objects.filter(reading__document=document).with_judgement().select_related("reading")
    )
    withdrawn = withdraw_the_rest(held, found)
    new = add_new(held, found)
    known = [one for one in new if one.known_finding_id or one.known_tag_id]
    reopened = reopen(held, found)
    proposed = Proposed(len(new) - len(known) + reopened, len(known), withdrawn)
    sweep, is_first = Sweep.objects.get_or_create(
        reading=found.reading, edition=EDITION, defaults={"at": timezone.now()}
    )
    if is_first or proposed != Proposed():
        detail = {"new": proposed.new, "known": proposed.known, "withdrawn": proposed.withdrawn}
        record("suggestions.document.swept", sweep, by=by, detail=detail)
    return proposed


def withdraw_the_rest(held: Iterable[Suggestion], found: Found) -> int:
    """Withdraw what nobody judged and the text no longer tells."""
    gone = [
        one.pk
        for one in held
        if one.withdrawn_at is None and one.pk not in found.drafts and one.judged not in JUDGED  # type: ignore[attr-defined]
    ]
    if gone:
        Suggestion.objects.filter(pk__in=gone).update(withdrawn_at=timezone.now())
    return len(gone)


def reopen(held: Iterable[Suggestion], found: Found) -> int:
    """Let what was withdrawn and is told again wait once more."""
    back = [one.pk for one in held if one.withdrawn_at is not None and one.pk in found.drafts]
    if back:
        Suggestion.objects.filter(pk__in=back).update(withdrawn_at=None)
    return len(back)


def add_new(held: Sequence[Suggestion], found: Found) -> list[Suggestion]:
    """Write what nobody was asked yet."""
    taken = set(Suggestion.objects.filter(pk__in=list(found.drafts)).values_list("pk", flat=True))
    judged = [one for one in held if one.judged in JUDGED]  # type: ignore[attr-defined]
    text = found.reading.text
    fresh = {
        pk: draft
        for pk, draft in found.drafts.items()
        if pk not in taken and not any(was_asked(draft, text, one, found.reading) for one in judged)
    }
    findings = list(Finding.objects.filter(passage__reading=found.reading))
    tags = list(Tag.objects.standing().filter(passage__reading=found.reading))
    made = [new_suggestion(pk, draft, found, findings, tags) for pk, draft in fresh.items()]
    if made:
        Suggestion.objects.bulk_create(made)
    return made


def was_asked(draft: Draft, text: str, judged: Suggestion, reading: Reading) -> bool:
    """Whether a person has judged the same thing on the same words, in this reading or an earlier one."""
    if draft.kind != judged.kind or not says_the_same(draft.what, judged.what, draft.kind):
        return False
    if draft.kind == SuggestionKind.OBJECTIVE:
        return True
    if judged.reading_id == reading.pk:
        return overlap((draft.start, draft.end), (judged.start, judged.end))
    return text[draft.start : draft.end] == judged.quote


def new_suggestion(
    pk: uuid.UUID, draft: Draft, found: Found, findings: Iterable[Finding], tags: Iterable[Tag]
) -> Suggestion:
    """The record of a draft, tied to what was known before, if anything."""
    return Suggestion(
        pk=pk,
        reading=found.reading,
        passage=next(one for one in found.passages if one.start <= draft.start < one.end),
        kind=draft.kind,
        start=draft.start,
        end=draft.end,
        what=draft.what,
        score=draft.score,
        edition=EDITION,
        proposed_at=timezone.now(),
        known_finding=next((one for one in findings if is_known(draft, one)), None),
        known_tag=next((one for one in tags if is_tagged(draft, one)), None),
    )


def is_known(draft: Draft, finding: Finding) -> bool:
    """Whether a finding on the same words says it already."""
    if not overlap((draft.start, draft.end), (finding.start, finding.end)):
        return False
    if draft.kind == SuggestionKind.FIGURE and finding.value is not None:
        told = [draft.what["value"], draft.what["value_to"]]
        return [None if one is None else float(one) for one in told] == [
            float(finding.value),
            None if finding.value_high is None else float(finding.value_high),
        ]
    if draft.kind == SuggestionKind.CLAIM and finding.date_value:
        told_on = draft.what["as_of"] or draft.what["begin"] or draft.what["finish"]
        return bool(told_on) and may_be_the_same(told_on, finding.date_value)
    return False


def is_tagged(draft: Draft, tag: Tag) -> bool:
    """Whether a person has tagged the document with this objective."""
    return draft.kind == SuggestionKind.OBJECTIVE and tag.objective.code == str(draft.what["number"])
