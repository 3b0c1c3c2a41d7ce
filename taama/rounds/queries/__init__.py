"""What the pages of rounds show, and what other rooms may ask."""

from .forms import FormPage, Line, answers_of, form_page
from .rounds import RoundPage, extended_deadline, late_ones, open_rounds, round_page, rounds_for
from .silence import Silence, silence_about

__all__ = [
    "FormPage",
    "Line",
    "RoundPage",
    "Silence",
    "answers_of",
    "extended_deadline",
    "form_page",
    "late_ones",
    "open_rounds",
    "round_page",
    "rounds_for",
    "silence_about",
]
