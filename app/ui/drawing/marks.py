"""The marks of single moments, told apart by shape first and colour second."""

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen, QPolygonF

from app.ui.theme.theme import Theme

VISIT = 6.5
"""Radius of a past visit; every mark keeps within its 24 x 24 px."""

_RING, _RING_LINE = 5.5, 2.5
_EVENT = 7.0
_SMALL_EVENT = 4.5
_HOLLOW, _HOLLOW_LINE, _PLUS = 7.0, 2.0, 2.6
_QUESTION, _STEP = 12.0, 10.0
_TRIANGLE = 5.0
_MOON = 16
_LATER = 2.2
_NOTE = 4.0
_EDGE = 1.5


def paint_visit(painter: QPainter, theme: Theme, at: QPointF, *, coming: bool = False) -> None:
    """Paint a visit: a full circle, or a ring for one to come."""
    if coming:
        _shape(painter, QPen(theme.colour("visit"), _RING_LINE * theme.scale), theme.colour("page"))
        painter.drawEllipse(at, _RING * theme.scale, _RING * theme.scale)
    else:
        _shape(painter, None, theme.colour("visit"))
        painter.drawEllipse(at, VISIT * theme.scale, VISIT * theme.scale)


def paint_event(painter: QPainter, theme: Theme, at: QPointF, *, hollow: bool = False) -> None:
    """Paint an event: a diamond, hollow with a plus for an emergency or a hospital stay."""
    colour, scale = theme.colour("event"), theme.scale
    if not hollow:
        _shape(painter, None, colour)
        painter.drawPolygon(diamond(at, _EVENT * scale))
        return
    pen = QPen(colour, _HOLLOW_LINE * scale)
    pen.setJoinStyle(Qt.PenJoinStyle.MiterJoin)
    _shape(painter, pen, theme.colour("page"))
    painter.drawPolygon(diamond(at, _HOLLOW * scale))
    reach = _PLUS * scale
    painter.drawLine(at - QPointF(reach, 0), at + QPointF(reach, 0))
    painter.drawLine(at - QPointF(0, reach), at + QPointF(0, reach))


def paint_small_event(painter: QPainter, theme: Theme, at: QPointF) -> None:
    """Paint an event in a picture too small for more than its place."""
    _shape(painter, None, theme.colour("event"))
    painter.drawPolygon(diamond(at, _SMALL_EVENT * theme.scale))


def paint_question(painter: QPainter, theme: Theme, at: QPointF, *, asked: bool) -> None:
    """Paint a question: a rounded square with its sign knocked out, hollow while it is not yet asked."""
    colour, ground = theme.colour("question"), theme.colour("page")
    box = _square(at, _QUESTION * theme.scale)
    line = _EDGE * theme.scale
    _shape(painter, None if asked else QPen(colour, line), colour if asked else ground)
    inside = box if asked else box.adjusted(line / 2, line / 2, -line / 2, -line / 2)
    painter.drawRoundedRect(inside, theme.px(3), theme.px(3))
    font = theme.font("chart", weight=700)
    font.setPixelSize(max(round(0.86 * box.height()), 1))
    painter.setFont(font)
    painter.setPen(ground if asked else colour)
    painter.drawText(box, Qt.AlignmentFlag.AlignCenter, "?")


def paint_step(painter: QPainter, theme: Theme, at: QPointF, *, done: bool) -> None:
    """Paint a step of a plan: a square with a tick when done, hollow while open."""
    colour, ground, scale = theme.colour("step"), theme.colour("page"), theme.scale
    box = _square(at, _STEP * scale)
    line = _EDGE * scale
    _shape(painter, None if done else QPen(colour, line), colour if done else ground)
    painter.drawRect(box if done else box.adjusted(line / 2, line / 2, -line / 2, -line / 2))
    if done:
        painter.setPen(QPen(ground, line))
        tick = [(-0.26, 0.02), (-0.07, 0.22), (0.28, -0.22)]
        painter.drawPolyline(QPolygonF([at + QPointF(x, y) * box.width() for x, y in tick]))


def paint_measurement(painter: QPainter, theme: Theme, at: QPointF) -> None:
    """Paint a measurement or a result: a small triangle, point up."""
    reach = _TRIANGLE * theme.scale
    _shape(painter, None, theme.colour("ink2"))
    corners = [QPointF(0, -reach), QPointF(reach, reach * 0.8), QPointF(-reach, reach * 0.8)]
    painter.drawPolygon(QPolygonF([at + corner for corner in corners]))


def paint_bad_day(painter: QPainter, theme: Theme, at: QPointF) -> None:
    """Paint a bad day: a crescent."""
    ratio = painter.device().devicePixelRatioF()
    half = theme.px(_MOON) / 2
    painter.drawPixmap(at - QPointF(half, half), theme.icon("moon-stars-fill", "ink2", _MOON, ratio))


def paint_note(painter: QPainter, theme: Theme, at: QPointF) -> None:
    """Paint a note, or a day without symptoms: a small open circle."""
    _shape(painter, QPen(theme.colour("ink2"), _EDGE * theme.scale), theme.colour("page"))
    painter.drawEllipse(at, _NOTE * theme.scale, _NOTE * theme.scale)


def paint_count(painter: QPainter, theme: Theme, at: QPointF, count: int, tone: str) -> None:
    """Paint one mark for several that lie closer together than can be told apart, with their number."""
    box = _square(at, 2 * VISIT * theme.scale)
    text = str(count)
    painter.setFont(theme.font("chart", weight=700))
    wide = painter.fontMetrics().horizontalAdvance(text) + theme.px(8)
    reach = max(wide - box.width(), 0) / 2
    over = theme.px(2)
    pill = box.adjusted(-reach - over / 2, -over, reach + over / 2, over)
    _shape(painter, QPen(theme.colour(tone), _EDGE * theme.scale), theme.colour("raised"))
    painter.drawRoundedRect(pill, pill.height() / 2, pill.height() / 2)
    painter.setPen(theme.colour("ink"))
    painter.drawText(pill, Qt.AlignmentFlag.AlignCenter, text)


def paint_written_later(painter: QPainter, theme: Theme, at: QPointF) -> None:
    """Paint a small open dot beside what was written down long after it happened."""
    _shape(painter, QPen(theme.colour("ink2"), max(theme.scale, 1.0)), theme.colour("page"))
    painter.drawEllipse(at, _LATER * theme.scale, _LATER * theme.scale)


def paint_around(painter: QPainter, theme: Theme, line: tuple[QPointF, QPointF], tone: str) -> None:
    """Paint the days a moment may have been on: dots to both sides, thinner towards the ends."""
    first, last = line
    step, radius = 4 * theme.scale, 1.1 * theme.scale
    middle, half = (first.x() + last.x()) / 2, max((last.x() - first.x()) / 2, 1.0)
    colour = theme.colour(tone)
    _shape(painter, None, colour)
    x = first.x()
    while x <= last.x():
        away = abs(x - middle) / half
        painter.drawEllipse(QPointF(x, first.y()), radius, radius)
        x += step * (2 + int(3 * away)) / 2  # three steps


def diamond(at: QPointF, reach: float) -> QPolygonF:
    """The corners of a square on its point, `reach` px from its middle."""
    corners = [QPointF(0, -reach), QPointF(reach, 0), QPointF(0, reach), QPointF(-reach, 0)]
    return QPolygonF([at + corner for corner in corners])


def _square(at: QPointF, side: float) -> QRectF:
    return QRectF(at.x() - side / 2, at.y() - side / 2, side, side)


def _shape(painter: QPainter, pen: QPen | None, fill: QColor) -> None:
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    if pen is None:
        painter.setPen(Qt.PenStyle.NoPen)
    else:
        painter.setPen(pen)
    painter.setBrush(fill)
