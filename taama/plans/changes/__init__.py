"""Everything that changes plans: one function a verb."""

from taama.plans.cards import ActivityCard, MilestoneCard

from .activities import add_activity, edit_activity, set_status
from .loaded import load_plan
from .milestones import add_milestone, reach_milestone

__all__ = [
    "ActivityCard",
    "MilestoneCard",
    "add_activity",
    "add_milestone",
    "edit_activity",
    "load_plan",
    "reach_milestone",
    "set_status",
]
