"""Contents that are never wider than a good line of text."""

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QLayout, QSizePolicy, QWidget

from app.ui.theme import theme as themes
from app.ui.widgets.layout import Row


class Narrow(QWidget):
    """Holds a layout in at most ``width`` px at 100%, at the left.

    The row around the contents makes a page ask for their height at the width they have, not at its own.
    """

    def __init__(self, contents: QLayout, width: int) -> None:
        super().__init__()
        self.setLayout(Row(_Contents(contents, width), 1, spacing=0))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)


class _Contents(QWidget):
    def __init__(self, contents: QLayout, width: int) -> None:
        super().__init__()
        self._most = width
        contents.setContentsMargins(0, 0, 0, 0)
        self.setLayout(contents)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        self._grow()
        themes.current().changed.connect(self._grow)

    def sizeHint(self) -> QSize:
        """Return the wanted width."""
        return QSize(self.maximumWidth(), super().sizeHint().height())

    def _grow(self) -> None:
        self.setMaximumWidth(themes.current().px(self._most))
