"""Told Once: an encrypted journal for living with a condition."""

__version__ = "0.1.0"
