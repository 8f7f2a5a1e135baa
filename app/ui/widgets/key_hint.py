"""A keycap with what the key does, where there is no button for it."""

from PySide6.QtCore import QEvent, QRect, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from app.ui.theme import theme as themes
from app.ui.widgets.button import keycap_width, paint_keycap


class KeyHint(QWidget):
    """``KeyHint("Esc", "clear")``. Not read aloud: the key is described where it works."""

    def __init__(self, keys: str, words: str) -> None:
        super().__init__()
        self._keys = keys
        self._words = words
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        """Return room for both."""
        theme = themes.current()
        words = QFontMetrics(theme.font("caption")).horizontalAdvance(self._words)
        return QSize(keycap_width(self._keys, theme) + theme.px(7) + words, theme.px(24))

    def changeEvent(self, event: QEvent) -> None:
        """Take new sizes when the theme changes."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:
            self.updateGeometry()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the keycap, then the words."""
        theme = themes.current()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        paint_keycap(painter, QRect(self.rect()), self._keys, theme.colour("ink"), theme)
        left = keycap_width(self._keys, theme) + theme.px(7)
        painter.setFont(theme.font("caption"))
        painter.setPen(theme.colour("ink3"))
        area = self.rect().adjusted(left, 0, 0, 0)
        painter.drawText(area, Qt.AlignmentFlag.AlignVCenter, self._words)
