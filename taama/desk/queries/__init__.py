"""What each page of the desk shows, read from the rooms below."""
