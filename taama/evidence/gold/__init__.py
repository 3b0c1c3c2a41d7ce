"""Texts with labels by hand: what a careful officer finds in them. The machine is measured against it."""
