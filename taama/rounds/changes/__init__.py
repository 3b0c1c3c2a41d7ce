"""Everything that changes rounds: one function a verb."""

from .delegations import delegate, end_delegation
from .drafts import Saved, attach_evidence, save_drafts, settle_drafts
from .judgements import accept_answers, judge_answers, return_answer
from .loaded import load_rounds
from .reminders import remind
from .rounds import add_request, close_round, drop_request, extend_deadline, open_round
from .submissions import SubmissionRefused, submit_form

__all__ = [
    "Saved",
    "SubmissionRefused",
    "accept_answers",
    "add_request",
    "attach_evidence",
    "close_round",
    "delegate",
    "drop_request",
    "end_delegation",
    "extend_deadline",
    "judge_answers",
    "load_rounds",
    "open_round",
    "remind",
    "return_answer",
    "save_drafts",
    "settle_drafts",
    "submit_form",
]
