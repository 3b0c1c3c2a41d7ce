"""Pages of rounds: running one, filling in a form, judging, looking at quality, lending a form."""
