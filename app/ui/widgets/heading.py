"""Titles and section headings, read as headings."""

from PySide6.QtGui import QAccessible

from app.ui.widgets import spoken
from app.ui.widgets.text import Text


class Heading(Text):
    """A heading; ``voice`` is "heading" for a section, "title" or "title_small" for a page."""

    def __init__(self, words: str, voice: str = "heading", *, wrap: bool = False) -> None:
        super().__init__(words, voice, wrap=wrap)

    def say(self, words: str) -> None:
        """Show other words; the role comes first, for a reader may ask as soon as there is a name."""
        spoken.set_role(self, QAccessible.Role.Heading)
        super().say(words)
