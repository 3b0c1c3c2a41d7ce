"""Reading the plan: one module a noun."""

from .activity import ActivityPage, activity_page
from .alignment import AlignmentPage, alignment_page
from .duties import OrganisationPage, organisation_page
from .editions import ComparisonPage, activity_of, comparison_page, draft_edition, edition_numbered, editions
from .money import FunderPage, MoneyPage, currency_of, funder_page, money_page
from .plan import (
    activities_by_code,
    activities_of,
    activities_serving,
    activity,
    current_edition,
    late_milestones,
    newest_entry,
    status_counts,
    touched_by_people,
    with_ties,
)
from .results import Frame, indicator_codes, logframe, results_by_objective, results_of
from .showing import PlanPage, Wanted, plan_page
from .standing import Line, lines_of, roles_in, with_everything

__all__ = [
    "ActivityPage",
    "AlignmentPage",
    "ComparisonPage",
    "Frame",
    "FunderPage",
    "Line",
    "MoneyPage",
    "OrganisationPage",
    "PlanPage",
    "Wanted",
    "activities_by_code",
    "activities_of",
    "activities_serving",
    "activity",
    "activity_of",
    "activity_page",
    "alignment_page",
    "comparison_page",
    "currency_of",
    "current_edition",
    "draft_edition",
    "edition_numbered",
    "editions",
    "funder_page",
    "indicator_codes",
    "late_milestones",
    "lines_of",
    "logframe",
    "money_page",
    "newest_entry",
    "organisation_page",
    "plan_page",
    "results_by_objective",
    "results_of",
    "roles_in",
    "status_counts",
    "touched_by_people",
    "with_everything",
    "with_ties",
]
