"""Told Once without a window: every command on the same services."""

from app.cli.main import main
from app.cli.surroundings import Surroundings, Terminal

__all__ = ["Surroundings", "Terminal", "main"]
