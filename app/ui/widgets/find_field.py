"""Finding on the page in view: a lens before the words, and the key that leads here behind them."""

from PySide6.QtCore import QRect
from PySide6.QtGui import QPainter, QPaintEvent

from app.ui.theme import theme as themes
from app.ui.widgets.button import keycap_width, paint_keycap
from app.ui.widgets.form import Line

_LENS, _EDGE = 18, 12


class FindField(Line):
    """``name`` says what is looked through; it is the placeholder too, for a screen reader it is the name."""

    def __init__(self, name: str, *, keys: str = "/", width: int = 248) -> None:
        super().__init__(example=name, width=width)
        self._keys = keys
        self.setAccessibleName(name)
        self.setProperty("look", "find")

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the line, the lens, and the key while nothing is typed."""
        super().paintEvent(event)
        theme = themes.current()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        lens = theme.icon("magnifying-glass", "ink2", _LENS, self.devicePixelRatioF())
        painter.drawPixmap(theme.px(_EDGE), (self.height() - theme.px(_LENS)) // 2, lens)
        if not self.text():
            width = keycap_width(self._keys, theme)
            box = QRect(self.width() - width - theme.px(8), 0, width, self.height())
            paint_keycap(painter, box, self._keys, theme.colour("ink"), theme)
