"""What the sign-in page tells of the demonstration."""
