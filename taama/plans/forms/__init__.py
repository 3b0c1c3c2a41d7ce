"""Words from outside become words of the plan."""

from .plan import ActivityForm, MilestoneForm, ReachedForm, WantedForm, wanted_from

__all__ = ["ActivityForm", "MilestoneForm", "ReachedForm", "WantedForm", "wanted_from"]
