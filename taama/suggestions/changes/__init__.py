"""Everything that changes suggestions: one function a verb."""

from .judging import (
    Answering,
    accept_objectives,
    accept_suggestion,
    doubt_suggestion,
    reject_suggestion,
    take_back_verdict,
)
from .proposing import Proposed, propose, propose_all

__all__ = [
    "Answering",
    "Proposed",
    "accept_objectives",
    "accept_suggestion",
    "doubt_suggestion",
    "propose",
    "propose_all",
    "reject_suggestion",
    "take_back_verdict",
]
