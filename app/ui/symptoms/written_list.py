"""What was written about a symptom: day, number, the person's words, what it kept them from."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPen
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from app.domain.derived.symptoms.written import Written
from app.ui.theme import theme as themes
from app.ui.theme.theme import Theme
from app.ui.widgets.record_delegate import hairline
from app.ui.widgets.record_list import RecordList
from app.ui.widgets.record_row import RecordRow

Index = QModelIndex | QPersistentModelIndex
_WRAP = int(Qt.TextFlag.TextWordWrap.value)
_WHEN, _CHIP, _CHIP_HIGH, _GAP = 114, 28, 22, 14
_PAD = 8


class WrittenList(RecordList):
    """``opened(key)`` follows Enter or a click, ``trashed(key)`` Delete."""

    def __init__(self, name: str) -> None:
        super().__init__(name, grows=True)
        self.setItemDelegate(_Delegate(self))

    def show_written(self, written: tuple[Written, ...]) -> None:
        """Show other readings."""
        self.show_rows(tuple(_row(one) for one in written))


def _row(one: Written) -> RecordRow:
    return RecordRow(
        key=one.key,
        when=one.when,
        value="" if one.severity is None else str(one.severity),
        words=one.words,
        note=one.impact,
        private=one.private,
        spoken=one.spoken,
    )


class _Delegate(QStyledItemDelegate):
    """Day, number on its heather, words in serif, and at the end what it kept from."""

    def __init__(self, view: RecordList) -> None:
        super().__init__(view)
        self._view = view
        self.end_room = 0  # px at 100% left free at the end of each row, for the button of its menu

    def sizeHint(self, _option: QStyleOptionViewItem, index: Index) -> QSize:
        row: RecordRow = index.data(Qt.ItemDataRole.UserRole)
        theme = themes.current()
        width = self._view.viewport().width() - theme.px(self.end_room)
        words = _words_box(row, QRect(0, 0, width, 0), theme)
        return QSize(width, words.bottom() + 1 + theme.px(_PAD) + 1)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        row: RecordRow = index.data(Qt.ItemDataRole.UserRole)
        theme, box = themes.current(), QRect(option.rect)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint_ground(painter, option, theme)
        box.adjust(0, 0, -theme.px(self.end_room), 0)
        line = QRect(box.left(), box.top() + theme.px(_PAD), box.width(), theme.px(_CHIP_HIGH))
        middle = Qt.AlignmentFlag.AlignVCenter
        painter.setFont(theme.font("caption"))
        painter.setPen(theme.colour("ink3"))
        painter.drawText(line, middle | Qt.AlignmentFlag.AlignLeft, row.when)
        painter.setPen(theme.colour("ink2"))
        painter.drawText(line, middle | Qt.AlignmentFlag.AlignRight, _end(row))
        if row.private:
            right = line.right() - _end_room(row, theme)
            icon = theme.icon("eye-slash", "ink3", 16, painter.device().devicePixelRatio())
            painter.drawPixmap(right, line.top() + theme.px(3), icon)
        _paint_chip(painter, line, row, theme)
        painter.setFont(theme.font("words"))
        painter.setPen(theme.colour("ink"))
        painter.drawText(_words_box(row, box, theme), _WRAP, row.words)
        hairline(painter, QRect(option.rect), theme)
        painter.restore()

    def _paint_ground(self, painter: QPainter, option: QStyleOptionViewItem, theme: Theme) -> None:
        chosen = bool(option.state & QStyle.StateFlag.State_Selected) and self._view.hasFocus()
        if chosen or option.state & QStyle.StateFlag.State_MouseOver:
            painter.setPen(QPen(theme.colour("edge"), 1) if theme.high_contrast else Qt.PenStyle.NoPen)
            painter.setBrush(theme.colour("pinewash" if chosen else "sunk"))
            radius = theme.radius("row")
            painter.drawRoundedRect(QRectF(option.rect).adjusted(0.5, 0.5, -0.5, -1.5), radius, radius)


def _paint_chip(painter: QPainter, line: QRect, row: RecordRow, theme: Theme) -> None:
    if not row.value:
        return
    fill, ink = theme.severity(int(row.value))
    left = line.left() + _when_room(line.width(), theme)
    chip = QRectF(left, line.top(), theme.px(_CHIP), theme.px(_CHIP_HIGH))
    outlined = row.value == "0" or theme.high_contrast
    painter.setPen(QPen(theme.colour("edge"), 1) if outlined else Qt.PenStyle.NoPen)
    painter.setBrush(fill)
    painter.drawRoundedRect(chip.adjusted(0.5, 0.5, -0.5, -0.5), theme.radius("cell"), theme.radius("cell"))
    painter.setPen(ink)
    painter.setFont(theme.font("small", weight=500))
    painter.drawText(chip, Qt.AlignmentFlag.AlignCenter, row.value)


def _words_box(row: RecordRow, box: QRect, theme: Theme) -> QRect:
    """Beside number and impact; on a narrow page below them."""
    metrics = QFontMetrics(theme.font("words"))
    before = _when_room(box.width(), theme) + theme.px(_CHIP + _GAP)
    after = _end_room(row, theme) + theme.px(_GAP)
    top = box.top() + theme.px(_PAD)
    narrow = box.width() - before - after < theme.px(200)
    if narrow and row.words:
        top, before, after = top + theme.px(_CHIP_HIGH + 4), 0, 0
    width = max(box.width() - before - after, theme.px(60))
    high = metrics.boundingRect(QRect(0, 0, width, 100_000), _WRAP, row.words).height() if row.words else 0
    shift = 0 if narrow else (theme.px(_CHIP_HIGH) - metrics.height()) // 2
    return QRect(box.left() + before, top + shift, width, max(high, theme.px(_CHIP_HIGH)))


def _when_room(width: int, theme: Theme) -> int:
    return min(theme.px(_WHEN), width // 2)


def _end(row: RecordRow) -> str:
    return ", ".join(part for part in (row.private, row.note) if part)


def _end_room(row: RecordRow, theme: Theme) -> int:
    width = QFontMetrics(theme.font("caption")).horizontalAdvance(_end(row))
    return width + (theme.px(24) if row.private else 0)
