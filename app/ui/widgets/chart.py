"""A chart beside a sentence: what it is to a screen reader, and how high it grows."""

from PySide6.QtCore import QSize
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QSizePolicy, QWidget

from app.ui.theme import theme as themes
from app.ui.widgets import spoken

_LOWEST, _HIGHEST = 116, 240  # px at 100%


class Chart(QWidget):
    """A chart to a screen reader: its name is what it shows, its description says what is read in it."""

    def __init__(self) -> None:
        super().__init__()
        spoken.set_role(self, QAccessible.Role.Chart)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self._grow()
        themes.current().changed.connect(self._grow)

    def sizeHint(self) -> QSize:
        """Return the least height: what room there is it takes."""
        return QSize(themes.current().px(400), themes.current().px(_LOWEST))

    def minimumSizeHint(self) -> QSize:
        """Return the least height in which one reading is told from the next."""
        return QSize(themes.current().px(220), themes.current().px(_LOWEST))

    def _grow(self) -> None:
        self.setMaximumHeight(themes.current().px(_HIGHEST))
