"""Before and after, drawn: every reading as a dot at its day, and a line at each side's middle reading."""

from datetime import date

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen

from app.domain.derived.timeline_geometry import BinSize, Panel
from app.domain.derived.treatments.comparison import Comparison, Side
from app.ui.drawing.axis import paint_chosen
from app.ui.theme import theme as themes
from app.ui.theme.theme import Theme
from app.ui.widgets.chart import Chart

WORST = 10
_LEFT, _RIGHT, _TOP, _CAPTION = 26, 104, 14, 22
_DOT = 4.2


class CompareChart(Chart):
    """A chart to a screen reader: its name is what it shows, its description the sentence below it."""

    def __init__(self) -> None:
        super().__init__()
        self._shown: Comparison | None = None

    def show_comparison(self, shown: Comparison) -> None:
        """Show another comparison."""
        self._shown = shown
        self.setAccessibleName(shown.name)
        self.setAccessibleDescription(_description(shown))
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the scale, both sides, and the day between them."""
        shown = self._shown
        if shown is None or shown.before is None or shown.after is None or shown.day is None:
            return
        theme = themes.current()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        area = QRectF(self.rect()).adjusted(
            theme.px(_LEFT), theme.px(_TOP), -theme.px(_RIGHT), -theme.px(_CAPTION)
        )
        panel = _panel(shown.before.window.first, shown.after.window.last)
        middle = area.left() + panel.share(shown.day) * area.width()
        self._paint_scale(painter, theme, area)
        for marker in shown.markers:
            _paint_marker(painter, theme, area.left() + panel.middle_of(marker.day) * area.width(), area)
        self._paint_side(painter, theme, shown.before, panel, area)
        self._paint_side(painter, theme, shown.after, panel, area)
        paint_chosen(painter, theme, middle, area.adjusted(0, -theme.px(10), 0, theme.px(6)))
        self._paint_words(painter, theme, shown, middle, area)

    def _paint_scale(self, painter: QPainter, theme: Theme, area: QRectF) -> None:
        painter.setFont(theme.font("chart"))
        for value in (0, 5, WORST):
            y = _y(value, area)
            style = Qt.PenStyle.SolidLine if value == 0 else Qt.PenStyle.DotLine
            painter.setPen(QPen(theme.colour("line"), 1, style))
            painter.drawLine(QPointF(area.left(), y), QPointF(area.right(), y))
            painter.setPen(theme.colour("ink3"))
            label = QRectF(0, y - area.height(), area.left() - theme.px(6), 2 * area.height())
            painter.drawText(label, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, str(value))

    def _paint_side(self, painter: QPainter, theme: Theme, side: Side, panel: Panel, area: QRectF) -> None:
        if side.middle is not None:
            left, right = _extent(side, panel, area)
            y = _y(side.middle, area)
            painter.setPen(QPen(theme.colour("ink"), theme.px(2)))
            gap = theme.px(8)
            painter.drawLine(QPointF(left + gap / 4, y), QPointF(right - gap, y))
        painter.setPen(QPen(theme.colour("edge"), max(theme.scale, 1.0)))
        radius = _DOT * theme.scale
        for day, level in side.window.readings:
            painter.setBrush(theme.severity(level)[0])
            x = area.left() + panel.middle_of(day) * area.width()
            painter.drawEllipse(QPointF(x, _y(level, area)), radius, radius)

    def _paint_words(
        self, painter: QPainter, theme: Theme, shown: Comparison, middle: float, area: QRectF
    ) -> None:
        before, after = shown.before, shown.after
        if before is None or after is None:
            return
        painter.setFont(theme.font("chart", weight=700))
        painter.setPen(theme.colour("ink"))
        metrics = painter.fontMetrics()
        if before.middle is not None:
            x = middle - theme.px(12) - metrics.horizontalAdvance(before.middle_words)
            y = area.top() + metrics.ascent() if before.middle < WORST - 1 else area.bottom() - theme.px(4)
            painter.drawText(QPointF(x, y), before.middle_words)
        if after.middle is not None:
            y = _y(after.middle, area) + metrics.ascent() / 2 - theme.px(1)
            painter.drawText(QPointF(area.right() + theme.px(8), y), after.middle_words)
        painter.setFont(theme.font("caption"))
        painter.setPen(theme.colour("ink2"))
        top = self.height() - theme.px(_CAPTION)
        for left, right, side in ((area.left(), middle, before), (middle, area.right(), after)):
            box = QRectF(left - theme.px(20), top, right - left + theme.px(40), theme.px(_CAPTION))
            painter.drawText(box, Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignBottom, side.caption)


def _panel(first: date, last: date) -> Panel:
    return Panel(first=first, last=last, heading="", bins=BinSize.DAY, caption="")


def _extent(side: Side, panel: Panel, area: QRectF) -> tuple[float, float]:
    left, right = panel.extent(side.window.first, side.window.last) or (0.0, 1.0)
    return area.left() + left * area.width(), area.left() + right * area.width()


def _y(value: float, area: QRectF) -> float:
    return area.bottom() - value / WORST * area.height()


def _paint_marker(painter: QPainter, theme: Theme, x: float, area: QRectF) -> None:
    """Another change of the same treatment: a thin dotted line."""
    painter.setPen(QPen(theme.colour("edge"), max(theme.scale, 1.0), Qt.PenStyle.DotLine))
    painter.drawLine(QPointF(round(x) + 0.5, area.top()), QPointF(round(x) + 0.5, area.bottom()))


def _description(shown: Comparison) -> str:
    sides = [side.caption for side in (shown.before, shown.after) if side is not None]
    return " ".join(part.replace("\u00a0", " ") for part in (", ".join(sides), shown.sentence) if part)
