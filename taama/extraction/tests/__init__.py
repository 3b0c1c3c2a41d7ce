"""Tests of what a text tells."""
