"""An organisation's form: what is asked, what stands there, what was said before and what is remarkable."""

import datetime as dt
import uuid
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal

from django.db.models import Q

from taama.monitoring.models import Observation
from taama.monitoring.rules import ObservationStatus, breakdown_text
from taama.partners.models import Organisation
from taama.places.models import Area
from taama.rounds.cells import Cell
from taama.rounds.checks import Answered, Remark, remarks
from taama.rounds.models import Draft, ReportingRound, Request, SubmittedAnswer
from taama.rounds.rules import Given, Outcome
from taama.rounds.wording import where_in_words
from taama.web.partial_dates import last_day

from .deadlines import extended_deadline

Past = Mapping[tuple[uuid.UUID, str, str], Sequence[Observation]]


@dataclass(frozen=True)
class Line:
    """One answer that is asked for, with all that the page shows beside its field."""

    cell: Cell
    request: Request
    area: Area | None
    drafts: tuple[Draft, ...] = ()
    submitted: SubmittedAnswer | None = None
    last: Observation | None = None
    elsewhere: tuple[str, ...] = ()
    remarks: tuple[Remark, ...] = ()

    @property
    def where(self) -> str:
        """Place and part in words; empty where the request asks for one value only."""
        request = self.request
        return where_in_words(
            self.area.name if self.area else "",
            self.cell.part,
            has_regions=request.with_total,
            has_parts=len(request.parts) > 1,
        )

    @property
    def draft(self) -> Draft | None:
        """What stands there; the newest where two people wrote."""
        return self.drafts[-1] if self.drafts else None

    @property
    def handed(self) -> Draft | None:
        """What was handed in, which is all that others than the organisation see."""
        return self.submitted.draft if self.submitted is not None else None

    @property
    def rivals(self) -> tuple[Draft, ...]:
        """What two people wrote at once; empty where nobody disagrees."""
        return self.drafts if len(self.drafts) > 1 else ()

    @property
    def is_locked(self) -> bool:
        """Whether it is handed in, and not come back."""
        return self.submitted is not None and self.submitted.outcome_now != Outcome.RETURNED

    @property
    def is_returned(self) -> bool:
        """Whether it came back with a comment."""
        return self.submitted is not None and self.submitted.outcome_now == Outcome.RETURNED

    @property
    def is_new(self) -> bool:
        """Whether there is an answer to hand in."""
        draft = self.draft
        if draft is None or draft.given == Given.EMPTY or self.is_locked:
            return False
        return self.submitted is None or self.submitted.draft_id != draft.pk

    @property
    def unpassed(self) -> list[Remark]:
        """What stands in the way: errors, and warnings that no reason speaks of."""
        draft = self.draft
        passed = set(draft.passed) if draft is not None and draft.passing.strip() else set()
        return [one for one in self.remarks if one.blocks or one.code not in passed]

    @property
    def warnings(self) -> list[Remark]:
        """What a reason is asked for."""
        return [one for one in self.remarks if not one.blocks]

    @property
    def known(self) -> list[str]:
        """The codes of the warnings shown, for the reason that is written beside them."""
        return [one.code for one in self.warnings]


@dataclass(frozen=True)
class Group:
    """What is asked by one request."""

    request: Request
    lines: list[Line]


@dataclass(frozen=True)
class FormPage:
    """An organisation's form in a round."""

    round: ReportingRound
    organisation: Organisation
    deadline: dt.datetime
    groups: list[Group]

    @property
    def lines(self) -> list[Line]:
        """Every answer asked for."""
        return [line for group in self.groups for line in group.lines]

    @property
    def new(self) -> list[Line]:
        """Answers that wait to be handed in."""
        return [line for line in self.lines if line.is_new]

    @property
    def blocked(self) -> list[Line]:
        """Open answers that cannot be handed in as they stand: errors, warnings without a reason, two at one place."""
        return [line for line in self.lines if not line.is_locked and (line.unpassed or line.rivals)]

    @property
    def returned(self) -> list[Line]:
        """What came back and was not handed in again."""
        return [line for line in self.lines if line.is_returned]

    @property
    def silent(self) -> list[Line]:
        """What is left empty."""
        return [
            line for line in self.lines if not line.is_locked and not line.is_new and not line.is_returned
        ]

    @property
    def handed_in(self) -> list[Line]:
        """What is handed in, and not come back."""
        return [line for line in self.lines if line.is_locked]

    def line(self, key: str) -> Line | None:
        """The line at a place; none where it is not asked for."""
        return next((one for one in self.lines if one.cell.key == key), None)


def form_page(found: ReportingRound, organisation: Organisation) -> FormPage:
    """The whole form; a fixed number of queries."""
    requests = requests_of(found, organisation)
    drafts, submitted = drafts_of(requests), answers_of(requests)
    past, others = past_of(requests), elsewhere_of(requests, organisation)
    groups = []
    for request in requests:
        lines = [
            Line(
                cell,
                request,
                area,
                tuple(drafts[cell]),
                submitted.get(cell),
                before(request, past[request.indicator_id, cell.area, cell.part])
                if request.indicator_id
                else None,
                alike(drafts[cell], others[request.indicator_id, cell.area, cell.part])
                if request.indicator_id
                else (),
            )
            for cell, area in request.cells
        ]
        groups.append(Group(request, remarked(request, lines)))
    return FormPage(found, organisation, extended_deadline(found, organisation), groups)


def requests_of(found: ReportingRound, organisation: Organisation) -> list[Request]:
    """What the organisation owes, in order."""
    asked = Request.objects.filter(round=found, organisation=organisation, is_dropped=False)
    return list(
        asked.select_related("indicator", "activity", "round", "organisation").prefetch_related("areas")
    )


def drafts_of(requests: Iterable[Request]) -> dict[Cell, list[Draft]]:
    """What stands at each place, oldest first."""
    found: dict[Cell, list[Draft]] = defaultdict(list)
    standing = Draft.objects.filter(request__in=[one.pk for one in requests]).standing()
    for draft in standing.select_related("area", "document", "edited_by"):
        found[draft.cell].append(draft)
    return found


def answers_of(requests: Iterable[Request]) -> dict[Cell, SubmittedAnswer]:
    """The newest answer handed in at each place."""
    handed_in = SubmittedAnswer.objects.filter(draft__request__in=[one.pk for one in requests])
    ordered = handed_in.order_by("submission__submitted_at").select_related(
        "draft__area", "draft__request__indicator", "submission", "observation"
    )
    return {one.draft.cell: one for one in ordered}


def past_of(requests: Sequence[Request]) -> dict[tuple[object, str, str], list[Observation]]:
    """Values that stand of the indicators asked for, newest first, by area and part."""
    wanted = [one.indicator_id for one in requests if one.indicator_id]
    areas = {area.pk for one in requests for area in one.areas.all()}
    found: dict[tuple[object, str, str], list[Observation]] = defaultdict(list)
    values = Observation.objects.effective().filter(indicator__in=wanted)
    places = Q(area=None) | Q(area__in=areas)
    for one in values.filter(places).newest_first().select_related("area", "indicator", "finding"):
        found[one.indicator_id, one.area.code if one.area else "", breakdown_text(one.breakdown)].append(one)
    return found


def before(request: Request, newest_first: Sequence[Observation]) -> Observation | None:
    """The newest value from before the time asked for, of the same share."""
    whose = request.organisation_id if request.is_share else None
    return next(
        (
            one
            for one in newest_first
            if one.contributor_id == whose and last_day(one.time_end) < last_day(request.time_end)
        ),
        None,
    )


def elsewhere_of(
    requests: Sequence[Request], organisation: Organisation
) -> dict[tuple[object, str, str], list[Observation]]:
    """What others reported for the same indicators and times."""
    found: dict[tuple[object, str, str], list[Observation]] = defaultdict(list)
    same = Q()
    for one in requests:
        if one.indicator_id:
            same |= Q(indicator=one.indicator_id, time_start=one.time_start, time_end=one.time_end)
    if not same:
        return found
    others = Observation.objects.filter(same).exclude(status=ObservationStatus.REFUSED)
    others = others.exclude(organisation=None).exclude(organisation=organisation)
    for value in others.select_related("organisation", "area"):
        place = value.area.code if value.area else ""
        found[value.indicator_id, place, breakdown_text(value.breakdown)].append(value)
    return found


def alike(drafts: Sequence[Draft], others: Iterable[Observation]) -> tuple[str, ...]:
    """The services that reported the same number."""
    mine: set[Decimal] = {draft.value for draft in drafts if draft.value is not None}
    codes = {
        one.organisation.acronym or one.organisation.code
        for one in others
        if one.organisation and one.value in mine
    }
    return tuple(sorted(codes))


def remarked(request: Request, lines: Sequence[Line]) -> list[Line]:
    """The lines with what the checks say of them."""
    if request.indicator is None:
        return list(lines)
    said: dict[str, list[Remark]] = defaultdict(list)
    for remark in remarks(answered(line, request.indicator.unit) for line in lines):
        said[remark.key].append(remark)
    return [Line(**{**vars(line), "remarks": tuple(said[line.cell.key])}) for line in lines]


def answered(line: Line, unit: str) -> Answered:
    """A line as the checks see it."""
    draft = line.draft or Draft()
    return Answered(
        key=line.cell.key,
        unit=unit,
        given=draft.given,
        value=draft.value,
        place=line.cell.area,
        part=line.cell.part,
        written=draft.written,
        reason=draft.reason,
        last=line.last.value if line.last else None,
        elsewhere=line.elsewhere,
    )
