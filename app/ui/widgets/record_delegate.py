"""Paints the rows of a list of entries."""

from dataclasses import dataclass

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPoint, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFont, QFontMetrics, QPainter, QPen
from PySide6.QtWidgets import (
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
)

from app.ui.theme import theme as themes
from app.ui.theme.theme import Theme
from app.ui.widgets.own_words import paint_quote_mark
from app.ui.widgets.pill import paint_pill, pill_width
from app.ui.widgets.record_row import RecordRow

Index = QModelIndex | QPersistentModelIndex
_WRAP = int(Qt.TextFlag.TextWordWrap.value)
_PAD = 10
DATE = 64
"""Room for a time or a short date at the left of a row, px at 100%."""

_ICON = 34
_MARK = 16  # room for the quote mark before words that are set in the sans


class RecordDelegate(QStyledItemDelegate):
    """When, icon, title, the person's words, a pill and a mark; words wrap.

    ``always`` shows the chosen row without the focus too, for a list beside its detail. ``date`` is the
    room for a date at the left, px at 100%; ``lined`` draws a hairline below each row.
    """

    def __init__(
        self, view: QListView, *, dated_right: bool, always: bool, date: int = DATE, lined: bool = True
    ) -> None:
        super().__init__(view)
        self._always = always
        self._date, self._lined = date, lined
        self._dated_right = dated_right
        self._view = view
        self.end_room = 0  # px at 100% left free at the end of each row, for the button of its menu

    def sizeHint(self, _option: QStyleOptionViewItem, index: Index) -> QSize:
        """Return the height the row's words need at the list's width."""
        theme = themes.current()
        row: RecordRow = index.data(Qt.ItemDataRole.UserRole)
        width = self._view.viewport().width()
        if row.heading:
            return QSize(width, theme.px(44 if index.row() else 32))
        room = width - theme.px(self.end_room) - self._left(row, theme) - self._right(row, theme)
        height = max((b.y + b.height for b in _blocks(row, room, theme)), default=0)
        return QSize(width, max(height, theme.px(22)) + 2 * theme.px(_PAD) + 1)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draw one row."""
        theme = themes.current()
        row: RecordRow = index.data(Qt.ItemDataRole.UserRole)
        box = QRect(option.rect)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if row.heading:
            _paint_heading(painter, box, row, theme)
        else:
            self._paint_ground(painter, option, theme)
            self._paint_row(painter, box.adjusted(0, 0, -theme.px(self.end_room), 0), row, theme)
        painter.restore()

    def _paint_ground(self, painter: QPainter, option: QStyleOptionViewItem, theme: Theme) -> None:
        selected = bool(option.state & QStyle.StateFlag.State_Selected)
        chosen = selected and (self._always or self._view.hasFocus())
        over = option.state & QStyle.StateFlag.State_MouseOver
        box = QRectF(option.rect)
        if chosen or over:
            outline = theme.high_contrast
            painter.setPen(QPen(theme.colour("edge"), 1) if outline else Qt.PenStyle.NoPen)
            painter.setBrush(theme.colour("pinewash" if chosen else "sunk"))
            radius = theme.radius("row")
            painter.drawRoundedRect(box.adjusted(0.5, 0.5, -0.5, -1.5), radius, radius)
        if self._lined:
            hairline(painter, option.rect, theme)

    def _paint_row(self, painter: QPainter, box: QRect, row: RecordRow, theme: Theme) -> None:
        left, right = self._left(row, theme), self._right(row, theme)
        top = box.y() + theme.px(_PAD)
        room = box.width() - left - right
        for block in _blocks(row, room, theme):
            painter.setFont(_font(block.style, theme))
            painter.setPen(theme.colour(_INK[block.style]))
            place = QRect(box.x() + left + block.x, top + block.y, block.width, block.height)
            painter.drawText(place, _WRAP, block.text)
            if block.style == "words" and theme.look.easier_reading:
                paint_quote_mark(painter, place.topLeft() - QPoint(theme.px(_MARK), -theme.px(6)), 11)
        self._paint_sides(painter, box, row, theme)

    def _paint_sides(self, painter: QPainter, box: QRect, row: RecordRow, theme: Theme) -> None:
        top = box.y() + theme.px(_PAD)
        x = box.x() + theme.px(10)
        painter.setFont(theme.font("caption"))
        painter.setPen(theme.colour("ink3"))
        line = QRect(box.x(), top, box.width() - theme.px(10), theme.px(22))
        if row.when and self._dated_right:
            painter.drawText(line, int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter), row.when)
        elif row.when:
            painter.drawText(line.adjusted(theme.px(10), 0, 0, 0), Qt.AlignmentFlag.AlignVCenter, row.when)
            x += theme.px(self._date)
        if row.icon:
            drawn = theme.icon(row.icon, row.tone, 18, painter.device().devicePixelRatio())
            painter.drawPixmap(x, top + theme.px(2), drawn)
        self._paint_end(painter, box, row, theme)

    def _paint_end(self, painter: QPainter, box: QRect, row: RecordRow, theme: Theme) -> None:
        x = box.right() - theme.px(10) - self._when_right(row, theme)
        top = box.y() + theme.px(_PAD)
        if row.private:
            width = QFontMetrics(theme.font("caption")).horizontalAdvance(row.private)
            x -= width
            painter.setPen(theme.colour("ink3"))
            painter.setFont(theme.font("caption"))
            painter.drawText(QRect(x, top, width, theme.px(22)), Qt.AlignmentFlag.AlignVCenter, row.private)
            x -= theme.px(22)
            icon = theme.icon("eye-slash", "ink3", 16, painter.device().devicePixelRatio())
            painter.drawPixmap(x, top + theme.px(3), icon)
            x -= theme.px(8)
        if row.pill:
            width = pill_width(row.pill[1], theme)
            paint_pill(painter, QRectF(x - width, top, width, theme.px(24)), row.pill[1], row.pill[0], theme)

    def _left(self, row: RecordRow, theme: Theme) -> int:
        when = theme.px(self._date) if row.when and not self._dated_right else 0
        return theme.px(10) + when + (theme.px(_ICON) if row.icon else 0)

    def _right(self, row: RecordRow, theme: Theme) -> int:
        room = theme.px(10) + self._when_right(row, theme)
        if row.pill:
            room += pill_width(row.pill[1], theme) + theme.px(8)
        if row.private:
            width = QFontMetrics(theme.font("caption")).horizontalAdvance(row.private)
            room += width + theme.px(38)
        return room

    def _when_right(self, row: RecordRow, theme: Theme) -> int:
        if not (row.when and self._dated_right):
            return 0
        return QFontMetrics(theme.font("caption")).horizontalAdvance(row.when) + theme.px(12)


_STYLE = {"title": "body", "value": "body", "words": "words_small", "note": "small"}
_INK = {"title": "ink", "value": "ink", "words": "ink2", "note": "ink2"}


@dataclass(frozen=True, slots=True)
class _Block:
    """A piece of text and its place within the row, in px."""

    text: str
    style: str
    x: int
    y: int
    width: int
    height: int


def _font(style: str, theme: Theme) -> QFont:
    weight = 600 if style == "title" else None
    return theme.font(_STYLE[style], weight=weight)


def _blocks(row: RecordRow, room: int, theme: Theme) -> list[_Block]:
    """Place title and value beside each other where they fit, note and words below or after."""
    placed: list[_Block] = []
    x = y = line = 0
    for style in ("title", "value", "note", "words"):
        text = getattr(row, style)
        if not text:
            continue
        metrics = QFontMetrics(_font(style, theme))
        width = metrics.horizontalAdvance(text)
        mark = theme.px(_MARK) if style == "words" and theme.look.easier_reading else 0
        gap = theme.px(5 if style == "value" else 14) if x else 0
        beside = "\n" not in text and x + gap + mark + width <= room and style != "note" and not row.note
        if not beside:
            x, y, line, gap = 0, y + line, 0, 0
        wide = width + 2 if beside else max(room - mark, 1)
        high = metrics.height() if beside else _height(metrics, text, wide)
        placed.append(_Block(text, style, x + gap + mark, y, wide, high))
        line = max(line, high + theme.px(3))
        x += gap + mark + width if beside or high <= metrics.height() else room
    return placed


def _height(metrics: QFontMetrics, text: str, width: int) -> int:
    return metrics.boundingRect(QRect(0, 0, width, 100_000), _WRAP, text).height()


def _paint_heading(painter: QPainter, box: QRect, row: RecordRow, theme: Theme) -> None:
    painter.setFont(theme.font("heading"))
    painter.setPen(theme.colour("ink"))
    base = Qt.AlignmentFlag.AlignBottom | Qt.AlignmentFlag.AlignLeft
    area = box.adjusted(0, 0, 0, -theme.px(5))
    painter.drawText(area, int(base), row.title)
    if row.count:
        x = painter.fontMetrics().horizontalAdvance(row.title) + theme.px(10)
        painter.setFont(theme.font("caption"))
        painter.setPen(theme.colour("ink3"))
        painter.drawText(area.adjusted(x, 0, 0, 0), int(base), row.count)
    hairline(painter, box, theme)


def hairline(painter: QPainter, box: QRect, theme: Theme) -> None:
    """Draw a line along the bottom of ``box``."""
    painter.fillRect(QRect(box.left(), box.bottom(), box.width(), 1), theme.colour("line"))
