"""The list of panels: an icon and a word each."""

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
from PySide6.QtWidgets import (
    QListView,
    QSizePolicy,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
)

from app.ui.theme import theme as themes
from app.ui.widgets.plain_list import PRESSES, PlainList

Index = QModelIndex | QPersistentModelIndex
_ROOT = QModelIndex()
Row = tuple[str, str, str]
"""Key, words and icon of one row."""


class _Rows(QAbstractListModel):
    def __init__(self, rows: tuple[Row, ...], parent: QListView) -> None:
        super().__init__(parent)
        self.rows = rows

    def rowCount(self, parent: Index = _ROOT) -> int:
        return 0 if parent.isValid() else len(self.rows)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid():
            return None
        row = self.rows[index.row()]
        if role in {Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole}:
            return row[1]
        return row if role == Qt.ItemDataRole.UserRole else None


class PanelList(PlainList):
    """``moved(key)`` follows the arrows and the mouse, ``opened(key)`` Enter, Space or a click."""

    moved = Signal(str)
    opened = Signal(str)

    def __init__(self, name: str, rows: tuple[Row, ...]) -> None:
        super().__init__(name, keys=PRESSES)
        self._rows = _Rows(rows, self)
        self.setModel(self._rows)
        self.setItemDelegate(_RowDelegate(self))
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.selectionModel().currentChanged.connect(self._tell)

    @property
    def key(self) -> str:
        """The key of the chosen row, "" for none."""
        at = self.currentIndex()
        return self._rows.rows[at.row()][0] if at.isValid() else ""

    def choose(self, key: str) -> bool:
        """Choose a row by its key; tell whether there is one."""
        row = next((n for n, row in enumerate(self._rows.rows) if row[0] == key), None)
        if row is not None:
            self.setCurrentIndex(self._rows.index(row, 0))
        return row is not None

    def open_current(self) -> None:
        """Open the chosen panel."""
        self.opened.emit(self.key)

    def sizeHint(self) -> QSize:
        """Return the height of all rows."""
        return QSize(themes.current().px(160), len(self._rows.rows) * themes.current().size("button"))

    def minimumSizeHint(self) -> QSize:
        """Return the same height."""
        return QSize(themes.current().px(120), self.sizeHint().height())

    def _tell(self) -> None:
        if self.key:
            self.moved.emit(self.key)


class _RowDelegate(QStyledItemDelegate):
    """Icon and word; the chosen row on a wash, in bold."""

    def sizeHint(self, option: QStyleOptionViewItem, _index: Index) -> QSize:
        return QSize(option.rect.width(), themes.current().size("button"))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        theme = themes.current()
        _, words, icon = index.data(Qt.ItemDataRole.UserRole)
        box = QRect(option.rect)
        chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if chosen or option.state & QStyle.StateFlag.State_MouseOver:
            outlined = QPen(theme.colour("edge"), 1) if theme.high_contrast else Qt.PenStyle.NoPen
            painter.setPen(outlined)
            painter.setBrush(theme.colour("pinewash" if chosen else "sunk"))
            radius = theme.radius("row")
            painter.drawRoundedRect(QRectF(box).adjusted(0.5, 0.5, -0.5, -0.5), radius, radius)
        side = theme.px(20)
        drawn = theme.icon(icon, "ink", 20, painter.device().devicePixelRatio())
        painter.drawPixmap(box.x() + theme.px(14), box.y() + (box.height() - side) // 2, drawn)
        painter.setFont(theme.font("small", weight=600 if chosen else 400))
        painter.setPen(theme.colour("ink"))
        place = box.adjusted(theme.px(46), 0, -theme.px(8), 0)
        shown = painter.fontMetrics().elidedText(words, Qt.TextElideMode.ElideRight, place.width())
        painter.drawText(place, Qt.AlignmentFlag.AlignVCenter, shown)
        painter.restore()
