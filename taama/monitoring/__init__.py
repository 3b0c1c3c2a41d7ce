"""Indicators, baselines, targets, observations, and the current value as a question, not a field."""
