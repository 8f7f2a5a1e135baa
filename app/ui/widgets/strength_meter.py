"""How hard a passphrase is to guess: four bars, a word and a sentence."""

from PySide6.QtCore import QRectF, QSize, Qt, QTimer
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from app.ui.theme import theme as themes
from app.ui.widgets import spoken
from app.ui.widgets.layout import Column, Row
from app.ui.widgets.text import Text

BARS = 4
_SAY_AFTER_MS = 500


class StrengthMeter(QWidget):
    """``show_strength(bars, word, sentence)``; said politely half a second after typing stops."""

    def __init__(self) -> None:
        super().__init__()
        self._bars = _Bars()
        self._word = Text("", "body_strong", wrap=False)
        self._sentence = Text("", "small", tone="ink2")
        row = Row(self._word, self._sentence, spacing=8)
        row.setStretch(1, 1)
        self.setLayout(Column(self._bars, row, spacing=8))
        self._saying = QTimer(self, singleShot=True, interval=_SAY_AFTER_MS)
        self._saying.timeout.connect(self._say)

    @property
    def said(self) -> str:
        """The word and the sentence shown."""
        return f"{self._word.words}. {self._sentence.words}" if self._word.words else ""

    def show_strength(self, bars: int, word: str, sentence: str) -> None:
        """Fill ``bars`` of four; the words carry the meaning."""
        self._bars.fill(bars)
        self._word.say(word)
        self._sentence.say(sentence)
        self._saying.start()

    def _say(self) -> None:
        if self.said and self.isVisible():
            spoken.announce(self, self.said)


class _Bars(QWidget):
    """Four bars, some of them filled."""

    def __init__(self) -> None:
        super().__init__()
        self._filled = 0
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def fill(self, bars: int) -> None:
        self._filled = bars
        self.update()

    def sizeHint(self) -> QSize:
        theme = themes.current()
        return QSize(theme.px(200), theme.px(8))

    def paintEvent(self, _event: QPaintEvent) -> None:
        theme = themes.current()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        gap = theme.px(6)
        width = (self.width() - gap * (BARS - 1)) / BARS
        for n in range(BARS):
            full = n < self._filled
            painter.setPen(Qt.PenStyle.NoPen if full else QPen(theme.colour("edge"), 1))
            painter.setBrush(theme.colour("pine" if full else "sunk"))
            bar = QRectF(n * (width + gap), 0, width, self.height()).adjusted(0.5, 0.5, -0.5, -0.5)
            painter.drawRoundedRect(bar, bar.height() / 2, bar.height() / 2)
