"""Everything that changes monitoring: one function a verb."""

from taama.monitoring.cards import ObservationCard, OverlapCard, ValueSource

from .loaded import load_indicators, load_observations, load_targets
from .observations import correct_observation, record_observation, refuse_observation, validate_observation
from .overlaps import declare_overlap, withdraw_overlap
from .targets import TargetCard, set_target

__all__ = [
    "ObservationCard",
    "OverlapCard",
    "TargetCard",
    "ValueSource",
    "correct_observation",
    "declare_overlap",
    "load_indicators",
    "load_observations",
    "load_targets",
    "record_observation",
    "refuse_observation",
    "set_target",
    "validate_observation",
    "withdraw_overlap",
]
