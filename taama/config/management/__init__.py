"""Commands for administrators that look at every room."""
