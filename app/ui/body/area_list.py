"""The places of the body as a list to tick, and to search."""

from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QPersistentModelIndex,
    QRect,
    QRectF,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QPainter, QPen
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from app.ui.theme import theme as themes
from app.ui.widgets.plain_list import PRESSES, PlainList

Index = QModelIndex | QPersistentModelIndex
_ROOT = QModelIndex()
_ROW = 34
_ROWS = 8


class AreaList(PlainList):
    """``pressed(name)`` follows Enter, Space or a click."""

    pressed = Signal(str)

    def __init__(self, name: str) -> None:
        super().__init__(name, keys=PRESSES)
        self._names = _Names()
        self._names.setParent(self)
        self.setModel(self._names)
        self.setItemDelegate(_Delegate(self))
        self.setProperty("look", "field")

    @property
    def names(self) -> tuple[str, ...]:
        """What is listed."""
        return self._names.names

    def show_names(self, names: tuple[str, ...], chosen: tuple[str, ...]) -> None:
        """List these, ticking those that are chosen; the current one stays current."""
        at = self.currentIndex()
        current = at.data() if at.isValid() else ""
        self._names.show(names, chosen)
        row = names.index(current) if current in names else 0
        if names:
            self.setCurrentIndex(self._names.index(row, 0))

    def open_current(self) -> None:
        """Tick the current one."""
        at = self.currentIndex()
        if at.isValid():
            self.pressed.emit(at.data())

    def sizeHint(self) -> QSize:
        """Return room for a few rows."""
        theme = themes.current()
        return QSize(theme.px(240), theme.px(_ROW * _ROWS))

    def minimumSizeHint(self) -> QSize:
        """Return room for fewer."""
        theme = themes.current()
        return QSize(theme.px(160), theme.px(_ROW * 4))


class _Names(QAbstractListModel):
    """Names that are ticked or not."""

    def __init__(self) -> None:
        super().__init__()
        self.names: tuple[str, ...] = ()
        self._chosen: frozenset[str] = frozenset()

    def show(self, names: tuple[str, ...], chosen: tuple[str, ...]) -> None:
        self.beginResetModel()
        self.names, self._chosen = names, frozenset(name.casefold() for name in chosen)
        self.endResetModel()

    def rowCount(self, parent: Index = _ROOT) -> int:
        return 0 if parent.isValid() else len(self.names)

    def flags(self, index: Index) -> Qt.ItemFlag:
        return super().flags(index) | Qt.ItemFlag.ItemIsUserCheckable

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid():
            return None
        name = self.names[index.row()]
        if role == Qt.ItemDataRole.CheckStateRole:
            ticked = name.casefold() in self._chosen
            return Qt.CheckState.Checked if ticked else Qt.CheckState.Unchecked
        return name if role in {Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole} else None


class _Delegate(QStyledItemDelegate):
    """Draws a tick box and a name."""

    def sizeHint(self, _option: QStyleOptionViewItem, _index: Index) -> QSize:
        theme = themes.current()
        return QSize(theme.px(200), theme.px(_ROW))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        theme, box = themes.current(), QRect(option.rect)
        on = index.data(Qt.ItemDataRole.CheckStateRole) == Qt.CheckState.Checked
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if option.state & QStyle.StateFlag.State_MouseOver:
            painter.fillRect(box, theme.colour("sunk"))
        side = theme.px(18)
        tick = QRectF(box.left() + theme.px(10), box.center().y() - side / 2, side, side)
        painter.setPen(QPen(theme.colour("pine" if on else "edge"), theme.px(2)))
        painter.setBrush(theme.colour("pine" if on else "raised"))
        painter.drawRoundedRect(tick, theme.radius("cell"), theme.radius("cell"))
        if on:
            mark = theme.icon("check-bold", "onpine", 12, painter.device().devicePixelRatio())
            half = theme.px(6)
            painter.drawPixmap(round(tick.center().x()) - half, round(tick.center().y()) - half, mark)
        painter.setFont(theme.font("body", weight=600 if on else 400))
        painter.setPen(theme.colour("ink"))
        room = box.adjusted(theme.px(38), 0, -theme.px(6), 0)
        name = painter.fontMetrics().elidedText(str(index.data()), Qt.TextElideMode.ElideRight, room.width())
        painter.drawText(room, Qt.AlignmentFlag.AlignVCenter, name)
        painter.restore()
