"""Append-only: who changed what, when, on whose word. Each entry holds the hash of the one before."""
