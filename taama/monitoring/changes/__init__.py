"""Everything that changes monitoring: one function a verb."""

from taama.monitoring.cards import ObservationCard, ValueSource

from .loaded import load_indicators, load_observations, load_targets
from .observations import correct_observation, record_observation, refuse_observation, validate_observation
from .targets import TargetCard, set_target

__all__ = [
    "ObservationCard",
    "TargetCard",
    "ValueSource",
    "correct_observation",
    "load_indicators",
    "load_observations",
    "load_targets",
    "record_observation",
    "refuse_observation",
    "set_target",
    "validate_observation",
]
