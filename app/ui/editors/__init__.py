"""The window's editors."""
