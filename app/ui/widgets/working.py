"""Words and a plain bar for work that takes longer than a moment."""

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QProgressBar, QWidget

from app.ui.widgets import spoken
from app.ui.widgets.layout import Column
from app.ui.widgets.text import Text

_SHOWS_AFTER_MS = 400


class Working(QWidget):
    """``begin(steps)`` shows it after a moment, ``step()`` moves the bar on, ``end()`` takes it away.

    What is done within 400 ms shows nothing: words that flash by only unsettle.
    """

    def __init__(self, sentence: str) -> None:
        super().__init__()
        self._sentence = sentence
        self._text = Text(sentence, tone="ink2")
        self.bar = QProgressBar(textVisible=False)
        self.bar.setAccessibleName(sentence)
        self.setLayout(Column(self._text, self.bar, spacing=8))
        self._showing = QTimer(self, singleShot=True, interval=_SHOWS_AFTER_MS)
        self._showing.timeout.connect(self._show)
        self.at_work = False
        self.hide()

    @property
    def words(self) -> str:
        """What is shown."""
        return self._text.words

    def begin(self, steps: int = 2) -> None:
        """Show the words and an almost empty bar, if it takes that long."""
        self.say(self._sentence)
        self.bar.setRange(0, steps)
        self.bar.setValue(1)
        self.at_work = True
        self._showing.start()

    def step(self) -> None:
        """Move the bar one step on."""
        self.bar.setValue(min(self.bar.value() + 1, self.bar.maximum()))

    def say(self, sentence: str) -> None:
        """Show other words."""
        self._text.say(sentence)

    def end(self) -> None:
        """Take it away."""
        self.at_work = False
        self._showing.stop()
        self.hide()

    def _show(self) -> None:
        self.show()
        spoken.announce(self, self._text.words)
