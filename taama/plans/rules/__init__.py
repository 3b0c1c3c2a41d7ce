"""What plans may be and become: states, duties, money, standing, comparison, alignment. Plain Python."""

from .alignment import Effect, Served, Ties, effect_of
from .comparing import Comparison, Difference, compare
from .duties import DutyRole, Matter, is_standing
from .money import Amount, DatedRate, Stage, Total, converted, rounded, total_of
from .standing import REASONS, Reason, Standing, Step, reasons_for, risk_level, standing_of
from .states import (
    ALLOWED_MOVES,
    Status,
    ends_before_it_starts,
    is_late,
    may_move,
    moves_from,
)

__all__ = [
    "ALLOWED_MOVES",
    "REASONS",
    "Amount",
    "Comparison",
    "DatedRate",
    "Difference",
    "DutyRole",
    "Effect",
    "Matter",
    "Reason",
    "Served",
    "Stage",
    "Standing",
    "Status",
    "Step",
    "Ties",
    "Total",
    "compare",
    "converted",
    "effect_of",
    "ends_before_it_starts",
    "is_late",
    "is_standing",
    "may_move",
    "moves_from",
    "reasons_for",
    "risk_level",
    "rounded",
    "standing_of",
    "total_of",
]
