"""`taama bench`: equal answers first, then time beside what a user would pick instead."""
