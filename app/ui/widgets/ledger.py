"""The ledger: the last days of each tracked symptom, to read and to write."""

from PySide6.QtCore import QEvent, QModelIndex, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QFrame, QSizePolicy, QTableView

from app.i18n import Words
from app.ui.theme import theme as themes
from app.ui.widgets.ledger_model import LedgerModel
from app.ui.widgets.ledger_paint import (
    CELL,
    GAP,
    HEAD,
    MARKS,
    DayHeader,
    LedgerDelegate,
    NameHeader,
)
from app.ui.widgets.ledger_value import LedgerView

WORST = 10


class Ledger(QTableView):
    """One stop for Tab, arrows inside. Rows and columns are those of the :class:`LedgerView`.

    ``written(row, column, value)`` follows a digit or x, ``opened(row, column)`` Enter or a click,
    ``trashed(row, column)`` Delete on a cell that holds a reading.
    """

    written = Signal(int, int, int)
    opened = Signal(int, int)
    trashed = Signal(int, int)

    def __init__(self, words: Words, name: str) -> None:
        super().__init__()
        self._model = LedgerModel(words)
        self._model.setParent(self)
        self.setModel(self._model)
        self.setItemDelegate(LedgerDelegate(self))
        self.setHorizontalHeader(DayHeader(self))
        self.setVerticalHeader(NameHeader(self))
        self.setAccessibleName(name)
        self.setTabKeyNavigation(False)
        self.setShowGrid(False)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        for policy in (self.setHorizontalScrollBarPolicy, self.setVerticalScrollBarPolicy):
            policy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setCornerButtonEnabled(False)

    @property
    def view(self) -> LedgerView:
        """What is shown."""
        return self._model.view

    def show_view(self, view: LedgerView) -> None:
        """Show another ledger; the current cell stays where it is, or goes to today's first."""
        at = self.currentIndex()
        place = (at.row(), at.column()) if at.isValid() else (0, len(view.days) - 1)
        self._model.show(view)
        row = min(place[0], max(len(view.rows) - 1, 0))
        column = min(place[1], max(len(view.days) - 1, 0))
        self.setCurrentIndex(self._model.index(row, column))
        self._measure()

    def show_about_to_write(self, place: tuple[int, int, int | None] | None) -> None:
        """Show which cell the quick line would write: (row, column, value)."""
        self._model.show_about_to_write(place)

    def cell_width_for(self, days: int) -> int:
        """Return how wide a cell would be with so many days, in px at 100%."""
        room = self.width() - self.verticalHeader().sizeHint().width()
        return round(room / max(days, 1) / themes.current().scale)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Write, open or trash; everything else moves."""
        at = self.currentIndex()
        value = digit_of(event.text())
        if value is not None and at.isValid() and at.row() < len(self.view.rows):
            self.written.emit(at.row(), at.column(), value)
        elif event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self._open(at)
        elif event.key() == Qt.Key.Key_Delete and self._holds(at):
            self.trashed.emit(at.row(), at.column())
        elif event.text().isprintable() and event.text():
            event.ignore()
        else:
            super().keyPressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Open what was clicked."""
        super().mouseReleaseEvent(event)
        self._open(self.indexAt(event.position().toPoint()))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Let the names take their share of the new width."""
        super().resizeEvent(event)
        self.updateGeometries()

    def changeEvent(self, event: QEvent) -> None:
        """Take new sizes when the theme changes."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:
            self._measure()

    def sizeHint(self) -> QSize:
        """Return the height of everything in it."""
        theme = themes.current()
        rows = len(self.view.rows) * theme.px(CELL + GAP)
        marks = theme.px(MARKS) if self.view.marked else 0
        return QSize(theme.px(400), theme.px(HEAD) + rows + marks + 2)

    def minimumSizeHint(self) -> QSize:
        """Return the same height in any width."""
        return QSize(themes.current().px(200), self.sizeHint().height())

    def _measure(self) -> None:
        theme = themes.current()
        for row in range(self._model.rowCount()):
            marks = row >= len(self.view.rows)
            self.setRowHeight(row, theme.px(MARKS if marks else CELL + GAP))
        self.horizontalHeader().setMinimumSectionSize(1)
        self.updateGeometry()
        self.updateGeometries()

    def _holds(self, at: QModelIndex) -> bool:
        cell = self._model.cell(at.row(), at.column()) if at.isValid() else None
        return cell is not None and cell.readings > 0

    def _open(self, at: QModelIndex) -> None:
        if at.isValid() and at.row() < len(self.view.rows):
            self.opened.emit(at.row(), at.column())


def digit_of(key: str) -> int | None:
    """Return the number a single key writes, ten for x."""
    if key.lower() == "x":
        return WORST
    return int(key) if len(key) == 1 and key in "0123456789" else None
