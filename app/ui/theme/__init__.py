"""The window's theme."""
