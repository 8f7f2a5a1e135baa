"""Every treatment on a line of time, to look at and to choose from; as a list where that is wanted."""

from dataclasses import replace

from PySide6.QtCore import (
    QAbstractListModel,
    QEvent,
    QModelIndex,
    QPersistentModelIndex,
    QPoint,
    QRectF,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QContextMenuEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QFrame, QListView, QSizePolicy, QWidget

from app.domain.derived.timeline_geometry import Tick
from app.domain.derived.treatments.lanes import LaneRow, Lanes
from app.i18n import Words
from app.ui.drawing.axis import paint_grid, paint_labels, paint_today
from app.ui.theme import theme as themes
from app.ui.treating.lane_paint import (
    Columns,
    Heading,
    LaneDelegate,
    PanelRole,
    RowRole,
    columns_of,
)
from app.ui.widgets.fold import Fold
from app.ui.widgets.layout import Column

Index = QModelIndex | QPersistentModelIndex
_ROOT = QModelIndex()
AXIS = 20
"""Height of the line of years above the rows."""

_BESIDE_TODAY = 6


class LaneModel(QAbstractListModel):
    """Headings and rows as values."""

    def __init__(self) -> None:
        super().__init__()
        self.lanes: Lanes | None = None
        self.items: tuple[Heading | LaneRow, ...] = ()

    def show(self, lanes: Lanes, words: Words) -> None:
        """Show other rows."""
        self.beginResetModel()
        self.lanes = lanes
        self.items = _items(lanes, words)
        self.endResetModel()

    def rowCount(self, parent: Index = _ROOT) -> int:
        """Return the number of headings and rows."""
        return 0 if parent.isValid() else len(self.items)

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Let headings be read but not chosen."""
        if index.isValid() and isinstance(self.items[index.row()], Heading):
            return Qt.ItemFlag.ItemIsEnabled
        return super().flags(index)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Return what the view, or a screen reader, asks for."""
        if not index.isValid() or self.lanes is None:
            return None
        item = self.items[index.row()]
        if role == RowRole:
            return item
        if role == PanelRole:
            return self.lanes.panel
        if isinstance(item, Heading):
            said = " ".join(part for part in (item.words, item.note) if part)
            return said if role == Qt.ItemDataRole.DisplayRole else None
        return {
            Qt.ItemDataRole.DisplayRole: item.name,
            Qt.ItemDataRole.AccessibleTextRole: item.name,
            Qt.ItemDataRole.AccessibleDescriptionRole: item.about,
            Qt.ItemDataRole.ToolTipRole: item.spoken,
        }.get(Qt.ItemDataRole(role))


def _items(lanes: Lanes, words: Words) -> tuple[Heading | LaneRow, ...]:
    going, ended = words.say("lanes.going", "how it's going"), words.say("lanes.ended", "why it ended")
    now = Heading(words=words.say("lanes.now", "Taking now"), column=going)
    coming = Heading(words=words.say("lanes.coming", "To begin later"), column="")
    stopped = Heading(words=words.say("lanes.stopped", "Tried and stopped"), column=ended)
    items: list[Heading | LaneRow] = []
    for heading, rows in ((now, lanes.now), (coming, lanes.coming), (stopped, lanes.stopped)):
        if rows:
            items += [heading, *rows]
    if lanes.nothing_stopped:
        none = words.say("lanes.none_stopped", "Nothing stopped yet.")
        items.append(replace(stopped, column="", note=none))
    return tuple(items)


class LaneList(QListView):
    """The rows over the grid of time.

    ``moved(key)`` follows the arrows, ``opened(key)`` Enter, ``trashed(key)`` Delete. A click chooses; Enter,
    or a second click on the chosen row, opens.
    """

    moved = Signal(str)
    opened = Signal(str)
    trashed = Signal(str)
    menu = Signal(str, QPoint)

    def __init__(self, words: Words) -> None:
        super().__init__()
        self._words = words
        self._rows = LaneModel()
        self._rows.setParent(self)
        self.setModel(self._rows)
        self._delegate = LaneDelegate(self)
        self.setItemDelegate(self._delegate)
        self.fold = Fold.NORMAL
        self._was = ""
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setMouseTracking(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
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

    def height_of_all(self) -> int:
        """How high all rows are."""
        return sum(self.sizeHintForRow(n) for n in range(len(self._rows.items))) + 2

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Open by Enter; letters do not search."""
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            if self.key:
                self.opened.emit(self.key)
        elif event.key() == Qt.Key.Key_Delete and self.key:
            self.trashed.emit(self.key)
        elif event.text().isprintable() and event.text():
            event.ignore()
        else:
            super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Remember which row was chosen before."""
        self._was = self.key
        super().mousePressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Open the row that was chosen already."""
        super().mouseReleaseEvent(event)
        item = self.indexAt(event.position().toPoint()).data(RowRole)
        again = isinstance(item, LaneRow) and item.key == self._was
        if again and event.button() == Qt.MouseButton.LeftButton:
            self.opened.emit(self._was)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Offer the menu of the row."""
        if self.key:
            box = self.visualRect(self.currentIndex())
            keyboard = event.reason() == QContextMenuEvent.Reason.Keyboard
            self.menu.emit(
                self.key, self.viewport().mapToGlobal(box.center()) if keyboard else event.globalPos()
            )

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Place the columns in the new width, with the chosen row in view."""
        super().resizeEvent(event)
        self._place_columns()
        self.scrollTo(self.currentIndex())

    def changeEvent(self, event: QEvent) -> None:
        """Take new sizes when the theme changes."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:
            self.scheduleDelayedItemsLayout()
            self._place_columns()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the grid of time below the rows, and today above them."""
        lanes, columns = self._rows.lanes, self.columns
        if lanes is None or columns is None or not columns.bar_width:
            super().paintEvent(event)
            return
        theme = themes.current()
        height = min(self.height_of_all() - self.verticalOffset(), self.viewport().height())
        area = QRectF(columns.bar, 0, columns.bar_width, height)
        painter = QPainter(self.viewport())
        paint_grid(painter, theme, _with_lines(lanes), lanes.panel, area)
        painter.end()
        super().paintEvent(event)
        painter = QPainter(self.viewport())
        paint_today(painter, theme, columns.bar + columns.bar_width, area)

    def sizeHint(self) -> QSize:
        """Return the height of all rows."""
        return QSize(themes.current().px(400), self.height_of_all())

    def minimumSizeHint(self) -> QSize:
        """Return room for a few rows, or for all where the page scrolls as one."""
        theme = themes.current()
        least = self.height_of_all() if self.fold < Fold.SMALL else theme.px(150)
        return QSize(theme.px(200), min(self.height_of_all(), least))

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


def _with_lines(lanes: Lanes) -> list[Tick]:
    """The ticks that have a line: the left edge is only named."""
    return [tick for tick in lanes.panel.ticks if tick.day != lanes.panel.first]


class Swimlanes(QWidget):
    """The line of years, and the rows under it."""

    def __init__(self, words: Words) -> None:
        super().__init__()
        self._words = words
        self._lanes: Lanes | None = None
        self.list = LaneList(words)
        self.list.setAccessibleName(words.say("treatments.title", "Treatments"))
        self._axis = _Axis(self, words.say("lanes.today", "today"))
        self.setFocusProxy(self.list)
        self.setLayout(Column(self._axis, self.list, spacing=0))

    @property
    def lanes(self) -> Lanes | None:
        """What is shown."""
        return self._lanes

    def show_lanes(self, lanes: Lanes) -> None:
        """Show other rows."""
        self._lanes = lanes
        self.list.setAccessibleDescription(lanes.summary(self._words))
        self.list.show_lanes(lanes)
        self._axis.update()

    def refold(self, fold: Fold) -> None:
        """Leave line and bars out where there is no room for them."""
        self._axis.setVisible(fold >= Fold.COMPACT)
        self.list.refold(fold)

    def height_of_all(self) -> int:
        """How high the line and all rows are."""
        axis = self._axis.sizeHint().height() if not self._axis.isHidden() else 0
        return self.list.height_of_all() + axis


class _Axis(QWidget):
    """The names of the years, and the word "today"."""

    def __init__(self, swimlanes: Swimlanes, today: str) -> None:
        super().__init__()
        self._swimlanes, self._today = swimlanes, today
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        """Return the height of a name."""
        return QSize(1, themes.current().px(AXIS))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the beginnings of the grid's lines, longer for years, and their names."""
        lanes, columns = self._swimlanes.lanes, self._swimlanes.list.columns
        if lanes is None or columns is None or not columns.bar_width or not lanes.rows:
            return
        theme, panel = themes.current(), lanes.panel
        painter = QPainter(self)
        area = QRectF(columns.bar, 0, columns.bar_width, self.height())
        short = area.adjusted(0, area.height() * 0.6, 0, 0)
        lines = _with_lines(lanes)
        paint_grid(painter, theme, [tick for tick in lines if tick.year], panel, area)
        paint_grid(painter, theme, [tick for tick in lines if not tick.year], panel, short)
        paint_labels(painter, theme, panel.ticks, panel, area)
        x = columns.bar + columns.bar_width
        paint_today(painter, theme, x, short.adjusted(0, -2, 0, 0))
        painter.setFont(theme.font("chart", weight=700))
        painter.setPen(theme.colour("honeyink"))
        painter.drawText(round(x) + theme.px(_BESIDE_TODAY), painter.fontMetrics().ascent(), self._today)
