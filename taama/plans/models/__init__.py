"""Records of the plan: editions and activities, duties, money, results, progress."""

from .duties import Duty
from .money import BudgetLine, Rate
from .plan import Activity, ActivityQuerySet, Edition, Milestone, Plan
from .progress import Risk, StatusUpdate
from .results import ExpectedResult

__all__ = [
    "Activity",
    "ActivityQuerySet",
    "BudgetLine",
    "Duty",
    "Edition",
    "ExpectedResult",
    "Milestone",
    "Plan",
    "Rate",
    "Risk",
    "StatusUpdate",
]
