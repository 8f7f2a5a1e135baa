"""Symptoms as columns from a zero line: height and heather step both say how bad it was.

Nothing is joined and nothing is smoothed. Where nothing was written stands "···", or nothing at all.
"""

from collections.abc import Iterable
from datetime import date
from typing import Protocol

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPen

from app.domain.derived.timeline_geometry import DaysBin, Panel
from app.ui.theme.theme import Theme

WORST = 10
_HALF = 0.5  # a middle reading of 6.5 is drawn in the colour of 7
_OUTLINED_FROM = 7.0  # px of width from which a column has an outline in place of an edge on top
_ZERO = 3.0  # height of a written 0
_NARROWEST = 2.0
_DAYS_STEP = 7  # days are counted, not graded: all of one heather
_DOT, _DOT_STEP, _DOTS_UP = 2.0, 5.0, 8.0


class Held(Protocol):
    """What a column is of: a `Bin`, or anything with the same days and middle reading."""

    @property
    def first(self) -> date:
        """Its first day."""

    @property
    def last(self) -> date:
        """Its last day."""

    @property
    def middle(self) -> float:
        """Its middle reading."""


def paint_columns(
    painter: QPainter,
    theme: Theme,
    columns: Iterable[Held],
    panel: Panel,
    area: QRectF,
    *,
    spaced: bool = True,
    edged: bool = True,
) -> None:
    """Paint the middle reading of each column, 0 at the bottom of `area` and 10 at its top.

    `spaced` leaves a px between columns that have room for it; `edged` draws the edge that lets a pale
    column's height be read, which only a picture too small to be read goes without.
    """
    first, day, left, right = panel.first.toordinal(), area.width() / panel.days, area.left(), area.right()
    placed = (
        (
            max(left + (column.first.toordinal() - first) * day, left),
            min(left + (column.last.toordinal() + 1 - first) * day, right),
            column.middle,
        )
        for column in columns
    )
    _Brush(painter, theme, area, spaced=spaced, edged=edged).paint(placed)


def paint_column(
    painter: QPainter, theme: Theme, sides: tuple[float, float], value: float, area: QRectF
) -> None:
    """Paint one column between two x, `value` of 10 tall, on whole px."""
    _Brush(painter, theme, area, spaced=True, edged=True).paint(((*sides, value),))


class _Brush:
    """Paints many columns of one area: what is the same for all of them is worked out once."""

    def __init__(self, painter: QPainter, theme: Theme, area: QRectF, *, spaced: bool, edged: bool) -> None:
        self._painter = painter
        self._fills = [theme.severity(value)[0] for value in range(WORST + 1)]
        self._edge = theme.colour("edge") if edged else None
        self._bottom, self._height = round(area.bottom()), area.height()
        self._gap = theme.px(1) if spaced else 0
        self._narrowest, self._zero = theme.px(_NARROWEST), round(_ZERO * theme.scale)
        self._outlined = _OUTLINED_FROM * theme.scale
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, on=False)

    def paint(self, placed: Iterable[tuple[float, float, float]]) -> None:
        """Paint columns from one x to another and so much of 10 tall, on whole px; none that has no width."""
        fill, fills, edge = self._painter.fillRect, self._fills, self._edge
        bottom, share, gap, narrowest = self._bottom, self._height / WORST, self._gap, self._narrowest
        for start, end, value in placed:
            if end <= start:
                continue
            left, right = round(start), round(end)
            width = right - left
            width = width - gap if width > narrowest else narrowest
            height = max(round(value * share), self._zero)
            top = bottom - height
            fill(left, top, width, height, fills[int(value + _HALF)])
            if edge is None:
                continue
            fill(left, top, width, 1, edge)
            if end - start >= self._outlined:  # before rounding: all of one width alike
                fill(left, top, 1, height, edge)
                fill(left + width - 1, top, 1, height, edge)


def paint_days(
    painter: QPainter, theme: Theme, columns: Iterable[DaysBin], panel: Panel, area: QRectF, *, top: int
) -> None:
    """Paint on how many days of each column it was there; `top` days reach the top of `area`."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing, on=False)
    fill, edge = theme.severity(_DAYS_STEP)[0], theme.colour("edge")
    for column in columns:
        extent = panel.extent(column.first, column.last)
        if extent is None or not (column.days or column.zero):
            continue
        left, right = (round(area.left() + share * area.width()) for share in extent)
        width = max(right - left - (theme.px(1) if right - left > theme.px(_NARROWEST) else 0), 1)
        height = round(column.days / max(top, 1) * area.height())
        box = QRectF(left, round(area.bottom()) - height, width, height)
        painter.fillRect(box, fill)
        painter.fillRect(QRectF(left, box.top() - (0 if height else theme.px(_ZERO)), width, 1), edge)
    painter.restore()


def paint_zero_line(painter: QPainter, theme: Theme, area: QRectF) -> None:
    """Paint the line every column stands on."""
    painter.fillRect(QRectF(area.left(), round(area.bottom()), area.width(), 1), theme.colour("edge"))


def paint_scale(painter: QPainter, theme: Theme, area: QRectF, *, labels: bool = True) -> None:
    """Paint dotted lines at 5 and 10, with their numbers left of `area`."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing, on=False)
    painter.setFont(theme.font("chart"))
    high = painter.fontMetrics().height()
    for value in (WORST // 2, WORST):
        y = round(area.bottom() - area.height() * value / WORST)
        pen = QPen(theme.colour("line"), 1, Qt.PenStyle.CustomDashLine)
        pen.setDashPattern([1, 3])
        painter.setPen(pen)
        painter.drawLine(QPointF(area.left(), y), QPointF(area.right(), y))
        if labels:
            painter.setPen(theme.colour("ink3"))
            room = QRectF(area.left() - theme.px(40), y - high / 2, theme.px(34), high)
            painter.drawText(room, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, str(value))
    painter.restore()


def paint_gaps(
    painter: QPainter, theme: Theme, gaps: Iterable[tuple[date, date]], panel: Panel, area: QRectF
) -> None:
    """Paint three dots over each stretch in which nothing was written, where there is room for them."""
    dot, step = theme.px(_DOT), _DOT_STEP * theme.scale
    for first, last in gaps:
        extent = panel.extent(first, last)
        if extent is None:
            continue
        left, right = (area.left() + share * area.width() for share in extent)
        if right - left < 2 * step + dot:
            continue
        middle, y = (left + right) / 2, round(area.bottom() - _DOTS_UP * theme.scale)
        for at in (-1, 0, 1):
            x = round(middle + at * step - dot / 2)
            painter.fillRect(QRectF(x, y, dot, dot), theme.colour("edge"))


def paint_noted(
    painter: QPainter, theme: Theme, spans: Iterable[tuple[date, date]], panel: Panel, area: QRectF
) -> None:
    """Paint a dot on the line for stretches in which something was noted without a number."""
    for first, last in spans:
        extent = panel.extent(first, last)
        if extent is not None:
            paint_note_dot(painter, theme, area.left() + sum(extent) / 2 * area.width(), area)


def paint_note_dot(painter: QPainter, theme: Theme, x: float, area: QRectF) -> None:
    """Paint the dot of one reading without a number."""
    side = theme.px(3)
    painter.fillRect(
        QRectF(round(x - side / 2), round(area.bottom()) - 2 * side, side, side), theme.colour("ink2")
    )
