"""Pages of the plan: read by all, written by those who answer for it."""
