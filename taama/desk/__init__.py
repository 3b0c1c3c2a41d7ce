"""What a person sees first: the public home, an objective, a figure and who says so, one's own work."""
