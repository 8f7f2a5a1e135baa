"""Choosing many: words that can be on or off."""

from PySide6.QtCore import QEvent, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QToolButton, QWidget

from app.ui.theme import theme as themes
from app.ui.widgets.enter import press_by_enter
from app.ui.widgets.flow_layout import FlowLayout


class Chip(QToolButton):
    """One word; on it has a tick, a wash and a pine border."""

    def __init__(self, words: str, *, on: bool = False) -> None:
        super().__init__()
        self.setText(words)
        self.setAccessibleName(words)
        self.setCheckable(True)
        self.setChecked(on)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Be pressed by Enter too, on every desktop."""
        if not press_by_enter(self, event):
            super().keyPressEvent(event)

    def sizeHint(self) -> QSize:
        """Return room for the words, bold, and the tick where it is on."""
        theme = themes.current()
        metrics = QFontMetrics(theme.font("small", weight=600))
        width = metrics.horizontalAdvance(self.text()) + 2 * theme.px(13)
        return QSize(width + self._tick_room(), theme.size("button_small"))

    def changeEvent(self, event: QEvent) -> None:
        """Take new sizes when the theme changes."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:
            self.updateGeometry()

    def nextCheckState(self) -> None:
        """Turn on or off, and make room for the tick."""
        super().nextCheckState()
        self.updateGeometry()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the chip."""
        theme = themes.current()
        on = self.isChecked()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(theme.colour("pine" if on else "edge"), theme.border))
        ground = "pinewash" if on else "sunk" if self.underMouse() else "raised"
        painter.setBrush(theme.colour(ground))
        half = theme.border / 2
        box = QRectF(self.rect()).adjusted(half, half, -half, -half)
        painter.drawRoundedRect(box, box.height() / 2, box.height() / 2)
        if on:
            tick = theme.icon("check", "pine", 16, self.devicePixelRatioF())
            painter.drawPixmap(theme.px(12), (self.height() - theme.px(16)) // 2, tick)
        painter.setFont(theme.font("small", weight=600 if on else 400))
        painter.setPen(theme.colour("ink"))
        words = QRect(self.rect()).adjusted(self._tick_room(), 0, 0, 0)
        painter.drawText(words, Qt.AlignmentFlag.AlignCenter, self.text())

    def _tick_room(self) -> int:
        return themes.current().px(18) if self.isChecked() else 0


class Chips(QWidget):
    """A named set of chips; ``changed`` follows every press."""

    changed = Signal()

    def __init__(self, name: str, answers: list[str], on: frozenset[str] = frozenset()) -> None:
        super().__init__()
        self.setAccessibleName(name)
        self.chips = [Chip(answer, on=answer in on) for answer in answers]
        self.setLayout(FlowLayout(*self.chips, gap=8))
        for chip in self.chips:
            chip.toggled.connect(self._told)

    @property
    def on(self) -> tuple[str, ...]:
        """The words that are on, in their order."""
        return tuple(chip.text() for chip in self.chips if chip.isChecked())

    def _told(self) -> None:
        self.updateGeometry()
        self.changed.emit()
