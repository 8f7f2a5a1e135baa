"""Words on a page: the app's own, in one of the voices of the type scale."""

from html import escape

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QFontMetricsF
from PySide6.QtWidgets import QLabel, QSizePolicy

from app.ui.theme import theme as themes

_STYLE_OF = {"label": "caption", "key_small": "key"}


class Text(QLabel):
    """Plain words in a voice ("body", "small", "caption", "words", …) and a tone ("ink2", …).

    Nothing in the words is ever read as markup. Wrapped words get the line height of their voice.
    """

    def __init__(self, words: str = "", voice: str = "body", *, tone: str = "", wrap: bool = True) -> None:
        super().__init__()
        self._words = ""
        self._voice = voice
        self.setProperty("voice", voice)
        self.setProperty("tone", tone)
        self.setWordWrap(wrap)
        self.setTextFormat(Qt.TextFormat.RichText if wrap else Qt.TextFormat.PlainText)
        if wrap:
            self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        self.say(words)

    @property
    def words(self) -> str:
        """What is shown, as given."""
        return self._words

    def say(self, words: str) -> None:
        """Show other words."""
        self._words = words
        self.setAccessibleName(words)
        self._write()

    def changeEvent(self, event: QEvent) -> None:
        """Follow the text size with the line height."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:
            self._write()

    def _write(self) -> None:
        if not self.wordWrap():
            self.setText(self._words)
            return
        lines = self._markup().replace("\n", "<br/>")
        height = _line_height(self._voice)
        apart = themes.current().font(_STYLE_OF.get(self._voice, self._voice)).wordSpacing()
        spaced = f"; word-spacing:{apart:.1f}px" if apart else ""
        self.setText(
            f'<p style="margin:0; white-space:pre-wrap; line-height:{height}%{spaced}">{lines}</p>'
            if lines
            else ""
        )

    def _markup(self) -> str:
        """Return the words as they are set; a voice of its own may mark some of them."""
        return escape(self._words)


def _line_height(voice: str) -> int:
    """Return the voice's line height as a percentage of its font's own."""
    theme = themes.current()
    name = _STYLE_OF.get(voice, voice)
    style = theme.style(name)
    own = QFontMetricsF(theme.font(name)).height()
    return max(round(100 * style.line * theme.scale / own), 100)
