"""How often each thing was written: words, a bar, a count. It says nothing about cause."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter
from PySide6.QtWidgets import QStyledItemDelegate, QStyleOptionViewItem, QWidget

from app.domain.derived.symptoms.tallies import Tally
from app.ui.theme import theme as themes
from app.ui.theme.theme import Theme
from app.ui.widgets.heading import Heading
from app.ui.widgets.layout import Column
from app.ui.widgets.record_list import RecordList
from app.ui.widgets.record_row import RecordRow

Index = QModelIndex | QPersistentModelIndex
_WRAP = int(Qt.TextFlag.TextWordWrap.value)
_NAME, _BAR, _GAP = 150, 84, 14
_BAR_HIGH = 10
_ROW = 30


class TallyList(QWidget):
    """A heading over its rows; hidden while there is nothing in it."""

    def __init__(self, heading: str) -> None:
        super().__init__()
        self.listed = RecordList(heading, grows=True)
        self._delegate = _Delegate(self.listed)
        self.listed.setItemDelegate(self._delegate)
        self.setLayout(Column(Heading(heading), self.listed, 1, spacing=4))

    def show_tallies(self, tallies: tuple[Tally, ...]) -> None:
        """Show other counts."""
        self._delegate.most = max((one.times for one in tallies), default=1)
        self.listed.show_rows(tuple(_row(one) for one in tallies))
        self.setVisible(bool(tallies))


def _row(one: Tally) -> RecordRow:
    spoken = f"{one.name}, {one.said}"
    return RecordRow(key=one.name, title=one.name, value=one.said, count=str(one.times), spoken=spoken)


class _Delegate(QStyledItemDelegate):
    """Draws a name, a bar as long as it was written often, and the count in words."""

    def __init__(self, view: RecordList) -> None:
        super().__init__(view)
        self._view = view
        self.most = 1

    def sizeHint(self, _option: QStyleOptionViewItem, index: Index) -> QSize:
        row: RecordRow = index.data(Qt.ItemDataRole.UserRole)
        theme = themes.current()
        width = self._view.viewport().width()
        metrics = QFontMetrics(theme.font("body"))
        room = QRect(0, 0, _name_room(width, row, theme), 100_000)
        high = metrics.boundingRect(room, _WRAP, row.title).height()
        return QSize(width, max(high + theme.px(6), theme.px(_ROW)))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        row: RecordRow = index.data(Qt.ItemDataRole.UserRole)
        theme, box = themes.current(), QRect(option.rect)
        name = _name_room(box.width(), row, theme)
        painter.save()
        painter.setFont(theme.font("body"))
        painter.setPen(theme.colour("ink"))
        middle = int(Qt.AlignmentFlag.AlignVCenter.value)
        painter.drawText(QRect(box.left(), box.top(), name, box.height()), _WRAP | middle, row.title)
        x = box.left() + name + theme.px(_GAP)
        high = theme.px(_BAR_HIGH)
        wide = max(round(theme.px(_BAR) * int(row.count) / self.most), theme.px(3))
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.colour("ink3"))
        bar = QRect(x, box.center().y() - high // 2, wide, high)
        painter.drawRoundedRect(bar, theme.px(2), theme.px(2))
        painter.setFont(theme.font("small"))
        painter.setPen(theme.colour("ink2"))
        x += theme.px(_BAR + 16)
        painter.drawText(QRect(x, box.top(), box.right() - x, box.height()), middle, row.value)
        painter.restore()


def _name_room(width: int, row: RecordRow, theme: Theme) -> int:
    said = QFontMetrics(theme.font("small")).horizontalAdvance(row.value)
    left = width - theme.px(_GAP + _BAR + 16) - said - theme.px(4)
    return max(min(theme.px(_NAME), left), theme.px(40))
