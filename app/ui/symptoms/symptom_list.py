"""The list of symptoms: a name, the last thing written, and six months in small columns."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QKeyEvent, QPainter, QPen
from PySide6.QtWidgets import QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from app.domain.derived.symptoms.listing import SymptomLine
from app.i18n import Words
from app.ui.drawing.columns import paint_column, paint_zero_line
from app.ui.theme import theme as themes
from app.ui.theme.theme import Theme
from app.ui.widgets.record_list import RecordList
from app.ui.widgets.record_row import RecordRow

Index = QModelIndex | QPersistentModelIndex
_WRAP = int(Qt.TextFlag.TextWordWrap.value)
_STEP = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}
_SIDE = 14
_TOP, _BOTTOM = 10, 9
_GAP = 3
_SPARK = 162
_SPARK_HIGH = 24


class SymptomList(RecordList):
    """``moved(key)`` follows the arrows, ``opened(key)`` Enter or a click.

    ``shifted(by)`` follows Alt and an arrow.
    """

    shifted = Signal(int)

    def __init__(self, words: Words, name: str) -> None:
        super().__init__(name, grows=True)
        self._words = words
        self.lines: dict[str, SymptomLine] = {}
        self.setItemDelegate(_Delegate(self))

    def show_lines(self, lines: tuple[SymptomLine, ...]) -> None:
        """Show other symptoms; those no longer tracked stand under a heading of their own."""
        self.lines = {line.key: line for line in lines}
        rows = [_row(line) for line in lines if not line.retired]
        retired = [_row(line) for line in lines if line.retired]
        if retired:
            heading = self._words.say("symptoms.untracked", "Not tracked any more")
            rows += [RecordRow(title=heading, heading=True), *retired]
        self.show_rows(tuple(rows))
        self.viewport().update()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Alt and an arrow moves the symptom itself."""
        by = _STEP.get(Qt.Key(event.key()))
        if by is not None and event.modifiers() & Qt.KeyboardModifier.AltModifier:
            self.shifted.emit(by)
        else:
            super().keyPressEvent(event)


def _row(line: SymptomLine) -> RecordRow:
    return RecordRow(key=line.key, title=line.name, when=line.last, spoken=line.spoken)


class _Delegate(QStyledItemDelegate):
    """Draws a symptom's row; the chosen one keeps its wash while the focus is in the detail."""

    def __init__(self, view: SymptomList) -> None:
        super().__init__(view)
        self._view = view

    def sizeHint(self, _option: QStyleOptionViewItem, index: Index) -> QSize:
        """Return room for the name on as many lines as it needs, and the columns below it."""
        theme = themes.current()
        row: RecordRow = index.data(Qt.ItemDataRole.UserRole)
        width = self._view.viewport().width()
        if row.heading:
            return QSize(width, theme.px(48))
        high = _name_height(row, width, theme)
        return QSize(width, high + theme.px(_TOP + _GAP + _SPARK_HIGH + _BOTTOM))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draw one row."""
        theme = themes.current()
        row: RecordRow = index.data(Qt.ItemDataRole.UserRole)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if row.heading:
            painter.setFont(theme.font("caption"))
            painter.setPen(theme.colour("ink3"))
            below = Qt.AlignmentFlag.AlignBottom | Qt.AlignmentFlag.AlignLeft
            room = QRect(option.rect).adjusted(theme.px(_SIDE), 0, 0, -theme.px(6))
            painter.drawText(room, below, row.title)
        else:
            _paint_ground(painter, option, self._view, theme)
            _paint_words(painter, QRect(option.rect), row, theme)
            _paint_spark(painter, QRect(option.rect), self._view.lines[row.key], theme)
        painter.restore()


def _paint_ground(painter: QPainter, option: QStyleOptionViewItem, view: QListView, theme: Theme) -> None:
    chosen = bool(option.state & QStyle.StateFlag.State_Selected)
    if not chosen and not option.state & QStyle.StateFlag.State_MouseOver:
        return
    painter.setPen(QPen(theme.colour("edge"), 1) if theme.high_contrast else Qt.PenStyle.NoPen)
    painter.setBrush(theme.colour("pinewash" if chosen else "sunk"))
    radius = theme.radius("row")
    box = QRectF(option.rect).intersected(QRectF(view.viewport().rect()))
    painter.drawRoundedRect(box.adjusted(0.5, 0.5, -0.5, -0.5), radius, radius)


def _paint_words(painter: QPainter, box: QRect, row: RecordRow, theme: Theme) -> None:
    top, side = box.top() + theme.px(_TOP), theme.px(_SIDE)
    line = QRect(box.left() + side, top, box.width() - 2 * side, theme.px(24))
    painter.setFont(theme.font("small"))
    painter.setPen(theme.colour("ink2"))
    painter.drawText(line, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, row.when)
    painter.setFont(theme.font("body", weight=600))
    painter.setPen(theme.colour("ink"))
    room = QRect(line.left(), top, _name_room(row, box.width(), theme), box.height())
    painter.drawText(room, _WRAP, row.title)


def _paint_spark(painter: QPainter, box: QRect, line: SymptomLine, theme: Theme) -> None:
    bottom = box.bottom() - theme.px(_BOTTOM)
    left = box.left() + theme.px(_SIDE)
    width = min(theme.px(_SPARK), box.width() - 2 * theme.px(_SIDE))
    area = QRectF(left, bottom - theme.px(_SPARK_HIGH), width, theme.px(_SPARK_HIGH))
    painter.setRenderHint(QPainter.RenderHint.Antialiasing, on=False)
    step = width / max(len(line.weeks), 1)
    places = {week: at for at, week in enumerate(line.weeks)}
    for held in line.spark:
        at = places[held.first]
        paint_column(painter, theme, (left + at * step, left + (at + 1) * step), held.middle, area)
    paint_zero_line(painter, theme, area)


def _name_room(row: RecordRow, width: int, theme: Theme) -> int:
    last = QFontMetrics(theme.font("small")).horizontalAdvance(row.when)
    return max(width - 2 * theme.px(_SIDE) - last - theme.px(12), theme.px(60))


def _name_height(row: RecordRow, width: int, theme: Theme) -> int:
    metrics = QFontMetrics(theme.font("body", weight=600))
    room = QRect(0, 0, _name_room(row, width, theme), 100_000)
    return max(metrics.boundingRect(room, _WRAP, row.title).height(), theme.px(24))
