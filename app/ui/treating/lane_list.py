"""The rows of the swimlanes over the grid of time."""

from PySide6.QtCore import QModelIndex, QPoint, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QSizePolicy

from app.domain.derived.timeline_geometry import Tick
from app.domain.derived.treatments.lanes import LaneRow, Lanes
from app.i18n import Words
from app.ui.drawing.axis import paint_grid, paint_today
from app.ui.theme import theme as themes
from app.ui.treating.lane_model import LaneModel
from app.ui.treating.lane_paint import Columns, LaneDelegate, RowRole, columns_of
from app.ui.widgets.fold import Fold
from app.ui.widgets.plain_list import PlainList


class LaneList(PlainList):
    """The rows over the grid of time.

    ``moved(key)`` follows the arrows, ``opened(key)`` Enter, ``trashed(key)`` Delete. A click chooses; Enter,
    or a second click on the chosen row, opens.
    """

    moved = Signal(str)
    opened = Signal(str)
    trashed = Signal(str)
    menu = Signal(str, QPoint)

    def __init__(self, words: Words) -> None:
        super().__init__(words.say("treatments.title", "Treatments"))
        self._words = words
        self._rows = LaneModel()
        self._rows.setParent(self)
        self.setModel(self._rows)
        self._delegate = LaneDelegate(self)
        self.setItemDelegate(self._delegate)
        self.fold = Fold.NORMAL
        self._was = ""
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.selectionModel().currentChanged.connect(self._tell_moved)

    @property
    def columns(self) -> Columns | None:
        """Where the columns stand."""
        return self._delegate.columns

    @property
    def key(self) -> str:
        """The chosen treatment, "" for none."""
        at = self.currentIndex()
        item = self._rows.items[at.row()] if at.isValid() else None
        return item.key if isinstance(item, LaneRow) else ""

    def show_lanes(self, lanes: Lanes) -> None:
        """Show other rows; the chosen one is found again, else the first is chosen."""
        if lanes == self._rows.lanes:
            return
        key, top = self.key, self.verticalScrollBar().value()
        self._rows.show(lanes, self._words)
        self._place_columns()
        if not self.choose(key):
            first = next((row.key for row in lanes.rows), "")
            self.choose(first)
        self.verticalScrollBar().setValue(top)
        self.updateGeometry()

    def choose(self, key: str) -> bool:
        """Make a treatment's row the chosen one; tell whether there is one."""
        for place, item in enumerate(self._rows.items):
            if key and isinstance(item, LaneRow) and item.key == key:
                self.setCurrentIndex(self._rows.index(place, 0))
                return True
        return False

    def refold(self, fold: Fold) -> None:
        """Leave the bars out where there is no room for them."""
        self.fold = fold
        self._place_columns()
        self.updateGeometry()

    @property
    def height_of_all(self) -> int:
        """How high all rows are, with their edges."""
        return super().height_of_all + 2

    def open_current(self) -> None:
        """Open the chosen treatment."""
        if self.key:
            self.opened.emit(self.key)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Delete trashes; all else as in any list."""
        if event.key() == Qt.Key.Key_Delete and self.key:
            self.trashed.emit(self.key)
        else:
            super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Remember which row was chosen before."""
        self._was = self.key
        super().mousePressEvent(event)

    def click(self, at: QModelIndex) -> None:
        """Open the row that was chosen already."""
        item = at.data(RowRole)
        if isinstance(item, LaneRow) and item.key == self._was:
            self.opened.emit(self._was)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Offer the menu of the row."""
        if self.key:
            self.menu.emit(self.key, self.menu_place(event))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the chosen row in view."""
        super().resizeEvent(event)
        self.scrollTo(self.currentIndex())

    def measure(self) -> None:
        """Place the columns anew."""
        self.scheduleDelayedItemsLayout()
        self._place_columns()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the grid of time below the rows, and today above them."""
        lanes, columns = self._rows.lanes, self.columns
        if lanes is None or columns is None or not columns.bar_width:
            super().paintEvent(event)
            return
        theme = themes.current()
        height = min(self.height_of_all - self.verticalOffset(), self.viewport().height())
        area = QRectF(columns.bar, 0, columns.bar_width, height)
        painter = QPainter(self.viewport())
        paint_grid(painter, theme, with_lines(lanes), lanes.panel, area)
        painter.end()
        super().paintEvent(event)
        painter = QPainter(self.viewport())
        paint_today(painter, theme, columns.bar + columns.bar_width, area)

    def sizeHint(self) -> QSize:
        """Return the height of all rows."""
        return QSize(themes.current().px(400), self.height_of_all)

    def minimumSizeHint(self) -> QSize:
        """Return room for a few rows, or for all where the page scrolls as one."""
        theme = themes.current()
        least = self.height_of_all if self.fold < Fold.SMALL else theme.px(150)
        return QSize(theme.px(200), min(self.height_of_all, least))

    def _place_columns(self) -> None:
        lanes = self._rows.lanes
        if lanes is not None:
            before, width = self._delegate.columns, self.viewport().width()
            self._delegate.columns = columns_of(lanes.rows, width, self.fold, themes.current())
            if before is None or before.stacked != self._delegate.columns.stacked:
                self.scheduleDelayedItemsLayout()
                self.updateGeometry()
            self.viewport().update()
            parent = self.parentWidget()
            if parent is not None:
                parent.update()

    def _tell_moved(self) -> None:
        if self.key:
            self.moved.emit(self.key)


def with_lines(lanes: Lanes) -> list[Tick]:
    """The ticks that have a line: the left edge is only named."""
    return [tick for tick in lanes.panel.ticks if tick.day != lanes.panel.first]
