"""A country's plan files as cards: reading and checking, nothing written here."""

from .further import KeptRow, Known, read_further
from .plan import ActivityFile, MilestoneFile, PlanFiles, read_plan

__all__ = ["ActivityFile", "KeptRow", "Known", "MilestoneFile", "PlanFiles", "read_further", "read_plan"]
