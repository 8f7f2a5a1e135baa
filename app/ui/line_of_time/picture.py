"""The picture of years itself: its lanes, drawn once, and what is chosen laid over them."""

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QAccessible, QPainter, QPaintEvent, QPixmap, QResizeEvent
from PySide6.QtWidgets import QScrollBar, QSizePolicy, QWidget

from app.domain.derived.line.lanes import Line
from app.domain.derived.line.windows import Window
from app.i18n import Words
from app.ui.line_of_time.hits import Hit, hit_at
from app.ui.line_of_time.overlay import Overlay
from app.ui.line_of_time.painting import LanePainter
from app.ui.line_of_time.scene import AXIS, Crowds, Scene, scene_of
from app.ui.line_of_time.slide import Slide
from app.ui.theme import theme as themes
from app.ui.widgets import spoken

_LEAST_HEIGHT = 260


class LinePicture(QWidget):
    """Shows a line in a window of days, with one record chosen or none."""

    def __init__(self, words: Words, name: str) -> None:
        super().__init__()
        self._words = words
        self._line: Line | None = None
        self._window: Window | None = None
        self._scene: Scene | None = None
        self._crowds = Crowds(scale=themes.current().scale)
        self._layer: QPixmap | None = None
        self._hover: Hit | None = None
        self._later = False
        self._slide = Slide(self)
        self._slide.valueChanged.connect(self._go_on)
        self._slide.finished.connect(self._go_on)
        self.key = ""
        self.bar = QScrollBar(Qt.Orientation.Vertical, self)
        self.bar.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.bar.valueChanged.connect(self._redraw)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        spoken.set_role(self, QAccessible.Role.Chart)
        self.setAccessibleName(name)

    @property
    def scene(self) -> Scene | None:
        """Where everything stands now; None before there is anything."""
        return self._scene

    def show_line(self, line: Line, window: Window) -> None:
        """Show a line; what was chosen stays chosen while it is on it."""
        before = self._window
        self._slide.end()
        if line is not self._line:
            self._crowds = Crowds(scale=themes.current().scale)
        elif before is not None and before.zoom is not window.zoom and self._layer is not None:
            self._slide.begin(self._layer, before)
        self._line, self._window = line, window
        if line.thing(self.key) is None:
            self.key = ""
        self._hover = None
        self._arrange()

    def choose(self, key: str) -> None:
        """Show which record is chosen, with its lane in view; "" for none."""
        self.key = key
        row = self._scene.row_of(key) if self._scene is not None else None
        if row is not None:
            self._show_lane(row.top, row.top + row.height)
        self.update()

    def show_written_later(self, shown: bool) -> None:
        """Show an open dot beside what was written more than 30 days later, or not."""
        self._later = shown
        self._redraw()

    # Painting

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint what is chosen below the cached lanes, and the lines and words above them."""
        scene = self._scene
        if scene is None:
            return
        painter, theme = QPainter(self), themes.current()
        overlay = Overlay(painter, theme, scene, self._words)
        lanes = QRectF(0, self._head, self.width(), self.height() - self._head)
        painter.save()
        painter.setClipRect(lanes)
        painter.translate(0, self._head - self._offset)
        overlay.paint_band(self.key, self.width())
        painter.restore()
        layer = self._drawn_layer(scene)
        if self._slide.runs:
            self._slide.paint(painter, scene, layer)
        else:
            painter.drawPixmap(0, 0, layer)
        painter.setClipRect(lanes)
        painter.translate(0, self._head - self._offset)
        LanePainter(painter, theme, scene, self._words).paint_names(self.key)
        if self._slide.runs:
            return
        overlay.paint_choice(self.key, self._offset, lanes.height())
        overlay.paint_hover(self._hover, self.key)

    def _drawn_layer(self, scene: Scene) -> QPixmap:
        if self._layer is None:
            ratio = self.devicePixelRatioF()
            layer = QPixmap(QSize(self.width(), self.height()) * ratio)
            layer.setDevicePixelRatio(ratio)
            layer.fill(Qt.GlobalColor.transparent)
            painter = QPainter(layer)
            drawing = LanePainter(painter, themes.current(), scene, self._words, later=self._later)
            drawing.paint_head(self.width())
            room = self.height() - self._head
            painter.setClipRect(QRectF(0, self._head, self.width(), room))
            painter.translate(0, self._head - self._offset)
            drawing.paint_lanes(QRectF(0, self._offset, self.width(), room))
            painter.end()
            self._layer = layer
        return self._layer

    def _go_on(self, _share: object = None) -> None:
        """Paint the next step of a slide."""
        self.update()

    def _redraw(self) -> None:
        self._layer = None
        self.update()

    # Places

    @property
    def _head(self) -> float:
        return AXIS * themes.current().scale

    @property
    def _offset(self) -> int:
        return self.bar.value() if self.bar.isVisibleTo(self) else 0

    def _arrange(self) -> None:
        """Place everything again, and let the lanes scroll where they don't fit."""
        if self._line is None or self._window is None:
            return
        theme = themes.current()
        if self._crowds.scale != theme.scale:
            self._crowds = Crowds(scale=theme.scale)
        width = self.width() - self.bar.sizeHint().width()
        self._scene = scene_of(self._line, self._window, width, self._crowds, self._words)
        over = self._scene.height - (self.height() - self._head)
        self.bar.setVisible(over > 0)
        wide, head = self.bar.sizeHint().width(), round(self._head)
        self.bar.setGeometry(self.width() - wide, head, wide, self.height() - head)
        self.bar.setRange(0, max(round(over), 0))
        self.bar.setPageStep(max(self.height() - head, 1))
        self.bar.setSingleStep(theme.px(22))
        self._redraw()

    def _show_lane(self, top: float, bottom: float) -> None:
        """Scroll no more than needed to show a lane and the words over its zone."""
        room = self.height() - self._head
        caption = themes.current().px(26)
        if top - caption < self.bar.value():
            self.bar.setValue(round(top - caption))
        elif bottom > self.bar.value() + room:
            self.bar.setValue(round(bottom - room))

    def _hit(self, at: QPointF) -> Hit | None:
        if self._scene is None or at.y() < self._head:
            return None
        return hit_at(self._scene, QPointF(at.x(), at.y() - self._head + self._offset))

    # Size

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Place everything again."""
        super().resizeEvent(event)
        self._arrange()

    def changeEvent(self, event: QEvent) -> None:
        """Take new sizes and colours when the theme changes."""
        super().changeEvent(event)
        if event.type() in {QEvent.Type.StyleChange, QEvent.Type.PaletteChange}:
            self._arrange()
            self.updateGeometry()

    def sizeHint(self) -> QSize:
        """Return room for a few lanes; it takes all there is."""
        theme = themes.current()
        return QSize(theme.px(400), theme.px(_LEAST_HEIGHT))

    def minimumSizeHint(self) -> QSize:
        """Return the least height in which lanes can be scrolled through."""
        theme = themes.current()
        return QSize(theme.px(200), theme.px(_LEAST_HEIGHT))
