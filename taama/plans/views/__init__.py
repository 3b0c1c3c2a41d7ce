"""Pages of the plan."""

from .plan import activity, activity_add, activity_edit, milestone_add, milestone_reached, plan

__all__ = ["activity", "activity_add", "activity_edit", "milestone_add", "milestone_reached", "plan"]
