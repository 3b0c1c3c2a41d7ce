"""Everything that changes monitoring: one function a verb."""

from .loaded import load_indicators, load_observations, load_targets

__all__ = ["load_indicators", "load_observations", "load_targets"]
