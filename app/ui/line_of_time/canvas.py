"""The canvas of the timeline: a picture of years with its keys. Its twin is the list beside it."""

from PySide6.QtCore import QEvent, QPoint, QPointF, Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QKeyEvent, QMouseEvent, QWheelEvent

from app.domain.derived.line import moving
from app.domain.derived.line.lanes import Line
from app.domain.derived.line.windows import Window, panned, showing, window_around, window_at_today, zoomed
from app.domain.records.record import RecordId
from app.i18n import Words
from app.ui.actions import plain_keys_on
from app.ui.line_of_time.hits import Hit
from app.ui.line_of_time.picture import LinePicture
from app.ui.theme import theme as themes

_KEYS = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}
_LANES = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}
_PAN = 4  # Shift and an arrow move a quarter
_DRAG_FROM = 4


class LineCanvas(LinePicture):
    """Moves between things, lanes and times by keys and by mouse.

    ``chosen(key)`` follows a choice of the person's, "" for none; ``moved(window)`` every other window the
    person asked for; ``opened(key)`` Enter, ``compared(key)`` B, ``listed()`` L; ``menu(key, place)`` the
    menu key or a right click.
    """

    chosen = Signal(str)
    moved = Signal(object)
    opened = Signal(str)
    compared = Signal(str)
    listed = Signal()
    menu = Signal(str, QPoint)

    def __init__(self, words: Words, name: str) -> None:
        super().__init__(words, name)
        self._pressed: QPointF | None = None
        self._dragged: Window | None = None
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)

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
            return self._act_by_name(event)
        return True

    def _act_by_name(self, event: QKeyEvent) -> bool:
        line, window = self._line, self._window
        if line is None or window is None:
            return False
        if event.key() == Qt.Key.Key_Home:
            self.moved.emit(window_around(window.zoom, line.life.first, line.life, share=0))
        elif event.key() == Qt.Key.Key_End:
            self.moved.emit(window_at_today(window.zoom, line.life))
        elif event.key() == Qt.Key.Key_Escape and self.key:
            self._pick("")
        else:
            return plain_keys_on() and self._act_by_letter(event, line, window)
        return True

    def _act_by_letter(self, event: QKeyEvent, line: Line, window: Window) -> bool:
        """Single letters and signs, which a person may have turned off."""
        if event.text() in {"+", "-"}:
            self.zoom(-1 if event.text() == "+" else 1)
        elif event.key() == Qt.Key.Key_T:
            self.moved.emit(window_at_today(window.zoom, line.life))
        elif event.key() == Qt.Key.Key_L:
            self.listed.emit()
        elif event.key() == Qt.Key.Key_B and self.key:
            self.compared.emit(self.key)
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

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Offer the menu of what is under the mouse, or of what is chosen."""
        if event.reason() == QContextMenuEvent.Reason.Mouse:
            hit = self._hit(QPointF(event.pos()))
            if hit is not None and hit.column is None:
                self._pick(hit.things[0].id)
        if self.key:
            self.menu.emit(self.key, event.globalPos())

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


def _following(hit: Hit, key: str) -> RecordId:
    """The thing after the chosen one; of a column always its first."""
    ids = [thing.id for thing in hit.things]
    if hit.column is not None or key not in ids:
        return ids[0]
    return ids[(ids.index(RecordId(key)) + 1) % len(ids)]
