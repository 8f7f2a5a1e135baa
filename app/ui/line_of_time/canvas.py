"""The canvas of the timeline: a picture of years, and its keys. Its twin is the list beside it."""

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QAccessible,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPixmap,
    QResizeEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QScrollBar, QSizePolicy, QWidget

from app.domain.derived.line import moving
from app.domain.derived.line.lanes import Line
from app.domain.derived.line.windows import Window, panned, showing, window_around, window_at_today, zoomed
from app.domain.records.record import RecordId
from app.i18n import Words
from app.ui.line_of_time.hits import Hit, hit_at
from app.ui.line_of_time.overlay import Overlay
from app.ui.line_of_time.painting import LanePainter
from app.ui.line_of_time.scene import AXIS, Crowds, Scene, scene_of
from app.ui.theme import theme as themes
from app.ui.widgets import spoken

_KEYS = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}
_LANES = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}
_PAN = 4  # Shift and an arrow move a quarter
_DRAG_FROM = 4
_LEAST_HEIGHT = 260


class LineCanvas(QWidget):
    """Shows a line in a window of days.

    ``chosen(key)`` follows a choice of the person's, "" for none; ``moved(window)`` every other window the
    person asked for; ``opened(key)`` Enter, ``compared(key)`` B, ``listed()`` L.
    """

    chosen = Signal(str)
    moved = Signal(object)
    opened = Signal(str)
    compared = Signal(str)
    listed = Signal()

    def __init__(self, words: Words, name: str) -> None:
        super().__init__()
        self._words = words
        self._line: Line | None = None
        self._window: Window | None = None
        self._scene: Scene | None = None
        self._crowds = Crowds(scale=themes.current().scale)
        self._layer: QPixmap | None = None
        self._hover: Hit | None = None
        self._pressed: QPointF | None = None
        self._dragged: Window | None = None
        self.key = ""
        self.bar = QScrollBar(Qt.Orientation.Vertical, self)
        self.bar.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.bar.valueChanged.connect(self._redraw)
        self.later = False
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setAccessibleName(name)
        spoken.set_role(self, QAccessible.Role.Chart)

    @property
    def scene(self) -> Scene | None:
        """Where everything stands now; None before there is anything."""
        return self._scene

    @property
    def line(self) -> Line | None:
        """What is shown."""
        return self._line

    # What is shown

    def show_line(self, line: Line, window: Window) -> None:
        """Show a line; what was chosen stays chosen while it is on it."""
        if line is not self._line:
            self._crowds = Crowds(scale=themes.current().scale)
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
            self._show_row(row.top, row.top + row.height)
        self.update()

    def show_written_later(self, shown: bool) -> None:
        """Show an open dot beside what was written more than 30 days later, or not."""
        self.later = shown
        self._redraw()

    # Painting

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint what is chosen below the cached lanes, and the lines and words above them."""
        scene = self._scene
        if scene is None:
            return
        painter = QPainter(self)
        overlay = Overlay(painter, themes.current(), scene, self._words)
        offset = self._offset
        clip = QRectF(0, AXIS * scene.scale, self.width(), self.height())
        painter.save()
        painter.setClipRect(clip)
        painter.translate(0, AXIS * scene.scale - offset)
        overlay.paint_band(self.key, self.width())
        painter.restore()
        painter.drawPixmap(0, 0, self._drawn_layer(scene))
        painter.setClipRect(clip.adjusted(0, -1, 0, 0))
        painter.translate(0, AXIS * scene.scale - offset)
        overlay.paint_choice(self.key, offset, self.height() - AXIS * scene.scale)
        overlay.paint_hover(self._hover, self.key)

    def _drawn_layer(self, scene: Scene) -> QPixmap:
        if self._layer is None:
            ratio = self.devicePixelRatioF()
            layer = QPixmap(QSize(self.width(), self.height()) * ratio)
            layer.setDevicePixelRatio(ratio)
            layer.fill(Qt.GlobalColor.transparent)
            painter = QPainter(layer)
            drawing = LanePainter(painter, themes.current(), scene, self._words, later=self.later)
            drawing.paint_head(self.width())
            head = AXIS * scene.scale
            painter.setClipRect(QRectF(0, head, self.width(), self.height() - head))
            painter.translate(0, head - self._offset)
            drawing.paint_lanes(max(scene.height, self.height() - head))
            painter.end()
            self._layer = layer
        return self._layer

    def _redraw(self) -> None:
        self._layer = None
        self.update()

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
        wide = self.bar.sizeHint().width()
        room = self.height() - AXIS * theme.scale
        width = self.width() - theme.px(10)
        scene = scene_of(self._line, self._window, width, self._crowds, self._words)
        over = scene.height - room
        self.bar.setVisible(over > 0)
        if over > 0:
            scene = scene_of(self._line, self._window, width - theme.px(6), self._crowds, self._words)
            head = round(AXIS * theme.scale)
            self.bar.setGeometry(self.width() - wide, head, wide, self.height() - head)
            self.bar.setRange(0, round(over))
            self.bar.setPageStep(max(round(room), 1))
            self.bar.setSingleStep(theme.px(22))
        self._scene = scene
        self._redraw()

    def _show_row(self, top: float, bottom: float) -> None:
        room = self.height() - AXIS * themes.current().scale
        caption = themes.current().px(26)
        if top - caption < self.bar.value():
            self.bar.setValue(round(top - caption))
        elif bottom > self.bar.value() + room:
            self.bar.setValue(round(bottom - room))

    # Keys

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Move between things and lanes, zoom, pan, open, compare."""
        if self._line is None or self._window is None or not self._act(event):
            super().keyPressEvent(event)

    def _act(self, event: QKeyEvent) -> bool:
        key, shift = event.key(), bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
        if event.modifiers() & (Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier):
            return False
        if key in _KEYS and shift:
            self.pan(_KEYS[Qt.Key(key)] / _PAN)
        elif key in _KEYS or key in _LANES:
            self._step(Qt.Key(key))
        elif key in {Qt.Key.Key_Return, Qt.Key.Key_Enter} and self.key:
            self.opened.emit(self.key)
        else:
            return self._act_by_letter(event)
        return True

    def _act_by_letter(self, event: QKeyEvent) -> bool:
        line, window = self._line, self._window
        if line is None or window is None:
            return False
        if event.text() in {"+", "-"}:
            self.zoom(-1 if event.text() == "+" else 1)
        elif event.key() == Qt.Key.Key_Home:
            self.moved.emit(window_around(window.zoom, line.life.first, line.life, share=0))
        elif event.key() in {Qt.Key.Key_End, Qt.Key.Key_T}:
            self.moved.emit(window_at_today(window.zoom, line.life))
        elif event.key() == Qt.Key.Key_L:
            self.listed.emit()
        elif event.key() == Qt.Key.Key_B and self.key:
            self.compared.emit(self.key)
        elif event.key() == Qt.Key.Key_Escape and self.key:
            self._pick("")
        else:
            return False
        return True

    def pan(self, share: float) -> None:
        """Move by a share of the window."""
        if self._line is not None and self._window is not None:
            self.moved.emit(panned(self._window, round(self._window.days * share), self._line.life))

    def zoom(self, steps: int) -> None:
        """Zoom in (-1) or out (1), at what is chosen."""
        if self._line is None or self._window is None:
            return
        window = self._window
        zoom = window.zoom.nearer if steps < 0 else window.zoom.farther
        found = self._line.thing(self.key)
        self.moved.emit(zoomed(window, zoom, self._line.life, at=found[1].middle if found else None))

    def _step(self, key: Qt.Key) -> None:
        if self._line is None or self._window is None:
            return
        if key in _KEYS:
            found = moving.along(self._line, self._window, self.key, _KEYS[key])
        else:
            found = moving.across(self._line, self._window, self.key, _LANES[key])
        if found is not None:
            self._go_to(found)

    def _go_to(self, key: RecordId) -> None:
        """Choose a thing; the window moves where it is out of view."""
        if self._line is None or self._window is None:
            return
        found = self._line.thing(key)
        if found is not None:
            window = showing(self._window, found[1].first, found[1].last, self._line.life)
            if window != self._window:
                self.moved.emit(window)
        self._pick(key)

    def _pick(self, key: str) -> None:
        self.choose(key)
        self.chosen.emit(key)

    # Mouse

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Begin a choice, or a drag through time."""
        if event.button() == Qt.MouseButton.LeftButton:
            self._pressed, self._dragged = event.position(), None

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Drag, or say what is under the mouse."""
        if self._pressed is not None and self._line is not None and self._scene is not None:
            over = event.position().x() - self._pressed.x()
            if self._dragged is None and abs(over) >= themes.current().px(_DRAG_FROM):
                self._dragged = self._window
            if self._dragged is not None:
                days = -round(over / self._scene.day_width)
                self.moved.emit(panned(self._dragged, days, self._line.life))
            return
        hit = self._hit(event.position())
        if hit != self._hover:
            self._hover = hit
            self.update()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Choose what was clicked; in a crowd the next of it with each click."""
        dragged, self._pressed, self._dragged = self._dragged, None, None
        if dragged is not None or event.button() != Qt.MouseButton.LeftButton:
            return
        hit = self._hit(event.position())
        if hit is not None:
            self._pick(_following(hit, self.key))

    def leaveEvent(self, event: QEvent) -> None:
        """Say nothing more about what was under the mouse."""
        super().leaveEvent(event)
        self._hover = None
        self.update()

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Scroll the lanes; sideways, or with Shift, through time; with Ctrl, zoom."""
        turn = event.angleDelta()
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.zoom(-1 if turn.y() > 0 else 1)
        elif event.modifiers() & Qt.KeyboardModifier.ShiftModifier or abs(turn.x()) > abs(turn.y()):
            self.pan(-(turn.x() or turn.y()) / 120 / (2 * _PAN))
        elif self.bar.isVisible():
            self.bar.setValue(self.bar.value() - turn.y() // 2)
        else:
            event.ignore()
            return
        event.accept()

    def _hit(self, at: QPointF) -> Hit | None:
        scene = self._scene
        head = AXIS * themes.current().scale
        if scene is None or at.y() < head:
            return None
        return hit_at(scene, QPointF(at.x(), at.y() - head + self._offset))

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


def _following(hit: Hit, key: str) -> RecordId:
    """The thing after the chosen one; of a column always its first."""
    ids = [thing.id for thing in hit.things]
    if hit.column is not None or key not in ids:
        return ids[0]
    return ids[(ids.index(RecordId(key)) + 1) % len(ids)]
