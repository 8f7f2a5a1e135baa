"""What the calendar and the columns share: a table over time, one stop for Tab, arrows inside."""

from PySide6.QtCore import QEvent, QModelIndex, QPersistentModelIndex, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QAbstractItemView, QFrame, QSizePolicy, QTableView

Index = QModelIndex | QPersistentModelIndex


class TimeTable(QTableView):
    """Is as high as its rows. ``chosen(sentence)`` says what the current cell holds.

    ``focused(there)`` follows the focus into the table and out of it.

    The model answers AccessibleTextRole for cells and headers, so a screen reader gets each cell with the
    focus in it; the table is its own list.
    """

    chosen = Signal(str)
    focused = Signal(bool)

    def __init__(self, name: str) -> None:
        super().__init__()
        self.setAccessibleName(name)
        self.setTabKeyNavigation(False)
        self.setShowGrid(False)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setMouseTracking(True)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setSelectionMode(QAbstractItemView.SelectionMode.NoSelection)  # the focus ring says where one is
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        for policy in (self.setHorizontalScrollBarPolicy, self.setVerticalScrollBarPolicy):
            policy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setCornerButtonEnabled(False)

    def spoken(self, at: Index) -> str:
        """What a cell holds, in words; nothing for no cell."""
        said = at.data(Qt.ItemDataRole.AccessibleTextRole) if at.isValid() else ""
        return said or ""

    def measure(self) -> None:
        """Take the sizes of the theme in use."""

    def open_cell(self, at: QModelIndex) -> None:
        """Do what Enter and a click do on a cell."""

    def currentChanged(self, current: Index, previous: Index) -> None:  # noqa: N802 - Qt's
        """Say what the cell holds."""
        super().currentChanged(current, previous)
        self.chosen.emit(self.spoken(current))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Open by Enter; letters and digits are the page's."""
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self.open_cell(self.currentIndex())
        elif event.text().isprintable() and event.text():
            event.ignore()
        else:
            super().keyPressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Open what was clicked."""
        super().mouseReleaseEvent(event)
        at = self.indexAt(event.position().toPoint())
        if at.isValid() and event.button() == Qt.MouseButton.LeftButton:
            self.open_cell(at)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Tell that the focus is here."""
        super().focusInEvent(event)
        self.focused.emit(True)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Tell that the focus has gone."""
        super().focusOutEvent(event)
        self.focused.emit(False)

    def changeEvent(self, event: QEvent) -> None:
        """Take new sizes when the theme changes."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:
            self.measure()
