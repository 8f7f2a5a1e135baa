"""A big answer that can be on or off, for hands that shake and eyes that hurt."""

from PySide6.QtCore import QEvent, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetrics, QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QPushButton, QSizePolicy

from app.ui.theme import theme as themes
from app.ui.widgets.enter import press_by_enter

_HEIGHT = 52
_PADDING = 20
_ICON = 20
_GAP = 8


class BigAnswer(QPushButton):
    """Words in a frame, with an icon before them; on it has a tick, a wash and a pine frame.

    Whether it is on is shown by whoever asked: a press alone changes nothing for good.
    """

    def __init__(self, words: str, *, icon: str = "", name: str = "") -> None:
        super().__init__(words)
        self._icon = icon
        self.setCheckable(True)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        if name:
            self.setAccessibleName(name)

    def show_on(self, on: bool) -> None:
        """Show whether it is the answer."""
        self.setChecked(on)
        self.updateGeometry()
        self.update()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Be pressed by Enter too, on every desktop."""
        if not press_by_enter(self, event):
            super().keyPressEvent(event)

    def sizeHint(self) -> QSize:
        """Return room for the words, bold, and for icon or tick."""
        theme = themes.current()
        metrics = QFontMetrics(theme.font("quick", weight=600))
        width = metrics.horizontalAdvance(self.text()) + 2 * theme.px(_PADDING) + self._icon_room()
        return QSize(width, max(theme.px(_HEIGHT), theme.size("button")))

    def minimumSizeHint(self) -> QSize:
        """Return the same: words are never cut."""
        return self.sizeHint()

    def changeEvent(self, event: QEvent) -> None:
        """Take new sizes when the theme changes."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:
            self.updateGeometry()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the frame, the icon or the tick, and the words."""
        theme = themes.current()
        on = self.isChecked()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        width = theme.px(2) if on else theme.border
        painter.setPen(QPen(theme.colour("pine" if on else "edge"), width))
        painter.setBrush(theme.colour("pinewash" if on else "sunk" if self.underMouse() else "raised"))
        half = width / 2
        box = QRectF(self.rect()).adjusted(half, half, -half, -half)
        painter.drawRoundedRect(box, theme.radius("button"), theme.radius("button"))
        shown = "check" if on else self._icon
        left = theme.px(_PADDING)
        if shown:
            drawn = theme.icon(shown, "ink", _ICON, self.devicePixelRatioF())
            painter.drawPixmap(left, (self.height() - theme.px(_ICON)) // 2, drawn)
        painter.setFont(theme.font("quick", weight=600 if on else 400))
        painter.setPen(theme.colour("ink"))
        words = QRect(self.rect()).adjusted(left + self._icon_room(), 0, -left, 0)
        painter.drawText(words, Qt.AlignmentFlag.AlignCenter, self.text())

    def _icon_room(self) -> int:
        return themes.current().px(_ICON + _GAP) if self._icon or self.isChecked() else 0
