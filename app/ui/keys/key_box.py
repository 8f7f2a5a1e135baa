"""The six lines of the recovery key in their frame."""

from PySide6.QtCore import QEvent, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

from app.i18n import Words
from app.ui.theme import theme as themes
from app.ui.widgets.layout import Column
from app.ui.widgets.text import Text

_AROUND = 130  # number, frame and edges beside a line, px at 100%
_LETTERS_WIDE = 12.6  # how many times its letters' size a line is wide


class KeyBox(QWidget):
    """Numbered lines, each spelled out for a screen reader; can be hidden or shown bigger."""

    def __init__(self, words: Words, lines: tuple[str, ...]) -> None:
        super().__init__()
        self.big = False
        self.shown = True
        self.lines = [_KeyLabel(words, number, line) for number, line in enumerate(lines, 1)]
        self._hidden = Text(words.say("key.hidden", "The key is hidden."), tone="ink2", wrap=False)
        self._hidden.hide()
        self.setLayout(Column(*self.lines, self._hidden, spacing=4, margins=(28, 20, 28, 20)))
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Maximum)

    def set_big(self, big: bool) -> None:
        """Show the lines half as large again."""
        self.big = big
        for line in self.lines:
            line.set_big(big)
        self.updateGeometry()

    def set_shown(self, shown: bool) -> None:
        """Show the lines or hide them; hidden they can't be read aloud either."""
        self.shown = shown
        for line in self.lines:
            line.set_shown(shown)
        self._hidden.setVisible(not shown)
        self.updateGeometry()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the frame."""
        theme = themes.current()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(theme.colour("edge"), theme.border))
        painter.setBrush(theme.colour("raised"))
        box = QRectF(self.rect()).adjusted(1, 1, -1, -1)
        painter.drawRoundedRect(box, theme.radius("panel"), theme.radius("panel"))


class _KeyLabel(QLabel):
    """One line: its number, then three groups of five."""

    def __init__(self, words: Words, number: int, line: str) -> None:
        super().__init__()
        self._words = words
        self._number = number
        self._line = line
        self._big = False
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.set_shown(shown=True)

    def set_big(self, big: bool) -> None:
        self._big = big
        self.updateGeometry()
        self.update()

    def set_shown(self, shown: bool) -> None:
        self.setText(self._line if shown else "")
        self.setAccessibleName(self._spoken() if shown else "")
        self.setVisible(shown)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:
            self.updateGeometry()

    def sizeHint(self) -> QSize:
        theme = themes.current()
        font = theme.font("key")
        font.setPixelSize(self._px())
        metrics = QFontMetrics(font)
        width = metrics.horizontalAdvance(self._shown_line()) + theme.px(34)
        return QSize(width, round(metrics.height() * 1.1))

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def paintEvent(self, _event: QPaintEvent) -> None:
        theme = themes.current()
        painter = QPainter(self)
        middle = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft
        painter.setFont(theme.font("chart"))
        painter.setPen(theme.colour("ink3"))
        painter.drawText(self.rect(), middle, str(self._number))
        font = theme.font("key")
        font.setPixelSize(self._px())
        painter.setFont(font)
        painter.setPen(theme.colour("ink"))
        painter.drawText(self.rect().adjusted(theme.px(28), 0, 0, 0), middle, self._shown_line())

    def _px(self) -> int:
        """Return the letters' size: less than wanted where a line would not fit the window."""
        theme = themes.current()
        wanted = theme.px(40 if self._big else 26)
        room = self.window().width() - theme.px(_AROUND)
        return max(min(wanted, int(room / _LETTERS_WIDE)), theme.px(13))

    def _shown_line(self) -> str:
        return self._line.replace("-", "  ")

    def _spoken(self) -> str:
        letters = ", ".join(character for character in self._line if character.isalnum())
        return self._words.say("key.spoken", "Line {n}: {letters}", n=self._number, letters=letters)
