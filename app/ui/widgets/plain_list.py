"""What every list of painted rows does alike: its frame, its keys, its sizes, where its menu opens."""

from PySide6.QtCore import QEvent, QModelIndex, QPoint, Qt
from PySide6.QtGui import QContextMenuEvent, QKeyEvent, QMouseEvent, QResizeEvent
from PySide6.QtWidgets import QFrame, QListView

ENTER = frozenset({Qt.Key.Key_Return, Qt.Key.Key_Enter})
PRESSES = ENTER | {Qt.Key.Key_Space}


class PlainList(QListView):
    """No frame and no bar across. One of ``keys`` or a click does `open_current`; letters are the page's."""

    def __init__(self, name: str, *, keys: frozenset[Qt.Key] = ENTER) -> None:
        super().__init__()
        self._keys = keys
        self.setAccessibleName(name)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setMouseTracking(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)

    @property
    def height_of_all(self) -> int:
        """How high all rows are together."""
        return sum(self.sizeHintForRow(n) for n in range(self.model().rowCount()))

    def open_current(self) -> None:
        """Do what Enter and a click do on the row they are on."""

    def click(self, _at: QModelIndex) -> None:
        """Do what a click on a row does, where that is something else."""
        self.open_current()

    def measure(self) -> None:
        """Measure the rows again: at a new width, or in another theme."""
        self.scheduleDelayedItemsLayout()
        self.updateGeometry()

    def menu_place(self, event: QContextMenuEvent) -> QPoint:
        """Where the menu of the current row opens: at the mouse, or in the row for a key."""
        if event.reason() != QContextMenuEvent.Reason.Keyboard:
            return event.globalPos()
        return self.viewport().mapToGlobal(self.visualRect(self.currentIndex()).center())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Open or move; letters do not search."""
        if event.key() in self._keys:
            self.open_current()
        elif event.text().isprintable() and event.text():
            event.ignore()
        else:
            super().keyPressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Open what was clicked."""
        super().mouseReleaseEvent(event)
        at = self.indexAt(event.position().toPoint())
        if at.isValid() and event.button() == Qt.MouseButton.LeftButton:
            self.click(at)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Measure the rows at the new width."""
        super().resizeEvent(event)
        if event.oldSize().width() != event.size().width():
            self.measure()

    def changeEvent(self, event: QEvent) -> None:
        """Take new sizes when the theme changes."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:
            self.measure()
