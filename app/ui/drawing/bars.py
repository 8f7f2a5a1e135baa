"""Treatments as bars on a baseline: taller for a bigger dose, dotted while paused, upright where stopped."""

from dataclasses import dataclass
from datetime import date
from itertools import pairwise

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPolygonF

from app.domain.derived.timeline_geometry import (
    ONE_DAY,
    Ending,
    Fill,
    Panel,
    Sign,
    Stretch,
    TreatmentLane,
    VisitMark,
)
from app.ui.drawing.marks import diamond
from app.ui.drawing.patterns import FADE_STEPS, fade, pattern, tone
from app.ui.theme.theme import Theme

HIGHEST = 12.5
"""Height of a bar at a treatment's largest dose, px at 100%."""

LOWEST = 5.0
ARROW = 6.0
"""How far the arrow of what goes on reaches past the end of its bar."""

_END_WIDTH, _END_OVER, _END_UNDER = 3.0, 2.0, 1.5
_NARROWEST = 2.0
_DIAMOND = 6.0
_OUTLINE = 2.0  # of a device


def paint_treatment(
    painter: QPainter,
    theme: Theme,
    lane: TreatmentLane,
    panel: Panel,
    area: QRectF,
    *,
    highest: float = HIGHEST,
) -> None:
    """Paint one treatment's life. `area` is its lane from the panel's first day to its last.

    The bar stands in the middle of the lane's height, `highest` px tall at its largest dose. The arrow of
    what goes on reaches `ARROW` px past its end, so it may lie outside `area`.
    """
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing, on=False)
    full = highest * theme.scale
    place = _Place(
        theme=theme,
        lane=lane,
        panel=panel,
        area=area,
        full=full,
        baseline=round(area.center().y() + full / 2),
    )
    for at, stretch in enumerate(lane.stretches):
        box = place.box_of(stretch)
        if box is not None:
            _paint_stretch(painter, place, at, box)
    for mark in lane.marks:
        _paint_date(painter, place, mark)
    _paint_end(painter, place)
    painter.restore()


def paint_sample(painter: QPainter, theme: Theme, kind: Sign, box: QRectF) -> None:
    """Paint a piece of a bar of this kind, for a legend."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing, on=False)
    _fill(painter, theme, kind, box)
    painter.restore()


@dataclass(frozen=True, slots=True, kw_only=True)
class _Place:
    """Where a treatment's bar stands."""

    theme: Theme
    lane: TreatmentLane
    panel: Panel
    area: QRectF
    full: float
    baseline: int

    def sides(self, first: date, last: date) -> tuple[float, float] | None:
        """From where to where these days are; None outside the panel."""
        extent = self.panel.extent(first, last)
        if extent is None:
            return None
        left, right = (self.area.left() + share * self.area.width() for share in extent)
        return left, right

    def height_of(self, stretch: Stretch) -> float:
        """Its share of the largest dose; what is taken when needed is always low."""
        lowest = LOWEST * self.theme.scale
        return lowest if self.lane.when_needed else max(stretch.height * self.full, lowest)

    def box_of(self, stretch: Stretch) -> QRectF | None:
        """Where a stretch stands, on whole px; None outside the panel."""
        sides = self.sides(stretch.first, stretch.last)
        if sides is None:
            return None
        left, right = round(sides[0]), round(sides[1])
        height = round(self.height_of(stretch))
        return QRectF(left, self.baseline - height, max(right - left, self.theme.px(_NARROWEST)), height)


def _paint_stretch(painter: QPainter, place: _Place, at: int, box: QRectF) -> None:
    stretch, following = place.lane.stretches[at], place.lane.stretches[at + 1 : at + 2]
    if stretch.fill is Fill.PAUSED:
        _paint_paused(painter, place, box)
    elif stretch.fill is Fill.SOFT:
        _paint_soft(painter, place, at, box)
    else:
        steps = any(later.height != stretch.height for later in following)
        gap = 1 if steps and box.width() > _NARROWEST else 0
        _fill(painter, place.theme, place.lane.kind, box.adjusted(0, 0, -gap, 0))


def _fill(painter: QPainter, theme: Theme, kind: Sign, box: QRectF) -> None:
    """A bar in its kind's pattern; a patterned one has an edge, so that its height can be read."""
    colour = tone(kind, theme)
    if kind is Sign.DEVICE:
        painter.fillRect(box, theme.colour("page"))
        _outline(painter, box, colour, min(theme.px(_OUTLINE), box.height() / 2))
    elif kind in {Sign.PRESCRIBED, Sign.PROCEDURE}:
        painter.fillRect(box, colour)
    else:
        painter.setBrushOrigin(box.topLeft())
        painter.fillRect(box, pattern(kind, theme, painter.device().devicePixelRatioF()))
        _outline(painter, box, colour, 1)


def _outline(painter: QPainter, box: QRectF, colour: QColor, width: float) -> None:
    """An edge that stays inside `box`."""
    for edge in (
        QRectF(box.left(), box.top(), box.width(), width),
        QRectF(box.left(), box.bottom() - width, box.width(), width),
        QRectF(box.left(), box.top(), width, box.height()),
        QRectF(box.right() - width, box.top(), width, box.height()),
    ):
        painter.fillRect(edge, colour)


def _paint_paused(painter: QPainter, place: _Place, box: QRectF) -> None:
    dot = place.theme.px(2)
    x = box.left() + dot / 2
    while x + dot <= box.right():
        painter.fillRect(QRectF(x, box.bottom() - dot, dot, dot), tone(place.lane.kind, place.theme))
        x += 2 * dot


def _paint_soft(painter: QPainter, place: _Place, at: int, box: QRectF) -> None:
    """Three steps of dots, thinner away from what is known; of one strength where nothing is."""
    ratio = painter.device().devicePixelRatioF()
    before, after = _joins(place.lane, at - 1), _joins(place.lane, at)
    steps: tuple[int, ...] = tuple(range(FADE_STEPS))
    if before and not after:
        steps = steps[::-1]
    elif before == after:
        steps = (1,)
    edges = [round(box.left() + box.width() * part / len(steps)) for part in range(len(steps) + 1)]
    painter.setBrushOrigin(box.bottomLeft())
    for step, (left, right) in zip(steps, pairwise(edges), strict=True):
        part = QRectF(left, box.top(), right - left, box.height())
        painter.fillRect(part, fade(place.lane.kind, step, place.theme, ratio))


def _joins(lane: TreatmentLane, at: int) -> bool:
    """Whether the stretches `at` and after it follow each other without a day between."""
    if not 0 <= at < len(lane.stretches) - 1:
        return False
    return lane.stretches[at].last + ONE_DAY == lane.stretches[at + 1].first


def _paint_date(painter: QPainter, place: _Place, mark: VisitMark) -> None:
    """A procedure: a diamond on its first day, and dots over the days it may have been on."""
    sides, theme = place.sides(mark.first, mark.last), place.theme
    if sides is None:
        return
    left, right = sides
    middle = place.area.center().y()
    rough = mark.first != mark.last
    if rough:
        height = theme.px(LOWEST)
        box = QRectF(round(left), round(middle - height / 2), max(round(right - left), 1), height)
        painter.setBrushOrigin(box.topLeft())
        painter.fillRect(box, fade(place.lane.kind, 1, theme, painter.device().devicePixelRatioF()))
    at = QPointF(left if rough else (left + right) / 2, middle)
    _shape(painter, diamond(at, _DIAMOND * theme.scale), tone(place.lane.kind, theme))


def _paint_end(painter: QPainter, place: _Place) -> None:
    """An arrow where it goes on, an upright end where it was stopped, if that day is in the panel."""
    lane, theme = place.lane, place.theme
    last = lane.stretches[-1] if lane.stretches else None
    if last is None or not place.panel.holds(last.last, last.last):
        return
    x = place.area.left() + place.panel.share(last.last + ONE_DAY) * place.area.width()
    if lane.ending is Ending.STOPPED:
        over, under = _END_OVER * theme.scale, _END_UNDER * theme.scale
        top = round(place.baseline - place.full - over)
        end = QRectF(round(x) - 1, top, theme.px(_END_WIDTH), round(place.baseline + under) - top)
        painter.fillRect(end, theme.colour("ink"))
    elif lane.ending is Ending.STILL and last.fill is not Fill.PAUSED:
        height = place.height_of(last)
        middle, half = place.baseline - height / 2, max(height * 0.38, 2.5 * theme.scale)
        corners = [(x, middle - half), (x + ARROW * theme.scale, middle), (x, middle + half)]
        _shape(painter, QPolygonF([QPointF(*corner) for corner in corners]), tone(lane.kind, theme))


def _shape(painter: QPainter, shape: QPolygonF, colour: QColor) -> None:
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(colour)
    painter.drawPolygon(shape)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing, on=False)
