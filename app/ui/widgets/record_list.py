"""A list of entries: rows with a hairline between them, under group headings."""

from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QPersistentModelIndex,
    QPoint,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QContextMenuEvent, QKeyEvent
from PySide6.QtWidgets import QSizePolicy

from app.ui.theme import theme as themes
from app.ui.widgets.plain_list import ENTER, PlainList
from app.ui.widgets.record_delegate import DATE, RecordDelegate
from app.ui.widgets.record_row import RecordRow

Index = QModelIndex | QPersistentModelIndex
_ROOT = QModelIndex()
_STEP = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}


class RecordModel(QAbstractListModel):
    """Rows as values."""

    RowRole = Qt.ItemDataRole.UserRole

    def __init__(self) -> None:
        super().__init__()
        self.rows: tuple[RecordRow, ...] = ()

    def show(self, rows: tuple[RecordRow, ...]) -> None:
        """Show other rows."""
        self.beginResetModel()
        self.rows = rows
        self.endResetModel()

    def rowCount(self, parent: Index = _ROOT) -> int:
        """Return the number of rows."""
        return 0 if parent.isValid() else len(self.rows)

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Let headings be read but not chosen."""
        if index.isValid() and self.rows[index.row()].heading:
            return Qt.ItemFlag.ItemIsEnabled
        return super().flags(index)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Return what the view asks for."""
        if not index.isValid():
            return None
        row = self.rows[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return row.title or row.words
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return row.spoken or row.title or row.words
        return row if role == self.RowRole else None


class RecordList(PlainList):
    """``opened(key)`` follows Enter or a click, ``trashed(key)`` Delete, ``moved(key)`` the arrows.

    ``menu(key, place)`` follows the menu key, Shift+F10 or a right click; ``entered(key)`` Enter alone, after
    ``opened``; ``ordered(key, by)`` Alt with an arrow, in a list one can order. With ``grows`` the list is as
    high as its rows and the page scrolls; else it scrolls by itself. With ``beside`` the chosen row shows
    without the focus too, because what it holds stands beside the list. ``date`` is the room
    for a date at the left, px at 100%; without ``lined`` there is no hairline below a row.
    """

    opened = Signal(str)
    moved = Signal(str)
    trashed = Signal(str)
    menu = Signal(str, QPoint)
    entered = Signal(str)
    ordered = Signal(str, int)

    def __init__(
        self,
        name: str,
        *,
        grows: bool = False,
        dated_right: bool = False,
        beside: bool = False,
        date: int = DATE,
        lined: bool = True,
    ) -> None:
        super().__init__(name)
        self._grows = grows
        self._rows = RecordModel()
        self._rows.setParent(self)
        self.setModel(self._rows)
        always = beside or not grows
        self.setItemDelegate(
            RecordDelegate(self, dated_right=dated_right, always=always, date=date, lined=lined)
        )
        if grows:
            self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
            self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.selectionModel().currentChanged.connect(self._tell_moved)

    @property
    def rows(self) -> tuple[RecordRow, ...]:
        """What is shown."""
        return self._rows.rows

    @property
    def key(self) -> str:
        """Key of the current row, "" for none."""
        at = self.currentIndex()
        return self.rows[at.row()].key if at.isValid() else ""

    def show_rows(self, rows: tuple[RecordRow, ...]) -> None:
        """Show other rows; the current one is found again by its key, or the next takes over."""
        if rows == self.rows:
            return
        key, place = self.key, max(self.currentIndex().row(), 0)
        top = self.verticalScrollBar().value()
        self._rows.show(rows)
        if not self.choose(key):
            self._choose_near(place)
        self.verticalScrollBar().setValue(top)
        self.updateGeometry()

    def choose(self, key: str) -> bool:
        """Make the row of ``key`` the current one; tell whether there is one."""
        row = next((n for n, row in enumerate(self.rows) if key and row.key == key), None)
        if row is not None:
            self.setCurrentIndex(self._rows.index(row, 0))
        return row is not None

    def open_current(self) -> None:
        """Open the current row."""
        if self.key:
            self.opened.emit(self.key)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Open, trash, put in another place, or move."""
        step = _STEP.get(Qt.Key(event.key()))
        if event.key() in ENTER:
            self.open_current()
            self.entered.emit(self.key)
        elif step is not None and event.modifiers() & Qt.KeyboardModifier.AltModifier:
            self.ordered.emit(self.key, step)
        elif event.key() == Qt.Key.Key_Delete and self.key:
            self.trashed.emit(self.key)
        else:
            super().keyPressEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Offer the menu of the row."""
        if self.key:
            self.menu.emit(self.key, self.menu_place(event))

    def sizeHint(self) -> QSize:
        """Return the height of all rows where the list grows."""
        width = themes.current().px(240)
        if not self._grows:
            return QSize(width, themes.current().px(300))
        return QSize(width, self.height_of_all + 2)

    def minimumSizeHint(self) -> QSize:
        """Return the same height where the list grows."""
        least = themes.current().px(120)
        return QSize(least, self.sizeHint().height() if self._grows else least)

    def _choose_near(self, place: int) -> None:
        after = [n for n, row in enumerate(self.rows) if not row.heading]
        if after:
            row = next((n for n in after if n >= place), after[-1])
            self.setCurrentIndex(self._rows.index(row, 0))

    def _tell_moved(self) -> None:
        if self.key:
            self.moved.emit(self.key)
