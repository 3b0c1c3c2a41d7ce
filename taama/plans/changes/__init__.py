"""Everything that changes plans: one function a verb."""

from taama.plans.cards import (
    ActivityCard,
    DutyCard,
    EditionCard,
    MilestoneCard,
    MoneyCard,
    RateCard,
    ResultCard,
    RiskCard,
    UpdateCard,
)

from .activities import add_activity, edit_activity, set_status
from .duties import end_duty, give_duty
from .editions import adopt_edition, discard_edition, drop_activity, revise_edition
from .loaded import load_plan
from .milestones import add_milestone, reach_milestone
from .money import add_budget_line, add_rate, mend_budget_line
from .progress import add_update, close_risk, open_risk, weigh_risk
from .results import add_result, edit_result
from .taken_in import take_in

__all__ = [
    "ActivityCard",
    "DutyCard",
    "EditionCard",
    "MilestoneCard",
    "MoneyCard",
    "RateCard",
    "ResultCard",
    "RiskCard",
    "UpdateCard",
    "add_activity",
    "add_budget_line",
    "add_milestone",
    "add_rate",
    "add_result",
    "add_update",
    "adopt_edition",
    "close_risk",
    "discard_edition",
    "drop_activity",
    "edit_activity",
    "edit_result",
    "end_duty",
    "give_duty",
    "load_plan",
    "mend_budget_line",
    "open_risk",
    "reach_milestone",
    "revise_edition",
    "set_status",
    "take_in",
    "weigh_risk",
]
