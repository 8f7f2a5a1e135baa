"""An icon on a page, beside the word it belongs to."""

from PySide6.QtCore import QEvent, QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from app.ui.theme import theme as themes


class Picture(QWidget):
    """An icon by name, in a token's colour, ``size`` px at 100%. Not read aloud."""

    def __init__(self, icon: str, tone: str = "ink", size: int = 20) -> None:
        super().__init__()
        self._drawn = (icon, tone, size)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def show_icon(self, icon: str, tone: str = "ink") -> None:
        """Show another icon."""
        self._drawn = (icon, tone, self._drawn[2])
        self.update()

    def sizeHint(self) -> QSize:
        """Return the icon's square."""
        side = themes.current().px(self._drawn[2])
        return QSize(side, side)

    def changeEvent(self, event: QEvent) -> None:
        """Take new sizes when the theme changes."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:
            self.updateGeometry()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw it."""
        icon, tone, size = self._drawn
        drawn = themes.current().icon(icon, tone, size, self.devicePixelRatioF())
        QPainter(self).drawPixmap(0, 0, drawn)
