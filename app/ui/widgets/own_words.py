"""The person's own words, in the serif."""

from PySide6.QtCore import QEvent, QPoint
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from app.i18n import Words
from app.ui.theme import theme as themes
from app.ui.widgets.layout import Column
from app.ui.widgets.text import Text


class OwnWords(QWidget):
    """Words exactly as written; ``quoted`` hangs the pine quote mark in front of them.

    A screen reader hears "you wrote" before them.
    """

    def __init__(self, text: str, words: Words, *, voice: str = "words", quoted: bool = False) -> None:
        super().__init__()
        self._quoted = quoted
        shown = Text(text, voice)
        shown.setAccessibleName(words.say("own_words.spoken", "You wrote: {text}", text=text))
        self._column = Column(shown)
        self.setLayout(self._column)
        self._indent()

    def changeEvent(self, event: QEvent) -> None:
        """Hang the quote mark in front where the words are set in the app's own face."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:
            self._indent()

    @property
    def _marked(self) -> bool:
        return self._quoted or themes.current().look.easier_reading

    def _indent(self) -> None:
        self._column.set_margins((18 if self._marked else 0, 0, 0, 0))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the quote mark."""
        if self._marked:
            painter = QPainter(self)
            paint_quote_mark(painter, QPoint(0, themes.current().px(7)), 13)


def paint_quote_mark(painter: QPainter, at: QPoint, size: int, tone: str = "pine") -> None:
    """Draw the opening quote mark, the app's own mark, ``size`` px wide at 100%."""
    theme = themes.current()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    font = theme.font("heading", weight=600)
    font.setPixelSize(theme.px(size * 2.6))
    painter.setFont(font)
    painter.setPen(theme.colour(tone))
    box = painter.fontMetrics().tightBoundingRect("“")
    painter.drawText(at - box.topLeft(), "“")
