"""Time itself: the grid with its names, today, and a chosen moment."""

from collections.abc import Iterable

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPen

from app.domain.derived.timeline_geometry import Panel, Tick
from app.ui.theme.theme import Theme

_BESIDE = 4.0  # between a line of the grid and its name
_TODAY_WIDTH = 2.0
_CHOSEN_WIDTH = 1.5
_PLAIN = 400


def paint_grid(painter: QPainter, theme: Theme, ticks: Iterable[Tick], panel: Panel, area: QRectF) -> None:
    """Paint an upright hairline at each tick, from the top of `area` to its bottom."""
    colour = theme.colour("line")
    for tick in ticks:
        x = x_of(tick, panel, area)
        if area.left() <= x <= area.right():
            painter.fillRect(QRectF(x, area.top(), 1, area.height()), colour)


def paint_labels(
    painter: QPainter,
    theme: Theme,
    ticks: Iterable[Tick],
    panel: Panel,
    area: QRectF,
    *,
    keep_free: float = 0.0,
    weight: int = 700,
) -> None:
    """Paint the ticks' names in `area`, years in `weight`, each right of its line and only where it has room.

    The last `keep_free` px of `area` stay empty, for the word "today".
    """
    free = area.left()
    named = [tick for tick in ticks if tick.label]
    for at, tick in enumerate(named):
        painter.setFont(theme.font("chart", weight=weight if tick.year else 400))
        painter.setPen(theme.colour("ink" if tick.year and weight > _PLAIN else "ink3"))
        x = x_of(tick, panel, area)
        left = max(x, area.left()) + (_BESIDE * theme.scale if x >= area.left() + 1 else 0)
        width = painter.fontMetrics().horizontalAdvance(tick.label)
        limit = area.right() - keep_free
        years = (x_of(other, panel, area) for other in named[at + 1 :] if other.year)
        following = next(years, limit) if not tick.year else limit
        if left < free or left + width > min(limit, following):
            continue
        high = painter.fontMetrics().height()
        drop = 0 if tick.year else area.height() - high
        painter.drawText(QPointF(left, area.top() + drop + painter.fontMetrics().ascent()), tick.label)
        free = left + width + _BESIDE * theme.scale


def paint_today(painter: QPainter, theme: Theme, x: float, area: QRectF, word: str = "") -> None:
    """Paint the honey line of today down `area`, and the word above it where there is one."""
    width = theme.px(_TODAY_WIDTH)
    painter.fillRect(QRectF(round(x) - width / 2, area.top(), width, area.height()), theme.colour("honey"))
    if word:
        painter.setFont(theme.font("chart", weight=700))
        painter.setPen(theme.colour("honeyink"))
        place = today_word(theme, word, x)
        metrics = painter.fontMetrics()
        painter.drawText(QPointF(place.left(), area.top() - metrics.descent() - theme.px(1)), word)


def today_word(theme: Theme, word: str, x: float) -> QRectF:
    """From where to where the word over today's line is; it ends a little right of the line."""
    width = QFontMetricsF(theme.font("chart", weight=700)).horizontalAdvance(word)
    return QRectF(x + theme.px(6) - width, 0, width, 0)


def paint_chosen(painter: QPainter, theme: Theme, x: float, area: QRectF) -> None:
    """Paint the dashed pine line of a chosen moment down `area`."""
    painter.save()
    pen = QPen(theme.colour("pine"), _CHOSEN_WIDTH * theme.scale, Qt.PenStyle.CustomDashLine)
    pen.setDashPattern([2.2, 2.2])
    pen.setCapStyle(Qt.PenCapStyle.FlatCap)
    painter.setPen(pen)
    painter.drawLine(QPointF(round(x) + 0.5, area.top()), QPointF(round(x) + 0.5, area.bottom()))
    painter.restore()


def paint_flag(painter: QPainter, theme: Theme, words: str, corner: QPointF, limit: float) -> QRectF:
    """Paint the label of a chosen moment on pine, its left top at `corner`, moved left to end by `limit`."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setFont(theme.font("chart", weight=700))
    width = painter.fontMetrics().horizontalAdvance(words) + 2 * theme.px(10)
    box = QRectF(min(corner.x(), limit - width), corner.y(), width, theme.px(21))
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(theme.colour("pine"))
    painter.drawRoundedRect(box, theme.px(5), theme.px(5))
    painter.setPen(theme.colour("onpine"))
    painter.drawText(box, Qt.AlignmentFlag.AlignCenter, words)
    painter.restore()
    return box


def paint_wash(painter: QPainter, colour: QColor, box: QRectF, radius: float) -> None:
    """Paint the soft ground of what is chosen."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(colour)
    painter.drawRoundedRect(box, radius, radius)
    painter.restore()


def x_of(tick: Tick, panel: Panel, area: QRectF) -> int:
    """The whole px a tick's line stands on."""
    return round(area.left() + panel.share(tick.day) * area.width())
