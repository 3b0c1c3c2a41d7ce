"""A country's plan files as cards: reading and checking, nothing written here."""

from .plan import ActivityFile, MilestoneFile, PlanFiles, read_plan

__all__ = ["ActivityFile", "MilestoneFile", "PlanFiles", "read_plan"]
