"""By day since the dose, drawn: lowest, middle and highest of each day, and how many readings it has."""

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen

from app.domain.derived.timeline_geometry import RoundDay, RoundsPicture
from app.ui.theme import theme as themes
from app.ui.theme.theme import Theme
from app.ui.widgets.chart import Chart

WORST = 10
_LEFT, _RIGHT, _TOP = 64, 12, 8
_LINE = 18
_WIDEST, _DOT = 30, 4.6
_NARROW = 14  # px of a day's column below which only every second number is written


class RoundsChart(Chart):
    """A chart to a screen reader; its description says the middle reading of every day."""

    def __init__(self) -> None:
        super().__init__()
        self._shown: RoundsPicture | None = None

    def show_rounds(self, shown: RoundsPicture) -> None:
        """Show other rounds."""
        self._shown = shown
        self.setAccessibleName(shown.heading)
        self.setAccessibleDescription(shown.alt.replace("\u00a0", " "))
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the scale, then each day, its number, and its count."""
        shown = self._shown
        if shown is None:
            return
        theme = themes.current()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        below = 2 * theme.px(_LINE) + theme.px(4)
        area = QRectF(self.rect()).adjusted(theme.px(_LEFT), theme.px(_TOP), -theme.px(_RIGHT), -below)
        self._paint_scale(painter, theme, area, shown)
        column = area.width() / shown.every
        for day in shown.days:
            middle = area.left() + (day.day + 0.5) * column
            wide = min(column * 0.7, theme.px(_WIDEST))
            place = QRectF(middle - wide / 2, area.top(), wide, area.height())
            _paint_day(painter, theme, day, place)
            if column >= theme.px(_NARROW) or day.day % 2 == 0:
                self._paint_numbers(painter, theme, day, middle, area)

    def _paint_scale(self, painter: QPainter, theme: Theme, area: QRectF, shown: RoundsPicture) -> None:
        painter.setFont(theme.font("chart"))
        right = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        room = area.left() - theme.px(8)
        for value in (0, 5, WORST):
            y = _y(value, area)
            style = Qt.PenStyle.SolidLine if value == 0 else Qt.PenStyle.DotLine
            painter.setPen(QPen(theme.colour("line"), 1, style))
            painter.drawLine(QPointF(area.left(), y), QPointF(area.right(), y))
            painter.setPen(theme.colour("ink3"))
            painter.drawText(QRectF(0, y - area.height(), room, 2 * area.height()), right, str(value))
        for line, words in enumerate((shown.days_label, shown.counts_label)):
            top = area.bottom() + theme.px(4) + line * theme.px(_LINE)
            painter.drawText(QRectF(0, top, room, theme.px(_LINE)), right, words)

    def _paint_numbers(
        self, painter: QPainter, theme: Theme, day: RoundDay, middle: float, area: QRectF
    ) -> None:
        for line, (number, tone) in enumerate(((day.day, "ink"), (day.count, "ink3"))):
            painter.setPen(theme.colour(tone))
            top = area.bottom() + theme.px(4) + line * theme.px(_LINE)
            box = QRectF(middle - theme.px(20), top, theme.px(40), theme.px(_LINE))
            painter.drawText(box, Qt.AlignmentFlag.AlignCenter, str(number))


def _paint_day(painter: QPainter, theme: Theme, day: RoundDay, place: QRectF) -> None:
    """A bar from the lowest to the highest, and the middle reading in its heather step on it."""
    top, bottom = _y(day.highest, place), _y(day.lowest, place)
    painter.setPen(QPen(theme.colour("edge"), max(theme.scale, 1.0)))
    painter.setBrush(theme.colour("sunk"))
    box = QRectF(place.left(), top - 2, place.width(), bottom - top + 4)
    painter.drawRoundedRect(box, theme.px(3), theme.px(3))
    painter.setBrush(theme.severity(min(int(day.middle + 0.5), WORST))[0])
    radius = _DOT * theme.scale
    painter.drawEllipse(QPointF(place.center().x(), _y(day.middle, place)), radius, radius)


def _y(value: float, area: QRectF) -> float:
    return area.bottom() - value / WORST * area.height()
