"""Paints a list whose rows are the person's own words, with a pill and a name in columns at the right."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPen
from PySide6.QtWidgets import QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from app.ui.theme import theme as themes
from app.ui.theme.theme import Theme
from app.ui.widgets.pill import paint_pill, pill_width
from app.ui.widgets.record_delegate import hairline
from app.ui.widgets.record_row import RecordRow

Index = QModelIndex | QPersistentModelIndex
_WRAP = int(Qt.TextFlag.TextWordWrap.value)
_PAD, _TOP, _GAP = 14, 10, 16  # px at 100%
_HEADING, _FIRST_HEADING = 50, 34
_PILL, _LINE = 24, 27
_NARROW = 420  # where a row has less room, pill and name stand below the words


class WordsDelegate(QStyledItemDelegate):
    """`words` of a row in the serif; `when` is the name at the right.

    `beside`: the chosen row is marked without the focus too, and its wash reaches out beyond the words.
    """

    def __init__(self, view: QListView, *, beside: bool = True) -> None:
        super().__init__(view)
        self._view, self._beside = view, beside
        self.end_room = 0  # px at 100% left free at the end of each row, for the button of its menu

    def sizeHint(self, _option: QStyleOptionViewItem, index: Index) -> QSize:
        """Return the height the words need."""
        theme = themes.current()
        row: RecordRow = index.data(Qt.ItemDataRole.UserRole)
        width = self._view.viewport().width()
        if row.heading:
            return QSize(width, theme.px(_HEADING if index.row() else _FIRST_HEADING))
        height = self._words_height(row, width, theme) + 2 * theme.px(_TOP) + 1
        return QSize(width, height + (theme.px(_LINE) if self._below(row, width, theme) else 0))

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
            self._paint_row(painter, box, row, theme)
        painter.restore()

    def _paint_ground(self, painter: QPainter, option: QStyleOptionViewItem, theme: Theme) -> None:
        selected = bool(option.state & QStyle.StateFlag.State_Selected)
        chosen = selected and (self._beside or self._view.hasFocus())
        if chosen or option.state & QStyle.StateFlag.State_MouseOver:
            painter.setPen(QPen(theme.colour("edge"), 1) if theme.high_contrast else Qt.PenStyle.NoPen)
            painter.setBrush(theme.colour("pinewash" if chosen else "sunk"))
            radius = theme.radius("row")
            painter.drawRoundedRect(QRectF(option.rect).adjusted(0.5, 0.5, -0.5, -1.5), radius, radius)
        hairline(painter, option.rect, theme)

    def _paint_row(self, painter: QPainter, box: QRect, row: RecordRow, theme: Theme) -> None:
        pad, top, end = self._pad(theme), box.y() + theme.px(_TOP), self._end(theme)
        room = box.width() - pad - end - self._side(row, box.width(), theme)
        high = self._words_height(row, box.width(), theme)
        painter.setFont(theme.font("words"))
        painter.setPen(theme.colour("ink"))
        painter.drawText(QRect(box.x() + pad, top, room, high), _WRAP, row.words)
        if self._below(row, box.width(), theme):
            self._paint_below(painter, QRect(box.x() + pad, top + high, room, theme.px(_LINE)), row, theme)
            return
        right = box.right() - end
        line = QRect(box.x(), top, box.width() - end, theme.px(_LINE))
        painter.setFont(theme.font("caption"))
        painter.setPen(theme.colour("ink2"))
        painter.drawText(line, int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter), row.when)
        right -= self._names(theme) + theme.px(_GAP)
        if row.private:
            right -= theme.px(18)
            _paint_mark(painter, right, top, row.mark, theme)
            right -= theme.px(8)
        if row.pill:
            width = pill_width(row.pill[1], theme, row.icon)
            pill = QRectF(right - width, top + theme.px(2), width, theme.px(_PILL))
            paint_pill(painter, pill, row.pill[1], row.pill[0], theme, row.icon)

    def _paint_below(self, painter: QPainter, line: QRect, row: RecordRow, theme: Theme) -> None:
        x = line.x()
        if row.pill:
            width = pill_width(row.pill[1], theme, row.icon)
            pill = QRectF(x, line.y() + theme.px(2), width, theme.px(_PILL))
            paint_pill(painter, pill, row.pill[1], row.pill[0], theme, row.icon)
            x += width + theme.px(8)
        if row.private:
            _paint_mark(painter, x, line.y(), row.mark, theme)
            x += theme.px(26)
        painter.setFont(theme.font("caption"))
        painter.setPen(theme.colour("ink2"))
        area = QRect(x, line.y(), line.right() - x, line.height())
        painter.drawText(area, int(Qt.AlignmentFlag.AlignVCenter), row.when)

    def _words_height(self, row: RecordRow, width: int, theme: Theme) -> int:
        room = width - self._pad(theme) - self._end(theme) - self._side(row, width, theme)
        metrics = QFontMetrics(theme.font("words"))
        area = QRect(0, 0, max(room, 1), 100_000)
        return max(metrics.boundingRect(area, _WRAP, row.words).height(), theme.px(_LINE))

    def _pad(self, theme: Theme) -> int:
        return theme.px(_PAD) if self._beside else 0

    def _end(self, theme: Theme) -> int:
        return max(self._pad(theme), theme.px(self.end_room))

    def _below(self, row: RecordRow, width: int, theme: Theme) -> bool:
        return width < theme.px(_NARROW) and bool(row.pill or row.when or row.private)

    def _side(self, row: RecordRow, width: int, theme: Theme) -> int:
        """The room at the right: the column of names, and the pill where there is one."""
        if width < theme.px(_NARROW):
            return 0
        pill = pill_width(row.pill[1], theme, row.icon) + theme.px(_GAP) if row.pill else 0
        mark = theme.px(26) if row.private else 0
        return self._names(theme) + theme.px(_GAP) + pill + mark

    def _names(self, theme: Theme) -> int:
        """The width of the column of names: that of the longest one."""
        model = self._view.model()
        metrics = QFontMetrics(theme.font("caption"))
        rows = (model.index(n, 0).data(Qt.ItemDataRole.UserRole) for n in range(model.rowCount()))
        return max((metrics.horizontalAdvance(row.when) for row in rows if row.when), default=0)


def _paint_heading(painter: QPainter, box: QRect, row: RecordRow, theme: Theme) -> None:
    painter.setFont(theme.font("heading"))
    painter.setPen(theme.colour("ink"))
    base = int(Qt.AlignmentFlag.AlignBottom | Qt.AlignmentFlag.AlignLeft)
    area = box.adjusted(theme.px(_PAD), 0, 0, -theme.px(6))
    painter.drawText(area, base, row.title)
    x = painter.fontMetrics().horizontalAdvance(row.title) + theme.px(11)
    painter.setFont(theme.font("caption"))
    painter.setPen(theme.colour("ink3"))
    painter.drawText(area.adjusted(x, 0, 0, -theme.px(2)), base, row.count)
    hairline(painter, box, theme)


def _paint_mark(painter: QPainter, x: int, top: int, mark: str, theme: Theme) -> None:
    icon = theme.icon(mark, "ink3", 18, painter.device().devicePixelRatio())
    painter.drawPixmap(x, top + theme.px(5), icon)
