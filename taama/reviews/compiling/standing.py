"""Where an objective stands, by the rule the report prints."""

from collections.abc import Iterator

from django.utils.translation import gettext as _

from taama.compact.models import Item
from taama.monitoring.queries import progress_rule
from taama.monitoring.rules import Progress, Standing
from taama.web.formatting import quantity
from taama.web.paper import model as paper
from taama.web.paper.blocks import StatusTone

from .material import Material

TONES: dict[Progress, StatusTone] = {
    Progress.DONE: "done",
    Progress.UNDER_WAY: "under_way",
    Progress.STARTING: "starting",
    Progress.STALLED: "stalled",
    Progress.NO_DATA: "no_data",
}


def is_illustrative(material: Material, objective: Item) -> bool:
    """Whether made-up activities or values weigh in the judgement."""
    values = (material.observation(one) for one in material.indicators_for(objective))
    return any(one.is_illustrative for one in material.activities_for(objective)) or any(
        value is not None and value.is_illustrative for value in values
    )


def status_block(material: Material, objective: Item) -> paper.Status:
    """The status line of an objective, with what it is judged from."""
    standing, found = material.standings[objective.pk]
    explanation = said(standing)
    if is_illustrative(material, objective):
        explanation += " " + _("Judged in part from illustrative activities or values.")
    return paper.Status(label=str(found.label), tone=TONES[found], explanation=explanation)


def said(standing: Standing) -> str:
    """The counts behind a status."""
    return _(
        "Activities: %(activities)d (completed: %(completed)d; ongoing: %(ongoing)d; halted: %(halted)d). "
        "Indicators with a value: %(valued)d of %(indicators)d. Targets met: %(met)d of %(targets)d."
    ) % {
        "activities": standing.activities,
        "completed": standing.completed,
        "ongoing": standing.ongoing,
        "halted": standing.halted,
        "valued": standing.indicators_with_data,
        "indicators": standing.indicators,
        "met": standing.targets_met,
        "targets": standing.targets,
    }


def rule_lines(language: str) -> Iterator[tuple[str, str]]:
    """The rule as it is printed, with the shares the country has set: a status and when it is given."""
    rule = progress_rule()
    stalled, done = (
        quantity(share * 100, "percent", language) for share in (rule.stalled_above, rule.done_from)
    )
    when = {
        Progress.NO_DATA: _("no activity is ongoing or completed and no indicator has a value"),
        Progress.STALLED: _("more than %(share)s of the activities are suspended or cancelled")
        % {"share": stalled},
        Progress.DONE: _(
            "every activity that was not halted is completed and %(share)s of the targets are met"
        )
        % {"share": done},
        Progress.UNDER_WAY: _("activities are ongoing or completed and an indicator has a value"),
        Progress.STARTING: _("only one of the two holds"),
    }
    for tone, sentence in when.items():
        yield str(tone.label), sentence
