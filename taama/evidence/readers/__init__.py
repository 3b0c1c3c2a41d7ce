"""Bytes to text, one module a format. Runs in a child process with limits; no Django here."""
