"""The list of rows in the palette and on the Find page."""

from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QPersistentModelIndex,
    QPoint,
    QPointF,
    QRect,
    QRectF,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QContextMenuEvent, QKeyEvent, QPainter, QPen
from PySide6.QtWidgets import (
    QListView,
    QSizePolicy,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
)

from app.ui.finding.passages import Passage, in_one_line, laid_out
from app.ui.finding.rows import Row
from app.ui.theme import theme as themes
from app.ui.theme.theme import Theme
from app.ui.widgets.button import keycap_width, paint_keycap
from app.ui.widgets.plain_list import ENTER, PlainList
from app.ui.widgets.row_menu import ROOM

Index = QModelIndex | QPersistentModelIndex
_ROOT = QModelIndex()
_ROW, _HEAD, _YEAR = 44, 35, 44
_EDGE, _TEXT = 20, 54
_END = 90
_LINES = 3


class _Model(QAbstractListModel):
    """Rows as values."""

    def __init__(self) -> None:
        super().__init__()
        self.rows: tuple[Row, ...] = ()

    def show(self, rows: tuple[Row, ...]) -> None:
        self.beginResetModel()
        self.rows = rows
        self.endResetModel()

    def rowCount(self, parent: Index = _ROOT) -> int:
        return 0 if parent.isValid() else len(self.rows)

    def flags(self, index: Index) -> Qt.ItemFlag:
        if index.isValid() and not self.rows[index.row()].can_be_chosen:
            return Qt.ItemFlag.ItemIsEnabled
        return super().flags(index)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid():
            return None
        row = self.rows[index.row()]
        if role in {Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole}:
            return row.spoken
        return row if role == Qt.ItemDataRole.UserRole else None


class _Delegate(QStyledItemDelegate):
    """An icon, the passage, and at its end what Enter does or when it was; ``roomy``: in lines."""

    def __init__(self, view: QListView, *, roomy: bool) -> None:
        super().__init__(view)
        self._view, self._roomy = view, roomy

    def sizeHint(self, _option: QStyleOptionViewItem, index: Index) -> QSize:
        theme = themes.current()
        row: Row = index.data(Qt.ItemDataRole.UserRole)
        width = self._view.viewport().width()
        if row.heading:
            return QSize(width, theme.px(_YEAR if self._roomy else _HEAD))
        if not (self._roomy or row.remark or row.means):
            return QSize(width, theme.px(_ROW))
        layout = laid_out(row.passage, self._room(row, width, theme), theme, lines=_LINES)
        return QSize(width, max(theme.px(_ROW), round(layout.boundingRect().height()) + theme.px(20)))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        theme = themes.current()
        row: Row = index.data(Qt.ItemDataRole.UserRole)
        box = QRect(option.rect)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        chosen = bool(option.state & QStyle.StateFlag.State_Selected) and row.can_be_chosen
        if row.heading:
            self._paint_heading(painter, box, row, theme)
        else:
            over = bool(option.state & QStyle.StateFlag.State_MouseOver) and row.can_be_chosen
            self._paint_ground(painter, box, theme, chosen=chosen, over=over)
            self._paint_row(painter, box, row, theme, chosen=chosen)
        painter.restore()

    def _paint_heading(self, painter: QPainter, box: QRect, row: Row, theme: Theme) -> None:
        painter.setFont(theme.font("heading" if self._roomy else "caption"))
        painter.setPen(theme.colour("ink" if self._roomy else "ink3"))
        left = theme.px(0 if self._roomy else _EDGE)
        place = box.adjusted(left, 0, 0, -theme.px(5))
        base = Qt.AlignmentFlag.AlignBottom if self._roomy else Qt.AlignmentFlag.AlignVCenter
        painter.drawText(place, int(base | Qt.AlignmentFlag.AlignLeft), row.passage.before)

    def _paint_ground(self, painter: QPainter, box: QRect, theme: Theme, *, chosen: bool, over: bool) -> None:
        if not (chosen or over):
            return
        painter.setPen(QPen(theme.colour("edge"), 1) if theme.high_contrast else Qt.PenStyle.NoPen)
        painter.setBrush(theme.colour("pinewash" if chosen else "sunk"))
        radius = theme.radius("row") if self._roomy else 0
        painter.drawRoundedRect(QRectF(box).adjusted(0.5, 0.5, -0.5, -0.5), radius, radius)

    def _paint_row(self, painter: QPainter, box: QRect, row: Row, theme: Theme, *, chosen: bool) -> None:
        room = self._room(row, box.width(), theme)
        passage = row.passage
        if chosen and not passage.words:
            passage = Passage(before=passage.before, strong=True)
        wraps = self._roomy or row.remark or bool(row.means)
        fitted = passage if wraps else in_one_line(passage, room, theme)
        layout = laid_out(fitted, room, theme, lines=_LINES if wraps else 1)
        height = layout.boundingRect().height()
        painter.setPen(theme.colour("ink2" if row.remark else "ink"))
        left = self._left(row, theme)
        layout.draw(painter, QPointF(box.x() + left, box.y() + (box.height() - height) / 2))
        if row.icon:
            side = theme.px(20)
            drawn = theme.icon(row.icon, "ink", 20, painter.device().devicePixelRatio())
            at = box.x() + theme.px(_EDGE if not self._roomy else 12)
            painter.drawPixmap(at, box.y() + (box.height() - side) // 2, drawn)
        self._paint_end(painter, box, row, theme, chosen=chosen)

    def _paint_end(self, painter: QPainter, box: QRect, row: Row, theme: Theme, *, chosen: bool) -> None:
        x = box.right() - theme.px(_EDGE if not self._roomy else ROOM)
        if chosen and not self._roomy:
            width = keycap_width("Enter", theme)
            x -= width
            paint_keycap(painter, QRect(x, box.y(), width, box.height()), "Enter", theme.colour("ink"), theme)
            x -= theme.px(10)
        elif self._roomy and row.day:
            painter.setFont(theme.font("caption"))
            painter.setPen(theme.colour("ink3"))
            width = painter.fontMetrics().horizontalAdvance(row.day)
            x -= width
            place = QRect(x, box.y(), width, box.height())
            painter.drawText(place, int(Qt.AlignmentFlag.AlignVCenter), row.day)
            x -= theme.px(10)
        if row.private:
            side = theme.px(18)
            icon = theme.icon("eye-slash", "ink3", 18, painter.device().devicePixelRatio())
            painter.drawPixmap(x - side, box.y() + (box.height() - side) // 2, icon)

    def _left(self, row: Row, theme: Theme) -> int:
        if row.remark and not row.icon:
            return theme.px(_EDGE if not self._roomy else 0)
        return theme.px(_TEXT if not self._roomy else 46)

    def _room(self, row: Row, width: int, theme: Theme) -> int:
        end = _END if not self._roomy else _END + ROOM if not row.day else _END + 50 + ROOM
        return max(width - self._left(row, theme) - theme.px(end if not row.remark else _EDGE), theme.px(80))


class RowList(PlainList):
    """``opened(Row, bool)`` follows Enter or a click; the second is whether the timeline was asked for."""

    opened = Signal(object, bool)
    moved = Signal(object)
    menu = Signal(object, QPoint)

    def __init__(self, name: str, *, roomy: bool = False) -> None:
        super().__init__(name)
        self._rows = _Model()
        self._rows.setParent(self)
        self.setModel(self._rows)
        self.setItemDelegate(_Delegate(self, roomy=roomy))
        self._roomy = roomy
        if roomy:
            self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
            self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.selectionModel().currentChanged.connect(self._tell_moved)

    @property
    def rows(self) -> tuple[Row, ...]:
        """What is shown."""
        return self._rows.rows

    @property
    def row(self) -> Row | None:
        """The row that is chosen."""
        at = self.currentIndex()
        return self.rows[at.row()] if at.isValid() else None

    def show_rows(self, rows: tuple[Row, ...]) -> None:
        """Show other rows; the chosen one stays chosen where it is still there, else the first is."""
        if rows == self.rows:
            return
        key = self.row.key if self.row is not None else ""
        self._rows.show(rows)
        can = [n for n, row in enumerate(rows) if row.can_be_chosen]
        place = next((n for n in can if key and rows[n].key == key), can[0] if can else -1)
        if place >= 0:
            self.setCurrentIndex(self._rows.index(place, 0))
            self.scrollToTop()
        self.updateGeometry()

    def choose_first(self) -> None:
        """Choose the first row that does anything."""
        self.step(0, start=-1)

    def step(self, by: int, *, start: int | None = None) -> None:
        """Choose the next row that does anything, up or down; round the ends."""
        can = [n for n, row in enumerate(self.rows) if row.can_be_chosen]
        if not can:
            return
        now = self.currentIndex().row() if start is None else start
        at = can.index(now) + by if now in can else 0
        self.setCurrentIndex(self._rows.index(can[at % len(can)], 0))

    def open_current(self) -> None:
        """Open the chosen row."""
        self.open_chosen()

    def open_chosen(self, *, on_timeline: bool = False) -> None:
        """Open the chosen row, or show it on the timeline."""
        if self.row is not None and self.row.can_be_chosen:
            self.opened.emit(self.row, on_timeline)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Move round the ends; with Ctrl, Enter goes to the timeline."""
        if event.key() in ENTER:
            self.open_chosen(on_timeline=bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier))
        elif event.key() in {Qt.Key.Key_Up, Qt.Key.Key_Down}:
            self.step(1 if event.key() == Qt.Key.Key_Down else -1)
        else:
            super().keyPressEvent(event)

    def click(self, at: QModelIndex) -> None:
        """Open what was clicked, unless it only says something."""
        if self.rows[at.row()].can_be_chosen:
            self.open_chosen()

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Offer the menu of the row: ``menu(Row, place)``."""
        if self.row is not None and self.row.can_be_chosen:
            self.menu.emit(self.row, self.menu_place(event))

    def sizeHint(self) -> QSize:
        """Return the height of all rows on a page, which scrolls as one."""
        width = themes.current().px(240)
        return QSize(width, self.height_of_all + 2) if self._roomy else super().sizeHint()

    def minimumSizeHint(self) -> QSize:
        """Return the same on a page."""
        return QSize(themes.current().px(120), self.sizeHint().height() if self._roomy else 0)

    def _tell_moved(self) -> None:
        if self.row is not None:
            self.moved.emit(self.row)
