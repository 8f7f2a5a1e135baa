"""A list of facts in the margin: a line, a smaller one below it, a phone number."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter
from PySide6.QtWidgets import QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from app.domain.derived.about_facts import Fact
from app.ui.theme import theme as themes
from app.ui.theme.theme import Theme
from app.ui.widgets.record_list import RecordList
from app.ui.widgets.record_row import RecordRow

Index = QModelIndex | QPersistentModelIndex
_WRAP = int(Qt.TextFlag.TextWordWrap.value)
_TOP, _BOTTOM, _HEADING, _PHONE = 2, 6, 26, 24  # px at 100%
_ICON = 24


class FactList(RecordList):
    """Enter or a click opens a fact."""

    def __init__(self, name: str) -> None:
        super().__init__(name, grows=True)
        self.setItemDelegate(_FactDelegate(self))

    def show_facts(self, facts: tuple[Fact, ...]) -> None:
        """Show other facts; an empty list is not there at all."""
        self.show_rows(
            tuple(
                RecordRow(
                    key=fact.key,
                    title=fact.title,
                    note=fact.note,
                    value=fact.phone,
                    heading=fact.heading,
                    spoken=fact.spoken,
                )
                for fact in facts
            )
        )
        self.setVisible(bool(facts))


class _FactDelegate(QStyledItemDelegate):
    """No frames and no hairlines: the margin is read, not worked in."""

    def __init__(self, view: QListView) -> None:
        super().__init__(view)
        self._view = view

    def sizeHint(self, _option: QStyleOptionViewItem, index: Index) -> QSize:
        """Return the height the words need."""
        theme = themes.current()
        row: RecordRow = index.data(Qt.ItemDataRole.UserRole)
        width = self._view.viewport().width()
        if row.heading:
            return QSize(width, theme.px(_HEADING))
        title, note = _heights(row, width, theme)
        phone = theme.px(_PHONE) if row.value else 0
        return QSize(width, title + note + phone + theme.px(_TOP + _BOTTOM))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draw one fact."""
        theme = themes.current()
        row: RecordRow = index.data(Qt.ItemDataRole.UserRole)
        box = QRect(option.rect)
        painter.save()
        if not row.heading and option.state & QStyle.StateFlag.State_MouseOver:
            painter.fillRect(box, theme.colour("sunk"))
        if row.heading:
            _text(painter, box, row.title, "small", "ink2", theme)
        else:
            _paint_fact(painter, box, row, theme)
        painter.restore()


def _paint_fact(painter: QPainter, box: QRect, row: RecordRow, theme: Theme) -> None:
    title, note = _heights(row, box.width(), theme)
    line = QRect(box.x(), box.y() + theme.px(_TOP), box.width(), title)
    _text(painter, line, row.title, "body", "ink", theme)
    if row.note:
        line = QRect(box.x(), line.bottom() + 1, box.width(), note)
        _text(painter, line, row.note, "caption", "ink3", theme)
    if row.value:
        y = line.bottom() + 1
        icon = theme.icon("phone", "ink2", 16, painter.device().devicePixelRatio())
        painter.drawPixmap(box.x(), y + theme.px(4), icon)
        painter.setFont(theme.font("body", weight=600))
        painter.setPen(theme.colour("ink"))
        number = QRect(box.x() + theme.px(_ICON), y, box.width() - theme.px(_ICON), theme.px(_PHONE))
        painter.drawText(number, Qt.AlignmentFlag.AlignVCenter, row.value)


def _text(painter: QPainter, box: QRect, words: str, style: str, tone: str, theme: Theme) -> None:  # noqa: PLR0917
    painter.setFont(theme.font(style))
    painter.setPen(theme.colour(tone))
    painter.drawText(box, _WRAP, words)


def _heights(row: RecordRow, width: int, theme: Theme) -> tuple[int, int]:
    """The heights of title and note."""
    area = QRect(0, 0, max(width, 1), 100_000)
    title = QFontMetrics(theme.font("body")).boundingRect(area, _WRAP, row.title).height()
    note = QFontMetrics(theme.font("caption")).boundingRect(area, _WRAP, row.note).height() if row.note else 0
    return title + theme.px(2), note + (theme.px(2) if row.note else 0)
