"""How the days of a symptom look: cells, months above them, weekdays beside them."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPen
from PySide6.QtWidgets import QStyledItemDelegate, QStyleOptionViewItem, QWidget

from app.domain.derived.symptoms.calendar import CalendarDay
from app.ui.symptoms.day_model import DayModel
from app.ui.theme import theme as themes
from app.ui.theme.theme import Theme
from app.ui.widgets.plain_header import PlainHeader

Index = QModelIndex | QPersistentModelIndex
CELL = 25  # never less: it is the smallest day a finger finds (interface.md 2.4)
HEAD = 22
SIDE = 40


class DayDelegate(QStyledItemDelegate):
    """Draws a number on its step, a tick for what was only noted, a dot for nothing, a frame for today."""

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draw one day."""
        day: CalendarDay | None = index.data(DayModel.DayRole)
        if day is None:
            return
        theme = themes.current()
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        box = QRectF(option.rect).adjusted(0.5, 0.5, -1.5, -1.5)
        if day.severity is not None:
            _paint_number(painter, box, day.severity, theme)
        elif day.count:
            side = theme.px(14)
            tick = theme.icon("check", "ink2", 14, painter.device().devicePixelRatio())
            painter.drawPixmap(round(box.center().x() - side / 2), round(box.center().y() - side / 2), tick)
        elif not day.today:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(theme.colour("edge"))
            dot = 1.4 * theme.scale
            painter.drawEllipse(box.center(), dot, dot)
        if day.today:
            _paint_today(painter, box, theme, filled=day.count > 0)
        painter.restore()


def _paint_number(painter: QPainter, box: QRectF, value: int, theme: Theme) -> None:
    fill, ink = theme.severity(value)
    outline = "edge" if theme.high_contrast else "line"
    painter.setPen(QPen(theme.colour(outline), 1) if value == 0 else Qt.PenStyle.NoPen)
    painter.setBrush(fill)
    painter.drawRoundedRect(box, theme.radius("cell"), theme.radius("cell"))
    painter.setPen(ink)
    painter.setFont(theme.font("chart", weight=500))
    painter.drawText(box, Qt.AlignmentFlag.AlignCenter, str(value))


def _paint_today(painter: QPainter, box: QRectF, theme: Theme, *, filled: bool) -> None:
    width = theme.px(2)
    painter.setPen(QPen(theme.colour("pine"), width))
    painter.setBrush(Qt.BrushStyle.NoBrush if filled else theme.colour("raised"))
    half = width / 2
    painter.drawRoundedRect(
        box.adjusted(half, half, -half, -half), theme.radius("cell"), theme.radius("cell")
    )


class MonthHeader(PlainHeader):
    """A month's name over its first whole week, as wide as it needs to be."""

    def sizeHint(self) -> QSize:
        """Return the height of a name."""
        return QSize(0, themes.current().px(HEAD))

    def paint_name(self, painter: QPainter, rect: QRect, section: int, theme: Theme) -> None:
        """Draw the name that reaches into this section: a name is wider than its week."""
        model = self.model()
        if not isinstance(model, DayModel):
            return
        painter.setClipRect(rect)
        for at, name in model.calendar.months:
            left = rect.left() + (at - model.skipped - section) * theme.px(CELL)
            if at - model.skipped <= section:
                room = QRect(left, rect.top(), theme.px(CELL) * 4, rect.height() - theme.px(3))
                painter.drawText(room, Qt.AlignmentFlag.AlignBottom | Qt.AlignmentFlag.AlignLeft, name)


class WeekdayHeader(PlainHeader):
    """Every second day's short name."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent, beside=True)

    def sizeHint(self) -> QSize:
        """Return the width of a name."""
        return QSize(themes.current().px(SIDE), 0)

    def paint_name(self, painter: QPainter, rect: QRect, section: int, _theme: Theme) -> None:
        """Draw every second name."""
        model = self.model()
        if section % 2 or not isinstance(model, DayModel):
            return
        middle = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft
        painter.drawText(rect, middle, model.calendar.weekdays[section])
