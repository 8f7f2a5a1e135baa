"""The whole life as one strip, with the window as a frame: dragged, placed by a click, moved by keys."""

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QAccessible,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QPixmap,
    QResizeEvent,
)
from PySide6.QtWidgets import QSizePolicy, QWidget

from app.domain.derived.line.crowds import crowds_of
from app.domain.derived.line.lanes import Line
from app.domain.derived.line.ticks import ticks_in
from app.domain.derived.line.windows import Life, Window, Zoom, panned, window_around, window_at_today
from app.domain.derived.timeline_geometry import ONE_DAY, BinSize, Panel
from app.i18n import Words
from app.ui.drawing import axis, columns, marks
from app.ui.line_of_time.scene import EDGE, NAMES, NAMES_NARROW
from app.ui.theme import theme as themes
from app.ui.widgets import spoken

_HEIGHT, _STRIP = 36, 30
_NARROW = 560
_STEP = 4  # an arrow moves a quarter of the window
_LEAST_FRAME = 12
_KEYS = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1, Qt.Key.Key_Down: -1, Qt.Key.Key_Up: 1}


class WholeLife(QWidget):
    """``moved(window)`` follows whatever the person does with the frame."""

    moved = Signal(object)

    def __init__(self, words: Words) -> None:
        super().__init__()
        self._words = words
        self._line: Line | None = None
        self._window: Window | None = None
        self._layer: QPixmap | None = None
        self._life: Panel | None = None
        self._grabbed: tuple[float, Window] | None = None
        self._name = words.say("line.whole_life", "Whole life")
        spoken.set_role(self, QAccessible.Role.Slider)  # before the name: Qt then makes what is asked for it
        self.setAccessibleName(self._name)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_line(self, line: Line, window: Window, in_view: str) -> None:
        """Show a line and what of it is in view, in words too."""
        if line is not self._line:
            self._layer = self._life = None
        self._line, self._window = line, window
        self.setAccessibleDescription(in_view)
        self.update()

    @property
    def frame(self) -> QRectF:
        """Where the frame is, in px."""
        window, life = self._window, self._panel()
        if window is None or life is None:
            return QRectF()
        plot = self._plot()
        left, right = (
            plot.left() + share * plot.width()
            for share in (life.share(window.first), life.share(window.last) + 1 / life.days)
        )
        left, right = max(left, plot.left()), min(right, plot.right())
        least = themes.current().px(_LEAST_FRAME)
        if right - left < least:
            left = min(max((left + right - least) / 2, plot.left()), plot.right() - least)
            right = left + least
        return QRectF(left, plot.top(), right - left, plot.height()).adjusted(-1, -1, 1, 1)

    # Painting

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the strip, and the frame over it."""
        theme = themes.current()
        painter = QPainter(self)
        painter.setFont(theme.font("caption"))
        painter.setPen(theme.colour("ink"))
        plot = self._plot()
        name = QRectF(theme.px(EDGE), plot.top(), plot.left() - theme.px(EDGE), plot.height())
        painter.drawText(name, Qt.AlignmentFlag.AlignVCenter, self._name)
        if self._line is None:
            return
        if self._layer is None:
            self._layer = self._drawn(self._line)
        frame = self.frame
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(theme.colour("line"), 1))
        painter.setBrush(theme.colour("sunk"))
        painter.drawRoundedRect(plot.adjusted(0.5, 0.5, -0.5, -0.5), theme.px(5), theme.px(5))
        axis.paint_wash(painter, theme.colour("pinewash"), frame, theme.px(5))
        painter.drawPixmap(0, 0, self._layer)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(theme.colour("pine"), theme.px(2)))
        painter.drawRoundedRect(frame.adjusted(1, 1, -1, -1), theme.px(5), theme.px(5))

    def _drawn(self, line: Line) -> QPixmap:
        """Years, events and the first symptom's months, once for a line."""
        theme, ratio = themes.current(), self.devicePixelRatioF()
        layer = QPixmap(QSize(self.width(), self.height()) * ratio)
        layer.setDevicePixelRatio(ratio)
        layer.fill(Qt.GlobalColor.transparent)
        life, plot = self._panel(), self._plot()
        if life is None:
            return layer
        painter = QPainter(layer)
        axis.paint_grid(painter, theme, life.ticks, life, plot.adjusted(0, 1, 0, -1))
        symptom = next((lane for lane in line.lanes if lane.is_symptom and not lane.low), None)
        if symptom is not None:
            area = plot.adjusted(0, theme.px(17), 0, -theme.px(2))
            held = [column for column in symptom.columns[BinSize.MONTH] if column.numbers]
            columns.paint_columns(painter, theme, held, life, area, spaced=False, edged=False)
        self._paint_events(painter, line, life, plot)
        axis.paint_labels(painter, theme, life.ticks, life, plot, weight=400)
        painter.end()
        return layer

    def _paint_events(self, painter: QPainter, line: Line, life: Panel, plot: QRectF) -> None:
        theme = themes.current()
        events = next((lane for lane in line.lanes if lane.key == "events"), None)
        if events is None:
            return
        width = plot.width() / life.days
        start = life.first.toordinal() * width
        for crowd in crowds_of(events.things, width, scale=theme.scale / 2):
            at = QPointF(plot.left() + crowd.at - start, plot.top() + theme.px(9))
            marks.paint_small_event(painter, theme, at)

    def _panel(self) -> Panel | None:
        """The whole life, as wide as the strip."""
        if self._life is None and self._line is not None:
            self._life = self._drawn_panel(self._line.life)
        return self._life

    def _drawn_panel(self, life: Life) -> Panel:
        whole = Window(zoom=Zoom.LIFE, first=life.first, last=life.last)
        room = self._plot().width() / themes.current().px(13)
        ticks = ticks_in(whole, self._words, room / 1.6)
        return Panel(
            first=life.first, last=life.last, heading="", bins=BinSize.MONTH, caption="", ticks=ticks
        )

    def _plot(self) -> QRectF:
        theme = themes.current()
        names = NAMES if self.width() / theme.scale >= _NARROW else NAMES_NARROW
        left = names * theme.scale
        top = theme.px((_HEIGHT - _STRIP) / 2)
        return QRectF(left, top, max(self.width() - left - EDGE * theme.scale, 1), theme.px(_STRIP))

    # What the person does

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Move by a quarter, or to either end."""
        line, window = self._line, self._window
        if line is None or window is None:
            super().keyPressEvent(event)
        elif event.key() in _KEYS:
            step = _KEYS[Qt.Key(event.key())]
            self.moved.emit(panned(window, step * max(window.days // _STEP, 1), line.life))
        elif event.key() == Qt.Key.Key_Home:
            self.moved.emit(window_around(window.zoom, line.life.first, line.life, share=0))
        elif event.key() == Qt.Key.Key_End:
            self.moved.emit(window_at_today(window.zoom, line.life))
        else:
            super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Take hold of the frame, or place it where was clicked."""
        line, window, life = self._line, self._window, self._panel()
        if event.button() != Qt.MouseButton.LeftButton or line is None or window is None or life is None:
            return
        at = event.position()
        if not self.frame.contains(at):
            plot = self._plot()
            share = min(max((at.x() - plot.left()) / plot.width(), 0), 1)
            window = window_around(window.zoom, life.first + round(share * life.days) * ONE_DAY, line.life)
            self.moved.emit(window)
        self._grabbed = (at.x(), window)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Drag the frame."""
        life, line = self._panel(), self._line
        if self._grabbed is None or line is None or life is None:
            return
        begun, window = self._grabbed
        days = round((event.position().x() - begun) / self._plot().width() * life.days)
        self.moved.emit(panned(window, days, line.life))

    def mouseReleaseEvent(self, _event: QMouseEvent) -> None:
        """Let go."""
        self._grabbed = None

    # Size

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Draw again."""
        super().resizeEvent(event)
        self._layer = self._life = None

    def changeEvent(self, event: QEvent) -> None:
        """Take new sizes and colours when the theme changes."""
        super().changeEvent(event)
        if event.type() in {QEvent.Type.StyleChange, QEvent.Type.PaletteChange}:
            self._layer = self._life = None
            self.updateGeometry()

    def sizeHint(self) -> QSize:
        """Return the strip's height."""
        theme = themes.current()
        return QSize(theme.px(300), theme.px(_HEIGHT))

    def minimumSizeHint(self) -> QSize:
        """Return the same height in any width."""
        return QSize(themes.current().px(200), themes.current().px(_HEIGHT))
