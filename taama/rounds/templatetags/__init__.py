"""Filters of the room’s own pages."""
