"""Reporting rounds: who owes which values by when, how they come in, are checked, judged and followed up."""
