"""Voluntary reviews: outline, sections, frozen figures, compiled editions."""
