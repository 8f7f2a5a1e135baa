"""The body, front and back, to point at with the mouse. The list beside it says and does the same."""

from collections.abc import Iterator

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QAccessible,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QPolygonF,
    QTransform,
)
from PySide6.QtWidgets import QSizePolicy, QWidget

from app.domain.derived.symptoms.body import Area
from app.i18n import Words
from app.ui.body.shapes import HIGH, WIDE, outline, rounded, silhouette
from app.ui.theme import theme as themes
from app.ui.theme.theme import Theme
from app.ui.widgets import spoken

_UNIT = 1.3  # px of one unit of the figure
_GAP = 18
_LABEL = 20
_REACH = 12  # px round a small place that still mean it


class BodyMap(QWidget):
    """``pressed(name)`` follows a click on a place, ``over(name)`` the mouse; empty for none."""

    pressed = Signal(str)
    over = Signal(str)

    def __init__(self, words: Words, areas: tuple[Area, ...]) -> None:
        super().__init__()
        self._words, self._areas = words, areas
        self._chosen: frozenset[str] = frozenset()
        self._over = ""
        self.setMouseTracking(True)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        spoken.set_role(self, QAccessible.Role.Chart)
        self.setAccessibleName(words.say("body.name", "The body, front and back"))
        self.show_chosen(())

    def show_chosen(self, names: tuple[str, ...]) -> None:
        """Show which places are chosen."""
        self._chosen = frozenset(name.casefold() for name in names)
        none = self._words.say("body.none", "No place chosen. The list beside it does the same.")
        self.setAccessibleDescription(", ".join(names) or none)
        self.update()

    def sizeHint(self) -> QSize:
        """Return the size of two figures with their names."""
        theme = themes.current()
        wide = 2 * WIDE * _UNIT + _GAP
        return QSize(theme.px(wide), theme.px(HIGH * _UNIT + _LABEL))

    def changeEvent(self, event: QEvent) -> None:
        """Take new sizes when the theme changes."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:
            self.updateGeometry()

    def area_at(self, place: QPointF) -> str:
        """The place under a point, or the nearest one within a finger's reach."""
        near: list[tuple[float, str]] = []
        for area, shape in self._placed():
            if shape.containsPoint(place, Qt.FillRule.OddEvenFill):
                return area.name
            away = shape.boundingRect().center() - place
            near.append((away.manhattanLength(), area.name))
        reach, name = min(near)
        return name if reach <= themes.current().px(_REACH) else ""

    def centre_of(self, name: str) -> QPointF:
        """Where a place is drawn."""
        shape = next(shape for area, shape in self._placed() if area.name == name)
        return shape.boundingRect().center()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Say which place the mouse is over."""
        name = self.area_at(event.position())
        if name != self._over:
            self._over = name
            self.over.emit(name)
            self.update()

    def leaveEvent(self, event: QEvent) -> None:
        """Forget the place the mouse was over."""
        super().leaveEvent(event)
        self._over = ""
        self.over.emit("")
        self.update()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Choose a place, or take it back."""
        name = self.area_at(event.position())
        if name and event.button() == Qt.MouseButton.LeftButton:
            self.pressed.emit(name)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw both figures, what is chosen last so that its frame is whole."""
        theme = themes.current()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint_names(painter, theme)
        for shape in silhouette():
            _paint_area(painter, self._move(back=True).map(shape), theme, "plain")
        placed = [(area.name.casefold() in self._chosen, area, shape) for area, shape in self._placed()]
        for chosen, area, shape in sorted(placed, key=lambda one: one[0]):
            look = "chosen" if chosen else "over" if area.name == self._over else "plain"
            _paint_area(painter, shape, theme, look)

    def _paint_names(self, painter: QPainter, theme: Theme) -> None:
        painter.setFont(theme.font("chart"))
        painter.setPen(theme.colour("ink2"))
        for back, name in (
            (False, self._words.say("body.front", "front")),
            (True, self._words.say("body.back", "back")),
        ):
            left = self._move(back=back).dx()
            box = QRectF(left, theme.px(HIGH * _UNIT), theme.px(WIDE * _UNIT), theme.px(_LABEL))
            painter.drawText(box, Qt.AlignmentFlag.AlignCenter, name)

    def _placed(self) -> Iterator[tuple[Area, QPolygonF]]:
        """Each place with its outline in px."""
        for area in self._areas:
            yield area, self._move(back=area.back).map(outline(area))

    def _move(self, *, back: bool) -> QTransform:
        """From the units of a figure to px in this widget."""
        theme = themes.current()
        unit = _UNIT * theme.scale
        left = theme.px(WIDE * _UNIT + _GAP) if back else 0
        return QTransform(unit, 0, 0, unit, left, 0)


def _paint_area(painter: QPainter, shape: QPolygonF, theme: Theme, look: str) -> None:
    fill = {"plain": "sunk", "over": "honeywash", "chosen": "pinewash"}[look]
    pen = QPen(theme.colour("pine" if look == "chosen" else "edge"), theme.px(2) if look == "chosen" else 1)
    pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
    painter.setPen(pen)
    painter.setBrush(theme.colour(fill))
    painter.drawPath(rounded(shape))
