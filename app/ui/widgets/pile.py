"""A few widgets in one place, of which one is shown; as high as that one needs."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from app.ui.widgets.layout import Column


class Pile(QWidget):
    """Unlike a stacked widget it does not keep the room of the tallest."""

    changed = Signal()

    def __init__(self, *parts: QWidget) -> None:
        super().__init__()
        self._column = Column()
        self.setLayout(self._column)
        self.current: QWidget | None = None
        self.parts: list[QWidget] = []
        for part in parts:
            self.add(part)
        if parts:
            self.show_only(parts[0])

    def add(self, part: QWidget) -> None:
        """Put another widget in, out of sight."""
        self.parts.append(part)
        self._column.addWidget(part)
        part.hide()

    def show_only(self, part: QWidget) -> None:
        """Show this one and no other."""
        if self.current is not None:
            self.current.hide()
        self.current = part
        part.show()
        self.changed.emit()
