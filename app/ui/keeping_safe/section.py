"""A part of a panel: what it says at the left, what can be done about it at the right."""

from PySide6.QtCore import QEvent
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QSizePolicy, QWidget

from app.ui.theme import theme as themes
from app.ui.widgets.button import Button
from app.ui.widgets.heading import Heading
from app.ui.widgets.layout import Column, Row

_BUTTONS = 240
_SAID = 564
_BESIDE = 640
"""From this width on the buttons stand beside, px at 100%."""


class Section(QWidget):
    """A heading, parts under it, and a column of buttons of one width; those go below where it is narrow."""

    def __init__(self, title: str, *parts: QWidget, buttons: tuple[Button, ...] = ()) -> None:
        super().__init__()
        self.heading = Heading(title, wrap=True)
        self.said = _Said(Column(self.heading, *parts, spacing=8))
        self._buttons = _Buttons(buttons)
        self._buttons.setVisible(bool(buttons))
        self._row = Row(self.said, 1, self._buttons, spacing=32)
        self._row.setStretch(0, 1000)  # all there is, up to a good line; what is left over goes between
        self.setLayout(self._row)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put the buttons beside or below."""
        super().resizeEvent(event)
        self._fold()

    def changeEvent(self, event: QEvent) -> None:
        """Fold again after a change of text size."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:
            self._fold()

    def _fold(self) -> None:
        way = QBoxLayout.Direction
        beside = self.width() >= themes.current().px(_BESIDE)
        self._row.setDirection(way.LeftToRight if beside else way.TopToBottom)
        self._row.set_spacing(32 if beside else 12)


class _Said(QWidget):
    """No wider than a good line."""

    def __init__(self, column: Column) -> None:
        super().__init__()
        column.addStretch(1)
        self.setLayout(column)
        self._grow()
        themes.current().changed.connect(self._grow)

    def _grow(self) -> None:
        self.setMaximumWidth(themes.current().px(_SAID))


class _Buttons(QWidget):
    """Buttons below each other, each as wide as the column."""

    def __init__(self, buttons: tuple[Button, ...]) -> None:
        super().__init__()
        self._column = Column(*buttons, 1, spacing=8)
        for button in buttons:
            button.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setLayout(self._column)
        self._grow()
        themes.current().changed.connect(self._grow)

    def _grow(self) -> None:
        self.setFixedWidth(themes.current().px(_BUTTONS))
