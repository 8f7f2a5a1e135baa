"""What moves over the lanes: band, line and label of what is chosen, and a line of words for the mouse."""

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPen

from app.domain.derived.line.in_view import column_of
from app.domain.derived.line.lanes import Group, Lane, Thing
from app.domain.derived.line.saying import column_words, crowd_words, flag_words, thing_words
from app.i18n import Words
from app.ui.drawing import axis
from app.ui.line_of_time.hits import Hit
from app.ui.line_of_time.scene import EDGE, Row, Scene
from app.ui.theme.theme import Theme

_CAPTION = 24.0


class Overlay:
    """Paints over one scene, in px below the axis before any scrolling."""

    def __init__(self, painter: QPainter, theme: Theme, scene: Scene, words: Words) -> None:
        self._painter, self._theme, self._scene, self._words = painter, theme, scene, words

    def paint_band(self, key: str, width: float) -> None:
        """The soft ground of the lane of what is chosen."""
        row = self._scene.row_of(key)
        if row is None:
            return
        box = QRectF(0, row.top, min(width, self._scene.right + EDGE * self._scene.scale), row.height)
        axis.paint_wash(self._painter, self._theme.colour("pinewash"), box, self._theme.px(6))
        if self._theme.high_contrast:
            self._painter.setPen(QPen(self._theme.colour("edge"), 1))
            self._painter.drawRoundedRect(box.adjusted(0.5, 0.5, -0.5, -0.5), 6, 6)

    def paint_choice(self, key: str, top: float, height: float) -> None:
        """The dashed line through every lane, and the label above the chosen one's."""
        scene, row = self._scene, self._scene.row_of(key)
        found = scene.line.thing(key)
        if row is None or found is None or not scene.shows(found[1]):
            return
        thing = found[1]
        x = self._x_of(row.lane, thing)
        axis.paint_chosen(self._painter, self._theme, x, QRectF(0, top, scene.right, height))
        said = self._label(row.lane, thing)
        corner = QPointF(x + self._theme.px(6), self._line_of(row) + self._theme.px(1))
        axis.paint_flag(self._painter, self._theme, said, corner, scene.right)

    def paint_hover(self, hit: Hit | None, key: str) -> None:
        """A line of words at the top of the lane's zone, on its own ground."""
        if hit is None or any(thing.id == key for thing in hit.things):
            return
        theme, painter = self._theme, self._painter
        painter.setFont(theme.font("chart", weight=600))
        area = QRectF(self._scene.left, self._line_of(hit.row), self._scene.width, theme.px(_CAPTION))
        text = painter.fontMetrics().elidedText(
            self._said(hit), Qt.TextElideMode.ElideRight, int(area.width())
        )
        painter.fillRect(area, theme.colour("page"))
        painter.setPen(theme.colour("ink"))
        painter.drawText(area, Qt.AlignmentFlag.AlignVCenter, text)

    def _line_of(self, row: Row) -> float:
        """Where the line of words over a row's zone is."""
        return self._scene.captions[row.lane.group]

    def _x_of(self, lane: Lane, thing: Thing) -> float:
        column = column_of(lane, thing, self._scene.window)
        if column is None:
            x = self._scene.middle_of(thing)
            return x - self._scene.day_width / 2 if lane.group is Group.TREATMENTS and not thing.rough else x
        left, right = self._scene.sides_of(column.first, column.last)
        return (left + right) / 2

    def _label(self, lane: Lane, thing: Thing) -> str:
        column = column_of(lane, thing, self._scene.window)
        if column is not None:
            return column_words(lane, column, self._words)
        return flag_words(self._scene.line.journal, thing, self._words)

    def _said(self, hit: Hit) -> str:
        if hit.column is not None:
            return column_words(hit.row.lane, hit.column, self._words)
        if len(hit.things) > 1:
            return crowd_words(hit.things, hit.row.lane, self._words)
        return thing_words(self._scene.line.journal, hit.things[0], self._words)
