"""The canvas's twin: the same span as an ordinary list, newest first. A click chooses, Enter opens."""

from PySide6.QtCore import QEvent, QModelIndex, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QResizeEvent

from app.i18n import Words
from app.ui.actions import plain_keys_on
from app.ui.line_of_time.line_delegate import CLOSER, COMPARE, MORE, OPEN, LineDelegate
from app.ui.line_of_time.rows import LineRow
from app.ui.theme import theme as themes
from app.ui.widgets.record_list import RecordList
from app.ui.widgets.record_row import RecordRow

_NEAR_END = 2  # views before the end from which more rows are asked for


class LineList(RecordList):
    """``compared(key)`` follows "Before and after" or B; ``ran_out()`` when the last rows come into view."""

    compared = Signal(str)
    ran_out = Signal()

    def __init__(self, words: Words, name: str) -> None:
        super().__init__(name)
        links = {
            OPEN: words.say("line.open", "Open"),
            COMPARE: words.say("line.compare", "Before and after"),
            CLOSER: words.say("line.closer", "Look closer"),
            MORE: words.say("line.more", "More"),
        }
        self._delegate = LineDelegate(self, links)
        self.setItemDelegate(self._delegate)
        self.model().modelReset.connect(self._delegate.forget)
        self.selectionModel().currentChanged.connect(self._measure_chosen)
        self.verticalScrollBar().valueChanged.connect(self._look_ahead)

    @property
    def row(self) -> LineRow | None:
        """The chosen row."""
        at = self.currentIndex()
        found = self.rows[at.row()] if at.isValid() else None
        return found if isinstance(found, LineRow) else None

    def show_rows(self, rows: tuple[RecordRow, ...]) -> None:
        """Show other rows with none of them chosen: whoever shows them knows which is."""
        if rows != self.rows:
            self._rows.show(rows)

    def choose_none(self) -> None:
        """Choose no row."""
        self.clearSelection()
        self.setCurrentIndex(QModelIndex())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """B compares; all else as in any list."""
        row = self.row
        compares = event.key() == Qt.Key.Key_B and plain_keys_on()
        if compares and row is not None and row.compare:
            self.compared.emit(row.key)
        else:
            super().keyPressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Follow a link of the chosen row; a click elsewhere only chooses."""
        at = self.indexAt(event.position().toPoint())
        row = self.row
        if at.isValid() and row is not None and event.button() == Qt.MouseButton.LeftButton:
            self._follow(self._delegate.link_at(self.visualRect(at), row, event.position().toPoint()), row)

    def _follow(self, link: str, row: LineRow) -> None:
        """Do what a link of the chosen row says."""
        if link in {OPEN, CLOSER}:
            self.opened.emit(row.key)
        elif link == COMPARE:
            self.compared.emit(row.key)
        elif link == MORE:
            box = self.visualRect(self.currentIndex())
            place = self._delegate.link_places(box, row)[MORE]
            self.menu.emit(row.key, self.viewport().mapToGlobal(place.bottomLeft()))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the chosen row in view."""
        super().resizeEvent(event)
        self.scrollTo(self.currentIndex())

    def changeEvent(self, event: QEvent) -> None:
        """Measure again when the theme changes, and keep the chosen row in view."""
        if event.type() == QEvent.Type.StyleChange:
            self._delegate.forget()
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:
            self.scrollTo(self.currentIndex())

    def sizeHint(self) -> QSize:
        """Return a list column's width."""
        theme = themes.current()
        return QSize(theme.px(280), theme.px(300))

    def _measure_chosen(self, now: QModelIndex, before: QModelIndex) -> None:
        """The chosen row is taller: it holds its links."""
        for index in (now, before):
            if index.isValid():
                self._delegate.sizeHintChanged.emit(index)

    def _look_ahead(self, value: int) -> None:
        bar = self.verticalScrollBar()
        if value > bar.maximum() - _NEAR_END * self.viewport().height():
            self.ran_out.emit()
